import { describe, expect, test } from 'vitest'
import { parseTemplate } from '../../../src/template/syntax/parser.ts'
import type { Operand, Pipeline } from '../../../src/template/syntax/tree.ts'

function pipelineOf(text: string): Pipeline {
  const [node] = parseTemplate(`{{${text}}}`).nodes
  if (node?.kind !== 'action') throw new Error('no action')
  return node.pipeline
}

const operandsOf = (text: string): readonly (readonly Operand[])[] =>
  pipelineOf(text).commands.map(({ operands }) => operands)

describe('a pipeline', () => {
  test('is made of commands with operands', () => {
    expect(operandsOf('f .a.b $.c | g "x" 1.5 nil true')).toEqual([
      [
        { kind: 'function', offset: 2, name: 'f' },
        { kind: 'field', offset: 4, fields: ['a', 'b'] },
        { kind: 'variable', offset: 9, name: '$', fields: ['c'] },
      ],
      [
        { kind: 'function', offset: 15, name: 'g' },
        { kind: 'string', offset: 17, value: 'x' },
        { kind: 'number', offset: 21, value: 1.5, type: 'float64' },
        { kind: 'nil', offset: 25 },
        { kind: 'bool', offset: 29, value: true },
      ],
    ])
  })

  test('in parentheses may have fields', () => {
    expect(operandsOf('(.).a.b')).toMatchObject([[{ kind: 'group', offset: 2, fields: ['a', 'b'] }]])
  })

  test('calls a function that has fields', () => {
    const call = { commands: [{ operands: [{ kind: 'function', name: 'now' }] }] }
    expect(operandsOf('now.Year')).toMatchObject([[{ kind: 'group', fields: ['Year'], pipeline: call }]])
  })

  test('declares and assigns', () => {
    expect(pipelineOf('$x := 1')).toMatchObject({ variables: ['$x'], isAssignment: false })
    expect(pipelineOf('$x = 1')).toMatchObject({ variables: ['$x'], isAssignment: true })
  })

  test('may end with a bar', () => {
    expect(operandsOf('f |')).toHaveLength(1)
  })
})

test.each([
  ['', 'missing value for command'],
  ['()', 'missing value for parenthesized pipeline'],
  ['f | 1', 'non executable command in pipeline stage 2'],
  ['f | (1)', undefined],
  ['f || g', 'unexpected "|" in command'],
  ['.a=1', 'bad character'],
  ['1 .a', undefined],
  ['f(1)', 'unexpected "(" in operand'],
  ['nil.a', 'unexpected . after term "nil"'],
  ['"a".b', 'unexpected . after term'],
  ['$x', 'undefined variable "$x"'],
  ['$x, $y := .', 'too many declarations in command'],
  ['range $x, 1', 'range can only initialize variables'],
  ['range $x, $y, $z := .', 'too many declarations in range'],
  ["'ab'", 'malformed character constant'],
  ['define "x"}}{{end', undefined],
  ['f (define "x")', 'unexpected <define>'],
])('%s is judged as by Go', (text, error) => {
  const parse = () => parseTemplate(`{{${text}}}`)
  if (error === undefined) expect(parse).not.toThrow()
  else expect(parse).toThrow(error)
})

test('a function must be known', () => {
  expect(() => parseTemplate('{{ f 1 }}', 'a.yaml', name => name === 'f')).not.toThrow()
  expect(() => parseTemplate('{{ f g }}', 'a.yaml', name => name === 'f')).toThrow('function "g" not defined')
})

test('too deep and too many are not traced', () => {
  expect(() => parseTemplate(`{{ ${'('.repeat(300)}1${')'.repeat(300)} }}`)).toThrow('nested too deeply')
  const variables = Array.from({ length: 2000 }, (_, i) => `{{ $v${i} := 1 }}`)
  expect(() => parseTemplate(variables.join(''))).toThrow('too many variables')
})

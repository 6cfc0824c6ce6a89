import { check, property, string, stringMatching } from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseHcl } from '../../../../src/discover/declared/terraform/syntax.ts'
import { HclError } from '../../../../src/discover/declared/terraform/tokens.ts'

const attribute = (text: string) => {
  const found = parseHcl('a.tf', `x = ${text}\n`).attributes.get('x')
  return JSON.parse(JSON.stringify(found, (key, value) => (key === 'file' || key === 'line' ? undefined : value)))
}

describe('values', () => {
  test.each([
    ['"a\\n\\"b\\""', { kind: 'literal', value: 'a\n"b"' }],
    ['1.5', { kind: 'literal', value: 1.5 }],
    ['true', { kind: 'literal', value: true }],
    ['null', { kind: 'literal', value: null }],
    ['"$${a}"', { kind: 'literal', value: '${a}' }],
    ['"${var.a}"', { kind: 'reference', path: ['var', 'a'] }],
    [
      '"a${"b${var.c}"}"',
      { kind: 'template', parts: ['a', { kind: 'template', parts: ['b', { kind: 'reference', path: ['var', 'c'] }] }] },
    ],
    ['a.b[0].c', { kind: 'reference', path: ['a', 'b', '0', 'c'] }],
    [
      '[1, # one\n 2,\n]',
      {
        kind: 'list',
        items: [
          { kind: 'literal', value: 1 },
          { kind: 'literal', value: 2 },
        ],
      },
    ],
    [
      '{ a = 1, "b": 2 }',
      {
        kind: 'object',
        entries: [
          { key: 'a', value: { kind: 'literal', value: 1 } },
          { key: 'b', value: { kind: 'literal', value: 2 } },
        ],
      },
    ],
    [
      'f("a", [])',
      {
        kind: 'call',
        name: 'f',
        args: [
          { kind: 'literal', value: 'a' },
          { kind: 'list', items: [] },
        ],
      },
    ],
    ['a ? 1 : 2', { kind: 'other' }],
    ['1 + 2', { kind: 'other' }],
    ['!a', { kind: 'other' }],
    ['(1)', { kind: 'other' }],
    ['{ for k, v in a : k => v }', { kind: 'other' }],
    ['"%{ if a }b%{ endif }"', { kind: 'other' }],
    ['a.*.b', { kind: 'reference', path: ['a', '*', 'b'] }],
  ])('%s', (text, expected) => {
    expect(attribute(text)).toEqual(expected)
  })
})

test('blocks, with their lines', () => {
  const { blocks } = parseHcl('a.tf', '/* one\n two */ a "b" c {\n  x = 1\n  d {\n  }\n}\r\ne {}\n')
  expect(blocks.map(({ type, labels, line }) => [type, labels, line])).toEqual([
    ['a', ['b', 'c'], 2],
    ['e', [], 7],
  ])
  expect(blocks[0]?.blocks[0]?.line).toBe(4)
})

test.each([
  'x = [1 }',
  'x = "a',
  'x = {',
  'x = f(',
  'a "b"',
  '= 1',
  'x = 1 y = 2 }',
  'x = <<EOT\na',
  'x = "${"',
  'x = [[1 }]',
])('%s is no HCL', text => {
  expect(() => parseHcl('a.tf', text)).toThrow(HclError)
})

test('any text is read, or refused', () => {
  const read = (text: string): boolean => {
    try {
      parseHcl('a.tf', text)
    } catch (error) {
      if (!(error instanceof HclError)) throw error
    }
    return true
  }
  expect(check(property(string({ maxLength: 60 }), read))).toMatchObject({ failed: false })
  const likely = stringMatching(/^(?:[a-z]+ = |"|\$\{|\}|\{|\[|\]|\(|\)|,|\n|<<EOT\n|EOT\n|for | ? | : |\.|1|#){0,25}$/)
  expect(check(property(likely, read), { numRuns: 2000 })).toMatchObject({ failed: false })
})

test('nesting without end is refused', () => {
  for (const [open, close] of [
    ['[', ']'],
    ['{ a = ', '}'],
    ['f(', ')'],
    ['"${', '}"'],
  ] as const)
    expect(() => parseHcl('a.tf', `x = ${open.repeat(5000)}1${close.repeat(5000)}\n`)).toThrow(HclError)
})

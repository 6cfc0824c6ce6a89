import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { YamlValue } from '../../src/finding.ts'
import { editDocument, editYaml } from '../../src/harden/edit.ts'
import type { NodeChange } from '../../src/harden/splice.ts'
import { parseText } from '../../src/parse/yaml.ts'

const edit = (text: string, path: NodeChange['path'], value: NodeChange['value']): string => {
  const edited = editYaml(text, { path, value })
  return 'refusal' in edited ? `refused: ${edited.refusal}` : edited.text
}

describe('one value changes, and the author’s writing stays', () => {
  test.each<[string, string, NodeChange['path'], NodeChange['value'], string]>([
    ['a comment', 'a: 1 # why\nb: 2\n', ['a'], 3, 'a: 3 # why\nb: 2\n'],
    ['single quotes', "a: 'x'\n", ['a'], "it's", "a: 'it''s'\n"],
    ['double quotes', 'a: "x" # why\n', ['a'], 'y', 'a: "y" # why\n'],
    ['a text that reads as a boolean', 'a: x\n', ['a'], 'no', 'a: "no"\n'],
    ['a boolean in quotes becomes one', 'a: "true"\n', ['a'], false, 'a: false\n'],
    ['an empty value', 'a:  # later\nb: 1\n', ['a'], true, 'a: true  # later\nb: 1\n'],
    ['Windows line ends', 'a:\r\n  b: 1\r\nc: 2\r\n', ['a', 'd'], 2, 'a:\r\n  b: 1\r\n  d: 2\r\nc: 2\r\n'],
    ['a byte-order mark', '\uFEFFa: 1\n', ['b'], 2, '\uFEFFa: 1\nb: 2\n'],
    ['no line break at the end', 'a: 1', ['b', 'c'], 2, 'a: 1\nb:\n  c: 2'],
    [
      'the indentation of the mapping',
      'a:\n    b:\n        c: 1\n',
      ['a', 'd', 'e'],
      2,
      'a:\n    b:\n        c: 1\n    d:\n        e: 2\n',
    ],
    [
      'an item of a list',
      'a:\n  - b: 1\n    c: 2\n  - b: 3\n',
      ['a', 0, 'd'],
      4,
      'a:\n  - b: 1\n    c: 2\n    d: 4\n  - b: 3\n',
    ],
    ['a flow mapping of one line', 'a: { b: 1 } # why\n', ['a', 'c'], 'x', 'a: { b: 1, c: x } # why\n'],
    ['an empty flow mapping', 'a: {} # why\n', ['a', 'b', 'c'], 1, 'a: { b: { c: 1 } } # why\n'],
    ['an empty mapping with examples', 'a:\n  # b: 1\nc: 2\n', ['a', 'b'], 1, 'a:\n  b: 1\n  # b: 1\nc: 2\n'],
    ['nothing but comments', '# mine\n', ['a', 'b'], 1, '# mine\na:\n  b: 1\n'],
    ['a block before it', 'a: |\n  x # no comment\nb: 1\n', ['b'], 2, 'a: |\n  x # no comment\nb: 2\n'],
    ['a block at the end', 'a:\n  b: |\n    x\nc: 1\n', ['a', 'd'], 2, 'a:\n  b: |\n    x\n  d: 2\nc: 1\n'],
    ['a removed key', 'a:\n  b: 1\n  c:\n    - d\ne: 2\n', ['a', 'c'], undefined, 'a:\n  b: 1\ne: 2\n'],
    ['a removed last line', 'a: 1\r\nb: 2', ['b'], undefined, 'a: 1'],
    ['a removed key of a flow mapping', '{ a: 1, b: 2 }\n', ['a'], undefined, '{ b: 2 }\n'],
    ['a removed item', 'a:\n  - b: 1\n    c: 2\n  - d\n', ['a', 0], undefined, 'a:\n  - d\n'],
    ['a removed item of a flow list', 'a: [b, c, d] # why\n', ['a', 1], undefined, 'a: [b, d] # why\n'],
    ['a removed first item of a flow list', 'a: [b, c]\n', ['a', 0], undefined, 'a: [c]\n'],
    ['a removed only key', 'a: # why\n  b: 1\nc: 1\n', ['a', 'b'], undefined, 'a: {} # why\nc: 1\n'],
    ['a removed only item', 'a:\n  - b\n', ['a', 0], undefined, 'a: []\n'],
    ['an empty file', '', ['a'], 1, 'a: 1\n'],
  ])('%s', (_, text, path, value, expected) => expect(edit(text, path, value)).toBe(expected))
})

describe('lists and mappings are written as the file writes them', () => {
  const policy = { enabled: true, egress: [{ ports: [{ port: 443, protocol: 'TCP' }] }, { to: [] }], names: ['a', 'b'] }
  test.each<[string, string, NodeChange['path'], NodeChange['value'], string]>([
    [
      'below a new key',
      'a: 1\n',
      ['b'],
      policy,
      'a: 1\nb:\n  enabled: true\n  egress:\n    - ports:\n        - port: 443\n          protocol: TCP\n    - to: []\n  names:\n    - a\n    - b\n',
    ],
    [
      'with lists that are not indented',
      'a:\n- 1\n',
      ['b'],
      policy,
      'a:\n- 1\nb:\n  enabled: true\n  egress:\n  - ports:\n    - port: 443\n      protocol: TCP\n  - to: []\n  names:\n  - a\n  - b\n',
    ],
    ['on the line, where the rest is', 'a: { b: 1 }\n', ['a', 'c'], ['x', { u: 1 }], 'a: { b: 1, c: [x, { u: 1 }] }\n'],
    ['in the place of an empty one', 'a: [] # why\nb: 1\n', ['a'], ['x'], 'a: # why\n  - x\nb: 1\n'],
    ['in the place of a text', 'a: x # why\nb: 1\n', ['a'], { c: 1 }, 'a: # why\n  c: 1\nb: 1\n'],
    ['in the place of nothing', 'a:\nb: 1\n', ['a'], { c: 1 }, 'a:\n  c: 1\nb: 1\n'],
    ['in the place of another', 'a: # why\n  - x\n  - y\nb: 1\n', ['a'], ['z'], 'a: # why\n  - z\nb: 1\n'],
    ['in the place of another on one line', 'a: [x, y] # why\n', ['a'], ['z'], 'a: [z] # why\n'],
    ['a list by a word', 'a: # why\n  - x\nb: 1\n', ['a'], 'z', 'a: z # why\nb: 1\n'],
    ['a list by an empty one', 'a:\r\n  - x\r\nb: 1\r\n', ['a'], [], 'a: []\r\nb: 1\r\n'],
    ['an item by a mapping', 'a:\n  - x\n', ['a', 0], { b: 1 }, 'a:\n  - { b: 1 }\n'],
    ['a list of lists', 'a: 1\n', ['b'], [['x', 'w'], ['z']], 'a: 1\nb:\n  - [x, w]\n  - [z]\n'],
  ])('%s', (_, text, path, value, expected) => expect(edit(text, path, value)).toBe(expected))
})

describe('what is not surely right is refused', () => {
  test.each<[string, string, NodeChange['path'], NodeChange['value'], string]>([
    ['an anchor on the way', 'a: &x\n  b: 1\nc: *x\n', ['a', 'b'], 2, 'anchor'],
    ['an alias on the way', 'x: &x { b: 1 }\na: *x\n', ['a', 'b'], 2, 'alias'],
    ['a merge key', 'x: &x { b: 1 }\na:\n  <<: *x\n', ['a', 'b'], 2, 'merge key'],
    ['a flow collection of several lines', 'a: {\n  b: 1\n}\n', ['a', 'b'], 2, 'several lines'],
    ['a text of several lines', 'a: |\n  x\n', ['a'], 'y', 'several lines'],
    ['a tab', 'a: 1\t# why\n', ['a'], 2, 'tab'],
    ['a template', "a: '{{ .x }}'\n", ['a'], 2, 'filled in later'],
    ['a template beside it', 'a: { b: "{{ .x }}", c: 1 }\n', ['a', 'c'], 2, 'template'],
    ['a variable', `a: \${X}\n`, ['a'], 2, 'filled in later'],
    ['a file with a template', '{{ if .x }}\na: 1\n{{ end }}\n', ['a'], 2, 'cannot be read'],
    ['a key that is there twice', 'a: 1\na: 2\n', ['a'], 3, 'cannot be read'],
    ['a tag', 'a: !!str 1\n', ['a'], 2, 'tag'],
    ['a comment in what goes', 'a: 1\nb: 2 # why\n', ['b'], undefined, 'a comment would be lost'],
    ['the only key of all', 'a: 1\n', ['a'], undefined, 'only key'],
    ['a comment between the lines of a value', 'a:\n  b: 1\n  # why\n  c: 2\n', ['a'], 2, 'a comment would be lost'],
    ['a list that is filled in', `a: [b, "\${X}"]\n`, ['a'], ['b'], 'filled in later'],
    ['an item below another dash', 'a:\n  - - b\n    - c\n', ['a', 0, 0], undefined, 'no line of its own'],
    ['below a scalar', 'a: 1\n', ['a', 'b'], 2, 'no mapping'],
    ['an item that is not there', 'a: [1]\n', ['a', 3], 2, 'no mapping'],
    ['a value that is there', 'a: 1\n', ['a'], 1, 'there already'],
  ])('%s', (_, text, path, value, reason) => {
    const refused = edit(text, path, value)
    expect(refused).toContain('refused: ')
    expect(refused).toContain(reason)
  })
})

describe('the lines that a suggestion replaces', () => {
  const lines = (text: string, path: NodeChange['path'], value: NodeChange['value']) => {
    const edited = editYaml(text, { path, value })
    return 'edit' in edited ? edited.edit : edited.refusal
  }
  test('a value has its own line', () =>
    expect(lines('a: 1\nb: 2 # x\n', ['b'], 3)).toEqual({ startLine: 2, endLine: 2, replacement: 'b: 3 # x' }))
  test('lines that end as Windows ends them are said to', () => {
    const edit = { startLine: 2, endLine: 2, replacement: 'b: 3 # x', isCrlf: true }
    expect(lines('a: 1\r\nb: 2 # x\r\n', ['b'], 3)).toEqual(edit)
    expect(lines('a: 1\r\nb: 2 # x\n', ['b'], 3)).not.toHaveProperty('isCrlf')
  })
  test('what is added repeats the line before it', () =>
    expect(lines('a:\n  b: 1\nc: 2\n', ['a', 'd'], 3)).toEqual({
      startLine: 2,
      endLine: 2,
      replacement: '  b: 1\n  d: 3',
    }))
  test('what goes leaves nothing', () =>
    expect(lines('a:\n  b: 1\nc: 2\n', ['a'], undefined)).toEqual({ startLine: 1, endLine: 2, replacement: '' }))
  test('of a document in a stream', () =>
    expect(editDocument('x: 1\n---\na: 1\n', 'a: 1\n', 9, { path: ['a'], value: 2 })).toEqual({
      text: 'x: 1\n---\na: 2\n',
      edit: { startLine: 3, endLine: 3, replacement: 'a: 2' },
    }))
  test('of a document in a stream that Windows wrote', () =>
    expect(editDocument('---\r\na: 1\r\n', 'a: 1\r\n', 5, { path: ['a'], value: 2 })).toMatchObject({
      edit: { startLine: 2, replacement: 'a: 2', isCrlf: true },
    }))
})

const key = fc.constantFrom('a', 'b', 'c', 'enabled', 'no', '1', 'x y', '__proto__', 'é')
const scalar = fc.oneof(
  fc.boolean(),
  fc.integer(),
  fc.string(),
  fc.constantFrom('yes', '0x1', '1e3', '', '# no', 'a: b'),
)
const { value: anyValue } = fc.letrec(tie => ({
  value: fc.oneof(
    { maxDepth: 4 },
    scalar,
    fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    fc.array(tie('value'), { maxLength: 3 }),
  ),
}))
const style = fc.record({
  indent: fc.integer({ min: 2, max: 4 }),
  indentSeq: fc.boolean(),
  collectionStyle: fc.constantFrom('any', 'block', 'flow'),
} as const)

test('whatever the document, an edit does exactly what was asked for or is refused', () => {
  let edits = 0
  fc.assert(
    fc.property(
      fc.dictionary(key, anyValue),
      style,
      fc.array(key, { minLength: 1, maxLength: 4 }),
      fc.option(anyValue as fc.Arbitrary<YamlValue>),
      (body, options, path, value) => {
        const before = stringify(body, options)
        const edited = editYaml(before, { path, value: value ?? undefined })
        if ('refusal' in edited) return
        edits++
        const { startLine, endLine, replacement } = edited.edit
        const lines = before.split('\n')
        lines.splice(startLine - 1, endLine - startLine + 1, ...(replacement === '' ? [] : replacement.split('\n')))
        expect(lines.join('\n')).toBe(edited.text)
        let at = parseText(edited.text).body as Record<string, unknown> | undefined
        for (const step of path) at = at && Object.hasOwn(at, step) ? (at[step] as typeof at) : undefined
        expect(at).toEqual(value ?? undefined)
      },
    ),
    { numRuns: 1000, seed: 8 },
  )
  expect(edits).toBeGreaterThan(300)
})

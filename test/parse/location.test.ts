import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stringify } from 'yaml'
import type { Path } from '../../src/finding.ts'
import { lineOfPath, rangeOfPath } from '../../src/parse/location.ts'
import { parseText } from '../../src/parse/yaml.ts'

const lineOf = (text: string, ...path: Path): number => lineOfPath(parseText(text).located, path)

test('the line of a key is where the key stands, not its value', () => {
  const text = 'spec:\n  provider:\n    aws:\n      region:\n        eu\n'
  expect(lineOf(text, 'spec', 'provider', 'aws', 'region')).toBe(4)
  expect(lineOf(text, 'spec')).toBe(1)
})

test('comments before a document do not shift it, and the root is its first key', () => {
  expect(lineOf('# one\n\n# two\na: 1\n')).toBe(4)
  expect(lineOf('')).toBe(1)
})

test('what is missing is found at its nearest ancestor', () => {
  const text = 'a: 1\nspec:\n  provider:\n    - x\n'
  expect(lineOf(text, 'spec', 'conditions')).toBe(2)
  expect(lineOf(text, 'spec', 'provider', 3, 'deep')).toBe(3)
  expect(lineOf(text, 'spec', 'provider', 'notAList')).toBe(3)
  expect(lineOf(text, 'a', 'below', 'a scalar')).toBe(1)
  expect(lineOf(text, 'nothing', 'at', 'all')).toBe(1)
})

test('an item of a list begins at its own line', () => {
  const text = 'list:\n  - name: a\n    value: 1\n  -\n    name: b\n  -\n  - [x,\n     y]\n'
  expect(lineOf(text, 'list', 0)).toBe(2)
  expect(lineOf(text, 'list', 0, 'value')).toBe(3)
  expect(lineOf(text, 'list', 1)).toBe(5)
  expect(lineOf(text, 'list', 3, 1)).toBe(8)
})

test('an alias leads to where the value is written', () => {
  const text = 'base: &base\n  auth:\n    token: x\nuse: *base\nlist:\n  - *base\n'
  expect(lineOf(text, 'use')).toBe(4)
  expect(lineOf(text, 'use', 'auth', 'token')).toBe(3)
  expect(lineOf(text, 'list', 0)).toBe(6)
  expect(lineOf(text, 'list', 0, 'auth')).toBe(2)
})

test('a key that is an alias is found by its text', () => {
  expect(lineOf('name: &name region\naws:\n  *name : eu\n', 'aws', 'region')).toBe(3)
})

test('a merge leads to where the key is written, and an own key wins', () => {
  const text = 'base: &base\n  a: 1\n  b: 2\nuse:\n  <<: *base\n  b: 3\n'
  expect(lineOf(text, 'use', 'a')).toBe(2)
  expect(lineOf(text, 'use', 'b')).toBe(6)
  expect(lineOf(text, 'use', 'c')).toBe(4)
})

test('of several merges the first one wins, with all that it merges itself', () => {
  const text = [
    'one: &one\n  a: 1',
    'two: &two\n  <<: *one\n  b: 2',
    'three: &three\n  a: 3\n  b: 3\n  c: 3',
    'use:\n  <<: [*two, *three]',
    'list: &list [*three]\nother:\n  <<: *list\n',
  ].join('\n')
  expect(lineOf(text, 'use', 'a')).toBe(2)
  expect(lineOf(text, 'use', 'b')).toBe(5)
  expect(lineOf(text, 'use', 'c')).toBe(9)
  expect(lineOf(text, 'other', 'c')).toBe(9)
  expect(parseText(text).body).toMatchObject({ use: { a: 1, b: 2, c: 3 }, other: { a: 3 } })
})

test('a quoted << is a key like any other', () => {
  const text = 'use:\n  "<<":\n    a: 1\n'
  expect(lineOf(text, 'use', 'a')).toBe(1)
  expect(lineOf(text, 'use', '<<', 'a')).toBe(3)
})

test('a mapping that merges itself does not hang', () => {
  expect(lineOf('use: &use\n  <<: *use\n  a: 1\n', 'use', 'b')).toBe(1)
})

test('the last of two equal keys is the one that counts', () => {
  expect(lineOf('a: 1\nb: 2\na: 3\n', 'a')).toBe(3)
})

test('keys that are no text are found as they read in the value', () => {
  const text = '1: one\nyes: two\n~: three\n'
  expect(Object.keys(parseText(text).body as object)).toEqual(['1', 'true', ''])
  expect([lineOf(text, '1'), lineOf(text, 1), lineOf(text, 'true'), lineOf(text, '')]).toEqual([1, 1, 2, 3])
})

test('CRLF and a byte order mark leave the lines right', () => {
  expect(lineOf('a: 1\r\nb:\r\n  c: 2\r\n', 'b', 'c')).toBe(3)
  expect(lineOf('\uFEFFa: 1\nb: 2\n', 'b')).toBe(2)
})

test('the range of a value covers its text', () => {
  const text = 'a: &x "one"\nb: *x\nc:\n'
  const rangeOf = (...path: Path) => rangeOfPath(parseText(text).located, path)
  expect(text.slice(...(rangeOf('a') ?? [0, 0]))).toBe('"one"')
  expect(text.slice(...(rangeOf('b') ?? [0, 0]))).toBe('*x')
  expect(rangeOf('a', 'b')).toBeUndefined()
  expect(rangeOf('missing')).toBeUndefined()
})

/** Every path of a value, with the key it ends in. */
function* pathsOf(value: unknown, path: Path = []): Generator<Path> {
  yield path
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* pathsOf(item, [...path, i])
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* pathsOf(item, [...path, key])
}

const { tree } = fc.letrec(tie => ({
  tree: fc.oneof({ maxDepth: 5 }, tie('leaf'), tie('map'), fc.array(tie('tree'), { maxLength: 3 })),
  map: fc.dictionary(fc.stringMatching(/^[a-f]{2,6}$/), tie('tree'), { maxKeys: 4 }),
  leaf: fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.integer(), fc.constant(null), fc.constant('a\nb\n')),
}))

test.each([
  ['block style', (value: unknown) => stringify(value, { aliasDuplicateObjects: false })],
  ['narrow block style', (value: unknown) => stringify(value, { lineWidth: 20 })],
  ['JSON', (value: unknown) => JSON.stringify(value, null, 1)],
  ['CRLF', (value: unknown) => stringify(value, { blockQuote: false }).replaceAll('\n', '\r\n')],
])('the line of every path of a random document holds its key (%s)', (_, write) => {
  fc.assert(
    fc.property(tree, value => {
      const text = write(value)
      const lines = text.split('\n')
      const { located, failure } = parseText(text)
      expect(failure).toBeUndefined()
      for (const path of pathsOf(value)) {
        const line = lineOfPath(located, path)
        expect(line).toBeGreaterThanOrEqual(1)
        expect(line).toBeLessThanOrEqual(lines.length)
        const key = path.at(-1)
        if (typeof key === 'string') expect(lines[line - 1]).toContain(key)
      }
    }),
  )
})

import { expect, test } from 'vitest'
import { parsePathPattern } from '../../../src/template/chart/path-pattern.ts'

test.each([
  ['*', 'abc', true],
  ['*', 'a/b', false],
  ['a*b*c', 'axxbxbxc', true],
  ['a*b', 'a/b', false],
  ['?', 'é', true],
  ['?', '/', false],
  ['[a-c]x', 'bx', true],
  ['[^a-c]', 'b', false],
  ['[!a]', '!', true],
  ['[\\]]', ']', true],
  ['\\*', '*', true],
  ['\\*', 'a', false],
  ['', '', true],
  ['a*', '', false],
])('%s on %s: %s', (pattern, path, expected) => {
  expect(parsePathPattern(pattern)?.matches(path)).toBe(expected)
})

test.each(['[', '[a', '[]a]', '[-a]', '[a-]', 'a\\'])('%s is malformed', pattern => {
  expect(parsePathPattern(pattern)).toBeUndefined()
})

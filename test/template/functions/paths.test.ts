import { expect, test } from 'vitest'
import { call, originsOf, resultOf, valueAt } from './call.ts'

test.each([
  ['base', 'a/b//', 'b'],
  ['base', '', '.'],
  ['base', '//', '/'],
  ['dir', '/a/../b/c', '/b'],
  ['dir', 'a', '.'],
  ['ext', 'a.b/c', ''],
  ['ext', 'a.tar.gz', '.gz'],
  ['clean', '../a/./b//..', '../a'],
  ['isAbs', '/a', true],
  ['osBase', 'a/b', 'b'],
])('%s %j gives %j as in helm', (name, given, expected) => {
  expect(resultOf(name, given)).toBe(expected)
})

test('a part of a path keeps its origin', () => {
  expect(originsOf(call('base', valueAt('path', 'a/b')))).toEqual(['b: path'])
})

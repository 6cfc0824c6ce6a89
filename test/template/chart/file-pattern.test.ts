import { expect, test } from 'vitest'
import { filePattern } from '../../../src/template/chart/file-pattern.ts'

const PATHS = ['a', 'b.txt', 'd/a', 'd/e/b.txt', '-', 'a*']

test.each([
  ['*', ['a', 'b.txt', '-', 'a*']],
  ['**', PATHS],
  ['**.txt', ['b.txt', 'd/e/b.txt']],
  ['d/*', ['d/a']],
  ['?', ['a', '-']],
  ['[a-c]*', ['a', 'b.txt', 'a*']],
  ['[!a]', ['-']],
  ['[ab-]', ['a', '-']],
  ['{a,d/a}', ['a', 'd/a']],
  ['a\\*', ['a*']],
  ['[', PATHS],
  ['[b-a]', PATHS],
  ['**/a', ['d/a']],
  ['a.', []],
])('%s means %j', (pattern, expected) => {
  expect(PATHS.filter(filePattern(pattern))).toEqual(expected)
})

test.each(['{*,a}', '***', '{a,}', '{}', 'é', '{a,{b,c}}', '{a'])('%s is not traced', pattern => {
  expect(() => filePattern(pattern)).toThrow(expect.objectContaining({ name: 'Untraced' }))
})

test('characters of a path are counted by nobody as helm does', () => {
  expect(() => filePattern('?')('é')).toThrow(expect.objectContaining({ name: 'Untraced' }))
  expect(filePattern('*')('é')).toBe(true)
})

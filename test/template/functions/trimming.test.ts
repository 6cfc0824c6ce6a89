import { expect, test } from 'vitest'
import { call, originsOf, pieced, resultOf, valueAt } from './call.ts'

test.each([
  ['trim', ['\u0085 \ta b\u2003\n'], 'a b'],
  ['trim', ['\ufeffa'], '\ufeffa'],
  ['trimAll', ['-a', 'a-b-a'], 'b'],
  ['trimPrefix', ['v', 'vv1'], 'v1'],
  ['trimSuffix', ['-', 'a--'], 'a-'],
  ['trunc', [3, 'abcde'], 'abc'],
  ['trunc', [-3, 'abcde'], 'cde'],
  ['trunc', [2, 'é1'], 'é'],
  ['trunc', [1, 'é1'], 'Untraced'],
  ['trunc', [2.5, 'abc'], 'TemplateError'],
  ['trunc', [2, null], 'TemplateError'],
  ['substr', [1, 3, 'abcde'], 'bc'],
  ['substr', [-1, 2, 'abcde'], 'ab'],
  ['substr', [3, 2, 'abcde'], 'TemplateError'],
  ['abbrev', [8, 'hello world'], 'hello...'],
  ['abbrevboth', [5, 10, '1234 5678 9123'], '...5678...'],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toBe(expected)
})

test('what is left keeps its origin', () => {
  expect(originsOf(call('trunc', 7, pieced({ a: 'release', b: '-name' })))).toEqual(['release: a'])
  expect(originsOf(call('trimSuffix', '-', pieced({ a: 'release', b: '-' })))).toEqual(['release: a'])
})

test('the part that is cut off by is a dependency', () => {
  expect(originsOf(call('trimPrefix', valueAt('prefix', 'v'), valueAt('tag', 'v1')))).toEqual(['1: tag (prefix)'])
})

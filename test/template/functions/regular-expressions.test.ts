import { expect, test } from 'vitest'
import { call, originsOf, pieced, resultOf } from './call.ts'

test.each([
  ['regexMatch', ['^[a-z]+$', 'abc'], true],
  ['regexMatch', ['[', 'abc'], false],
  ['mustRegexMatch', ['[', 'abc'], 'TemplateError'],
  ['regexFind', ['b.', 'abcbd'], 'bc'],
  ['regexFindAll', ['a*', 'baac', -1], ['', 'aa', '']],
  ['regexFindAll', ['.', 'abc', 2], ['a', 'b']],
  ['regexReplaceAll', ['(a)(b)?', 'abac', '${2}$1x'], 'bc'],
  ['regexReplaceAll', ['(?P<n>a)', 'ba', '${n}${n}$$'], 'baa$'],
  ['regexReplaceAllLiteral', ['a', 'ba', '$1'], 'b$1'],
  ['regexReplaceAll', ['', 'ab', '-'], '-a-b-'],
  ['regexSplit', ['-+', 'a--b-c', -1], ['a', 'b', 'c']],
  ['regexSplit', ['-', 'a-b-c', 2], ['a', 'b-c']],
  ['regexQuoteMeta', ['a.b[c]'], 'a\\.b\\[c\\]'],
  ['regexFindAll', ['a.*b|a', 'a'.repeat(100_000), -1], 'Untraced'],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toEqual(expected)
})

test('what no match touched keeps its origin', () => {
  const replaced = call('regexReplaceAll', '[^a-z]+', pieced({ a: 'x.', b: '.y' }), '-')
  expect(originsOf(replaced)).toEqual(['x: a', '-: (a b)', 'y: b'])
})

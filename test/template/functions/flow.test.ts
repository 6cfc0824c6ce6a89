import { expect, test } from 'vitest'
import { call, resultOf, valueAt } from './call.ts'
import { aliasOf, dependenciesIn } from './dependencies.ts'

test.each([
  ['default', [1], 1],
  ['default', [1, null], 1],
  ['default', [1, ''], 1],
  ['default', [1, 'a', 'b'], 'a'],
  ['default', [1, '', 'b'], 1],
  ['empty', [0], true],
  ['empty', [[]], true],
  ['coalesce', [0, '', null, 3], 3],
  ['coalesce', [], null],
  ['ternary', ['a', 'b', true], 'a'],
  ['ternary', ['a', 'b', 'c'], 'TemplateError'],
  ['ternary', ['a', 'b', null], 'TemplateError'],
  ['all', [], true],
  ['all', [1, 0], false],
  ['any', [], false],
  ['any', [0, 'a'], true],
  ['not', [''], true],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toEqual(expected)
})

test('what is chosen stays its key and depends on what was looked at before', () => {
  const chosen = call('default', valueAt('fallback', 'x'), valueAt('given', ''))
  expect([aliasOf(chosen), dependenciesIn(chosen)]).toEqual(['fallback', ['fallback', 'given']])
  const given = call('default', valueAt('fallback', 'x'), valueAt('given', 'y'))
  expect([aliasOf(given), dependenciesIn(given)]).toEqual(['given', ['given']])
  expect(dependenciesIn(call('coalesce', valueAt('a', ''), valueAt('b', 'x'), valueAt('c', 'y')))).toEqual(['a', 'b'])
  expect(dependenciesIn(call('any', valueAt('a', 'x'), valueAt('b', '')))).toEqual(['a'])
})

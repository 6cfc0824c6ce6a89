import { expect, test } from 'vitest'
import type { YamlValue } from '../../src/finding.ts'
import { contradicts, isDifferent, mayHave, says } from '../../src/harden/measure.ts'
import { targetOf } from './target.ts'

const value = (key: string, wanted: YamlValue, id = 'eso') => ({
  target: targetOf({ id, values: { a: { b: 1, c: [1] } } }),
  key: key.split('.'),
  value: wanted,
})

test('a value is said where laying it over the others changes nothing', () => {
  expect(says({ a: 1, b: { c: [2] } }, { b: { c: [2] } })).toBe(true)
  expect(says({ a: 1 }, { a: 1, b: 2 })).toBe(false)
  expect(says({ a: 1 }, {})).toBe(false)
  expect([isDifferent(value('a.b', 1)), isDifferent(value('a.c', [1, 2])), isDifferent(value('d', null))]).toEqual([
    ...[false, true, true],
  ])
})

test('a chart can have a key that it has, or below one that is empty', () => {
  const values = { a: { b: 1 }, empty: {}, none: null, list: [] }
  expect(
    [['a', 'b'], ['a', 'x'], ['x'], ['empty', 'x', 'y'], ['none', 'x'], ['list', 'x'], ['a', 'b', 'c']].map(key =>
      mayHave(values, key),
    ),
  ).toEqual([...[true, false, false, true, true, false, false]])
})

test('two values of a release contradict each other where both cannot be there', () => {
  const pairs = [
    [value('a', { b: 1 }), value('a.b', 2)],
    [value('a', { b: 1 }), value('a.b', 1)],
    [value('a', { b: 1 }), value('a.c', 2)],
    [value('a', true), value('a.c', 2)],
    [value('a.b', 1), value('a.b', 2)],
    [value('a.b', 1), value('a.b', 2, 'other')],
  ] as const
  expect(pairs.map(([one, other]) => [contradicts(one, other), contradicts(other, one)])).toEqual(
    [true, false, false, true, true, false].map(expected => [expected, expected]),
  )
})

import { expect, test } from 'vitest'
import { differences } from '../../../src/locate/inquiry/differences.ts'

test('the outermost thing that differs is told', () => {
  expect(differences({ a: { b: 1, c: 2 }, d: 1 }, { a: { b: 2, c: 2 }, e: { f: 1 } })).toEqual([
    { what: 'changed', path: ['a', 'b'] },
    { what: 'removed', path: ['d'] },
    { what: 'appears', path: ['e'] },
  ])
})

test('equal things do not differ', () => {
  expect(differences({ a: [1, { b: null }] }, { a: [1, { b: null }] })).toEqual([])
})

test('another type is one change', () => {
  expect(differences({ a: [1] }, { a: { b: 1 } })).toEqual([{ what: 'changed', path: ['a'] }])
  expect(differences({ a: { b: 1 } }, { a: null })).toEqual([{ what: 'changed', path: ['a'] }])
})

test.each([
  ['one more in front', ['b', 'c'], ['a', 'b', 'c'], [{ what: 'appears', path: [0] }]],
  ['one less in front', ['a', 'b', 'c'], ['b', 'c'], [{ what: 'removed', path: [0] }]],
  ['another in the middle', ['a', 'b', 'c'], ['a', 'x', 'c'], [{ what: 'changed', path: [1] }]],
  [
    'several between',
    ['a', 'b', 'c', 'd'],
    ['x', 'a', 'b', 'y', 'c', 'd'],
    [
      { what: 'appears', path: [0] },
      { what: 'appears', path: [3] },
    ],
  ],
  ['inside of an item', [{ n: 1, v: 1 }, { n: 2 }], [{ n: 1, v: 2 }, { n: 2 }], [{ what: 'changed', path: [0, 'v'] }]],
])('lists: %s', (_, before, after, expected) => {
  expect(differences(before, after)).toEqual(expected)
})

test('long lists are compared item by item', () => {
  const long = Array.from({ length: 500 }, (_, i) => i)
  expect(differences(long, [...long, 500])).toEqual([{ what: 'appears', path: [500] }])
})

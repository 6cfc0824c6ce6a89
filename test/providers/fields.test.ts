import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { hasValue, isSet, placesOf } from '../../src/providers/fields.ts'

const pathsOf = (yaml: string, field: string): string[] =>
  placesOf(parse(yaml), field).map(({ path, value }) => `${path.join('/')}=${JSON.stringify(value)}`)

test('a field stands for its value, for every item of a list and for every key of a mapping', () => {
  expect(pathsOf('{ a: { b: 1 } }', 'a.b')).toEqual(['a/b=1'])
  expect(pathsOf('{ a: [{ b: 1 }, {}, { b: 2 }] }', 'a[].b')).toEqual(['a/0/b=1', 'a/2/b=2'])
  expect(pathsOf('{ a: { x: 1, y: 2 } }', 'a.*')).toEqual(['a/x=1', 'a/y=2'])
})

test.each([
  ['~', 'a'],
  ['text', 'a'],
  ['{ a: text }', 'a.b'],
  ['{ a: { b: 1 } }', 'a[].b'],
  ['{ a: [1] }', 'a.b'],
  ['{ a: [1] }', 'a.*'],
  ['{}', 'toString'],
])('%s has no %s', (yaml, field) => {
  expect(pathsOf(yaml, field)).toEqual([])
})

describe('isSet', () => {
  test.each([
    ['{ a: { b: 1 } }', true],
    ['{ a: { b: {} } }', true],
    ['{ a: { b: ~ } }', false],
    ['{ a: { b: "" } }', false],
    ['{ a: {} }', false],
    ['{}', false],
    ['{ a: { b: "${LATER}" } }', true],
    ['{ a: "${LATER}" }', true],
  ])('a.b in %s: %s', (yaml, expected) => {
    expect(isSet(parse(yaml), 'a.b')).toBe(expected)
  })
})

test('a field has a value, or its default when it is left out', () => {
  const wanted = { field: 'a', is: 'x' }
  expect(hasValue({ a: 'x' }, wanted)).toBe(true)
  expect(hasValue({ a: 'y' }, { ...wanted, byDefault: true })).toBe(false)
  expect(hasValue({}, wanted)).toBe(false)
  expect(hasValue({}, { ...wanted, byDefault: true })).toBe(true)
  expect(hasValue({ a: '' }, { ...wanted, byDefault: true })).toBe(true)
})

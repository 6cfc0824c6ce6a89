import { expect, test } from 'vitest'
import { Budget } from '../../../src/template/execute/budget.ts'
import { compareTexts, isDeepEqual } from '../../../src/template/value/equal.ts'
import { List, Num, Opaque, Text, type Value } from '../../../src/template/value/value.ts'
import { valueFrom } from '../yaml/plain.ts'

const isEqual = (a: Value, b: Value): boolean => isDeepEqual(a, b, new Budget())

test('values are equal through and through, types among it', () => {
  const tree = { a: [1, { b: null }], c: 'x' }
  expect(isEqual(valueFrom(tree), valueFrom(tree))).toBe(true)
  expect(isEqual(valueFrom(tree), valueFrom({ ...tree, c: null }))).toBe(false)
  expect(isEqual(new Num(1, 'int'), new Num(1, 'float64'))).toBe(false)
  expect(isEqual(new List([]), new List([], undefined, '[]string'))).toBe(false)
  expect(isEqual(new List([]), new List([], undefined, undefined, undefined, true))).toBe(false)
  expect(isEqual(new Text('a'), new Text('a', undefined, { isBytes: true }))).toBe(false)
})

test('what is inside of structs is not known', () => {
  const time = new Opaque({ goType: 'time.Time', printed: 'now' })
  expect(() => isEqual(time, time)).toThrow('time.Time')
  expect(isEqual(time, new Text('now'))).toBe(false)
})

test('strings are in the order of their bytes', () => {
  expect(Math.sign(compareTexts(new Text('\uffff'), new Text('😀')))).toBe(-1)
  expect(compareTexts(new Text('a'), new Text('a'))).toBe(0)
})

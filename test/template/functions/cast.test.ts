import { expect, test } from 'vitest'
import { parseInteger } from '../../../src/template/functions/cast.ts'
import { Opaque } from '../../../src/template/value/value.ts'
import { resultOf } from './call.ts'

const numberOfHelm3 = (printed: string) => new Opaque({ goType: 'json.Number', printed })

test.each<[unknown, unknown]>([
  ['010', 8],
  ['08', 0],
  ['0b11', 3],
  ['0o17', 15],
  ['0o', 0],
  ['1_000', 1000],
  ['1e3', 0],
  ['+5', 5],
  ['-010', -8],
  ['12.', 0],
  ['12.00', 12],
  ['12.01', 0],
  ['', 0],
  [' 1', 0],
  [true, 1],
  [null, 0],
  [[1], 0],
  [-1.9, -1],
  [1e30, 'Untraced'],
  ['9007199254740993', 'Untraced'],
  ['99999999999999999999', 0],
  [numberOfHelm3('3'), 3],
  [numberOfHelm3('2.5'), 0],
  [new Opaque({ goType: 'time.Time', printed: '' }), 'Untraced'],
])('int64 of %j is %j', (given, expected) => {
  expect(resultOf('int64', given)).toBe(expected)
})

test.each<[unknown, unknown]>([
  ['1e3', 1000],
  ['.5', 0.5],
  ['5.', 5],
  [' 5', 0],
  ['010', 10],
  ['1e400', 0],
  ['-Inf', -Infinity],
  ['nan', NaN],
  ['0x10', 'Untraced'],
  ['1_0', 'Untraced'],
  ['x_', 0],
  [false, 0],
  [null, 0],
  [numberOfHelm3('2.5'), 2.5],
])('float64 of %j is %j', (given, expected) => {
  expect(resultOf('float64', given)).toBe(expected)
})

test.each([
  ['12', 12n],
  ['+012', 12n],
  ['0x1', 0n],
  ['', 0n],
  ['3.0', 0n],
  ['99999999999999999999', 9223372036854775807n],
  ['-99999999999999999999x', -9223372036854775808n],
])('%j in decimal is %s', (text, expected) => {
  expect(parseInteger(text)).toBe(expected)
})

test('nobody waits for a number of a million digits', () => {
  expect(resultOf('int', '1'.repeat(1_000_000))).toBe('Untraced')
})

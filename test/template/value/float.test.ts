import { expect, test } from 'vitest'
import { formatFloat } from '../../../src/template/value/float.ts'

test.each([
  [1e6, '1e+06'],
  [123456, '123456'],
  [0.0001, '0.0001'],
  [0.00001, '1e-05'],
  [1234567, '1.234567e+06'],
  [-0, '-0'],
  [5e-324, '5e-324'],
  [Number.POSITIVE_INFINITY, '+Inf'],
])('%d prints as %s', (value, expected) => {
  expect(formatFloat(value)).toBe(expected)
})

test('a precision rounds the exact number half to even', () => {
  expect(formatFloat(0.5, 'f', 0)).toBe('0')
  expect(formatFloat(2.5, 'f', 0)).toBe('2')
  expect(formatFloat(1.005, 'f', 2)).toBe('1.00')
  expect(formatFloat(9.995, 'e', 2)).toBe('9.99e+00')
  expect(formatFloat(999.9, 'g', 3)).toBe('1e+03')
  expect(formatFloat(1e22, 'f', 1)).toBe('10000000000000000000000.0')
})

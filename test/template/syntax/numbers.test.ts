import { expect, test } from 'vitest'
import { TemplateError, Untraced } from '../../../src/template/errors.ts'
import { readNumber } from '../../../src/template/syntax/numbers.ts'

test.each([
  ['0', 0],
  ['+12', 12],
  ['-0', 0],
  ['1_000', 1000],
  ['0x1F', 31],
  ['0xe', 14],
  ['0x_f', 15],
  ['0b101', 5],
  ['0o17', 15],
  ['017', 15],
  ['0_7', 7],
  ['9007199254740991', 9007199254740991],
])('%s is the int %d', (literal, value) => {
  expect(readNumber(literal)).toEqual({ value, type: 'int' })
})

test.each([
  ['1.', 1],
  ['.5', 0.5],
  ['-.5', -0.5],
  ['-0.0', -0],
  ['1e3', 1000],
  ['08.5', 8.5],
  ['1_0e1_0', 1e11],
  ['1e-400', 0],
  // Go does not see that it is hexadecimal, but sees the e.
  ['-0xe', -14],
  ['0x1p3', 8],
  ['-0x1.8p1', -3],
  ['0x.8p1', 1],
])('%s is the float64 %d', (literal, value) => {
  expect(readNumber(literal)).toEqual({ value, type: 'float64' })
})

test.each(['08', '1__0', '1_', '-_5', '1e', '1_e5', '1e400', '0x', '0x1.8', '0x1p', '0xp1', '-', '.', '1.2.3'])(
  '%s is refused',
  literal => {
    expect(() => readNumber(literal)).toThrow(TemplateError)
  },
)

test.each([
  '1i',
  '9007199254740992',
  '18446744073709551615',
  '-9223372036854775808',
  '0x1p-1074',
  '0x123456789abcdefp0',
])('%s is not traced', literal => {
  expect(() => readNumber(literal)).toThrow(Untraced)
})

test.each(['18446744073709551616', '-9223372036854775809', `0b${'1'.repeat(65)}`])(
  '%s is more than 64 bits hold',
  literal => {
    expect(() => readNumber(literal)).toThrow(TemplateError)
  },
)

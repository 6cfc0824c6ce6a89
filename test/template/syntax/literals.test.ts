import { describe, expect, test } from 'vitest'
import { TemplateError, Untraced } from '../../../src/template/errors.ts'
import { readCharacter, unquote } from '../../../src/template/syntax/literals.ts'

describe('a string literal', () => {
  test.each([
    ['""', ''],
    ['"a b"', 'a b'],
    [String.raw`"\a\b\f\n\r\t\v\\\""`, '\u0007\b\f\n\r\t\v\\"'],
    [String.raw`"\x41\u00e9\U0001F600\101"`, 'Aé😀A'],
    [String.raw`"x\xc3\xa9\303\251y"`, 'xééy'],
    ['`a\\n"`', 'a\\n"'],
    ['`a\r\nb`', 'a\nb'],
  ])('%s means %j', (literal, value) => {
    expect(unquote(literal)).toBe(value)
  })

  test.each([
    String.raw`"\q"`,
    String.raw`"\'"`,
    String.raw`"\x4"`,
    String.raw`"\u12"`,
    String.raw`"\ud800"`,
    String.raw`"\U00110000"`,
    String.raw`"\400"`,
    String.raw`"\0"`,
  ])('%s is refused', literal => {
    expect(() => unquote(literal)).toThrow(TemplateError)
  })

  test('that is not UTF-8 is not traced', () => {
    expect(() => unquote(String.raw`"\xff"`)).toThrow(Untraced)
    expect(() => unquote(String.raw`"\xc3é"`)).toThrow(Untraced)
  })
})

describe('a character literal', () => {
  test.each([
    ["'a'", 97],
    ["'é'", 233],
    ["'😀'", 128512],
    [String.raw`'\''`, 39],
    [String.raw`'\n'`, 10],
    [String.raw`'\xff'`, 255],
    [String.raw`'\101'`, 65],
    [String.raw`'\u00e9'`, 233],
  ])('%s is %d', (literal, code) => {
    expect(readCharacter(literal)).toBe(code)
  })

  test.each(["''", "'ab'", String.raw`'\"'`, String.raw`'\q'`, String.raw`'\x41\x42'`, String.raw`'\ud800'`])(
    '%s is refused',
    literal => {
      expect(() => readCharacter(literal)).toThrow(TemplateError)
    },
  )
})

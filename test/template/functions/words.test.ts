import { expect, test } from 'vitest'
import { Untraced } from '../../../src/template/errors.ts'
import { camelCase, delimited } from '../../../src/template/functions/words.ts'

test('numbers begin a word only where small letters follow', () => {
  expect(delimited('Bld4Floor3rd', '_')).toBe('bld4_floor_3rd')
  expect(delimited('Duration2m3s', '_')).toBe('duration_2m3s')
})

test('the last of several connectors goes', () => {
  expect(camelCase('Foo-_ Bar')).toBe('Foo-_Bar')
})

test('symbols are left alone', () => {
  expect(() => delimited('a~B', '_')).toThrow(Untraced)
  expect(() => camelCase('a\tb')).toThrow(Untraced)
})

import { expect, test } from 'vitest'
import { Untraced } from '../../../src/template/errors.ts'
import { byteLength, offsetOfByte } from '../../../src/template/value/bytes.ts'

test('lengths and offsets count bytes of UTF-8', () => {
  expect(byteLength('aé😀')).toBe(7)
  expect([0, 1, 3, 7].map(bytes => offsetOfByte('aé😀', bytes))).toEqual([0, 1, 2, 4])
  expect(() => offsetOfByte('aé', 2)).toThrow(Untraced)
})

import { expect, test } from 'vitest'
import { decodeBase32, decodeBase64, encodeBase32 } from '../../../src/template/functions/base.ts'

test.each([
  ['a===', 1],
  ['ab=c', 2],
  ['ab=', 3],
  ['abc=a', 4],
  ['abcdef', 4],
  ['a b', 1],
])('%j is no base 64 from byte %d on', (encoded, fault) => {
  expect(decodeBase64(Buffer.from(encoded))).toBe(`illegal base64 data at input byte ${fault}`)
})

test.each([
  ['AB=====', 7],
  ['ABC=====', 3],
  ['AB==A===', 3],
  ['ABCDEFGHAB', 8],
  ['YWI=YWI=', 3],
])('%j is no base 32 from byte %d on', (encoded, fault) => {
  expect(decodeBase32(Buffer.from(encoded))).toBe(`illegal base32 data at input byte ${fault}`)
})

test('what is encoded comes back', () => {
  const bytes = Uint8Array.from({ length: 256 }, (_, i) => i)
  for (const length of [0, 1, 2, 3, 4, 5, 256]) {
    const part = bytes.subarray(0, length)
    expect(decodeBase32(Buffer.from(encodeBase32(part)))).toEqual(part)
  }
})

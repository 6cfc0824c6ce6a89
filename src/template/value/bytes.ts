import { Untraced } from '../errors.ts'
import type { Text } from './text.ts'

const ASCII = /^[\0-\x7f]*$/

/** Whether each UTF-16 unit is one byte of UTF-8. */
export const isAscii = (string: string): boolean => ASCII.test(string)

/** The length that Go's `len` gives: bytes of UTF-8. */
export const byteLength = (string: string): number => (isAscii(string) ? string.length : Buffer.byteLength(string))

/** What Go has as the string's bytes, also where it is no UTF-8. */
export const bytesOf = (text: Text): Uint8Array => text.bytes ?? Buffer.from(text.string)

/**
 * Where a count of bytes ends, as a UTF-16 offset; the count lies between 0 and the length in bytes.
 * @throws Untraced inside a character, since half a character is no text.
 */
export function offsetOfByte(string: string, bytes: number): number {
  if (isAscii(string)) return bytes
  let left = bytes
  let offset = 0
  for (const character of string) {
    if (left <= 0) break
    left -= bytesOfCodePoint(character.codePointAt(0) ?? 0)
    offset += character.length
  }
  if (left < 0) throw new Untraced('a text is cut inside a character')
  return offset
}

function bytesOfCodePoint(codePoint: number): number {
  if (codePoint < 0x80) return 1
  if (codePoint < 0x800) return 2
  return codePoint < 0x10000 ? 3 : 4
}

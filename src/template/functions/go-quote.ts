import { Untraced } from '../errors.ts'
import { hasRecentCharacter } from '../value/recent-characters.ts'

/** Characters that have an escape of their own, within double quotes. */
const SHORT: Readonly<Record<string, string>> = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
}
/** What Go does not print as it is; see `isPrinted`. */
const ESCAPED = /["'\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu
const PLAIN = /^[\x20\x21\x23-\x5b\x5d-\x7e]*$/

/** Whether Go's strconv takes a character for printable. */
export function isPrinted(character: string): boolean {
  refuseRecent(character)
  return /^[\p{L}\p{M}\p{N}\p{P}\p{S} ]$/u.test(character)
}

/** @throws Untraced for characters younger than Go's tables */
export function refuseRecent(string: string): void {
  if (hasRecentCharacter(string)) throw new Untraced('a character that Go does not know yet')
}

/** The inside of a Go string literal. @throws Untraced for characters younger than Go's tables */
export function escapeGo(string: string, quote: '"' | "'" = '"', isAsciiOnly = false): string {
  if (quote === '"' && PLAIN.test(string)) return string
  refuseRecent(string)
  const escaped = string.replace(ESCAPED, character => escapeCharacter(character, quote))
  return isAsciiOnly ? escaped.replace(/[^\0-\x7f]/gu, escapeCodePoint) : escaped
}

/** A Go string literal in double quotes: `%q`, and sprig's `quote`. */
export const quoteGo = (string: string): string => `"${escapeGo(string)}"`

function escapeCharacter(character: string, quote: string): string {
  if (character === '"' || character === "'") return character === quote ? `\\${character}` : character
  return SHORT[character] ?? escapeCodePoint(character)
}

function escapeCodePoint(character: string): string {
  const codePoint = character.codePointAt(0) ?? 0
  if (codePoint >= 0xd800 && codePoint <= 0xdfff) return '\\ufffd'
  const digits = codePoint.toString(16)
  if (codePoint < 0x80) return `\\x${digits.padStart(2, '0')}`
  return codePoint < 0x10000 ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`
}

import { TemplateError, Untraced } from '../errors.ts'

const SIMPLE: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
}
/** Bytes of UTF-8 that stand together, one code point, or any other character behind a backslash. */
const ESCAPES = /(?:\\x[\da-fA-F]{2}|\\[0-7]{3})+|\\u[\da-fA-F]{4}|\\U[\da-fA-F]{8}|\\[\s\S]?/g
const BYTE = /\\(?:x(..)|([0-7]{3}))/g
const LAST_CODE_POINT = 0x10ffff

const invalid = (): TemplateError => new TemplateError('invalid syntax')

/**
 * The value of a quoted or raw string literal, quotes and all.
 * @throws TemplateError for an escape that Go does not know; Untraced when the bytes are no UTF-8.
 */
export function unquote(literal: string): string {
  const inner = literal.slice(1, -1)
  if (literal.startsWith('`')) return inner.replaceAll('\r', '')
  return inner.replace(ESCAPES, escaped => readEscape(escaped, '"') ?? decode(readBytes(escaped)))
}

/** The code point of a character literal, quotes and all. @throws TemplateError when it is not one character. */
export function readCharacter(literal: string): number {
  const inner = literal.slice(1, -1)
  if (inner === '') throw invalid()
  const [escaped] = inner.startsWith('\\') ? (inner.match(ESCAPES) ?? []) : [inner]
  const character = escaped?.startsWith('\\') ? readEscape(escaped, "'") : escaped
  // A byte stands for the code point of the same number here.
  const [code, ...others] = character === undefined ? readBytes(inner) : [...character].map(one => one.codePointAt(0))
  if (code === undefined || others.length > 0 || (escaped && escaped !== inner))
    throw new TemplateError(`malformed character constant: ${literal}`)
  return code
}

/** What an escape means; undefined for bytes. */
function readEscape(escaped: string, quote: string): string | undefined {
  const letter = escaped[1] ?? ''
  if (letter === quote) return quote
  if (letter === 'u' || letter === 'U') return readCodePoint(escaped.slice(2))
  if (/^\\(?:x..|[0-7]{3})/.test(escaped)) return undefined
  const simple = SIMPLE[letter]
  if (simple === undefined) throw invalid()
  return simple
}

function readCodePoint(digits: string): string {
  const code = digits === '' ? LAST_CODE_POINT + 1 : Number.parseInt(digits, 16)
  if (code > LAST_CODE_POINT || (code >= 0xd800 && code <= 0xdfff)) throw invalid()
  return String.fromCodePoint(code)
}

function readBytes(escaped: string): number[] {
  const bytes = [...escaped.matchAll(BYTE)].map(([, hexadecimal, octal]) =>
    hexadecimal === undefined ? Number.parseInt(octal ?? '', 8) : Number.parseInt(hexadecimal, 16),
  )
  if (bytes.some(byte => byte > 255)) throw invalid()
  return bytes
}

function decode(bytes: readonly number[]): string {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(Uint8Array.from(bytes))
  } catch {
    throw new Untraced('a string literal is not UTF-8')
  }
}

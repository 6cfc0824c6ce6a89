import { hexDigit, isBlank, isBreakOrEnd, isDigit, isGap, isWordCharacter } from './characters.ts'
import type { Cursor } from './cursor.ts'

/** What may stand behind the name of an anchor or alias, besides a gap: `?:,]}%@` and a backtick. */
const BEHIND_NAMES = new Set([0x3f, 0x3a, 0x2c, 0x5d, 0x7d, 0x25, 0x40, 0x60])

/** What may stand in a tag besides letters, digits, `_` and `-`. */
const TAG_CHARACTERS = new Set([...";/?:@&=+$.!~*'()%,[]"].map(character => character.charCodeAt(0)))

const scanWord = (cursor: Cursor): string => {
  const start = cursor.offset
  while (isWordCharacter(cursor.peek())) cursor.offset++
  return cursor.text.slice(start, cursor.offset)
}

/** The name behind `&` or `*`. */
export function scanName(cursor: Cursor): string {
  cursor.offset++
  const name = scanWord(cursor)
  if (name === '' || !(isGap(cursor.peek()) || BEHIND_NAMES.has(cursor.peek())))
    throw cursor.failure('did not find expected alphabetic or numeric character')
  return name
}

/** A tag as it is written: `!`, `!name`, `!!name`, `!handle!name`, `!<uri>`. */
export function scanTag(cursor: Cursor): string {
  const start = cursor.offset
  cursor.offset++
  if (cursor.peek() === 0x3c) {
    cursor.offset++
    if (!scanUri(cursor)) throw cursor.failure('did not find expected tag URI')
    if (cursor.peek() !== 0x3e) throw cursor.failure("did not find the expected '>'")
    cursor.offset++
  } else {
    scanWord(cursor)
    if (cursor.peek() === 0x21) {
      cursor.offset++
      if (!scanUri(cursor)) throw cursor.failure('did not find expected tag URI')
    } else scanUri(cursor)
  }
  if (!isGap(cursor.peek())) throw cursor.failure('did not find expected whitespace or line break')
  return cursor.text.slice(start, cursor.offset)
}

function scanUri(cursor: Cursor): boolean {
  const start = cursor.offset
  for (let code = cursor.peek(); isWordCharacter(code) || TAG_CHARACTERS.has(code); code = cursor.peek()) {
    if (code === 0x25 && (hexDigit(cursor.peek(1)) < 0 || hexDigit(cursor.peek(2)) < 0))
      throw cursor.failure('did not find URI escaped octet')
    cursor.offset++
  }
  return cursor.offset > start
}

/** A `%` line with single spaces between its parts: `%YAML 1.1`, `%TAG !handle! prefix`. */
export function scanDirective(cursor: Cursor): string {
  cursor.offset++
  const name = scanWord(cursor)
  if (name === '') throw cursor.failure('could not find expected directive name')
  if (!isGap(cursor.peek())) throw cursor.failure('found unexpected non-alphabetical character')
  skipBlanks(cursor)
  let parts = ''
  if (name === 'YAML') parts = scanVersion(cursor)
  else if (name === 'TAG') parts = scanTagDirective(cursor)
  else throw cursor.failure('found unknown directive name')
  skipBlanks(cursor)
  if (cursor.peek() === 0x23) cursor.skipToBreak()
  if (!isBreakOrEnd(cursor.peek())) throw cursor.failure('did not find expected comment or line break')
  cursor.takeBreak()
  return `%${name} ${parts}`
}

function skipBlanks(cursor: Cursor): void {
  while (isBlank(cursor.peek())) cursor.offset++
}

function scanVersion(cursor: Cursor): string {
  const major = scanDigits(cursor)
  if (cursor.peek() !== 0x2e) throw cursor.failure("did not find expected digit or '.' character")
  cursor.offset++
  return `${major}.${scanDigits(cursor)}`
}

function scanDigits(cursor: Cursor): number {
  const start = cursor.offset
  while (isDigit(cursor.peek())) cursor.offset++
  const length = cursor.offset - start
  if (length === 0) throw cursor.failure('did not find expected version number')
  if (length > 2) throw cursor.failure('found extremely long version number')
  return Number(cursor.text.slice(start, cursor.offset))
}

function scanTagDirective(cursor: Cursor): string {
  const start = cursor.offset
  if (cursor.peek() !== 0x21) throw cursor.failure("did not find expected '!'")
  cursor.offset++
  scanWord(cursor)
  if (cursor.peek() === 0x21) cursor.offset++
  else if (cursor.offset - start > 1) throw cursor.failure("did not find expected '!'")
  const handle = cursor.text.slice(start, cursor.offset)
  if (!isBlank(cursor.peek())) throw cursor.failure('did not find expected whitespace')
  skipBlanks(cursor)
  const prefix = cursor.offset
  if (!scanUri(cursor)) throw cursor.failure('did not find expected tag URI')
  const uri = cursor.text.slice(prefix, cursor.offset)
  if (!isGap(cursor.peek())) throw cursor.failure('did not find expected whitespace or line break')
  return `${handle} ${uri}`
}

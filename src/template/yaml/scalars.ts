import { hexDigit, isBlank, isBreak, isBreakOrEnd, isDigit, isGap, SPACE, TAB } from './characters.ts'
import type { Cursor } from './cursor.ts'

/** A scalar's content, and where it ends (which is before the gap behind it). */
export interface Scanned {
  readonly text: string
  readonly end: number
}

/** The gap between two pieces of a scalar that goes on over lines: one break is a space, further ones stay. */
class Gap {
  blanks = ''
  firstBreak = ''
  breaks = ''
  hasBreak = false

  /** Passes blanks and breaks. */
  take(cursor: Cursor, onBlank?: (isIndent: boolean) => void): void {
    for (let code = cursor.peek(); isBlank(code) || isBreak(code); code = cursor.peek()) {
      if (isBlank(code)) {
        onBlank?.(this.hasBreak)
        if (!this.hasBreak) this.blanks += String.fromCharCode(code)
        cursor.offset++
      } else if (this.hasBreak) {
        this.breaks += cursor.takeBreak()
      } else {
        this.blanks = ''
        this.firstBreak = cursor.takeBreak()
        this.hasBreak = true
      }
    }
  }

  get folded(): string {
    if (!this.hasBreak) return this.blanks
    if (this.firstBreak !== '\n') return this.firstBreak + this.breaks
    return this.breaks === '' ? ' ' : this.breaks
  }
}

/** Whether a plain scalar ends before this unit. */
function endsPlain(code: number, next: number, isInFlow: boolean): boolean {
  if (code === 0x3a) return isGap(next)
  if (!isInFlow) return false
  return code === 0x2c || code === 0x3f || code === 0x5b || code === 0x5d || code === 0x7b || code === 0x7d
}

/** A scalar without quotes; `indent` is the least column of its further lines. */
export function scanPlain(cursor: Cursor, indent: number, isInFlow: boolean): Scanned & { readonly endsLine: boolean } {
  const { text } = cursor
  let content = ''
  let end = cursor.offset
  let gap: Gap | undefined
  for (;;) {
    if (cursor.peek() === 0x23 || cursor.isAtDocumentMark()) break
    const start = cursor.offset
    for (let code = cursor.peek(); !isGap(code) && !endsPlain(code, cursor.peek(1), isInFlow); code = cursor.peek())
      cursor.offset++
    if (cursor.offset > start) {
      content += (gap?.folded ?? '') + text.slice(start, cursor.offset)
      gap = undefined
      end = cursor.offset
    }
    if (!isBlank(cursor.peek()) && !isBreak(cursor.peek())) break
    gap ??= new Gap()
    gap.take(cursor, isIndent => {
      if (isIndent && cursor.column < indent && cursor.peek() === TAB)
        throw cursor.failure('found a tab character that violates indentation')
    })
    if (!isInFlow && cursor.column < indent) break
  }
  return { text: content, end, endsLine: gap?.hasBreak ?? false }
}

/** A scalar in quotes, from its opening one. */
export function scanQuoted(cursor: Cursor): Scanned {
  const quote = cursor.peek()
  cursor.offset++
  let content = ''
  for (;;) {
    if (cursor.isAtDocumentMark()) throw cursor.failure('found unexpected document indicator')
    if (cursor.isAtEnd) throw cursor.failure('found unexpected end of stream')
    const gap = new Gap()
    content += scanQuotedLine(cursor, quote, gap)
    if (cursor.peek() === quote) break
    gap.take(cursor)
    content += gap.folded
  }
  cursor.offset++
  return { text: content, end: cursor.offset }
}

/** Up to a gap, or to the closing quote. */
function scanQuotedLine(cursor: Cursor, quote: number, gap: Gap): string {
  const { text } = cursor
  let content = ''
  let start = cursor.offset
  for (let code = cursor.peek(); !isGap(code); code = cursor.peek()) {
    if (code === quote) {
      if (quote !== 0x27 || cursor.peek(1) !== quote) break
      content += text.slice(start, cursor.offset + 1)
      cursor.offset += 2
    } else if (code === 0x5c && quote === 0x22) {
      content += text.slice(start, cursor.offset)
      cursor.offset++
      if (isBreak(cursor.peek())) {
        cursor.takeBreak()
        gap.hasBreak = true
        return content
      }
      content += scanEscape(cursor)
    } else {
      cursor.offset++
      continue
    }
    start = cursor.offset
  }
  return content + text.slice(start, cursor.offset)
}

const ESCAPES: Readonly<Record<string, string>> = {
  '0': '\0',
  a: '\x07',
  b: '\b',
  t: '\t',
  '\t': '\t',
  n: '\n',
  v: '\v',
  f: '\f',
  r: '\r',
  e: '\x1b',
  ' ': ' ',
  '"': '"',
  "'": "'",
  '/': '/',
  '\\': '\\',
  N: '\u0085',
  _: '\u00a0',
  L: '\u2028',
  P: '\u2029',
}

const CODE_LENGTHS: Readonly<Record<string, number>> = { x: 2, u: 4, U: 8 }

/** What stands behind a backslash. */
function scanEscape(cursor: Cursor): string {
  const letter = String.fromCharCode(cursor.peek())
  const length = CODE_LENGTHS[letter]
  const simple = Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined
  if (length === undefined && simple === undefined) throw cursor.failure('found unknown escape character')
  cursor.offset++
  if (length === undefined) return simple ?? ''
  let code = 0
  for (let i = 0; i < length; i++) {
    const digit = hexDigit(cursor.peek(i))
    if (digit < 0) throw cursor.failure('did not find expected hexdecimal number')
    code = code * 16 + digit
  }
  if ((code >= 0xd800 && code <= 0xdfff) || code > 0x10ffff)
    throw cursor.failure('found invalid Unicode character escape code')
  cursor.offset += length
  return String.fromCodePoint(code)
}

/** A scalar behind `|` or `>`; `parentIndent` is the column of the collection it is in, -1 at the root. */
export function scanBlock(cursor: Cursor, parentIndent: number): Scanned {
  const isLiteral = cursor.peek() === 0x7c
  cursor.offset++
  const { chomping, increment } = scanBlockHeader(cursor)
  const given = increment === 0 ? 0 : Math.max(parentIndent, 0) + increment
  let end = cursor.offset
  let breaks = ''
  const takeBreaks = (indent: number): number => {
    const found = scanBlockBreaks(cursor, indent, parentIndent)
    breaks = found.breaks
    end = found.end
    return found.indent
  }
  const indent = takeBreaks(given)
  let content = ''
  let lineBreak = ''
  let wasIndented = false
  while (cursor.column === indent && !cursor.isAtEnd) {
    const isIndented = isBlank(cursor.peek())
    if (isLiteral || lineBreak !== '\n' || wasIndented || isIndented) content += lineBreak + breaks
    else content += breaks === '' ? ' ' : breaks
    wasIndented = isIndented
    const start = cursor.offset
    cursor.skipToBreak()
    content += cursor.text.slice(start, cursor.offset)
    end = cursor.offset
    lineBreak = cursor.takeBreak()
    takeBreaks(indent)
  }
  if (chomping !== '-') content += lineBreak
  if (chomping === '+') content += breaks
  return { text: content, end }
}

function scanBlockHeader(cursor: Cursor): { chomping: string; increment: number } {
  let chomping = ''
  let increment = 0
  for (let i = 0; i < 2; i++) {
    const code = cursor.peek()
    if ((code === 0x2b || code === 0x2d) && chomping === '') chomping = String.fromCharCode(code)
    else if (isDigit(code) && increment === 0) {
      if (code === 0x30) throw cursor.failure('found an indentation indicator equal to 0')
      increment = code - 0x30
    } else break
    cursor.offset++
  }
  while (isBlank(cursor.peek())) cursor.offset++
  if (cursor.peek() === 0x23) cursor.skipToBreak()
  if (!isBreakOrEnd(cursor.peek())) throw cursor.failure('did not find expected comment or line break')
  cursor.takeBreak()
  return { chomping, increment }
}

/** Passes indentation and empty lines; finds the indentation when none is given (0). */
function scanBlockBreaks(
  cursor: Cursor,
  indent: number,
  parentIndent: number,
): { indent: number; breaks: string; end: number } {
  let breaks = ''
  let deepest = 0
  let end = cursor.offset
  for (;;) {
    while ((indent === 0 || cursor.column < indent) && cursor.peek() === SPACE) cursor.offset++
    deepest = Math.max(deepest, cursor.column)
    if ((indent === 0 || cursor.column < indent) && cursor.peek() === TAB)
      throw cursor.failure('found a tab character where an indentation space is expected')
    if (!isBreak(cursor.peek())) break
    breaks += cursor.takeBreak()
    end = cursor.offset
  }
  return { indent: indent === 0 ? Math.max(deepest, parentIndent + 1, 1) : indent, breaks, end }
}

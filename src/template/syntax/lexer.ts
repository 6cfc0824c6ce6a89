import { isKeyword, type Token, type TokenKind } from './token.ts'

const SPACES = /[ \t\r\n]+/y
const WORD = /[\p{L}\p{Nd}_]+/uy
/** A number as far as its characters go; whether it means one is for numbers.ts to say. */
const NUMBER =
  /[+-]?(?:0[xX][\da-fA-F_]*(?:\.[\da-fA-F_]*)?(?:[pP][+-]?[\d_]*)?|0[oO][0-7_]*(?:\.[0-7_]*)?|0[bB][01_]*(?:\.[01_]*)?|[\d_]*(?:\.[\d_]*)?(?:[eE][+-]?[\d_]*)?)i?/y

const SIGNS: Readonly<Record<string, TokenKind>> = { '|': 'bar', '=': 'assign', '(': 'leftParen', ')': 'rightParen' }

/** Splits a template into tokens, one at a time, as Go does: what is wrong is a token of the kind `error`. */
export class Lexer {
  readonly #text: string
  #at = 0
  #isInAction = false
  #openParens = 0

  constructor(text: string) {
    this.#text = text
  }

  /** The next token; after the end of the text, or an error, there is no other. */
  next(): Token {
    return this.#isInAction ? this.#inAction() : this.#outside()
  }

  #outside(): Token {
    const text = this.#text
    for (;;) {
      const start = this.#at
      const open = text.indexOf('{{', start)
      if (open < 0) return start < text.length ? this.#token('text', text.length) : this.#token('stop', start)
      const isTrimming = text[open + 2] === '-' && isSpace(text[open + 3])
      const end = isTrimming ? trimEnd(text, start, open) : open
      this.#at = open
      if (end > start) return { kind: 'text', offset: start, text: text.slice(start, end) }
      const inner = open + (isTrimming ? 4 : 2)
      if (!text.startsWith('/*', inner)) return this.#open(open, inner)
      const error = this.#skipComment(inner)
      if (error) return error
    }
  }

  #open(offset: number, inner: number): Token {
    this.#at = inner
    this.#isInAction = true
    this.#openParens = 0
    return { kind: 'open', offset, text: '{{' }
  }

  #skipComment(start: number): Token | undefined {
    const end = this.#text.indexOf('*/', start + 2)
    if (end < 0) return this.#error('unclosed comment')
    const length = this.#closeLength(end + 2)
    if (length === 0) return this.#error('comment ends before closing delimiter')
    this.#leave(end + 2 + length, length > 2)
    return undefined
  }

  /** How long the closing delimiter is that stands there, with its trim marker; 0 when there is none. */
  #closeLength(at: number): number {
    const text = this.#text
    if (text.startsWith('}}', at)) return 2
    return isSpace(text[at]) && text.startsWith('-}}', at + 1) ? 4 : 0
  }

  #leave(at: number, isTrimming: boolean): void {
    this.#isInAction = false
    this.#at = isTrimming ? match(SPACES, this.#text, at) : at
  }

  #inAction(): Token {
    const text = this.#text
    const at = this.#at
    const length = this.#closeLength(at)
    if (length > 0) return this.#close(at, length)
    const first = text[at]
    if (first === undefined) return this.#error('unclosed action')
    if (isSpace(first)) return this.#spaces()
    if (first === '"') return this.#quoted('string', '"', 'unterminated quoted string')
    if (first === "'") return this.#quoted('character', "'", 'unterminated character constant')
    if (first === '`') return this.#rawString()
    if (first === '$') return this.#name('variable', at + 1)
    if (first === '.' && !/^\d?$/.test(text[at + 1] ?? '')) return this.#name('field', at + 1)
    if (first === ':') return text[at + 1] === '=' ? this.#token('declare', at + 2) : this.#error('expected :=')
    if (/[\d.+-]/.test(first)) return this.#number()
    const end = match(WORD, text, at)
    return end > at ? this.#word(end) : this.#sign(first)
  }

  #close(offset: number, length: number): Token {
    if (this.#openParens > 0) return this.#error('unclosed left paren')
    this.#leave(offset + length, length > 2)
    return { kind: 'close', offset: offset + length - 2, text: '}}' }
  }

  #spaces(): Token {
    const end = match(SPACES, this.#text, this.#at)
    return this.#token('space', this.#text.startsWith('-}}', end) ? end - 1 : end)
  }

  #quoted(kind: TokenKind, quote: string, error: string): Token {
    const text = this.#text
    for (let at = this.#at + 1; at < text.length; at++) {
      if (text[at] === '\\') at++
      else if (text[at] === quote) return this.#token(kind, at + 1)
      if (text[at] === '\n') break
    }
    return this.#error(error)
  }

  #rawString(): Token {
    const end = this.#text.indexOf('`', this.#at + 1)
    return end < 0 ? this.#error('unterminated raw quoted string') : this.#token('rawString', end + 1)
  }

  /** `$`, `$name`, `.` or `.name`. */
  #name(kind: 'variable' | 'field', start: number): Token {
    if (kind === 'field' && this.#isEndOfWord(start)) return this.#token('dot', start)
    const end = match(WORD, this.#text, start)
    return this.#isEndOfWord(end) ? this.#token(kind, end) : this.#badCharacter(end)
  }

  #word(end: number): Token {
    if (!this.#isEndOfWord(end)) return this.#badCharacter(end)
    const word = this.#text.slice(this.#at, end)
    return this.#token(isKeyword(word) ? word : word === 'true' || word === 'false' ? 'bool' : 'identifier', end)
  }

  #isEndOfWord(at: number): boolean {
    const next = this.#text[at]
    return next === undefined || isSpace(next) || '.,|:()'.includes(next) || this.#text.startsWith('}}', at)
  }

  #number(): Token {
    const text = this.#text
    const end = match(NUMBER, text, this.#at)
    if (match(WORD, text, end) > end) return this.#badNumber(end + 1)
    if (text[end] !== '+' && text[end] !== '-') return this.#token('number', end)
    const endOfSum = match(NUMBER, text, end)
    const isComplex = text[endOfSum - 1] === 'i' && match(WORD, text, endOfSum) === endOfSum
    return isComplex ? this.#token('complex', endOfSum) : this.#badNumber(endOfSum)
  }

  #sign(first: string): Token {
    if (first === '(') this.#openParens++
    if (first === ')') this.#openParens--
    if (this.#openParens < 0) return this.#error('unexpected right paren')
    if (/[!-~]/.test(first)) return this.#token(SIGNS[first] ?? 'sign', this.#at + 1)
    return this.#error(`unrecognized character in action: ${describeCharacter(this.#text, this.#at)}`)
  }

  #badNumber(end: number): Token {
    return this.#error(`bad number syntax: ${JSON.stringify(this.#text.slice(this.#at, end))}`)
  }

  #badCharacter(at: number): Token {
    return this.#error(`bad character ${describeCharacter(this.#text, at)}`)
  }

  #token(kind: TokenKind, end: number): Token {
    const offset = this.#at
    this.#at = end
    return { kind, offset, text: this.#text.slice(offset, end) }
  }

  #error(text: string): Token {
    return { kind: 'error', offset: this.#at, text }
  }
}

const isSpace = (character: string | undefined): boolean =>
  character === ' ' || character === '\n' || character === '\t' || character === '\r'

function trimEnd(text: string, start: number, end: number): number {
  let at = end
  while (at > start && isSpace(text[at - 1])) at--
  return at
}

/** Where what the expression matches at an offset ends; the offset itself when it matches nothing there. */
function match(expression: RegExp, text: string, at: number): number {
  expression.lastIndex = at
  return expression.test(text) ? expression.lastIndex : at
}

/** As Go's `%#U`: `U+0021 '!'`. */
function describeCharacter(text: string, at: number): string {
  const code = text.codePointAt(at) ?? 0
  const number = `U+${code.toString(16).toUpperCase().padStart(4, '0')}`
  return /[\p{C}\p{Z}]/u.test(String.fromCodePoint(code)) ? number : `${number} '${String.fromCodePoint(code)}'`
}

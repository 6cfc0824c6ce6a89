import { Untraced } from '../errors.ts'
import { isBreak, isGap, SPACE, TAB } from './characters.ts'
import { Cursor } from './cursor.ts'
import { scanDirective, scanName, scanTag } from './names.ts'
import { PossibleKeys } from './possible-keys.ts'
import { scanBlock, scanPlain, scanQuoted } from './scalars.ts'
import type { Token, TokenKind } from './tokens.ts'

/** Deeper than any values file. Helm goes on to 10,000. */
const DEEPEST = 200

/** Splits a text into the tokens of YAML 1.1 as libyaml and its descendants do, no further than it is asked. */
export class Scanner {
  readonly #cursor: Cursor
  /** Tokens found; those before `#head` are taken. */
  readonly #tokens: Token[] = []
  #head = 0
  #isDone = false
  /** The column of the block collection that is open, -1 outside of all. */
  #indent = -1
  readonly #indents: number[] = []
  #mayBeKey = true
  readonly #keys: PossibleKeys

  constructor(text: string) {
    this.#cursor = new Cursor(text)
    this.#keys = new PossibleKeys(this.#cursor)
    if (this.#cursor.peek() === 0xfeff) this.#cursor.skipByteOrderMark()
  }

  /** The next token; the last is `stream-end`, again and again. @throws YamlError */
  peek(): Token {
    this.#fetchEnough()
    const token = this.#tokens[this.#head] ?? this.#tokens.at(-1)
    if (!token) throw new Untraced('there is no token')
    return token
  }

  /** Takes the token that `peek` gave. */
  skip(): void {
    if (this.#head < this.#tokens.length) this.#head++
  }

  #fetchEnough(): void {
    for (;;) {
      if (this.#head < this.#tokens.length && !this.#keys.has(this.#head)) return
      if (this.#isDone) return
      this.#fetch()
    }
  }

  #saveKey(): void {
    if (!this.#mayBeKey) return
    this.#keys.save(this.#tokens.length, this.#keys.level === 0 && this.#indent === this.#cursor.column)
  }

  #fetch(): void {
    this.#skipGap()
    const cursor = this.#cursor
    this.#closeBlocks(cursor.column)
    if (cursor.isAtEnd) this.#fetchEnd()
    else if (cursor.column === 0 && cursor.peek() === 0x25) this.#fetchDirective()
    else if (cursor.isAtDocumentMark()) this.#fetchDocumentMark(cursor.peek() === 0x2d)
    else if (!this.#fetchIndicated(cursor.peek(), isGap(cursor.peek(1)))) this.#fetchPlain()
  }

  /** Takes what its first character tells; false when that may start a plain scalar. */
  #fetchIndicated(code: number, isBeforeGap: boolean): boolean {
    const isInFlow = this.#keys.level > 0
    switch (code) {
      case 0x5b:
        this.#openFlow('flow-sequence-start')
        return true
      case 0x7b:
        this.#openFlow('flow-mapping-start')
        return true
      case 0x5d:
        this.#closeFlow('flow-sequence-end')
        return true
      case 0x7d:
        this.#closeFlow('flow-mapping-end')
        return true
      case 0x2c:
        this.#fetchIndicator('flow-entry', true)
        return true
      case 0x2d:
        if (isBeforeGap) this.#fetchBlockEntry()
        return isBeforeGap
      case 0x3f:
        if (isInFlow || isBeforeGap) this.#fetchExplicitKey()
        return isInFlow || isBeforeGap
      case 0x3a:
        if (isInFlow || isBeforeGap) this.#fetchValue()
        return isInFlow || isBeforeGap
      case 0x2a:
        this.#fetchNamed('alias', scanName)
        return true
      case 0x26:
        this.#fetchNamed('anchor', scanName)
        return true
      case 0x21:
        this.#fetchNamed('tag', scanTag)
        return true
      case 0x27:
      case 0x22:
        this.#fetchQuoted()
        return true
      case 0x7c:
      case 0x3e:
        if (isInFlow) break
        this.#fetchBlock()
        return true
      case 0x23:
      case 0x25:
      case 0x40:
      case 0x60:
      case TAB:
        break
      default:
        return false
    }
    throw this.#cursor.failure('found character that cannot start any token')
  }

  /** Passes blanks, breaks and comments. Tabs are no indentation where a key may follow. */
  #skipGap(): void {
    const cursor = this.#cursor
    for (;;) {
      for (let code = cursor.peek(); ; code = cursor.peek()) {
        if (code !== SPACE && (code !== TAB || (this.#keys.level === 0 && this.#mayBeKey))) break
        cursor.offset++
      }
      if (cursor.peek() === 0x23) cursor.skipToBreak()
      if (!isBreak(cursor.peek())) return
      cursor.takeBreak()
      if (this.#keys.level === 0) this.#mayBeKey = true
    }
  }

  #push(kind: TokenKind, start: number, line: number, text = '', isPlain = false, end = this.#cursor.offset): void {
    this.#tokens.push({ kind, start, end, line, text, isPlain })
  }

  /** A token of `length` characters. */
  #pushIndicator(kind: TokenKind, length: number): void {
    const { offset, line } = this.#cursor
    this.#cursor.offset += length
    this.#push(kind, offset, line)
  }

  /** Opens a block collection at a column that is deeper than the open one; its token goes before `at`, if given. */
  #openBlock(kind: TokenKind, column: number, at = this.#tokens.length, line = this.#cursor.line): void {
    if (this.#keys.level > 0 || this.#indent >= column) return
    if (this.#indents.length >= DEEPEST) throw new Untraced('the YAML is nested too deeply')
    this.#indents.push(this.#indent)
    this.#indent = column
    const start = this.#tokens[at]?.start ?? this.#cursor.offset
    this.#tokens.splice(at, 0, { kind, start, end: start, line, text: '', isPlain: false })
  }

  /** Closes the block collections that are deeper than a column. */
  #closeBlocks(column: number): void {
    if (this.#keys.level > 0) return
    while (this.#indent > column) {
      this.#push('block-end', this.#cursor.offset, this.#cursor.line)
      this.#indent = this.#indents.pop() ?? -1
    }
  }

  #fetchEnd(): void {
    this.#cursor.endLine()
    this.#closeBlocks(-1)
    this.#keys.drop()
    this.#mayBeKey = false
    this.#push('stream-end', this.#cursor.offset, this.#cursor.line)
    this.#isDone = true
  }

  #fetchDirective(): void {
    this.#startDocumentPart()
    const { offset, line } = this.#cursor
    this.#push('directive', offset, line, scanDirective(this.#cursor))
  }

  #fetchDocumentMark(isStart: boolean): void {
    this.#startDocumentPart()
    this.#pushIndicator(isStart ? 'document-start' : 'document-end', 3)
  }

  #startDocumentPart(): void {
    this.#closeBlocks(-1)
    this.#keys.drop()
    this.#mayBeKey = false
  }

  #openFlow(kind: TokenKind): void {
    this.#saveKey()
    if (this.#keys.level >= DEEPEST) throw new Untraced('the YAML is nested too deeply')
    this.#keys.open(this.#tokens.length)
    this.#mayBeKey = true
    this.#pushIndicator(kind, 1)
  }

  #closeFlow(kind: TokenKind): void {
    this.#keys.drop()
    this.#keys.close()
    this.#mayBeKey = false
    this.#pushIndicator(kind, 1)
  }

  #fetchIndicator(kind: TokenKind, mayBeKey: boolean): void {
    this.#keys.drop()
    this.#mayBeKey = mayBeKey
    this.#pushIndicator(kind, 1)
  }

  #fetchBlockEntry(): void {
    if (this.#keys.level === 0) {
      if (!this.#mayBeKey) throw this.#cursor.failure('block sequence entries are not allowed in this context')
      this.#openBlock('block-sequence-start', this.#cursor.column)
    }
    this.#fetchIndicator('block-entry', true)
  }

  #fetchExplicitKey(): void {
    if (this.#keys.level === 0) {
      if (!this.#mayBeKey) throw this.#cursor.failure('mapping keys are not allowed in this context')
      this.#openBlock('block-mapping-start', this.#cursor.column)
    }
    this.#fetchIndicator('key', this.#keys.level === 0)
  }

  #fetchValue(): void {
    const key = this.#keys.take()
    if (key) {
      const { token, offset, line, column } = key
      if (token < this.#head) throw new Untraced('an empty collection as a key')
      this.#tokens.splice(token, 0, { kind: 'key', start: offset, end: offset, line, text: '', isPlain: false })
      this.#openBlock('block-mapping-start', column, token, line)
      this.#mayBeKey = false
    } else {
      if (this.#keys.level === 0) {
        if (!this.#mayBeKey) throw this.#cursor.failure('mapping values are not allowed in this context')
        this.#openBlock('block-mapping-start', this.#cursor.column)
      }
      this.#mayBeKey = this.#keys.level === 0
    }
    this.#pushIndicator('value', 1)
  }

  #fetchNamed(kind: TokenKind, scan: (cursor: Cursor) => string): void {
    this.#saveKey()
    this.#mayBeKey = false
    const { offset, line } = this.#cursor
    this.#push(kind, offset, line, scan(this.#cursor))
  }

  #fetchBlock(): void {
    this.#keys.drop()
    this.#mayBeKey = true
    const { offset, line } = this.#cursor
    const { text, end } = scanBlock(this.#cursor, this.#indent)
    this.#push('scalar', offset, line, text, false, end)
  }

  #fetchQuoted(): void {
    this.#saveKey()
    this.#mayBeKey = false
    const { offset, line } = this.#cursor
    const { text, end } = scanQuoted(this.#cursor)
    this.#push('scalar', offset, line, text, false, end)
  }

  #fetchPlain(): void {
    const cursor = this.#cursor
    this.#saveKey()
    this.#mayBeKey = false
    const { offset, line } = cursor
    const { text, end, endsLine } = scanPlain(cursor, this.#indent + 1, this.#keys.level > 0)
    if (endsLine) this.#mayBeKey = true
    this.#push('scalar', offset, line, text, true, end)
  }
}

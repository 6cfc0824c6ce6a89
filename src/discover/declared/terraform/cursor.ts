import { HclError, type Token } from './tokens.ts'
import type { Place } from './tree.ts'

/** A place among the tokens of a text, which moves on. */
export class Cursor {
  readonly #file: string
  readonly #tokens: readonly Token[]
  readonly #before: number
  #at = 0

  /** @param before how many lines of the file stand before the text */
  constructor(file: string, tokens: readonly Token[], before: number) {
    this.#file = file
    this.#tokens = tokens
    this.#before = before
  }

  get file(): string {
    return this.#file
  }

  /** `[for …]`, `{for …}`. */
  get isLoop(): boolean {
    return this.peek.kind === 'name' && this.peek.text === 'for'
  }

  /** Goes to where an expression ends. @param open how many brackets are open, of which the last to be closed is taken too */
  skipRest(open = 0): void {
    const isInside = open > 0
    for (let depth = open; ; this.#at++) {
      if (this.is('end')) {
        if (depth > 0) throw this.error('a bracket is not closed')
        return
      }
      if (depth === 0 && this.isEnd) return
      const { kind, text } = this.peek
      if (kind !== 'sign') continue
      if ('([{'.includes(text)) depth++
      if (')]}'.includes(text) && --depth === 0 && isInside) {
        this.#at++
        return
      }
    }
  }

  /** Whether an expression ends here. */
  get isEnd(): boolean {
    return ['newline', 'end', ',', ')', ']', '}'].some(end => this.is(end))
  }

  /** Whether the next token is a sign, or `newline` or `end`. */
  is(wanted: string): boolean {
    const { kind, text } = this.peek
    return wanted === 'newline' || wanted === 'end' ? kind === wanted : kind === 'sign' && text === wanted
  }

  /** Goes on where the next token is this sign. */
  take(sign: string): boolean {
    if (!this.is(sign)) return false
    this.#at++
    return true
  }

  skipNewlines(): void {
    while (this.is('newline')) this.#at++
  }

  /** An index in brackets: `[0]`. */
  takeIndex(): string | undefined {
    const [open, index, close] = this.#tokens.slice(this.#at, this.#at + 3)
    if (open?.kind !== 'sign' || open.text !== '[' || close?.text !== ']') return undefined
    this.#at += 3
    return index?.text
  }

  get peek(): Token {
    return this.#tokens[Math.min(this.#at, this.#tokens.length - 1)] ?? END
  }

  next(): Token {
    const token = this.peek
    this.#at++
    return token
  }

  get line(): number {
    return this.peek.line + this.#before
  }

  get place(): Place {
    return { file: this.#file, line: this.line }
  }

  error(message: string): HclError {
    return new HclError(message, this.line)
  }
}

const END: Token = { kind: 'end', text: '', line: 1 }

import { TemplateError } from '../errors.ts'
import { Lexer } from './lexer.ts'
import { LineCounter } from './lines.ts'
import { describe, type Token, type TokenKind } from './token.ts'

/** The tokens of a template as its parser takes them; spaces only count inside commands. */
export class Tokens {
  readonly #lexer: Lexer
  readonly #ahead: Token[] = []
  readonly #lines: LineCounter
  readonly #name: string
  #last: Token = { kind: 'stop', offset: 0, text: '' }

  constructor(text: string, name: string) {
    this.#lexer = new Lexer(text)
    this.#lines = new LineCounter(text)
    this.#name = name
  }

  /** The token that is `distance` tokens ahead, spaces among them. */
  peek(distance = 0): Token {
    for (;;) {
      const token = this.#ahead[distance]
      if (token) return token
      this.#last = this.#lexer.next()
      this.#ahead.push(this.#last)
    }
  }

  next(): Token {
    const token = this.peek()
    this.#ahead.shift()
    return token
  }

  /** The next token that is no space, which stays. */
  peekSolid(): Token {
    while (this.peek().kind === 'space') this.next()
    return this.peek()
  }

  nextSolid(): Token {
    this.peekSolid()
    return this.next()
  }

  /** @throws TemplateError when the next token is another. */
  expect(kind: TokenKind, context: string): void {
    const token = this.nextSolid()
    if (token.kind !== kind) throw this.unexpected(token, context)
  }

  /** The error that a token does not belong there. */
  unexpected(token: Token, context: string): TemplateError {
    return this.error(token.kind === 'error' ? token.text : `unexpected ${describe(token)} in ${context}`)
  }

  /** The token that was read last. */
  get last(): Token {
    return this.#last
  }

  /** An error at a token, or at the place that was read last. */
  error(message: string, { offset }: Token = this.#last): TemplateError {
    return new TemplateError(message, {
      template: this.#name,
      line: this.#lines.lineOf(offset),
      column: this.#lines.columnOf(offset),
    })
  }
}

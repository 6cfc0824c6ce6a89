import { isBreak } from './characters.ts'
import { YamlError } from './failure.ts'

/** Where a scanner stands in a text. Every kind of line break counts as one line; CRLF as one break. */
export class Cursor {
  readonly text: string
  offset = 0
  line = 0
  #lineStart = 0

  constructor(text: string) {
    this.text = text
  }

  get column(): number {
    return this.offset - this.#lineStart
  }

  /** The UTF-16 unit here or further on; 0 at the end. */
  peek(ahead = 0): number {
    const at = this.offset + ahead
    return at < this.text.length ? this.text.charCodeAt(at) : 0
  }

  get isAtEnd(): boolean {
    return this.offset >= this.text.length
  }

  /** Passes a line break, if one is here, and gives it as it counts in a scalar. */
  takeBreak(): string {
    const code = this.peek()
    if (!isBreak(code)) return ''
    this.offset += code === 0x0d && this.peek(1) === 0x0a ? 2 : 1
    this.line++
    this.#lineStart = this.offset
    return code === 0x2028 || code === 0x2029 ? String.fromCharCode(code) : '\n'
  }

  /** The end of the stream counts as the start of a line. */
  endLine(): void {
    if (this.column === 0) return
    this.line++
    this.#lineStart = this.offset
  }

  /** A mark of the byte order does not count for the column. */
  skipByteOrderMark(): void {
    this.offset++
    this.#lineStart++
  }

  /** Passes the rest of the line, without its break. */
  skipToBreak(): void {
    for (let code = this.peek(); code !== 0 && !isBreak(code); code = this.peek()) this.offset++
  }

  /** Whether `---` or `...` with a gap behind it starts the line. */
  isAtDocumentMark(): boolean {
    if (this.column !== 0) return false
    const code = this.peek()
    if ((code !== 0x2d && code !== 0x2e) || this.peek(1) !== code || this.peek(2) !== code) return false
    const after = this.peek(3)
    return after === 0 || after === 0x20 || after === 0x09 || isBreak(after)
  }

  /** What is wrong where the scanner stands. */
  failure(problem: string): YamlError {
    const where = this.line > 0 ? `line ${this.line + 1}: ` : ''
    return new YamlError(`yaml: ${where}${problem}`, true)
  }
}

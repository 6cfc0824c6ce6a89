import { isBreak, SPACE } from './characters.ts'
import { isPrintable, type ScalarStyle } from './scalar-style.ts'

/** Lines are folded at the first single space behind this column. */
const BEST_WIDTH = 80

const ESCAPES: ReadonlyMap<number, string> = new Map([
  [0x00, '\\0'],
  [0x07, '\\a'],
  [0x08, '\\b'],
  [0x09, '\\t'],
  [0x0a, '\\n'],
  [0x0b, '\\v'],
  [0x0c, '\\f'],
  [0x0d, '\\r'],
  [0x1b, '\\e'],
  [0x22, '\\"'],
  [0x5c, '\\\\'],
  [0x85, '\\N'],
  [0x2028, '\\L'],
  [0x2029, '\\P'],
])

/** How a scalar is to be written. */
export interface ScalarPlace {
  /** Where its first character will stand. */
  readonly column: number
  /** The column of its further lines. */
  readonly indent: number
  /** Keys stay on their line. */
  readonly mayFold: boolean
}

/** Writes one scalar, and notes where in the output given offsets of the text came to stand. */
export class ScalarWriter {
  #out = ''
  #column: number
  readonly #indent: string
  readonly #mayFold: boolean
  /** Sorted offsets of the text. */
  readonly #marks: readonly number[]
  /** The output's length when the text was written up to each mark. */
  readonly cuts: number[] = []

  constructor({ column, indent, mayFold }: ScalarPlace, marks: readonly number[]) {
    this.#column = column
    this.#indent = `\n${' '.repeat(indent)}`
    this.#mayFold = mayFold
    this.#marks = marks
  }

  write(text: string, style: ScalarStyle): string {
    switch (style) {
      case 'plain':
        if (this.#isSimple(text)) return this.#verbatim(text)
        this.#quoted(text, '')
        break
      case 'single':
        this.#put("'")
        this.#quoted(text, "'")
        this.#put("'")
        break
      case 'double':
        this.#double(text)
        break
      case 'literal':
        this.#literal(text)
        break
    }
    return this.#out
  }

  #isSimple(text: string): boolean {
    return !this.#mayFold || this.#column + text.length <= BEST_WIDTH
  }

  #verbatim(text: string): string {
    this.cuts.push(...this.#marks)
    return text
  }

  #put(text: string): void {
    this.#out += text
    this.#column += text.length
  }

  /** Goes to a new line. */
  #fold(): void {
    this.#out += this.#indent
    this.#column = this.#indent.length - 1
  }

  #passMarks(offset: number): void {
    while (offset >= (this.#marks[this.cuts.length] ?? Number.POSITIVE_INFINITY)) this.cuts.push(this.#out.length)
  }

  /** Plain, or in single quotes, which are doubled inside. */
  #quoted(text: string, quote: string): void {
    let afterSpace = false
    let afterBreak = false
    for (let i = 0; i < text.length; i++) {
      this.#passMarks(i)
      const code = text.charCodeAt(i)
      if (code === SPACE) {
        if (this.#foldsAt(text, i, afterSpace) && text.charCodeAt(i + 1) !== SPACE) this.#fold()
        else this.#put(' ')
        afterSpace = true
      } else if (isBreak(code)) {
        this.#out += text[i] ?? ''
        this.#column = 0
        afterBreak = true
      } else {
        if (afterBreak) this.#indentLine()
        this.#put(code === 0x27 && quote !== '' ? "''" : (text[i] ?? ''))
        afterSpace = false
        afterBreak = false
      }
    }
  }

  #foldsAt(text: string, i: number, afterSpace: boolean): boolean {
    return this.#mayFold && !afterSpace && this.#column > BEST_WIDTH && i > 0 && i < text.length - 1
  }

  #indentLine(): void {
    this.#out += this.#indent.slice(1)
    this.#column = this.#indent.length - 1
  }

  #double(text: string): void {
    this.#put('"')
    let afterSpace = false
    for (let i = 0; i < text.length; i++) {
      this.#passMarks(i)
      const code = text.codePointAt(i) ?? 0
      if (code === SPACE) {
        if (this.#foldsAt(text, i, afterSpace)) {
          this.#fold()
          if (text.charCodeAt(i + 1) === SPACE) this.#put('\\')
        } else this.#put(' ')
        afterSpace = true
        continue
      }
      this.#put(escaped(code) ?? text[i] ?? '')
      if (code > 0xffff) i++
      afterSpace = false
    }
    this.#put('"')
  }

  #literal(text: string): void {
    this.#put(`|${headerOf(text)}`)
    this.#out += '\n'
    let afterBreak = true
    for (let i = 0; i < text.length; i++) {
      this.#passMarks(i)
      if (isBreak(text.charCodeAt(i))) {
        this.#out += text[i] ?? ''
        afterBreak = true
        continue
      }
      if (afterBreak) this.#indentLine()
      afterBreak = false
      const end = this.#endOfLine(text, i)
      this.#out += text.slice(i, end)
      i = end - 1
    }
  }

  /** Up to the next break or mark. */
  #endOfLine(text: string, from: number): number {
    const mark = this.#marks[this.cuts.length] ?? text.length
    let end = from + 1
    while (end < text.length && end < mark && !isBreak(text.charCodeAt(end))) end++
    return end
  }
}

/** What goes behind the `|`: whether it starts with a space or break, and what is to become of its last breaks. */
function headerOf(text: string): string {
  const first = text.charCodeAt(0)
  const indentation = first === SPACE || isBreak(first) ? '2' : ''
  if (!isBreak(text.charCodeAt(text.length - 1))) return `${indentation}-`
  return text.length === 1 || isBreak(text.charCodeAt(text.length - 2)) ? `${indentation}+` : indentation
}

/** The escape for a character that does not stand for itself between double quotes. */
function escaped(code: number): string | undefined {
  const known = ESCAPES.get(code)
  if (known !== undefined) return known
  if (isPrintable(code)) return undefined
  const digits = code.toString(16).toUpperCase()
  if (code <= 0xff) return `\\x${digits.padStart(2, '0')}`
  return code <= 0xffff ? `\\u${digits.padStart(4, '0')}` : `\\U${digits.padStart(8, '0')}`
}

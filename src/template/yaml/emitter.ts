import type { Provenance } from '../value/provenance.ts'
import type { Segment } from '../value/text.ts'
import { Text } from '../value/text.ts'
import { isBreak } from './characters.ts'
import type { Dialect } from './dialect.ts'
import type { Printable } from './printable.ts'
import { ScalarWriter } from './scalar-writer.ts'

/** A key is written behind `?` when it has more bytes. */
const LONGEST_KEY = 128

const INDENT = 2

/** What a node stands behind, which decides where its first line begins. */
type Place = 'start' | 'dash' | 'key'

/** Prints values as go-yaml does, each piece with its provenance. */
export class Emitter {
  readonly segments: Segment[] = []
  readonly #dialect: Dialect
  #column = 0
  /** Whether a line was begun by indentation or `-` alone, so that a collection may go on in it. */
  #isOpen = true

  constructor(dialect: Dialect) {
    this.#dialect = dialect
  }

  /** @param indent the column of the collection around; -1 at the root */
  emit(value: Printable, indent = -1, place: Place = 'start'): void {
    if (value.kind === 'dict' && value.entries.size > 0) this.#dict(value.entries, inner(indent))
    else if (value.kind === 'list' && value.items.length > 0) this.#list(value, indent, place)
    else this.#flat(value, indent)
  }

  #put(text: string, provenance: Provenance | undefined): void {
    this.segments.push({ text, site: undefined, linesBefore: 0, provenance })
    this.#column += text.length
  }

  /** Goes to a column, on a new line unless this one is free up to there. */
  #goTo(column: number, provenance: Provenance | undefined): void {
    const isFree = this.#isOpen && this.#column <= column
    const text = isFree ? ' '.repeat(column - this.#column) : `\n${' '.repeat(column)}`
    if (!isFree) this.#column = 0
    if (text !== '') this.segments.push({ text, site: undefined, linesBefore: 0, provenance })
    this.#column = column
    this.#isOpen = true
  }

  #list({ items, provenance }: Extract<Printable, { kind: 'list' }>, indent: number, place: Place): void {
    const isIndentless = place === 'key' && !this.#isOpen && this.#dialect.hasIndentlessLists
    const column = isIndentless ? indent : inner(indent)
    for (const item of items) {
      this.#goTo(column, provenance)
      this.#put('-', provenance)
      this.emit(item, column, 'dash')
    }
  }

  #dict(entries: ReadonlyMap<string, Printable>, column: number): void {
    for (const key of this.#dialect.sortKeys([...entries.keys()])) {
      const value = entries.get(key)
      if (!value) continue
      const provenance = provenanceOf(value)
      this.#goTo(column, provenance)
      if (isSimpleKey(key)) {
        this.#put(`${this.#key(key, column)}:`, provenance)
        this.#isOpen = false
      } else {
        this.#put('?', provenance)
        this.#flat({ kind: 'text', text: new Text(key, provenance) }, column)
        this.#goTo(column, provenance)
        this.#put(':', provenance)
      }
      this.emit(value, column, 'key')
    }
  }

  #key(key: string, column: number): string {
    const writer = new ScalarWriter({ column: this.#column, indent: column + INDENT, mayFold: false }, [])
    return writer.write(key, this.#dialect.styleOf(key, true))
  }

  /** A scalar, or an empty collection. */
  #flat(value: Printable, indent: number): void {
    const provenance = provenanceOf(value)
    if (!this.#isAtGap()) this.#put(' ', provenance)
    this.#isOpen = false
    if (value.kind === 'text') this.#text(value.text, inner(indent, true))
    else this.#put(value.kind === 'word' ? value.word : value.kind === 'list' ? '[]' : '{}', provenance)
  }

  #isAtGap(): boolean {
    const last = this.segments.at(-1)?.text.at(-1)
    return last === undefined || last === ' ' || last === '\n'
  }

  #text(text: Text, indent: number): void {
    const { string } = text
    const pieces = text.segments
    const marks: number[] = []
    let offset = 0
    for (const { text: piece } of pieces.slice(0, -1)) {
      offset += piece.length
      marks.push(offset)
    }
    const place = { column: this.#column, indent, mayFold: this.#dialect.folds }
    const writer = new ScalarWriter(place, marks)
    const out = writer.write(string, this.#dialect.styleOf(string, false))
    this.#pushPieces(out, pieces, writer.cuts)
    const lineStart = Math.max(...[...'\n\u2028\u2029'].map(lineBreak => out.lastIndexOf(lineBreak))) + 1
    this.#column = lineStart > 0 ? out.length - lineStart : this.#column + out.length
    this.#isOpen = isBreak(out.charCodeAt(out.length - 1))
  }

  #pushPieces(out: string, pieces: readonly Segment[], cuts: readonly number[]): void {
    if (pieces.length === 0) {
      this.segments.push({ text: out, site: undefined, linesBefore: 0, provenance: undefined })
      return
    }
    let start = 0
    for (const [i, piece] of pieces.entries()) {
      const end = i === pieces.length - 1 ? out.length : (cuts[i] ?? out.length)
      this.segments.push({ ...piece, text: out.slice(start, end) })
      start = end
    }
  }
}

/** The column inside of a collection. */
const inner = (indent: number, isFlow = false): number => (indent < 0 ? (isFlow ? INDENT : 0) : indent + INDENT)

export const provenanceOf = (value: Printable): Provenance | undefined =>
  value.kind === 'text' ? (value.text.provenance ?? value.text.segments[0]?.provenance) : value.provenance

function isSimpleKey(key: string): boolean {
  if (key.length > LONGEST_KEY || /[\n\r\u0085\u2028\u2029]/.test(key)) return false
  return key.length * 3 <= LONGEST_KEY || Buffer.byteLength(key) <= LONGEST_KEY
}

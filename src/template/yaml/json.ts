import type { Provenance } from '../value/provenance.ts'
import { mapPieces, type Segment, Text } from '../value/text.ts'
import { compareBytes, type Value } from '../value/value.ts'
import { provenanceOf } from './emitter.ts'
import { formatJson } from './numbers.ts'
import { type Printable, toPrintable, Unencodable } from './printable.ts'

/** How JSON is laid out. */
export interface JsonLayout {
  /** `<`, `>` and `&` are escaped, as Go does unless told not to. */
  readonly escapesHtml: boolean
  /** On lines of its own, indented by two spaces. */
  readonly isPretty: boolean
}

/**
 * A value as Go's encoding/json prints it, each part with its provenance.
 * @returns undefined where Go fails
 * @throws Untraced
 */
export function printJson(value: Value, layout: JsonLayout): Text | undefined {
  try {
    const printer = new JsonPrinter(layout)
    printer.print(
      toPrintable(value, number => formatJson(number.value)),
      '\n',
    )
    return new Text(printer.segments)
  } catch (error) {
    if (error instanceof Unencodable) return undefined
    throw error
  }
}

class JsonPrinter {
  readonly segments: Segment[] = []
  readonly #layout: JsonLayout

  constructor(layout: JsonLayout) {
    this.#layout = layout
  }

  /** @param lineStart a break and the indentation of the line */
  print(value: Printable, lineStart: string): void {
    switch (value.kind) {
      case 'word':
        this.#put(value.word, value.provenance)
        break
      case 'text':
        this.#text(value.text)
        break
      case 'list':
        this.#collection(
          '[]',
          value.provenance,
          lineStart,
          value.items.map(item => ['', item] as const),
        )
        break
      case 'dict': {
        const entries = [...value.entries]
        if (!value.isOrdered) entries.sort(([a], [b]) => compareBytes(a, b))
        const colon = this.#layout.isPretty ? ': ' : ':'
        const named = entries.map(([key, entry]) => [this.#quote(key) + colon, entry] as const)
        this.#collection('{}', value.provenance, lineStart, named)
      }
    }
  }

  #put(text: string, provenance: Provenance | undefined): void {
    this.segments.push({ text, site: undefined, linesBefore: 0, provenance })
  }

  #collection(
    [open = '', close = '']: string,
    provenance: Provenance | undefined,
    lineStart: string,
    parts: readonly (readonly [key: string, value: Printable])[],
  ): void {
    if (parts.length === 0) {
      this.#put(open + close, provenance)
      return
    }
    const { isPretty } = this.#layout
    const inside = `${lineStart}  `
    this.#put(open, provenance)
    for (const [i, [key, value]] of parts.entries()) {
      this.#put(`${i > 0 ? ',' : ''}${isPretty ? inside : ''}${key}`, key === '' ? provenance : provenanceOf(value))
      this.print(value, inside)
    }
    this.#put(`${isPretty ? lineStart : ''}${close}`, provenance)
  }

  #text(text: Text): void {
    const { segments } = mapPieces(text, piece => this.#escape(piece))
    const first = segments[0]?.provenance
    this.#put('"', first)
    this.segments.push(...segments)
    this.#put('"', segments.at(-1)?.provenance)
  }

  #quote(text: string): string {
    return `"${this.#escape(text)}"`
  }

  #escape(text: string): string {
    const escaped = JSON.stringify(text)
      .slice(1, -1)
      .replace(/[\u2028\u2029]/g, unicodeEscape)
    return this.#layout.escapesHtml ? escaped.replace(/[<>&]/g, unicodeEscape) : escaped
  }
}

const unicodeEscape = (character: string): string => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`

import { alsoDepending, type Dependencies, dependenciesIn, dependingOn, type Provenance, union } from './provenance.ts'
import type { Condition, Site } from './site.ts'

/** A piece of text with one origin. */
export interface Segment {
  readonly text: string
  readonly site: Site | undefined
  /** How many line breaks of the site's text (or of the datum's, that a value is) stand before this piece; 0 but after cutting. */
  readonly linesBefore: number
  readonly provenance: Provenance | undefined
}

/** A string of Go with where its pieces come from. Strings are kept as UTF-16; `bytes` where they are no UTF-8. */
export class Text {
  readonly kind = 'text'
  readonly provenance: Provenance | undefined
  /** What a file held that is not UTF-8; the string has replacement characters then. */
  readonly bytes: Uint8Array | undefined
  /** Go's `[]byte` instead of `string`: printed as a list of numbers, and by toYaml as base64. */
  readonly isBytes: boolean
  #joined: string | undefined
  readonly #segments: readonly Segment[] | undefined

  constructor(
    content: string | readonly Segment[],
    provenance?: Provenance,
    given: { readonly bytes?: Uint8Array | undefined; readonly isBytes?: boolean } = {},
  ) {
    if (typeof content === 'string') this.#joined = content
    else this.#segments = content
    this.provenance = provenance
    this.bytes = given.bytes
    this.isBytes = given.isBytes ?? false
  }

  get string(): string {
    this.#joined ??= this.#segments?.map(({ text }) => text).join('') ?? ''
    return this.#joined
  }

  /** How many pieces it has. */
  get pieceCount(): number {
    return this.#segments?.length ?? 1
  }

  /** Whether the pieces have origins of their own. */
  get hasSegments(): boolean {
    return this.#segments !== undefined
  }

  /** The pieces; what the text as a whole depends on is added to each. */
  get segments(): readonly Segment[] {
    const { provenance } = this
    if (!this.#segments)
      return this.string === '' && !provenance
        ? []
        : [{ text: this.string, site: undefined, linesBefore: 0, provenance }]
    if (!provenance) return this.#segments
    return this.#segments.map(segment => ({
      ...segment,
      provenance: segment.provenance ? alsoDepending(segment.provenance, dependenciesIn(provenance)) : provenance,
    }))
  }

  /** The same text that also depends on something. */
  depending(depends: Dependencies | undefined): Text {
    if (!depends) return this
    return new Text(this.#segments ?? this.string, alsoDepending(this.provenance, depends), this)
  }

  /** Everything that decided the text: its pieces, and the conditions around them. */
  get depends(): Dependencies | undefined {
    let depends = dependenciesIn(this.provenance)
    let last: Condition | undefined
    for (const { provenance, site } of this.#segments ?? []) {
      depends = union(depends, dependenciesIn(provenance))
      if (!site?.condition || site.condition === last) continue
      last = site.condition
      depends = union(depends, dependenciesOfConditions(last))
    }
    return depends
  }
}

/** What the conditions of templates around a place depended on, innermost first. */
export function dependenciesOfConditions(condition: Condition | undefined): Dependencies | undefined {
  let depends: Dependencies | undefined
  // What switches a chart on decides that it prints, not what.
  for (let at = condition; at && !at.isOfChart; at = at.parent) depends = union(depends, at.depends)
  return depends
}

const plain = (text: string): Segment => ({ text, site: undefined, linesBefore: 0, provenance: undefined })

/** Texts one after the other; each piece keeps its origin. */
export const concatAll = (parts: readonly (Text | string)[]): Text =>
  new Text(parts.flatMap(part => (typeof part === 'string' ? (part === '' ? [] : [plain(part)]) : part.segments)))

/** `concatAll` of few texts. */
export const concat = (...parts: readonly (Text | string)[]): Text => concatAll(parts)

/** A part of a text by UTF-16 offsets; the pieces keep their origin. */
export function cut(text: Text, start: number, end: number = text.string.length): Text {
  if (start <= 0 && end >= text.string.length) return text
  if (!text.hasSegments) return cutWhole(text, Math.max(0, start), Math.max(0, end))
  const pieces: Segment[] = []
  let offset = 0
  for (const segment of text.segments) {
    const stop = offset + segment.text.length
    if (stop > start && offset < end) pieces.push(cutSegment(segment, start - offset, end - offset))
    offset = stop
  }
  return new Text(pieces, pieces.length === 0 ? dependingOn(text.depends) : undefined)
}

/** A part of a text with a single origin, which has to know its lines only where some are cut off before it. */
function cutWhole({ string, provenance }: Text, start: number, end: number): Text {
  const linesBefore = provenance?.alias ? countLines(string, start) : 0
  const text = string.slice(start, end)
  return linesBefore > 0 ? new Text([{ text, site: undefined, linesBefore, provenance }]) : new Text(text, provenance)
}

/** A part of a piece; offsets may lie outside of it. */
export function cutSegment(segment: Segment, start: number, end: number): Segment {
  const from = Math.max(0, start)
  const text = segment.text.slice(from, end)
  if (from === 0) return { ...segment, text }
  // only a piece of a template's own text, or of a value's, has lines there
  const lines = segment.site || segment.provenance?.alias ? countLines(segment.text, from) : 0
  return { ...segment, text, linesBefore: segment.linesBefore + lines }
}

function countLines(text: string, end: number): number {
  const before = text.slice(0, end)
  let lines = 0
  for (let at = before.indexOf('\n'); at >= 0; at = before.indexOf('\n', at + 1)) lines++
  return lines
}

/** Each piece rewritten by itself, for functions that work character by character. */
export const mapPieces = (text: Text, rewrite: (piece: string) => string): Text =>
  text.hasSegments
    ? new Text(text.segments.map(segment => ({ ...segment, text: rewrite(segment.text) })))
    : new Text(rewrite(text.string), text.provenance)

/**
 * A text that replaces another as a whole, as quoting and hashing do: it stands where the other stood and depends on all of it.
 * It keeps the alias when the other text was one datum.
 */
export function replaceWhole(text: Text, replacement: string): Text {
  const { segments } = text
  const site = segments.find(segment => segment.site)?.site
  const aliases = segments.filter(({ text, provenance }) => provenance?.alias && text.trim() !== '')
  const alias = text.provenance?.alias ?? (aliases.length === 1 ? aliases[0]?.provenance?.alias : undefined)
  return new Text([{ text: replacement, site, linesBefore: 0, provenance: { alias, depends: text.depends } }])
}

/** The piece that has the character at a UTF-16 offset. */
export function segmentAt(text: Text, offset: number): Segment | undefined {
  let left = offset
  for (const segment of text.segments) {
    if (left < segment.text.length) return segment
    left -= segment.text.length
  }
  return undefined
}

import { alsoDepending, type Dependencies, dependenciesIn, union } from './provenance.ts'
import { cutSegment, replaceWhole, type Segment, Text } from './text.ts'

/** A part of a text, by UTF-16 offsets. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** What comes in place of a part of a text. */
export interface Edit extends Span {
  readonly replacement: Text | string
}

/** Walks the pieces of a text once, from its beginning to its end. */
class Walk {
  readonly #segments: readonly Segment[]
  #index = 0
  #offset = 0
  #counted: { readonly segment: Segment | undefined; readonly offset: number; readonly lines: number } = {
    segment: undefined,
    offset: 0,
    lines: 0,
  }

  constructor(text: Text) {
    this.#segments = text.segments
  }

  /** Adds the pieces of a span, which begins no sooner than the last one ended. */
  take({ start, end }: Span, taken: Segment[] = []): Segment[] {
    for (let segment = this.#at(start); segment && this.#offset < end; segment = this.#segments[this.#index]) {
      taken.push(this.#cut(segment, start - this.#offset, end - this.#offset))
      if (this.#offset + segment.text.length > end) break
      this.#offset += segment.text.length
      this.#index++
    }
    return taken
  }

  #at(start: number): Segment | undefined {
    let segment = this.#segments[this.#index]
    // an empty piece at the start is taken along: it is what an action without output left
    while (segment && this.#offset + segment.text.length <= start && !(segment.text === '' && this.#offset === start)) {
      this.#offset += segment.text.length
      this.#index++
      segment = this.#segments[this.#index]
    }
    return segment
  }

  /** All pieces from an offset on. */
  rest(start: number): Segment[] {
    const first = this.#at(start)
    if (!first) return []
    return [this.#cut(first, start - this.#offset, first.text.length), ...this.#segments.slice(this.#index + 1)]
  }

  /** Counts the lines of a piece once, however often it is cut. */
  #cut(segment: Segment, start: number, end: number): Segment {
    if (start <= 0 || !(segment.site || segment.provenance?.alias)) return cutSegment(segment, start, end)
    const counted = this.#counted.segment === segment ? this.#counted : { segment, offset: 0, lines: 0 }
    const lines = counted.lines + segment.text.slice(counted.offset, start).split('\n').length - 1
    this.#counted = { segment, offset: start, lines }
    return { ...segment, text: segment.text.slice(start, end), linesBefore: segment.linesBefore + lines }
  }

  /** The piece at an offset, or the last one. */
  at(offset: number): Segment | undefined {
    return this.#at(offset) ?? this.#segments.at(-1)
  }
}

/**
 * A text with parts of it replaced; edits are sorted and do not overlap. What is put in stands where the replaced part stood
 * and depends on it; everything else keeps its origin.
 */
export function splice(text: Text, edits: readonly Edit[]): Text {
  if (edits.length === 0) return text
  if (!text.hasSegments) return spliceOne(text, edits)
  const walk = new Walk(text)
  const result: Segment[] = []
  let done = 0
  for (const { start, end, replacement } of edits) {
    walk.take({ start: done, end: start }, result)
    for (const piece of putIn(replacement, walk, { start, end })) result.push(piece)
    done = end
  }
  return new Text(result.concat(walk.rest(done)))
}

/** A text with a single origin, which the result keeps as a whole. */
function spliceOne(text: Text, edits: readonly Edit[]): Text {
  const pieces: string[] = []
  let depends: Dependencies | undefined
  let last: Text | string | undefined
  let done = 0
  for (const { start, end, replacement } of edits) {
    const isText = typeof replacement !== 'string'
    pieces.push(text.string.slice(done, start), isText ? replacement.string : replacement)
    if (isText && replacement !== last) depends = union(depends, replacement.depends)
    last = replacement
    done = end
  }
  return replaceWhole(text, pieces.join('') + text.string.slice(done)).depending(depends)
}

function putIn(replacement: Text | string, walk: Walk, span: Span): Segment[] {
  const at = walk.at(span.start)
  const replaced = walk.take(span)
  const depends = replaced.map(({ provenance }) => dependenciesIn(provenance)).reduce(union, undefined)
  const site = at?.site
  const linesBefore = replaced[0]?.linesBefore ?? 0
  const pieces =
    typeof replacement === 'string'
      ? [{ text: replacement, site, linesBefore, provenance: undefined }]
      : replacement.segments
  return pieces.map(piece => ({
    ...piece,
    site: piece.site ?? site,
    provenance: alsoDepending(piece.provenance, depends),
  }))
}

/** Parts of a text, each with the origin of its pieces; spans are sorted and do not overlap. */
export function parts(text: Text, spans: readonly Span[]): Text[] {
  if (!text.hasSegments) return spans.map(({ start, end }) => new Text(text.string.slice(start, end), text.provenance))
  const walk = new Walk(text)
  return spans.map(span => new Text(walk.take(span)))
}

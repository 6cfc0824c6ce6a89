import type { TextRange } from '../parse/node.ts'
import type { Origin, TracedPiece, TracedText } from '../template/origin.ts'
import { isSame, type LinePair, templateLines } from './line-pairs.ts'

/**
 * A document of helm's output that the trace made too: helm's offsets can be asked for in the trace. In lines that differ in each
 * run only the template is known: which of the values helm took at random, the trace cannot say.
 */
export class TracedDocument {
  readonly traced: TracedText
  readonly #start: number
  readonly #header: number
  readonly #pairs: readonly LinePair[] | undefined

  /**
   * @param start where the document begins in the trace
   * @param header how many characters the manifest's own text has in front of it
   * @param pairs all its lines, where some differ
   */
  constructor(traced: TracedText, start: number, header: number, pairs?: readonly LinePair[]) {
    this.traced = traced
    this.#start = start
    this.#header = header
    this.#pairs = pairs
  }

  /** From an offset in the manifest's own text to one in the trace; undefined in a line that helm prints otherwise. */
  toTraced(offset: number): number | undefined {
    const pair = this.#pairAt(offset)
    return pair && !isSame(pair) ? undefined : this.#nearest(offset)
  }

  /** Where a range of the manifest's own text comes from. */
  originOf([start, end]: TextRange): Origin {
    const origin = this.traced.originOf(this.#nearest(start), this.#nearest(end))
    if (this.#pairsIn(start, end).every(isSame)) return origin
    return { ...origin, pieces: [], aliases: [], isOneDatum: false, given: undefined }
  }

  /** The pieces that have a part of a range of the manifest's own text. */
  piecesIn([start, end]: TextRange): TracedPiece[] {
    const pairs = this.#pairsIn(start, end)
    if (pairs.every(isSame)) return this.traced.piecesIn(this.#nearest(start), this.#nearest(end))
    return pairs.flatMap(pair => {
      const first = this.#header + pair.theirs.start
      const last = first + pair.theirs.text.length
      const [from, to] = [Math.max(start, first), Math.min(end, last)]
      if (isSame(pair)) return this.traced.piecesIn(this.#nearest(from), this.#nearest(to) + (end > last ? 1 : 0))
      const pieces = this.traced.piecesIn(this.#nearest(from), this.#nearest(to))
      return pieces.map(piece => ({ ...piece, segment: { ...piece.segment, provenance: undefined } }))
    })
  }

  /** The lines of templates that made it, as one text. */
  get lines(): string {
    return JSON.stringify(this.#pairs?.map(({ ours }) => templateLines(this.traced, this.#start, ours)))
  }

  /** The lines that have a part of a range; none where all of the document is the same. */
  #pairsIn(start: number, end: number): LinePair[] {
    const [from, to] = [start - this.#header, end - this.#header]
    return this.#pairs?.filter(({ theirs }) => theirs.start <= to && from <= theirs.start + theirs.text.length) ?? []
  }

  #pairAt(offset: number): LinePair | undefined {
    return this.#pairs?.findLast(({ theirs }) => theirs.start <= offset - this.#header) ?? this.#pairs?.[0]
  }

  /** In a line that differs, what both have at its ends is the same, and all between is one place. */
  #nearest(offset: number): number {
    const inside = Math.max(0, offset - this.#header)
    const pair = this.#pairAt(offset)
    if (!pair) return this.#start + inside
    const { ours, theirs } = pair
    const column = Math.min(inside - theirs.start, theirs.text.length)
    const before = sharedStart(ours.text, theirs.text)
    const fromEnd = theirs.text.length - column
    const after = Math.min(sharedEnd(ours.text, theirs.text), Math.min(ours.text.length, theirs.text.length) - before)
    const here = column <= before ? column : fromEnd <= after ? ours.text.length - fromEnd : before
    return this.#start + ours.start + here
  }
}

function sharedStart(a: string, b: string): number {
  let length = 0
  while (length < a.length && a[length] === b[length]) length++
  return length
}

function sharedEnd(a: string, b: string): number {
  let length = 0
  while (length < a.length && length < b.length && a.at(-1 - length) === b.at(-1 - length)) length++
  return length
}

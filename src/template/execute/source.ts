import { type Dependencies, dependenciesIn } from '../value/provenance.ts'
import type { GivenPiece, TemplateSource } from '../value/site.ts'
import type { Text } from '../value/text.ts'

/** A template's text that knows its lines; they are counted when the first one is asked for. */
export class Source implements TemplateSource {
  readonly name: string
  readonly text: string
  readonly given: Text | undefined
  #starts: readonly number[] | undefined
  #pieces: readonly GivenPiece[] | undefined

  /** @param given the text that `tpl` was given. */
  constructor(name: string, text: string, given?: Text) {
    this.name = name
    this.text = text
    this.given = given
  }

  lineOf(offset: number): number {
    this.#starts ??= lineStarts(this.text)
    return countUpTo(offset, this.#starts, start => start)
  }

  givenIn(start: number, end: number): readonly GivenPiece[] {
    if (!this.given) return []
    this.#pieces ??= piecesOf(this.given)
    const first = Math.max(0, countUpTo(start, this.#pieces, piece => piece.start) - 1)
    const behind = countUpTo(end - 1, this.#pieces, piece => piece.start)
    return this.#pieces.slice(first, behind)
  }
}

/** What gave the action at an offset, in a text that `tpl` was given. */
export const givenBy = (source: TemplateSource, offset: number): Dependencies | undefined =>
  dependenciesIn(source.givenIn(offset, offset + 1)[0]?.segment.provenance)

/** How many of some sorted things start at an offset or before it. */
function countUpTo<T>(offset: number, sorted: readonly T[], startOf: (thing: T) => number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >> 1
    const thing = sorted[middle]
    if (thing !== undefined && startOf(thing) <= offset) low = middle + 1
    else high = middle
  }
  return low
}

function piecesOf(given: Text): GivenPiece[] {
  let start = 0
  return given.segments.map(segment => {
    const piece = { segment, start }
    start += segment.text.length
    return piece
  })
}

function lineStarts(text: string): number[] {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return starts
}

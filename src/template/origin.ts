import { type Datum, flatten, union } from './value/provenance.ts'
import type { Condition, Frame, Site, TemplateSource } from './value/site.ts'
import type { Segment, Text } from './value/text.ts'

/** A line of a template, as helm names the template; 1-based. */
export interface TemplateLine {
  readonly template: string
  readonly line: number
}

/** One piece of a text. */
export interface OriginPiece {
  /** The datum that it is. */
  readonly alias: Datum | undefined
  /** What else decided it. */
  readonly depends: readonly Datum[]
}

/** Where a text comes from. */
export interface Origin {
  /** The line that has its text or its action: in a helper, the helper's. */
  readonly definition: TemplateLine | undefined
  /** The line of the template file itself that led there; the same as `definition` where no helper is between. */
  readonly callSite: TemplateLine | undefined
  /** The includes on the way, outermost first. */
  readonly stack: readonly Frame[]
  /** What it is made of, in the order of the text; pieces of white space and of quotes are left out where there are others. */
  readonly pieces: readonly OriginPiece[]
  /** The data that it is, in the order of the text. */
  readonly aliases: readonly Datum[]
  /** Whether one datum is all of it. */
  readonly isOneDatum: boolean
  /** The conditions around it, innermost first. */
  readonly gates: readonly Condition[]
  /** For a text that a value gave, through `tpl` or as it is: which one, and how many of its lines stand before. */
  readonly given: { readonly datum: Datum; readonly linesBefore: number } | undefined
}

/** A part of a piece of the output, by offsets within the piece; both are the same in one that printed nothing. */
export interface TracedPiece {
  readonly segment: Segment
  readonly from: number
  readonly to: number
}

/** The traced output of one template file, to be asked by offsets. */
export class TracedText {
  readonly text: string
  readonly #segments: readonly Segment[]
  readonly #starts: readonly number[]

  constructor(text: Text) {
    this.text = text.string
    this.#segments = text.segments
    let offset = 0
    this.#starts = this.#segments.map(segment => {
      const start = offset
      offset += segment.text.length
      return start
    })
  }

  /** Where the text from `start` to `end` comes from; an empty range asks for what printed nothing there. */
  originOf(start: number, end: number): Origin {
    const touched = this.#between(start, end)
    // A piece may stretch far beyond the range: what counts is what it has in there.
    const has = (pattern: RegExp) =>
      touched.filter(({ segment: { text }, start: at }) => pattern.test(text.slice(Math.max(0, start - at), end - at)))
    const lettered = has(/[^\s'"]/)
    const asked = [lettered, has(/\S/), touched].find(({ length }) => length > 0) ?? []
    const own = asked.map(({ segment }) => segment)
    const main = own.find(({ provenance }) => provenance) ?? own.find(({ site }) => site) ?? own[0]
    const at = asked.find(({ segment }) => segment === main)
    const aliases = unique(own.flatMap(({ provenance }) => provenance?.alias ?? []))
    return {
      ...linesOf(main, at ? Math.max(0, start - at.start) : 0),
      pieces: own.map(({ provenance }) => ({
        alias: provenance?.alias,
        depends: unique([...flatten(provenance?.depends)]),
      })),
      aliases,
      isOneDatum: aliases.length === 1 && lettered.every(({ segment }) => segment.provenance?.alias !== undefined),
      gates: gatesOf(main?.site),
    }
  }

  /** The pieces that have a part of a range; an empty range asks for what printed nothing there. */
  piecesIn(start: number, end: number): TracedPiece[] {
    return this.#between(start, end).map(({ segment, start: at }) => ({
      segment,
      from: Math.max(0, start - at),
      to: Math.min(segment.text.length, end - at),
    }))
  }

  /** Whether anything in a range differs in each run of helm. */
  isVolatile(start: number, end: number): boolean {
    return this.#between(start, end).some(({ segment: { provenance } }) =>
      [...flatten(union(provenance?.alias, provenance?.depends))].some(({ source }) => source === 'volatile'),
    )
  }

  /** The branches in a range, and in the white space behind it, that were not taken; in the order of the text. */
  untakenIn(start: number, end: number): Condition[] {
    const behind = /\S/.exec(this.text.slice(end))?.index ?? this.text.length - end
    const conditions = this.#between(start, end + behind, true).flatMap(({ segment: { site } }) => gatesOf(site))
    return [...new Set(conditions)].filter(({ isTrue }) => !isTrue)
  }

  /**
   * The pieces that have a part of a range.
   * @param isClosed also those without length at its end, as they are taken at the place of an empty range.
   */
  #between(start: number, end: number, isClosed = start === end): { segment: Segment; start: number }[] {
    const found: { segment: Segment; start: number }[] = []
    for (let i = this.#firstEndingAt(start); i < this.#segments.length; i++) {
      const [segment, from] = [this.#segments[i], this.#starts[i] ?? 0]
      if (!segment || from > end || (from === end && !isClosed)) break
      const stop = from + segment.text.length
      if ((stop > start && from < end) || (segment.text === '' && from >= start)) found.push({ segment, start: from })
    }
    return found
  }

  /** The first piece that ends at an offset or behind it. */
  #firstEndingAt(offset: number): number {
    let low = 0
    let high = this.#segments.length
    while (low < high) {
      const middle = (low + high) >> 1
      const end = (this.#starts[middle] ?? 0) + (this.#segments[middle]?.text.length ?? 0)
      if (end < offset) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** @param inside how many characters of the piece stand before what is asked for. */
function linesOf(
  segment: Segment | undefined,
  inside: number,
): Pick<Origin, 'definition' | 'callSite' | 'stack' | 'given'> {
  const site = segment?.site
  const alias = segment?.provenance?.alias
  if (!segment || !site) return { definition: undefined, callSite: undefined, stack: [], given: undefined }
  const stack = framesOf(site)
  const linesInPiece = segment.linesBefore + lineBreaksIn(segment.text.slice(0, inside))
  const linesBefore = site.kind === 'text' ? linesInPiece : 0
  const definition = { template: site.source.name, line: site.source.lineOf(site.offset) + linesBefore }
  const [outermost] = stack
  const callSite = outermost
    ? { template: outermost.source.name, line: outermost.source.lineOf(outermost.offset) }
    : definition
  return {
    definition: site.source.given ? undefined : definition,
    callSite,
    stack,
    given: site.source.given
      ? givenAt(site.source, site.offset, linesBefore)
      : alias && { datum: alias, linesBefore: linesInPiece },
  }
}

const lineBreaksIn = (text: string): number => text.split('\n').length - 1

/** Outermost first. */
function framesOf(site: Site): Frame[] {
  const frames: Frame[] = []
  for (let at = site.frame; at; at = at.parent) frames.push(at)
  return frames.reverse()
}

function gatesOf(site: Site | undefined): Condition[] {
  const gates: Condition[] = []
  for (let at = site?.condition; at; at = at.parent) gates.push(at)
  return gates
}

function givenAt(source: TemplateSource, offset: number, linesBehind: number): Origin['given'] {
  const [piece] = source.givenIn(offset, offset + 1)
  const datum = piece?.segment.provenance?.alias
  if (!datum) return undefined
  const inPiece = lineBreaksIn(source.text.slice(piece.start, offset))
  return { datum, linesBefore: piece.segment.linesBefore + inPiece + linesBehind }
}

/** Data of the same path are the same datum, though a missing key is made anew each time it is read. */
function unique(data: readonly Datum[]): Datum[] {
  const found = new Map<string, Datum>()
  for (const datum of data) if (!found.has(nameOf(datum))) found.set(nameOf(datum), datum)
  return [...found.values()]
}

function nameOf(datum: Datum): string {
  const keys: (string | number | undefined)[] = []
  for (let at: Datum | undefined = datum; at; at = at.parent) keys.push(at.key)
  return `${datum.source} ${JSON.stringify(keys)}`
}

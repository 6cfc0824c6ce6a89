import type { Manifest } from '../parse/manifest.ts'
import { TracedText } from '../template/origin.ts'
import type { Condition } from '../template/value/site.ts'
import type { Text } from '../template/value/text.ts'

/** A document of helm's output that the trace made too: helm's offsets can be asked for in the trace. */
export interface TracedDocument {
  readonly traced: TracedText
  /** From an offset in the manifest's own text to one in the trace; undefined in a line that helm prints otherwise. */
  toTraced(offset: number): number | undefined
}

/** How many of the documents that were asked for the trace has as helm printed them. */
export interface Agreement {
  readonly equal: number
  readonly unequal: number
}

/**
 * helm is the referee: what is judged is its output, and the trace is believed for a document only where it made the
 * same text. Lines may differ where the trace knows that they differ in each run.
 */
export class Referee {
  readonly #files: ReadonlyMap<string, Text>
  readonly #traced = new Map<string, { readonly text: TracedText; readonly documents: readonly Piece[] }>()
  readonly #found = new Map<Manifest['source'], TracedDocument | undefined>()
  #untaken: ReadonlyMap<string, readonly Condition[]> | undefined

  constructor(files: ReadonlyMap<string, Text>) {
    this.#files = files
  }

  /** The trace of a manifest's document; undefined where there is none that agrees with helm. */
  documentOf({ source, template, crd }: Pick<Manifest, 'source' | 'template' | 'crd'>): TracedDocument | undefined {
    if (template === undefined || crd !== undefined) return undefined
    if (!this.#found.has(source)) this.#found.set(source, this.#find(template, source.text))
    return this.#found.get(source)
  }

  /** The branches that were not taken, by the template that is run. */
  get untaken(): ReadonlyMap<string, readonly Condition[]> {
    this.#untaken ??= new Map(
      [...this.#files].map(([name, text]) => [name, new TracedText(text).untakenIn(0, text.string.length)]),
    )
    return this.#untaken
  }

  get agreement(): Agreement {
    const found = [...this.#found.values()]
    const equal = found.filter(Boolean).length
    return { equal, unequal: found.length - equal }
  }

  #find(template: string, printed: string): TracedDocument | undefined {
    const file = this.#fileOf(template)
    if (!file) return undefined
    const header = /^\s*# Source: [^\n]*\n/.exec(printed)?.[0].length ?? 0
    const start = header + (printed.length - header - printed.slice(header).trimStart().length)
    const content = printed.slice(start).trimEnd()
    const { text: traced } = file
    const same = file.documents.find(piece => piece.text === content)
    if (same) return { traced, toTraced: offset => same.start + Math.max(0, offset - start) }
    for (const piece of file.documents) {
      const lines = sameButVolatile(traced, piece, content)
      if (lines) return { traced, toTraced: offset => lines(offset - start) }
    }
    return undefined
  }

  #fileOf(template: string) {
    const text = this.#files.get(template)
    if (!text) return undefined
    const known = this.#traced.get(template)
    if (known) return known
    const file = { text: new TracedText(text), documents: splitLikeHelm(text.string) }
    this.#traced.set(template, file)
    return file
  }
}

/** A document in a template's output. */
interface Piece {
  readonly text: string
  readonly start: number
}

/** helm cuts what a template prints at `---` where a line begins, and takes the space around it away. */
export function splitLikeHelm(text: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  const add = (end: number): void => {
    const raw = text.slice(start, end)
    const trimmed = raw.trim()
    if (trimmed !== '') pieces.push({ text: trimmed, start: start + raw.indexOf(trimmed) })
  }
  for (let at = nextSeparator(text, 0); at >= 0; at = nextSeparator(text, start)) {
    add(at)
    start = at + 3
  }
  add(text.length)
  return pieces
}

function nextSeparator(text: string, from: number): number {
  for (let at = text.indexOf('---', from); at >= 0; at = text.indexOf('---', at + 1))
    if (at === 0 || text[at - 1] === '\n') return at
  return -1
}

/** From offsets of helm's text to those of the trace's, line by line, where only volatile lines differ. */
function sameButVolatile(
  traced: TracedText,
  piece: Piece,
  printed: string,
): ((offset: number) => number | undefined) | undefined {
  const ours = startsOfLines(piece.text)
  const theirs = startsOfLines(printed)
  if (ours.length !== theirs.length) return undefined
  const isSame = ours.map(({ line, start }, i) => {
    if (line === theirs[i]?.line) return true
    return traced.isVolatile(piece.start + start, piece.start + start + line.length) ? false : undefined
  })
  if (isSame.includes(undefined)) return undefined
  return offset => {
    const i = theirs.findLastIndex(({ start }) => start <= offset)
    const [our, their] = [ours[i], theirs[i]]
    return our && their && isSame[i] ? piece.start + our.start + (offset - their.start) : undefined
  }
}

function startsOfLines(text: string): { line: string; start: number }[] {
  let start = 0
  return text.split('\n').map(line => {
    const found = { line, start }
    start += line.length + 1
    return found
  })
}

import type { Manifest } from '../parse/manifest.ts'
import { TracedText } from '../template/origin.ts'
import type { Condition } from '../template/value/site.ts'
import type { Text } from '../template/value/text.ts'
import { linePairs } from './line-pairs.ts'
import { TracedDocument } from './traced-document.ts'

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
    if (same) return new TracedDocument(traced, same.start, start)
    const alike = file.documents.flatMap(piece => {
      const pairs = linePairs(traced, piece, content)
      return pairs ? [new TracedDocument(traced, piece.start, start, pairs)] : []
    })
    const [first, ...others] = alike
    // Which of several it is nobody can say, unless the same lines of a template made them.
    return first && others.every(other => other.lines === first.lines) ? first : undefined
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
export interface Piece {
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

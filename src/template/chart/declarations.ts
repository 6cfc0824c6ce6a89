import { TemplateError, Untraced } from '../errors.ts'
import { Parser } from '../yaml/parser.ts'
import type { Node } from '../yaml/tree.ts'

/** The file in which a chart lists its dependencies. */
export class Declarations {
  /** Below the chart's folder: `Chart.yaml`, or `requirements.yaml`. */
  readonly path: string
  readonly text: string
  #offsets: readonly number[] | undefined

  constructor(path: string, text: string) {
    this.path = path
    this.text = text
  }

  /** Where an entry says what switches it on and off: its `condition`, else its `tags`, else the entry itself. */
  offsetOf(index: number): number {
    this.#offsets ??= offsetsIn(this.text)
    return this.#offsets[index] ?? 0
  }
}

/** In UTF-16 units, of each entry. The text was read before, so that it is YAML. */
function offsetsIn(text: string): number[] {
  try {
    const list = resolved(pairOf(new Parser(text).firstDocument(), 'dependencies')?.[1])
    return list?.kind === 'sequence' ? list.items.map(offsetOfEntry) : []
  } catch (error) {
    if (error instanceof TemplateError || error instanceof Untraced) return []
    throw error
  }
}

const offsetOfEntry = (entry: Node): number => (pairOf(entry, 'condition') ?? pairOf(entry, 'tags') ?? [entry])[0].start

/** The entry of a mapping under a key, whatever its case; one with its own case is preferred, as in Go. */
function pairOf(node: Node | undefined, name: string): readonly [key: Node, value: Node] | undefined {
  const mapping = resolved(node)
  if (mapping?.kind !== 'mapping') return undefined
  const named = (isName: (key: string) => boolean) =>
    mapping.pairs.findLast(([key]) => key.kind === 'scalar' && isName(key.text))
  return named(key => key === name) ?? named(key => key.toLowerCase() === name)
}

const resolved = (node: Node | undefined): Node | undefined => (node?.kind === 'alias' ? node.target.node : node)

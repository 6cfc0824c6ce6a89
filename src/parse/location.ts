import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml'
import type { Path } from '../finding.ts'

/** A parsed document with what is needed to find lines in it. */
export interface LocatedDocument {
  readonly document: Document.Parsed
  readonly lines: LineCounter
}

/**
 * 1-based line, within the document's text, of the key (or list item) at a path; of its nearest existing
 * ancestor when it is missing. Aliases and merge keys lead to where the value is written.
 */
export function lineOfPath({ document, lines }: LocatedDocument, path: Path): number {
  let node: unknown = document.contents
  let offset = startOf(node) ?? 0
  for (const step of path) {
    const next = child(document, resolve(document, node), step)
    if (!next) break
    offset = startOf(next.at) ?? offset
    node = next.value
  }
  return lines.linePos(offset).line
}

/** Where the value at `path` is written: offsets into the document's text, or undefined when it is missing. */
export function rangeOfPath({ document }: LocatedDocument, path: Path): [start: number, end: number] | undefined {
  let node: unknown = document.contents
  for (const step of path) {
    const next = child(document, resolve(document, node), step)
    if (!next) return undefined
    node = next.value
  }
  return isNode(node) && node.range ? [node.range[0], node.range[1]] : undefined
}

interface Child {
  /** What to point at: the key of a mapping's entry, the item of a list. */
  readonly at: unknown
  readonly value: unknown
}

function child(document: Document.Parsed, node: unknown, step: string | number): Child | undefined {
  if (isSeq(node)) {
    const item = typeof step === 'number' ? node.items[step] : undefined
    return item === undefined ? undefined : { at: item, value: item }
  }
  if (!isMap(node)) return undefined
  // The last of two equal keys is the one that counts.
  const pair = node.items.findLast(({ key }) => isScalar(key) && String(key.value) === String(step))
  if (pair) return { at: pair.key, value: pair.value }
  return merged(document, node.items, step)
}

function merged(document: Document.Parsed, pairs: readonly Pair[], step: string | number): Child | undefined {
  for (const { key, value } of pairs) {
    if (!(isScalar(key) && (key.value === '<<' || (key as Node & { addToJSMap?: unknown }).addToJSMap))) continue
    const sources = isSeq(value) ? value.items : [value]
    for (const source of sources) {
      const found = child(document, resolve(document, source), step)
      if (found) return found
    }
  }
  return undefined
}

const resolve = (document: Document.Parsed, node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node)

const startOf = (node: unknown): number | undefined => (isNode(node) && node.range ? node.range[0] : undefined)

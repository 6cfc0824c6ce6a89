import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type Node, type YAMLMap } from 'yaml'
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
    const next = childOf(document, resolve(document, node), step)
    if (!next) break
    offset = startOf(next.at) ?? offset
    node = next.value
  }
  return lines.linePos(offset).line
}

/** Where the value at `path` is written: offsets into the document's text, or undefined when it is missing. */
export function rangeOfPath(located: LocatedDocument, path: Path): [start: number, end: number] | undefined {
  const node = nodeOfPath(located, path)
  return node?.range ? [node.range[0], node.range[1]] : undefined
}

/** The value at `path` as it is written, which may be an alias; undefined when it is missing. */
export function nodeOfPath({ document }: LocatedDocument, path: Path): Node | undefined {
  let node: unknown = document.contents
  for (const step of path) {
    const next = childOf(document, resolve(document, node), step)
    if (!next) return undefined
    node = next.value
  }
  return isNode(node) ? node : undefined
}

/** One step down in a document. */
export interface Child {
  /** What to point at: the key of a mapping's entry, the item of a list. */
  readonly at: unknown
  readonly value: unknown
}

/** The entry or item a step leads to, through merges; `node` itself must not be an alias. */
export function childOf(document: Document.Parsed, node: unknown, step: string | number): Child | undefined {
  if (isMap(node)) return entry(document, node, step) ?? merged(document, node, step)
  const item = isSeq(node) && typeof step === 'number' ? node.items[step] : undefined
  return item === undefined ? undefined : { at: item, value: item }
}

/** The last of two equal keys is the one that counts. */
function entry(document: Document.Parsed, map: YAMLMap, step: string | number): Child | undefined {
  const pair = map.items.findLast(({ key }) => keyText(document, key) === String(step))
  return pair && { at: pair.key, value: pair.value }
}

/** Looks through `<<` as YAML does: earlier sources first, each with what it merges itself. */
function merged(document: Document.Parsed, map: YAMLMap, step: string | number): Child | undefined {
  const seen = new Set<unknown>()
  const stack = mergeSources(document, map)
  while (stack.length > 0) {
    const source = resolve(document, stack.pop())
    if (!isMap(source) || seen.has(source)) continue
    seen.add(source)
    const found = entry(document, source, step)
    if (found) return found
    stack.push(...mergeSources(document, source))
  }
  return undefined
}

/** What a mapping merges, the last source first. */
function mergeSources(document: Document.Parsed, map: YAMLMap): unknown[] {
  const sources = map.items.flatMap(({ key, value }) => {
    if (!isMergeKey(key)) return []
    const source = resolve(document, value)
    return isSeq(source) ? source.items : [source]
  })
  return sources.reverse()
}

/** The parser marks a plain `<<`; a quoted one is a key like any other. */
export const isMergeKey = (key: unknown): boolean => isScalar(key) && 'addToJSMap' in key

/** A key as it reads in the document's value, where null reads as the empty text. */
function keyText(document: Document.Parsed, key: unknown): string | undefined {
  const node = resolve(document, key)
  return isScalar(node) ? String(node.value ?? '') : undefined
}

const resolve = (document: Document.Parsed, node: unknown): unknown => (isAlias(node) ? node.resolve(document) : node)

const startOf = (node: unknown): number | undefined => (isNode(node) && node.range ? node.range[0] : undefined)

import { isAlias, isNode } from 'yaml'
import type { Path } from '../finding.ts'
import { childOf, type LocatedDocument } from './location.ts'

/** A range of UTF-16 offsets in a document's text; the end is not in it. */
export type TextRange = readonly [start: number, end: number]

/** How far a path leads in a document, and what stands there. */
export interface Reached {
  /** How many steps of the path exist. */
  readonly steps: number
  /** The key (or list item) of the last step that exists; undefined for the root. */
  readonly key: TextRange | undefined
  /** Its value without white space and comments behind it; empty for a null that is not written. */
  readonly value: TextRange | undefined
  /** The parser's node of the value. */
  readonly node: unknown
}

/** Follows a path as far as it exists. Aliases and merge keys lead to where the value is written. */
export function reach({ document }: LocatedDocument, path: Path): Reached {
  let node: unknown = document.contents
  let key: TextRange | undefined
  let steps = 0
  for (const step of path) {
    const next = childOf(document, isAlias(node) ? node.resolve(document) : node, step)
    if (!next) break
    key = rangeOf(next.at) ?? key
    node = next.value
    steps++
  }
  return { steps, key, value: rangeOf(node), node }
}

export const rangeOf = (node: unknown): TextRange | undefined =>
  isNode(node) && node.range ? [node.range[0], node.range[1]] : undefined

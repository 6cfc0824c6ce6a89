import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  type YAMLMap,
} from 'yaml'
import type { Path } from '../finding.ts'
import { sourceOf } from './ranges.ts'
import { Refusal } from './refusal.ts'

/** How far a path leads in a YAML document. */
export interface Reached {
  /** What holds the value. */
  readonly holder: Node | null
  /** The entry that the holder is the value of. */
  readonly above: Pair | undefined
  /** The entry of the value; undefined for the item of a list. */
  readonly entry: Pair | undefined
  readonly value: unknown
  /** Keys that are not there yet; the value's own is the last. */
  readonly missing: readonly string[]
}

/** Follows a path to its end, or to where its first key is missing. @throws Refusal where an edit there could do more than it should. */
export function reach(text: string, root: ParsedNode | null, path: Path): Reached {
  let value: unknown = root
  let above: Pair | undefined
  let holder: Node | null = null
  for (const [i, step] of path.entries()) {
    const entry = above
    checkWay(text, value)
    const next = isMap(value) ? pairOf(value, step) : undefined
    if (isSeq(value) && typeof step === 'number' && value.items[step] !== undefined) {
      holder = value
      above = undefined
      value = value.items[step]
    } else if (next) {
      holder = value as Node
      above = next
      value = next.value
    } else {
      if (!isMap(value) && !isNothing(value)) throw new Refusal('what would hold the key is no mapping')
      const missing = path.slice(i)
      if (!missing.every(key => typeof key === 'string')) throw new Refusal('an item of a list cannot be added')
      return { holder: value as Node | null, above: entry, entry: undefined, value: undefined, missing }
    }
  }
  checkWay(text, value)
  return { holder, above, entry: above, value, missing: [] }
}

/** What stands for several places at once, or goes over lines without indentation, is not touched. @throws Refusal */
function checkWay(text: string, node: unknown): void {
  if (isAlias(node)) throw new Refusal('there is an alias on the way')
  if ((isCollection(node) || isScalar(node)) && node.anchor) throw new Refusal('there is an anchor on the way')
  if ((isCollection(node) || isScalar(node)) && node.tag) throw new Refusal('there is a tag on the way')
  if (isCollection(node) && node.flow && sourceOf(text, node).includes('\n'))
    throw new Refusal('there is a flow collection of several lines on the way')
  if (isMap(node) && node.items.some(({ key }) => isScalar(key) && key.source === '<<'))
    throw new Refusal('there is a merge key on the way')
}

const isNothing = (node: unknown): boolean => node === null || (isScalar(node) && node.value === null)

const pairOf = (map: YAMLMap, step: string | number): Pair | undefined =>
  map.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))

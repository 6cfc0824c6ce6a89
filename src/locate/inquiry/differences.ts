import { isDeepStrictEqual } from 'node:util'
import type { Path } from '../../finding.ts'
import { asMapping, type Mapping } from '../../parse/untyped.ts'
import type { Effect } from './answer.ts'

/** A part of an object that is other than it was. */
export type Difference = Pick<Effect, 'what' | 'path'>

/**
 * The outermost paths at which two values differ. Items of lists are told apart by what stands before and behind them, so that
 * an item more does not make all behind it others; what appears has its place in `after`.
 */
export function differences(before: unknown, after: unknown, path: Path = []): Difference[] {
  if (isDeepStrictEqual(before, after)) return []
  if (Array.isArray(before) && Array.isArray(after)) return inLists(before, after, path)
  const [left, right] = [asMapping(before), asMapping(after)]
  return left && right ? inMappings(left, right, path) : [{ what: 'changed', path }]
}

const inMappings = (left: Mapping, right: Mapping, path: Path): Difference[] =>
  [...new Set([...Object.keys(left), ...Object.keys(right)])].flatMap(key => {
    const here = [...path, key]
    if (!Object.hasOwn(right, key)) return { what: 'removed' as const, path: here }
    if (!Object.hasOwn(left, key)) return { what: 'appears' as const, path: here }
    return differences(left[key], right[key], here)
  })

function inLists(before: readonly unknown[], after: readonly unknown[], path: Path): Difference[] {
  const found: Difference[] = []
  let [left, right] = [0, 0]
  for (const [nextLeft, nextRight] of [...commonItems(before, after), [before.length, after.length] as const]) {
    // What stands between two common items on both sides is one thing that changed.
    while (left < nextLeft && right < nextRight)
      found.push(...differences(before[left], after[right++], [...path, left++]))
    while (left < nextLeft) found.push({ what: 'removed', path: [...path, left++] })
    while (right < nextRight) found.push({ what: 'appears', path: [...path, right++] })
    left = nextLeft + 1
    right = nextRight + 1
  }
  return found
}

/** Beyond this many pairs of items lists are compared item by item. */
const MOST_PAIRS = 40_000

/** The indices of the longest sequence of items that two lists share. */
function commonItems(before: readonly unknown[], after: readonly unknown[]): (readonly [number, number])[] {
  if (before.length * after.length > MOST_PAIRS) return []
  const [left, right] = [before.map(item => JSON.stringify(item)), after.map(item => JSON.stringify(item))]
  // lengths[i][j]: of the longest sequence from item i of the one and item j of the other.
  const lengths = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0))
  const at = (i: number, j: number): number => lengths[i]?.[j] ?? 0
  for (let i = left.length - 1; i >= 0; i--)
    for (let j = right.length - 1; j >= 0; j--)
      lengths[i]?.splice(j, 1, left[i] === right[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1)))
  const found: (readonly [number, number])[] = []
  let [i, j] = [0, 0]
  while (i < left.length && j < right.length)
    if (left[i] === right[j]) found.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i++
    else j++
  return found
}

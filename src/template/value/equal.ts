import { Untraced } from '../errors.ts'
import type { Budget } from '../execute/budget.ts'
import { bytesOf, isAscii } from './bytes.ts'
import type { Dict, List, Text, Value } from './value.ts'

/**
 * Whether two values are the same through and through, as Go's `reflect.DeepEqual` sees it: their types too, so that an int
 * is never a float64, and no slice is equal to an empty one.
 * @throws Untraced for two structs, whose insides are not known, and for what is too deep.
 */
export function isDeepEqual(a: Value, b: Value, budget: Budget): boolean {
  budget.step()
  switch (a.kind) {
    case 'nil':
      return b.kind === 'nil'
    case 'bool':
      return b.kind === 'bool' && a.value === b.value
    case 'number':
      return b.kind === 'number' && a.type === b.type && a.value === b.value
    case 'text':
      return b.kind === 'text' && a.isBytes === b.isBytes && isSameText(a, b)
    case 'list':
      return b.kind === 'list' && areSameItems(a, b, budget)
    case 'dict':
      return b.kind === 'dict' && areSameEntries(a, b, budget)
    case 'opaque':
      if (b.kind !== 'opaque' || a.goType !== b.goType) return false
      if (a.goType === 'json.Number') return a.printed === b.printed
      throw new Untraced(`two values of ${a.goType} are compared`)
  }
}

/** Whether two strings have the same bytes. */
export function isSameText(a: Text, b: Text): boolean {
  if (!a.bytes && !b.bytes) return a.string === b.string
  return Buffer.compare(bytesOf(a), bytesOf(b)) === 0
}

function areSameItems(a: List, b: List, budget: Budget): boolean {
  if (a.goType !== b.goType || a.isNil !== b.isNil || a.items.length !== b.items.length) return false
  if (a.items === b.items && a.items.length > 0) return true
  return budget.deeper(() =>
    a.items.every((item, i) => {
      const other = b.items[i]
      return other !== undefined && isDeepEqual(item, other, budget)
    }),
  )
}

function areSameEntries(a: Dict, b: Dict, budget: Budget): boolean {
  if (a.goType !== b.goType || a.entries.size !== b.entries.size) return false
  if (a.entries === b.entries) return true
  return budget.deeper(() =>
    [...a.entries].every(([key, value]) => {
      const other = b.entries.get(key)
      return other !== undefined && isDeepEqual(value, other, budget)
    }),
  )
}

/**
 * Go's order of two strings: by bytes of UTF-8.
 * @returns below, above or 0, as for sorting.
 */
export function compareTexts(a: Text, b: Text): number {
  if (isAscii(a.string) && isAscii(b.string) && !a.bytes && !b.bytes)
    return a.string < b.string ? -1 : a.string > b.string ? 1 : 0
  return Buffer.compare(bytesOf(a), bytesOf(b))
}

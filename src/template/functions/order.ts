import { type Dependencies, dependingOn, rootDatum, union } from '../value/provenance.ts'
import { type Dict, dependenciesOf, List, type Value } from '../value/value.ts'

/** What a list depends on whose order Go leaves to chance: that of the keys of a map. */
const CHANCE = rootDatum('volatile')
/** How deep into the unions of a list's dependencies the mark is looked for. */
const DEPTH = 50

/** What goes over a dict's keys in Go's random order depends on; a single key has no order. */
export const unorderedEntriesOf = (dict: Dict): Dependencies | undefined =>
  dict.entries.size > 1 ? union(dependenciesOf(dict), CHANCE) : dependenciesOf(dict)

/** The same list without the mark of chance, for what puts it into an order or does not look at the order. */
export function ordered(list: List): List {
  const { provenance } = list
  const depends = withoutChance(provenance?.depends, DEPTH)
  if (depends === provenance?.depends) return list
  const without = provenance?.alias ? { alias: provenance.alias, depends } : dependingOn(depends)
  return new List(list.items, without, list.goType, list.methods, list.isNil)
}

/** What a value decides by what is in it, where its order decides nothing. */
export const orderlessDependenciesOf = (value: Value): Dependencies | undefined =>
  dependenciesOf(value.kind === 'list' ? ordered(value) : value)

function withoutChance(depends: Dependencies | undefined, depth: number): Dependencies | undefined {
  if (depends === CHANCE) return undefined
  if (!depends || 'source' in depends || depth === 0) return depends
  const left = withoutChance(depends.left, depth - 1)
  const right = withoutChance(depends.right, depth - 1)
  return left === depends.left && right === depends.right ? depends : union(left, right)
}

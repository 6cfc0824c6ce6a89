import { childDatum, type Datum, type Provenance, rootDatum } from '../value/provenance.ts'
import { Dict, List, type Value, withProvenance } from '../value/value.ts'
import type { InstalledChart } from './dependencies.ts'

/**
 * The effective values with the key that each node stands at, as the top chart would set it: a subchart's values lie below its
 * name, while `global` has one path for all charts. Maps that helm lets charts share stay shared.
 */
export function labelValues(values: Dict, installed: InstalledChart): Dict {
  return new Labels().chart(values, installed, aliasOf(rootDatum('values')), true)
}

/** A value that is that datum, and what is in it. */
export const labelAs = <T extends Value>(value: T, datum: Datum): Value => new Labels().value(value, aliasOf(datum))

interface Alias extends Provenance {
  readonly alias: Datum
}

const aliasOf = (alias: Datum): Alias => ({ alias, depends: undefined })

/** Gives each path one datum, and each map one labelled copy. */
class Labels {
  readonly #below = new Map<Alias, Map<string | number, Alias>>()
  readonly #copies = new Map<Dict, Dict>()
  #root: Alias | undefined

  chart(values: Dict, { subcharts }: InstalledChart, at: Alias, isRoot: boolean): Dict {
    if (isRoot) this.#root = at
    const charts = new Map(subcharts.map(subchart => [subchart.name, subchart]))
    return this.#dict(values, at, (key, value) => {
      if (!isRoot && key === 'global' && this.#root) return this.value(value, this.#child(this.#root, key))
      const subchart = charts.get(key)
      const below = this.#child(at, key)
      return subchart && value.kind === 'dict' ? this.chart(value, subchart, below, false) : this.value(value, below)
    })
  }

  value(value: Value, at: Alias): Value {
    if (value.kind === 'dict') return this.#dict(value, at, (key, item) => this.value(item, this.#child(at, key)))
    if (value.kind !== 'list') return withProvenance(value, at)
    const items = value.items.map((item, i) => this.value(item, this.#child(at, i)))
    return new List(items, at, value.goType, value.methods, value.isNil)
  }

  #dict(dict: Dict, at: Alias, entry: (key: string, value: Value) => Value): Dict {
    const known = this.#copies.get(dict)
    if (known) return known
    const copy = new Dict(new Map(), at, dict.goType, dict.methods, dict.isNil)
    this.#copies.set(dict, copy)
    for (const [key, value] of dict.entries) copy.entries.set(key, entry(key, value))
    return copy
  }

  #child(at: Alias, key: string | number): Alias {
    const children = this.#below.get(at) ?? new Map<string | number, Alias>()
    this.#below.set(at, children)
    const child = children.get(key) ?? aliasOf(childDatum(at.alias, key))
    children.set(key, child)
    return child
  }
}

/**
 * Where a datum lives. `values`: a key of the release's effective values. `volatile`: differs in each run (random
 * numbers, certificates, the clock), so that its text may differ from helm's.
 */
export type DatumSource = 'values' | 'chart' | 'release' | 'capabilities' | 'files' | 'volatile'

/** One thing that a template can read, as a path from its source; the root of a source has no key. */
export interface Datum {
  readonly source: DatumSource
  readonly parent: Datum | undefined
  /** A map key, or the index of a list item; undefined at the root. */
  readonly key: string | number | undefined
}

/** A set of data, as a tree of unions that is only flattened when somebody asks. */
export type Dependencies = Datum | Union

export interface Union {
  readonly left: Dependencies
  readonly right: Dependencies
}

/** What a value, or a piece of text, is made of. */
export interface Provenance {
  /** The value is exactly this datum, untouched but for its spelling. */
  readonly alias: Datum | undefined
  /** What else decided it. */
  readonly depends: Dependencies | undefined
}

export const rootDatum = (source: DatumSource): Datum => ({ source, parent: undefined, key: undefined })

export const childDatum = (parent: Datum, key: string | number): Datum => ({ source: parent.source, parent, key })

/** The keys from the root of its source: `['webhook', 'create']`. */
export function pathOf(datum: Datum): (string | number)[] {
  const path: (string | number)[] = []
  for (let at: Datum | undefined = datum; at?.key !== undefined; at = at.parent) path.push(at.key)
  return path.reverse()
}

export function union(left: Dependencies | undefined, right: Dependencies | undefined): Dependencies | undefined {
  if (!left || left === right) return right
  return right ? { left, right } : left
}

/** Provenance of something that is not that datum itself but depends on it. */
export const dependingOn = (depends: Dependencies | undefined): Provenance | undefined =>
  depends && { alias: undefined, depends }

/** Everything that decided a value with this provenance, its alias among it. */
export const dependenciesIn = (provenance: Provenance | undefined): Dependencies | undefined =>
  provenance && union(provenance.alias, provenance.depends)

/** The same provenance with more dependencies; the alias stays. */
export function alsoDepending(
  provenance: Provenance | undefined,
  depends: Dependencies | undefined,
): Provenance | undefined {
  if (!depends) return provenance
  return { alias: provenance?.alias, depends: union(provenance?.depends, depends) }
}

const firstVolatile = new WeakMap<Union, Datum | null>()

/** A mark that what depends on these differs in each run, if one of them does; each set is searched once. */
export function volatileIn(depends: Dependencies | undefined): Datum | undefined {
  if (!depends) return undefined
  if ('source' in depends) return depends.source === 'volatile' ? depends : undefined
  const known = firstVolatile.get(depends)
  if (known !== undefined) return known ?? undefined
  const found = flatten(depends)
    .values()
    .find(({ source }) => source === 'volatile')
  firstVolatile.set(depends, found ?? null)
  return found
}

/** Every datum of a set once, in the order of its unions; two data of one path may be two objects. */
export function flatten(depends: Dependencies | undefined): Set<Datum> {
  const found = new Set<Datum>()
  const seen = new Set<Dependencies>()
  const open: Dependencies[] = depends ? [depends] : []
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue
    seen.add(next)
    if ('source' in next) found.add(next)
    else open.push(next.right, next.left)
  }
  return found
}

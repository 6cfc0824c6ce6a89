import { Dict, List, Nil, type Value } from './value/value.ts'

/** Another value for one key of the effective values; nil takes the key away, as null does in a values file. */
export interface Change {
  /** As provenance has it: for a subchart's value below the subchart's name. */
  readonly path: readonly (string | number)[]
  /** Without provenance. */
  readonly value: Value
}

/**
 * What has to be given, over all else, to change a value. A list is given as a whole, since helm merges no lists.
 * @param values the effective ones
 */
export function valuesFor({ path, value }: Change, values: Dict): Dict {
  const index = path.findIndex(key => typeof key === 'number')
  const keys = (index < 0 ? path : path.slice(0, index)).map(String)
  const given = index < 0 ? value : withItem(valueAt(values, keys), path.slice(index), value)
  return keys.reduceRight<Dict | Value>((inner, key) => new Dict(new Map([[key, inner]])), given) as Dict
}

function valueAt(values: Dict, keys: readonly string[]): Value | undefined {
  let at: Value | undefined = values
  for (const key of keys) at = at?.kind === 'dict' ? at.entries.get(key) : undefined
  return at
}

/** A copy of a list or dict with one thing in it replaced; what is not there on the way is made. */
function withItem(value: Value | undefined, path: readonly (string | number)[], item: Value): Value {
  const [key, ...below] = path
  if (key === undefined) return item
  if (typeof key === 'number') {
    const items = value?.kind === 'list' ? value.items : []
    const changed = withItem(items[key], below, item)
    return new List(
      Array.from({ length: Math.max(items.length, key + 1) }, (_, i) =>
        i === key ? changed : (items[i] ?? new Nil()),
      ),
    )
  }
  const entries = new Map(value?.kind === 'dict' ? value.entries : [])
  return new Dict(entries.set(key, withItem(entries.get(key), below, item)))
}

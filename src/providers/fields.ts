import type { Path } from '../finding.ts'
import { asList, asMapping, isPlaceholder, type Mapping, valueAt } from '../parse/untyped.ts'

/** A value with its place below the block that its field is written for. */
export interface Place {
  readonly path: Path
  readonly value: unknown
}

/** What a field of the table stands for in a block: `[]` takes every item of a list, `*` every key of a mapping. */
export function placesOf(config: unknown, field: string): Place[] {
  let places: Place[] = [{ path: [], value: config }]
  for (const step of stepsOf(field)) places = places.flatMap(place => inside(place, step))
  return places
}

/** `a[].b` -> `a`, `[]`, `b`. */
const stepsOf = (field: string): string[] => field.replaceAll('[]', '.[]').split('.')

function inside({ path, value }: Place, step: string): Place[] {
  if (step === '[]') return asList(value).map((item, i) => ({ path: [...path, i], value: item }))
  const mapping = asMapping(value) ?? {}
  const keys = step === '*' ? Object.keys(mapping) : Object.hasOwn(mapping, step) ? [step] : []
  return keys.map(key => ({ path: [...path, key], value: mapping[key] }))
}

/** The keys of a field without `[]` and `*`. */
export const keysOf = (field: string): string[] => field.split('.')

/**
 * Whether the operator finds a block there. One that is filled in later, by itself or as a part of what is, may be
 * there: it counts as set, so that nobody takes it for left out.
 */
export function isSet(config: Mapping, field: string): boolean {
  const keys = keysOf(field)
  const values = keys.map((_, i) => valueAt(config, keys.slice(0, i + 1)))
  const last = values.at(-1)
  return values.some(isPlaceholder) || (last !== undefined && last !== null && last !== '')
}

/** Whether a field has this value; `byDefault` says what leaving it out means. */
export function hasValue(config: Mapping, { field, is, byDefault = false }: Wanted): boolean {
  const value = valueAt(config, keysOf(field)) ?? ''
  return value === '' ? byDefault : value === is
}

interface Wanted {
  readonly field: string
  readonly is: string
  readonly byDefault?: boolean
}

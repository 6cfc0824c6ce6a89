import { isDeepStrictEqual } from 'node:util'
import type { Finding, GeneratorId, Path, YamlValue } from '../finding.ts'
import { asMapping, valueAt } from '../parse/untyped.ts'
import type { Target } from './targets.ts'

/** A value of a release, by the key that the release's own values have it under. */
export interface ReleaseValue {
  readonly target: Target
  readonly key: Path
  readonly value: YamlValue
}

/** What goes together: values of releases and manifests beside them, and why. */
export interface Measure {
  readonly values: readonly ReleaseValue[]
  readonly generators: readonly GeneratorId[]
  /** What it has to remove; all of it. */
  readonly findings: readonly Finding[]
  /** Of the findings of these rules one has to go; empty where `findings` says more. */
  readonly answers: readonly string[]
  /** Why, where no finding says so. */
  readonly reason: string | undefined
  /** What somebody has to know before it is put to use. */
  readonly question: string | undefined
}

/** Why nothing is done about a finding. */
export interface Refused {
  readonly finding: Finding
  readonly reason: string
}

/** Whether a release does not have a value yet. */
export const isDifferent = ({ target, key, value }: ReleaseValue): boolean => !says(valueAt(target.values, key), value)

/** Whether laying one value over another changes nothing. */
export function says(now: unknown, wanted: YamlValue): boolean {
  const keys = Object.entries(asMapping(wanted) ?? {})
  if (keys.length === 0) return isDeepStrictEqual(now, wanted)
  return keys.every(([key, value]) => says(valueAt(now, [key]), value as YamlValue))
}

/** Whether a chart with these values can have a key: what is empty may take any. */
export function mayHave(values: unknown, key: Path): boolean {
  let at = values
  for (const step of key) {
    const mapping = asMapping(at)
    if (!mapping || Object.keys(mapping).length === 0) return at === null || mapping !== undefined
    if (!Object.hasOwn(mapping, step)) return false
    at = mapping[step]
  }
  return true
}

/** Whether two values cannot both be set: the same key, or one inside the other, and not the same. */
export function contradicts(one: ReleaseValue, other: ReleaseValue): boolean {
  if (one.target.id !== other.target.id) return false
  const [outer, inner] = one.key.length <= other.key.length ? [one, other] : [other, one]
  if (!outer.key.every((step, i) => step === inner.key[i])) return false
  const said = valueAt(outer.value, inner.key.slice(outer.key.length))
  if (said !== undefined) return !isDeepStrictEqual(said, inner.value)
  return asMapping(outer.value) === undefined
}

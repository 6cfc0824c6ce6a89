import { childDatum, flatten, pathOf, rootDatum } from '../../../src/template/value/provenance.ts'
import {
  Dict,
  deepDependenciesOf,
  dependenciesOf,
  List,
  Num,
  Text,
  type Value,
} from '../../../src/template/value/value.ts'

/** Data as the values of a chart hold it, each with the datum that it is. */
export function labelled(data: unknown, datum = rootDatum('values')): Value {
  const provenance = { alias: datum, depends: undefined }
  if (typeof data === 'number') return new Num(data, 'float64', provenance)
  if (typeof data === 'string') return new Text(data, provenance)
  if (Array.isArray(data))
    return new List(
      data.map((item, i) => labelled(item, childDatum(datum, i))),
      provenance,
    )
  const entries = Object.entries(data as object).map(
    ([key, entry]) => [key, labelled(entry, childDatum(datum, key))] as const,
  )
  return new Dict(new Map(entries), provenance)
}

/** The datum that a value is, as a path; undefined for what is none. */
export const aliasOf = (value: Value | undefined): string | undefined =>
  value?.provenance?.alias && pathOf(value.provenance.alias).join('.')

const pathsIn = (depends: ReturnType<typeof dependenciesOf>): string[] =>
  [...new Set([...flatten(depends)].map(datum => pathOf(datum).join('.') || datum.source))].sort()

/** Paths, or sources, of what decided a value as a whole. */
export const dependenciesIn = (value: Value): string[] => pathsIn(dependenciesOf(value))

/** As `dependenciesIn`, with what is inside. */
export const allDependenciesIn = (value: Value): string[] => pathsIn(deepDependenciesOf(value))

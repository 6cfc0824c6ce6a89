import { TemplateError, Untraced } from '../errors.ts'
import type { Budget } from '../execute/budget.ts'
import { union } from '../value/provenance.ts'
import { Dict, dependenciesOf, depending, isTrue, List, type Opaque, type Value } from '../value/value.ts'
import { plain } from './dicts.ts'
import { any, dict, keeping, rest, type TemplateFunction } from './function.ts'

const deepCopy = keeping([any], ([value], { budget }) => {
  if (value.kind === 'nil') throw new TemplateError('reflect: call of reflect.Value.Type on zero Value')
  return copy(value, budget)
})

/** What merges dicts, and the copies that keep merging from changing what was given. */
export const MERGING: Readonly<Record<string, TemplateFunction>> = {
  merge: merging(false),
  mustMerge: merging(false),
  mergeOverwrite: merging(true),
  mustMergeOverwrite: merging(true),
  deepCopy,
  mustDeepCopy: deepCopy,
}

/** Changes the first dict; what it takes from others it shares with them. */
function merging(isOverwriting: boolean): TemplateFunction {
  return keeping([any, rest(dict)], ([first, others], { budget }) => {
    if (first.kind === 'nil' && others.length === 0) throw new Untraced('nil is merged with nothing')
    const into = dict.read(first)
    for (const other of others) mergeEntries(into, other, isOverwriting, budget)
    return depending(plain(into), others.map(dependenciesOf).reduce(union, undefined))
  })
}

function mergeEntries(into: Dict, from: Dict, isOverwriting: boolean, budget: Budget): void {
  if (into.entries === from.entries) return
  budget.step(from.entries.size + 1)
  budget.deeper(() => {
    for (const [key, value] of from.entries) mergeEntry(into, key, value, isOverwriting, budget)
  })
}

function mergeEntry(into: Dict, key: string, value: Value, isOverwriting: boolean, budget: Budget): void {
  const present = into.entries.get(key)
  if (value.kind === 'nil') {
    if (isOverwriting) into.entries.set(key, value)
    return
  }
  if (value.kind === 'dict' && present?.kind === 'dict') {
    if (value.goType !== present.goType) throw new Untraced(`${value.goType} is merged into ${present.goType}`)
    mergeEntries(present, value, isOverwriting, budget)
    if (present.entries.size > 0) return
  }
  if (present && isStruct(present) && isInside(present, value))
    throw new Untraced('a struct of Go is merged with another one, or with a map')
  if (present && isTrue(present) && !isOverwriting) return
  into.entries.set(key, depending(value, present && dependenciesOf(present)))
}

/** Whether mergo goes into a struct: into another one field by field, with a map not at all; it is left as it is for itself. */
const isInside = (present: Opaque, value: Value): boolean =>
  value.kind === 'dict' || (isStruct(value) && (value.goType !== present.goType || value.fields !== present.fields))

/** The numbers of helm 3 are no structs but strings. */
const isStruct = (value: Value): value is Opaque => value.kind === 'opaque' && value.goType !== 'json.Number'

function copy(value: Value, budget: Budget): Value {
  budget.step()
  if (value.kind === 'dict')
    return budget.deeper(() => {
      const entries = [...value.entries].map(([key, entry]) => [key, copy(entry, budget)] as const)
      return new Dict(new Map(entries), value.provenance, value.goType, value.methods, value.isNil)
    })
  if (value.kind === 'list')
    return budget.deeper(
      () =>
        new List(
          value.items.map(item => copy(item, budget)),
          value.provenance,
          value.goType,
          value.methods,
          value.isNil,
        ),
    )
  return value
}

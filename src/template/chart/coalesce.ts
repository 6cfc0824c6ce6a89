import { TemplateError } from '../errors.ts'
import { Dict, type Nil, type Value } from '../value/value.ts'
import type { Behaviour } from './behaviour.ts'
import { copyValue } from './values.ts'

/** A chart on the way through helm: its name and subcharts may differ from what its files say. */
export interface Coalesced {
  readonly name: string
  readonly values: Dict
  readonly subcharts: readonly Coalesced[]
}

/** Whether a null of the higher layer takes the key away (`coalesce`) or stays as a value (`merge`). */
export type Mode = 'coalesce' | 'merge'

const isNull = (value: Value | undefined): value is Nil => value?.kind === 'nil'

/** The chart's values under `given`, with each subchart's below its name. `given` is left as it is. @throws TemplateError as helm. */
export const coalesceValues = (chart: Coalesced, given: Dict, mode: Mode, behaviour: Behaviour): Dict =>
  coalesce(chart, copyValue(given), mode, behaviour)

/** Works in place, since helm's subcharts share maps with their parents' globals and so leak into them. */
function coalesce(chart: Coalesced, values: Dict, mode: Mode, behaviour: Behaviour): Dict {
  addDefaults(chart, values, mode, behaviour)
  for (const subchart of chart.subcharts) {
    const { entries } = values
    const below = entries.get(subchart.name) ?? new Dict()
    if (below.kind !== 'dict') throw new TemplateError(`type mismatch on ${subchart.name}`)
    entries.set(subchart.name, below)
    passGlobals(below, values, behaviour)
    coalesce(subchart, below, mode, behaviour)
  }
  return values
}

/** A null takes away what is below it. helm 4 keeps a null over a null. */
const deletes = (mode: Mode, lower: Value | undefined, { major }: Behaviour): boolean =>
  mode === 'coalesce' && lower !== undefined && (major === 3 || !isNull(lower))

function addDefaults(chart: Coalesced, values: Dict, mode: Mode, behaviour: Behaviour): void {
  for (const [key, original] of chart.values.entries) {
    const value = copyValue(original)
    const above = values.entries.get(key)
    if (!above) values.entries.set(key, value)
    else if (isNull(above)) {
      if (mode === 'coalesce') values.entries.delete(key)
    } else if (above.kind === 'dict' && value.kind === 'dict')
      coalesceTables(above, value, chart.subcharts.some(({ name }) => name === key) ? 'merge' : mode, behaviour)
  }
}

/** Puts into `above`, in place, what only `below` has. helm 4 writes the nulls of `above` into `below`, which others may share. */
export function coalesceTables(above: Dict, below: Dict, mode: Mode, behaviour: Behaviour): Dict {
  const gone = new Set<string>()
  for (const [key, value] of above.entries) {
    if (!isNull(value)) continue
    if (deletes(mode, below.entries.get(key), behaviour)) gone.add(key)
    if (behaviour.major === 4) below.entries.set(key, value)
  }
  for (const key of gone) above.entries.delete(key)
  for (const [key, value] of below.entries) {
    const higher = above.entries.get(key)
    if (gone.has(key)) continue
    if (!higher) above.entries.set(key, value)
    else if (higher.kind === 'dict' && value.kind === 'dict') coalesceTables(higher, value, mode, behaviour)
  }
  return above
}

/** Hands `global` down. A map of the parent is copied at its top alone: what is deeper stays shared with the parent. */
function passGlobals(below: Dict, above: Dict, behaviour: Behaviour): void {
  const target = below.entries.get('global') ?? new Dict()
  const source = above.entries.get('global') ?? new Dict()
  if (target.kind !== 'dict' || source.kind !== 'dict') return
  for (const [key, value] of source.entries) {
    const own = target.entries.get(key)
    if (value.kind !== 'dict') {
      if (own?.kind !== 'dict') target.entries.set(key, value)
    } else if (!own) target.entries.set(key, new Dict(new Map(value.entries)))
    else if (own.kind === 'dict')
      target.entries.set(key, coalesceTables(new Dict(new Map(value.entries)), own, 'merge', behaviour))
  }
  below.entries.set('global', target)
}

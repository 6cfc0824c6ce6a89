import type { TracedChart } from '../../render/traced.ts'
import type { Change } from '../../template/change.ts'
import type { Trace } from '../../template/trace.ts'
import { pathOf } from '../../template/value/provenance.ts'
import type { Condition } from '../../template/value/site.ts'
import { Num, Text, type Value } from '../../template/value/value.ts'
import { keysIn } from '../absent.ts'
import { valueAtPath } from '../traced-release.ts'
import { othersThan, Tries } from '../what-if.ts'
import { branchExtents } from './branches.ts'
import { isRefused } from './effects.ts'

/** A place of a template, as helm names it, by an offset in its text. */
export interface Spot {
  readonly template: string
  readonly text: string
  readonly offset: number
}

/** More changes at once nobody would call the reason; each try costs a few milliseconds. */
const MOST_CHANGES = 3
const MOST_TRIES = 120

/** What was changed, and what is printed then. */
interface Step {
  readonly changes: readonly Change[]
  readonly trace: Trace
}

/**
 * The fewest changes of values with which a template prints what stands at a spot, from the innermost condition that is met
 * on the way to it outwards. Empty where it is printed as it is; undefined where none was found.
 */
export function changesThatPrint(chart: TracedChart, spot: Spot): readonly Change[] | undefined {
  if (isPrinted(chart.trace, spot)) return []
  const around = branchExtents(spot.text)
    .filter(({ start, end }) => start < spot.offset && spot.offset < end)
    .map(({ start }) => start)
  let steps: Step[] = [{ changes: [], trace: chart.trace }]
  const tries = new Tries(MOST_TRIES)
  for (let length = 1; length <= MOST_CHANGES; length++) {
    const further: Step[] = []
    for (const { changes, trace } of steps) {
      const before = progressOf(trace, spot, around)
      for (const change of othersIn(trace, before.met)) {
        if (!tries.take()) return undefined
        const tried = [...changes, change]
        const after = chart.withChanges(tried, spot.template)
        tries.spend(after.steps + chart.valuesSize)
        if (after.failure || after.reason !== undefined) continue
        if (isPrinted(after, spot) && !fails(chart, tried, after)) return tried
        if (isNearer(progressOf(after, spot, around), before)) further.push({ changes: tried, trace: after })
      }
    }
    steps = further
  }
  return undefined
}

/** Whether what is printed then is none of helm's, or another template refuses the values. */
function fails(chart: TracedChart, changes: readonly Change[], after: Trace): boolean {
  if (isRefused(chart.trace.files, after.files)) return true
  if (!chart.mayRefuse) return false
  const { failure, reason } = chart.withChanges(changes)
  return failure !== undefined || reason !== undefined
}

const isPrinted = ({ files }: Trace, { template, offset }: Spot): boolean =>
  files
    .get(template)
    ?.segments.some(({ site, text }) => text !== '' && site?.offset === offset && isOf(site.source, template)) ?? false

const isOf = ({ name, given }: Condition['source'], template: string): boolean => !given && name === template

/** How near a trace comes to a spot. */
interface Progress {
  /** How many branches around the spot are not come to. */
  readonly left: number
  /** The conditions of the innermost one that is. */
  readonly met: readonly Condition[]
  /** What they read: `and` reads its second argument only where the first one holds. */
  readonly keys: ReadonlySet<string>
}

function progressOf(trace: Trace, spot: Spot, around: readonly number[]): Progress {
  const all = conditionsMet(trace, spot)
  const index = around.findIndex(start => all.has(start))
  // Each turn of a range is a condition of its own, and all of them read the same.
  const met = [...new Map(all.get(around[index] ?? -1)?.map(condition => [condition.depends, condition])).values()]
  const keys = new Set(met.flatMap(condition => keysIn(condition).map(datum => JSON.stringify(pathOf(datum)))))
  return { left: index < 0 ? around.length : index, met, keys }
}

const isNearer = (after: Progress, before: Progress): boolean =>
  after.left < before.left || (after.left === before.left && !after.keys.isSubsetOf(before.keys))

function conditionsMet({ files }: Trace, { template }: Spot): Map<number, Condition[]> {
  const found = new Set<Condition>()
  for (const { site } of files.get(template)?.segments ?? [])
    for (let at = site?.condition; at && !found.has(at); at = at.parent) if (isOf(at.source, template)) found.add(at)
  return Map.groupBy(found, ({ offset }) => offset)
}

/** Other values of the keys that conditions read: also the texts that they are compared with. */
function* othersIn({ values }: Trace, conditions: readonly Condition[]): Generator<Change> {
  const seen = new Set<string>()
  for (const condition of conditions)
    for (const datum of keysIn(condition)) {
      const { source, offset } = condition
      const path = pathOf(datum)
      if (seen.has(JSON.stringify(path))) continue
      seen.add(JSON.stringify(path))
      const now = valueAtPath(values, path)
      const isText = now?.kind === 'text'
      const named = isText || now === undefined ? textsIn(source.text, offset) : []
      // A port is a name or a number.
      const number = isText ? [new Num(1, 'float64')] : []
      for (const value of [...named, ...othersThan(now), ...number]) yield { path, value }
    }
}

/** The quoted texts of an action. */
function textsIn(template: string, offset: number): Value[] {
  const end = template.indexOf('}}', offset)
  const action = template.slice(offset, end < 0 ? offset : end)
  return [...action.matchAll(/"([^"\\]*)"/g)].map(([, text = '']) => new Text(text))
}

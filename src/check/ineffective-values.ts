import { nearest } from '../errors.ts'
import type { Install } from '../model/eso/eso.ts'
import { asList, asMapping, isPlaceholder, type Mapping } from '../parse/untyped.ts'
import type { ChartValues, ReleaseValues } from '../parse/values.ts'
import type { Problem } from './rule.ts'

/** Whether the operator comes from the release's own chart, and not from a subchart of it. */
export const isOwnChart = ({ controller }: Install): boolean =>
  controller?.pod.manifest.template !== undefined && !controller.pod.manifest.template.includes('/charts/')

/** The values of a release that its chart ignores or misreads. */
export function* ineffectiveValues({ files, set, chart }: ReleaseValues): Generator<Problem> {
  for (const values of [...files, undefined])
    for (const { path, message } of ineffectiveIn(values?.body ?? set, chart))
      yield { path, message, object: null, values }
}

type Fault = Pick<Problem, 'path' | 'message'>

function* ineffectiveIn(body: Mapping, chart: ChartValues): Generator<Fault> {
  if (chart.isClear) {
    const foreign = new Set(['global', ...chart.subcharts])
    const own = Object.entries(body).filter(([key]) => !foreign.has(key))
    yield* unknownKeys(Object.fromEntries(own), chart.defaults, chart, [])
  }
  const targets = Object.hasOwn(chart.defaults, 'genericTargets') ? asMapping(body.genericTargets) : undefined
  const resources = asList(targets?.resources)
  for (const [i, item] of resources.entries())
    if (asMapping(item)?.apiGroups !== undefined && asMapping(item)?.apiGroup === undefined)
      yield {
        path: ['genericTargets', 'resources', i, 'apiGroups'],
        message: `genericTargets.resources[${i}] has apiGroups, and the chart reads apiGroup: the operator gets no right to these resources`,
      }
}

/** Free are the keys below an empty default, below a value that a template takes whole, and below one that none names: a subchart has it. */
function* unknownKeys(values: Mapping, known: Mapping, chart: ChartValues, above: readonly string[]): Generator<Fault> {
  // Who has set a value beside it did not mean that one.
  const unused = Object.keys(known).filter(key => !Object.hasOwn(values, key))
  for (const [key, value] of Object.entries(values)) {
    const path = [...above, key]
    if (Object.hasOwn(known, key)) {
      const [below, defaults] = [asMapping(value), asMapping(known[key])]
      const isFree = isEmpty(known[key]) || chart.takesWhole(path) || !chart.mentions(path)
      if (below && defaults && !isFree) yield* unknownKeys(below, defaults, chart, path)
    } else if (saysSomething(key, value) && !chart.mentions(path)) yield { path, message: unknownKey(path, unused) }
  }
}

/** Nobody misses an empty value; keys such as `x-labels` and `.labels` hold anchors for the rest of the file. */
const saysSomething = (key: string, value: unknown): boolean =>
  !isEmpty(value) && !/^(?:x-|[._])/.test(key) && !isPlaceholder(key)

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value ?? {}).length === 0)

function unknownKey(path: readonly string[], candidates: readonly string[]): string {
  const near = nearest(path.at(-1) ?? '', candidates)
  const advice = near === undefined ? '' : ` (did you mean ${[...path.slice(0, -1), near].join('.')}?)`
  return `the chart knows no value ${path.join('.')} and ignores it${advice}`
}

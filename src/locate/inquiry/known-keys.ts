import { nearest } from '../../errors.ts'
import type { Path } from '../../finding.ts'
import type { Value } from '../../template/value/value.ts'
import { dotted } from '../layers.ts'
import { valueAtPath } from '../traced-release.ts'
import { fromKeyIn } from './criteria.ts'
import type { ExaminedRelease } from './examined.ts'

/** Whether a release has a key, or a template looks for it. */
export function knowsKey({ chart: { trace } }: ExaminedRelease, key: Path): boolean {
  if (valueAtPath(trace.values, key) !== undefined) return true
  const criterionIn = fromKeyIn(key)
  return trace.files.entries().some(([template, { segments }]) => {
    const criterion = criterionIn(template)
    return segments.some(segment => criterion({ segment, from: 0, to: segment.text.length }) !== undefined)
  })
}

const MOST_KEYS = 5000

/** The key of a release's values that was perhaps meant. */
export function nearestKey({ chart }: ExaminedRelease, key: Path): string | undefined {
  const keys: string[] = []
  const open: { value: Value; path: Path }[] = [{ value: chart.trace.values, path: [] }]
  for (let next = open.shift(); next && keys.length < MOST_KEYS; next = open.shift()) {
    const { value, path } = next
    if (path.length > 0) keys.push(dotted(path))
    if (value.kind === 'dict')
      for (const [step, item] of value.entries) open.push({ value: item, path: [...path, step] })
  }
  return nearest(dotted(key), keys)
}

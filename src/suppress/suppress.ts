import type { Finding, PhysicalLocation } from '../finding.ts'
import { type Baseline, isCovered } from './baseline.ts'
import type { Ignore, Suppressed, Warning } from './suppression.ts'

/** Findings sorted into those that count and those that do not. */
export interface Sorted {
  readonly findings: readonly Finding[]
  readonly suppressed: readonly Suppressed[]
  readonly warnings: readonly Warning[]
}

/**
 * Sorts findings by what ignores say. A finding in several places is suppressed when each of them is ignored.
 * @param mayBeUnused whether it means something that an ignore meets no finding: everything it is about was looked at.
 */
export function applyIgnores(
  all: readonly Finding[],
  ignores: readonly Ignore[],
  mayBeUnused: (ignore: Ignore) => boolean = () => true,
): Sorted {
  const findings: Finding[] = []
  const suppressed: Suppressed[] = []
  const warnings: Warning[] = []
  const used = new Set<Ignore>()
  for (const finding of all) {
    const places = placesOf(finding)
    const meant = places.map(place => ignores.filter(ignore => ignore.covers(finding, place)))
    for (const ignore of meant.flat()) used.add(ignore)
    const [first] = meant.flat()
    if (first && meant.every(covering => covering.length > 0)) {
      const { kind, reason, location } = first
      suppressed.push({ finding, kind, reason, location })
      continue
    }
    findings.push(finding)
    if (first) warnings.push(partly(first, places[meant.findIndex(covering => covering.length === 0)]))
  }
  const idle = ignores.filter(ignore => !used.has(ignore) && mayBeUnused(ignore))
  return { findings, suppressed, warnings: [...warnings, ...idle.map(unused)] }
}

/** Where a finding stands; one place that is null when it stands nowhere. */
export const placesOf = ({ places }: Finding): readonly (PhysicalLocation | null)[] =>
  places.length > 0 ? places : [null]

const partly = ({ rule, location }: Ignore, other: PhysicalLocation | null | undefined): Warning => ({
  message: `ignore of ${rule}: the same finding stands in ${other?.file ?? 'another place'} too, where it is not ignored`,
  location,
})

const unused = ({ rule, location }: Ignore): Warning => ({
  message: `ignore of ${rule}: there is no such finding here, remove it`,
  location,
})

/** Sorts out what the baseline holds. */
export function applyBaseline(all: readonly Finding[], baseline: Baseline): Pick<Sorted, 'findings' | 'suppressed'> {
  const { covered = [], others = [] } = Object.groupBy(all, finding =>
    isCovered(baseline, finding) ? 'covered' : 'others',
  )
  const reason = `it is in the baseline ${baseline.file}`
  return {
    findings: others,
    suppressed: covered.map(finding => ({ finding, kind: 'baseline', reason, location: null })),
  }
}

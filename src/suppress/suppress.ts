import { basename } from 'node:path'
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
  const idle = ignores.filter(ignore => !used.has(ignore))
  const unused = idle.flatMap(
    ignore => withoutLine(ignore, findings) ?? (mayBeUnused(ignore) ? unmet(ignore, findings) : []),
  )
  return { findings, suppressed, warnings: [...warnings, ...unused] }
}

/** Where a finding stands; one place that is null when it stands nowhere. */
export const placesOf = ({ places }: Finding): readonly (PhysicalLocation | null)[] =>
  places.length > 0 ? places : [null]

const partly = ({ rule, location }: Ignore, other: PhysicalLocation | null | undefined): Warning => ({
  message: `ignore of ${rule}: the same finding stands in ${other ? placeName(other) : 'another place'} too, where it is not ignored`,
  location,
})

const placeName = ({ file, startLine }: PhysicalLocation): string =>
  startLine === undefined ? file : `${file}:${startLine}`

/** What a comment says that can never be met: its file has the finding, but nobody knows the line. */
function withoutLine({ kind, rule, location }: Ignore, findings: readonly Finding[]): Warning | undefined {
  const isThere = findings.some(
    finding =>
      finding.rule === rule &&
      finding.places.some(({ file, startLine }) => file === location.file && startLine === undefined),
  )
  if (kind !== 'inline' || !isThere) return undefined
  const message = `ignore of ${rule}: the finding in this file has no line that is known, so a comment cannot mean it: put the annotation eso-hardener.dev/ignore on the object, or an entry into the config`
  return { message, location }
}

/** An ignore that is about nothing; of a comment it is said where the finding is that it may have meant. */
function unmet({ kind, rule, location }: Ignore, findings: readonly Finding[]): Warning {
  const places = kind === 'inline' ? findings.flatMap(finding => (finding.rule === rule ? finding.places : [])) : []
  const near =
    places.find(({ file }) => file === location.file) ?? places.find(({ template }) => template === location.file)
  const hint = near ? `, but one in ${placeName(near)}` : isHelper(location.file) ? CALLED : ', remove it'
  return { message: `ignore of ${rule}: there is no such finding here${hint}`, location }
}

const CALLED = ': what a helper prints stands on the line that calls it'

/** helm takes no manifests from such files. */
const isHelper = (file: string): boolean => basename(file).startsWith('_')

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

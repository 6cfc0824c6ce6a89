import { type Finding, reaches, SEVERITIES, type Severity } from '../finding.ts'
import type { Verdict } from '../paths/verdicts.ts'
import type { Failure } from '../render/render.ts'

/** The verdict everywhere: `failure` when a finding reaches fail-on, else `incomplete` when something could not be checked. */
export type Conclusion = 'success' | 'failure' | 'incomplete'

/** A release as the report names it. */
export interface ReleaseSummary {
  readonly name: string
  readonly chart: string
  readonly version: string
  readonly namespace: string
  readonly cluster: string
  readonly declaredIn: string
  /** How many of its manifests were judged. */
  readonly manifests: number
  readonly renderMs: number
}

/** An installation of the operator that was found. */
export interface InstallSummary {
  readonly namespace: string | null
  readonly release: string | null
  readonly version: string | null
  readonly components: readonly string[]
}

/** Everything one run found out: what every report is made from. Sorted; the same input gives the same, apart from times. */
export interface Assessment {
  readonly conclusion: Conclusion
  readonly failOn: Severity | 'never'
  readonly minSeverity: Severity
  /** At least `minSeverity`, most severe first. */
  readonly findings: readonly Finding[]
  /** How many findings are below `minSeverity`. */
  readonly hidden: number
  readonly failures: readonly Failure[]
  readonly releases: readonly ReleaseSummary[]
  /** How many plain manifests outside charts were judged. */
  readonly plainManifests: number
  readonly inventory: { readonly installs: readonly InstallSummary[] }
  readonly threats: readonly Verdict[]
  readonly coverage: readonly Verdict[]
  /** What was left out and why, one sentence each. */
  readonly notes: readonly string[]
  /** Milliseconds by stage. */
  readonly timings: Readonly<Record<string, number>>
}

/** How a run concludes. A chart that cannot be checked cannot pass. */
export function conclude(
  findings: readonly Finding[],
  failures: readonly Failure[],
  failOn: Severity | 'never',
): Conclusion {
  if (failOn !== 'never' && findings.some(({ severity }) => reaches(severity, failOn))) return 'failure'
  return failures.length > 0 ? 'incomplete' : 'success'
}

/** The exit code of a conclusion: 0, 1 for findings, 2 for what could not be checked. */
export const exitCode = (conclusion: Conclusion): number => ({ success: 0, failure: 1, incomplete: 2 })[conclusion]

/** How many findings of each severity, the most severe first; severities without any are there with 0. */
export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = Object.fromEntries([...SEVERITIES].reverse().map(severity => [severity, 0])) as Record<
    Severity,
    number
  >
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

/** `1 finding`, `2 findings`. */
export const count = (number: number, word: string): string => `${number} ${word}${number === 1 ? '' : 's'}`

/** Where a finding stands, for people: `file:line`, `file`, or that it stands nowhere. */
export const placeText = ({ location }: Pick<Finding, 'location'>): string =>
  location
    ? `${location.file}${location.startLine === undefined ? '' : `:${location.startLine}`}`
    : '(no place in the repository)'

/** The documentation page of a rule. */
export const ruleUrl = (rule: string): string => `${HOMEPAGE}/blob/main/docs/rules/${rule}.md`

export const HOMEPAGE = 'https://github.com/eso-hardener/eso-hardener'

import { createHash } from 'node:crypto'
import { type Finding, nameOf, type PhysicalLocation, type Severity } from '../finding.ts'
import type { Failure } from '../render/render.ts'
import { clip } from './clip.ts'
import { type Assessment, keyText, open } from './report.ts'
import { printable } from './terminal.ts'

/** GitLab's words, of which Code Climate has no others. */
const SEVERITY: Readonly<Record<Severity, 'blocker' | 'critical' | 'major' | 'minor' | 'info'>> = {
  critical: 'blocker',
  high: 'critical',
  medium: 'major',
  low: 'minor',
  info: 'info',
}
const MOST_CHARACTERS = 2000

/**
 * The findings as GitLab's code quality report (https://docs.gitlab.com/ci/testing/code_quality/): all of them, old ones too, as
 * GitLab compares with the report of the target branch itself. What could not be checked is among them as `not-checked`.
 */
export function gitlabReport(assessment: Assessment): string {
  const { findings, failures } = assessment
  const issues = [...open(failures).map(failureIssue), ...findings.map(findingIssue)]
  return `${JSON.stringify(withoutTwins(issues), null, 2)}\n`
}

type Issue = ReturnType<typeof findingIssue>

const findingIssue = (finding: Finding) => ({
  description: descriptionOf(finding),
  check_name: finding.rule,
  fingerprint: finding.fingerprint,
  severity: SEVERITY[finding.severity],
  location: locationOf(finding.location),
})

function descriptionOf(finding: Finding): string {
  const { object, message, remedy } = finding
  const key = keyText(finding)
  const text = `${object ? `${nameOf(object)}: ` : ''}${message}${key === undefined ? '' : ` (${key})`}. ${remedy}`
  return clip(printable(text), MOST_CHARACTERS)
}

function failureIssue({ release, message, location }: Failure): Issue {
  const text = `could not be checked: ${release === null ? '' : `release ${release}: `}${message}`
  const identity = JSON.stringify(['not-checked', release, location?.file, message])
  return {
    description: clip(printable(text), MOST_CHARACTERS),
    check_name: 'not-checked',
    fingerprint: createHash('sha256').update(identity).digest('hex').slice(0, 16),
    severity: 'blocker',
    location: locationOf(location),
  }
}

/** GitLab demands a file and a line of everything: the repository and the first one where there are none. */
const locationOf = (location: PhysicalLocation | null) => ({
  path: location?.file ?? '.',
  lines: { begin: location?.startLine ?? 1, ...(location?.endLine !== undefined && { end: location.endLine }) },
})

/** Of two issues with one fingerprint GitLab shows one: the first, as the worst come first. */
function withoutTwins(issues: readonly Issue[]): Issue[] {
  const groups = Map.groupBy(issues, ({ fingerprint }) => fingerprint)
  return [...groups.values()].flatMap(([first]) => first ?? [])
}

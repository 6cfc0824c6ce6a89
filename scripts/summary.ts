import { type Finding, nameOf } from '../src/finding.ts'
import type { Failure } from '../src/render/render.ts'
import { placeText } from '../src/report/report.ts'

/** What was found in one repository or chart. */
export interface Summarized {
  readonly name: string
  /** The most severe first. */
  readonly findings: readonly Finding[]
  readonly failures: readonly Failure[]
}

/**
 * One line for each finding and each failure, to be read as a diff when a rule has changed. A failure has no words: they
 * are helm's, and change with its version.
 */
export function summary({ name, findings, failures }: Summarized): string {
  const lines = [
    `${name}: ${findings.length} findings, ${failures.length} failures`,
    ...findings.map(finding =>
      [finding.severity, finding.rule, placeText(finding), objectOf(finding), finding.message].join(' | '),
    ),
    ...failures.map(failure => ['failure', failure.release ?? '', placeText(failure)].join(' | ')).sort(),
  ]
  return `${lines.map(line => line.replace(/\s+/g, ' ')).join('\n')}\n`
}

const objectOf = ({ object }: Finding): string => (object ? nameOf(object) : '')

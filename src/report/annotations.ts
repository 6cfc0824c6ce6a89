import { type Finding, nameOf, SEVERITIES, type Severity } from '../finding.ts'
import type { Failure } from '../render/render.ts'
import type { Warning, WrittenAt } from '../suppress/suppression.ts'
import { clip } from './clip.ts'
import { type Assessment, count, counting, keyText, open, ruleUrl } from './report.ts'
import { printable } from './terminal.ts'

/** What `core.error`, `core.warning` or `core.notice` is called with; they escape it for the runner. */
export interface Annotation {
  readonly level: 'error' | 'warning' | 'notice'
  readonly title: string
  readonly message: string
  readonly file?: string
  readonly startLine?: number
}

/** The annotations of a run, and a line on those that are left out. */
export interface Annotations {
  readonly shown: readonly Annotation[]
  readonly omitted: string | undefined
}

/** The runner drops more than these of a level in one step (actions/runner, ExecutionContext.cs). */
const MAX_PER_LEVEL = 10
/** And it cuts a message here, in UTF-16 units. */
const MAX_MESSAGE = 4096

const LEVEL: Readonly<Record<Severity, Annotation['level']>> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'notice',
  info: 'notice',
}

/**
 * The most severe findings as annotations. What could not be checked comes behind critical findings and before all
 * others: a leak that is known is worse than not knowing, a missing layer is not.
 */
export function annotations({ findings, failures, warnings }: Assessment): Annotations {
  const ranked = [...SEVERITIES]
    .reverse()
    .map(severity => withLinesFirst(counting(findings).filter(finding => finding.severity === severity)))
  const [critical = [], ...others] = ranked
  const all = [
    ...critical.map(ofFinding),
    ...open(failures).map(ofFailure),
    ...warnings.map(ofWarning),
    ...others.flat().map(ofFinding),
  ]
  const levels = Map.groupBy(all, ({ level }) => level)
  const shown = (['error', 'warning', 'notice'] as const).flatMap(level =>
    (levels.get(level) ?? []).slice(0, MAX_PER_LEVEL),
  )
  const left = all.length - shown.length
  const omitted = `${count(left, 'more annotation')} left out: GitHub shows ${MAX_PER_LEVEL} of a level; the report has them all`
  return { shown, omitted: left > 0 ? omitted : undefined }
}

/** Of equally severe findings, those on a line are of more use as an annotation than those on a file. */
const withLinesFirst = (findings: readonly Finding[]): Finding[] =>
  findings.toSorted((a, b) => Number(b.location?.startLine !== undefined) - Number(a.location?.startLine !== undefined))

function ofFinding(finding: Finding): Annotation {
  const { rule, severity, object, message, remedy, location } = finding
  const subject = object ? `${nameOf(object)}: ` : ''
  return {
    level: LEVEL[severity],
    title: `${rule} (${severity})`,
    message: clip(
      printable([`${subject}${message}`, keyText(finding) ?? [], remedy, ruleUrl(rule)].flat().join('\n')),
      MAX_MESSAGE,
    ),
    ...place(location),
  }
}

const ofFailure = ({ release, message, location }: Failure): Annotation => ({
  level: 'error',
  title: 'could not be checked',
  message: clip(printable(`${release === null ? '' : `release ${release}: `}${message}`), MAX_MESSAGE),
  ...place(location),
})

const ofWarning = ({ message, location }: Warning): Annotation => ({
  level: 'warning',
  title: 'ignores nothing',
  message: clip(printable(message), MAX_MESSAGE),
  ...place(location),
})

const place = (location: WrittenAt | null): Pick<Annotation, 'file' | 'startLine'> =>
  location ? { file: location.file, ...(location.startLine !== undefined && { startLine: location.startLine }) } : {}

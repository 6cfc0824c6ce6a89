import { type Finding, nameOf, type PhysicalLocation, type Severity } from '../finding.ts'
import type { Failure } from '../render/render.ts'
import type { Tool } from '../tool.ts'
import { clip } from './clip.ts'
import { type Assessment, counting, HOMEPAGE, keyText, open, ruleUrl } from './report.ts'
import { printable } from './terminal.ts'

/** The three words that reviewdog has. */
const SEVERITY: Readonly<Record<Severity, 'ERROR' | 'WARNING' | 'INFO'>> = {
  critical: 'ERROR',
  high: 'ERROR',
  medium: 'WARNING',
  low: 'INFO',
  info: 'INFO',
}
/** GitHub takes no longer comments. */
const MOST_CHARACTERS = 60_000

/**
 * What counts and what could not be checked in reviewdog's own format, the message DiagnosticResult of its proto/rdf. A range
 * of lines has no columns there, and its last line belongs to it.
 */
export function rdjsonReport(assessment: Assessment, { name }: Tool): string {
  const diagnostics = [
    ...open(assessment.failures).map(failureDiagnostic),
    ...counting(assessment.findings).map(findingDiagnostic),
  ]
  return `${JSON.stringify({ source: { name, url: HOMEPAGE }, diagnostics }, null, 2)}\n`
}

function findingDiagnostic(finding: Finding) {
  const { rule, severity, object, message, remedy, location } = finding
  const subject = object ? `${nameOf(object)}: ` : ''
  const suggestions = suggestionsOf(finding)
  const isAsking = suggestions.length > 0 && finding.fix?.safety === 'unsafe'
  const question = isAsking ? [`To answer before the suggestion is taken: ${finding.fix.question}`] : []
  return {
    message: shown([`${subject}${message}`, keyText(finding) ?? [], remedy, question].flat().join('\n')),
    location: locationOf(location),
    severity: SEVERITY[severity],
    code: { value: rule, url: ruleUrl(rule) },
    ...(suggestions.length > 0 && { suggestions }),
  }
}

const failureDiagnostic = ({ release, message, location }: Failure) => ({
  message: shown(`could not be checked: ${release === null ? '' : `release ${release}: `}${message}`),
  location: locationOf(location),
  severity: 'ERROR',
  code: { value: 'not-checked' },
})

const shown = (text: string): string => clip(printable(text), MOST_CHARACTERS)

/** The repository itself stands for what stands nowhere in it. */
const locationOf = (location: PhysicalLocation | null) => ({
  path: location?.file ?? '.',
  ...(location?.startLine !== undefined && {
    range: { start: { line: location.startLine }, end: { line: location.endLine ?? location.startLine } },
  }),
})

/**
 * A proven fix that is all in the finding's file and shows all that it writes. What is taken away ends where the next line
 * begins: a range of whole lines would leave an empty one.
 */
function suggestionsOf({ fix, location }: Finding) {
  if (!fix || fix.generates.length > 0) return []
  if (fix.edits.some(({ file, replacement }) => file !== location?.file || printable(replacement) !== replacement))
    return []
  return fix.edits.map(({ startLine, endLine, replacement, isCrlf }) => {
    if (replacement === '')
      return { range: { start: { line: startLine, column: 1 }, end: { line: endLine + 1, column: 1 } }, text: '' }
    const text = isCrlf ? replacement.replace(/\r?\n/g, '\r\n') : replacement
    return { range: { start: { line: startLine }, end: { line: endLine } }, text }
  })
}

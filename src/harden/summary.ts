import { type Finding, reaches, SEVERITIES, type Severity } from '../finding.ts'
import { count, countBySeverity } from '../report/report.ts'
import { printable, wrapBehind } from '../report/terminal.ts'
import type { Fixed } from './fixes.ts'
import type { Hardened } from './harden.ts'

/** A rule whose findings stay, and why. */
export interface Remaining {
  readonly severity: Severity
  readonly rule: string
  readonly number: number
  readonly why: string
}

/** What is left of findings, the most severe first; those of one rule with one reason are one. @param least severity. */
export function remainingOf(
  findings: readonly Finding[],
  removed: ReadonlySet<string>,
  whyOf: (finding: Finding) => string,
  least: Severity,
): Remaining[] {
  const left = findings.filter(({ fingerprint, severity }) => !removed.has(fingerprint) && reaches(severity, least))
  const groups = Map.groupBy(left, finding => JSON.stringify([finding.severity, finding.rule, whyOf(finding)]))
  return [...groups.values()]
    .flatMap(([first, ...more]) =>
      first ? { severity: first.severity, rule: first.rule, number: more.length + 1, why: whyOf(first) } : [],
    )
    .sort((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity) || (a.rule < b.rule ? -1 : 1))
}

/** Why a finding stays though an install was hardened. */
export function whyInstallKeeps({ dropped, refused }: Hardened): (finding: Finding) => string {
  const reasons = new Map<string, string>()
  for (const { finding, reason } of refused) reasons.set(finding.fingerprint, reason)
  for (const { measure, reason } of dropped)
    for (const { fingerprint } of measure.findings) reasons.set(fingerprint, `tried and dropped: ${reason}`)
  const unanswered = dropped.flatMap(({ measure, reason }) => measure.answers.map(rule => [rule, reason] as const))
  return finding => {
    const made = unanswered.find(([rule]) => rule === finding.rule)
    return reasons.get(finding.fingerprint) ?? (made ? `generated, tried and dropped: ${made[1]}` : offerText(finding))
  }
}

/** Why a finding stays though files were edited. */
export function whyFilesKeep({ refused }: Fixed): (finding: Finding) => string {
  const reasons = new Map(refused.map(({ fingerprint, reason }) => [fingerprint, reason]))
  return finding => {
    const reason = reasons.get(finding.fingerprint)
    return reason === undefined ? offerText(finding) : `not edited: ${reason}`
  }
}

/** What its rule offers beyond what was tried. */
function offerText({ offer, rule }: Finding): string {
  if (!offer) return `nothing is offered; see eso-hardener explain ${rule}`
  const isMade = offer.changes.every(({ kind }) => kind === 'generate')
  if (isMade) return 'it takes manifests: eso-hardener harden --out FOLDER'
  return offer.safety === 'safe'
    ? 'an edit of your files: eso-hardener harden --diff'
    : `a decision first, then eso-hardener harden --diff --unsafe: ${offer.question}`
}

/** `3 of 12 findings are gone with it: 2 high, 1 low.` */
export function goneText(findings: readonly Finding[], removed: ReadonlySet<string>, least: Severity): string {
  const all = findings.filter(({ severity }) => reaches(severity, least))
  const gone = all.filter(({ fingerprint }) => removed.has(fingerprint))
  const counts = Object.entries(countBySeverity(gone)).flatMap(([severity, number]) =>
    number > 0 ? `${number} ${severity}` : [],
  )
  const verb = gone.length === 1 ? 'is' : 'are'
  return `${gone.length} of ${count(all.length, 'finding')} ${verb} gone with it${counts.length > 0 ? `: ${counts.join(', ')}` : ''}.\n`
}

/** A list of what remains for a terminal. */
export function remainingText(remaining: readonly Remaining[], width: number): string {
  if (remaining.length === 0) return ''
  const lines = remaining.flatMap(({ severity, rule, number, why }) => [
    `  ${severity.padEnd(9)}${rule}${number > 1 ? ` (${number})` : ''}`,
    ...wrapBehind(' '.repeat(11), printable(why), width),
  ])
  return `\nWhat remains:\n${lines.join('\n')}\n`
}

/** What somebody has to know before values are used, each question once. */
export function questionsText({ kept }: Hardened, width: number): string {
  const asked = Map.groupBy(
    kept.filter(({ question }) => question !== undefined),
    ({ question = '' }) => question,
  )
  const lines = [...asked].flatMap(([question, measures]) => {
    const keys = [...new Set(measures.flatMap(({ values }) => values.map(({ key }) => key.join('.'))))]
    return [`  ${keys.join(', ')}`, ...wrapBehind('    ', printable(question), width)]
  })
  return lines.length === 0 ? '' : `\nDecide before you use it:\n${lines.join('\n')}\n`
}

/** What generated manifests could not say as narrowly as the rules want it. */
export const lesserText = ({ lesser }: Hardened, width: number): string =>
  lesser.length === 0
    ? ''
    : `\nNew, and less severe than what is gone:\n${lesser
        .flatMap(({ severity, rule, message }) => [
          `  ${severity.padEnd(9)}${rule}`,
          ...wrapBehind(' '.repeat(11), printable(message), width),
        ])
        .join('\n')}\n`

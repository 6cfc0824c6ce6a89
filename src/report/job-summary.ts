import { type Finding, nameOf } from '../finding.ts'
import type { Verdict } from '../paths/verdicts.ts'
import type { Failure } from '../render/render.ts'
import type { Warning } from '../suppress/suppression.ts'
import { clusterCounts, countsText } from './clusters.ts'
import { code, escapeText, fence, linked, row, tableHead } from './markdown.ts'
import {
  type Assessment,
  type Conclusion,
  comparisonText,
  count,
  countBySeverity,
  counting,
  GUARD_CHANGED,
  keyText,
  open,
  placeText,
  ruleUrl,
  suppressedText,
  worldsText,
} from './report.ts'
import { pathItems } from './worst-paths.ts'

export interface SummaryOptions {
  /** The web page of a line; without it places are not linked. */
  readonly link?: ((file: string, line?: number) => string) | undefined
  /** Most bytes of UTF-8; GitHub drops a step's whole summary above 1 MiB. */
  readonly maxBytes?: number | undefined
}

const MAX_BYTES = 1024 * 1024

/**
 * The summary of a job as GitHub-flavoured Markdown: verdict, counts, threats, the worst attack paths, findings, what could not be checked, notes.
 * Parts are measured before they are added and never cut; what does not fit is counted.
 */
export function jobSummary(assessment: Assessment, { link, maxBytes = MAX_BYTES }: SummaryOptions = {}): string {
  const { findings, failures, warnings, notes, threats } = assessment
  const head = verdictText(assessment) + severityTable(assessment) + clusterTable(assessment) + threatTable(threats)
  const room = maxBytes - bytes(head)
  // Failures and notes get a share of their own, or ten thousand findings would leave no room for them.
  const failureText = section('\n### Not checked\n', failures.map(failureItem), room / 4)
  const warningText = section('\n### Ignores to repair\n\n', warnings.map(warningItem), room / 8)
  const noteText = section('\n### Notes\n\n', notes.map(noteItem), room / 8)
  const fixedText = section('\n### Fixed\n\n', assessment.fixed.map(fixedItem), room / 8)
  const pathText = section('\n### Attack paths\n\n', pathItems(assessment, link), room / 8)
  const findingText = section(
    `\n### Findings\n\n${tableHead('Severity', 'Rule', 'Object', 'What is wrong', 'Place')}`,
    counting(findings).map(finding => findingItem(finding, assessment, link)),
    room - bytes(pathText) - bytes(fixedText) - bytes(failureText) - bytes(warningText) - bytes(noteText),
  )
  return head + pathText + findingText + fixedText + failureText + warningText + noteText
}

const bytes = (text: string): number => Buffer.byteLength(text)

/** A heading and as many items as fit into `room` bytes, with the number of those that do not. */
function section(heading: string, items: readonly string[], room: number): string {
  const rest = (number: number): string => `\n… and ${number} more, in the JSON report.\n`
  let used = bytes(heading) + bytes(rest(items.length))
  if (items.length === 0 || used > room) return ''
  let fitting = 0
  for (const item of items) {
    used += bytes(item)
    if (used > room) break
    fitting += 1
  }
  const left = items.length - fitting
  return heading + items.slice(0, fitting).join('') + (left > 0 ? rest(left) : '')
}

const SIGN: Readonly<Record<Conclusion, string>> = { success: '✅', failure: '❌', incomplete: '⚠️' }

function verdictText(assessment: Assessment): string {
  const { conclusion, failOn, failures, releases, plainManifests } = assessment
  const manifests = releases.reduce((sum, release) => sum + release.manifests, 0)
  const missed = open(failures).length
  const word = assessment.base?.commit ? 'new finding' : 'finding'
  const comparison = comparisonText(assessment)
  const reason = failOn === 'never' ? 'No finding fails this run' : `No ${word} is ${failOn} or above`
  const sentences = [
    assessment.hasChangedGuard ? GUARD_CHANGED : conclusion === 'failure' ? `A ${word} is ${failOn} or above` : reason,
    ...(missed > 0 ? [`**${count(missed, 'thing')} could not be checked**, so nothing passes`] : []),
    ...(comparison === undefined ? [] : [`Compared ${escapeText(comparison)}`]),
    `Checked ${count(manifests, 'manifest')} of ${count(releases.length, 'release')}, and ${plainManifests} outside charts`,
  ]
  return `## ${SIGN[conclusion]} eso-hardener: ${conclusion}\n\n${sentences.join('. ')}.\n`
}

function severityTable({ findings, hidden, minSeverity, suppressed }: Assessment): string {
  const counts = Object.entries(countBySeverity(findings))
  const cells = counts.map(([, number]) => String(number))
  const note = hidden > 0 ? `\n${count(hidden, 'finding')} below ${minSeverity} not listed.\n` : ''
  const ignored = suppressed.length > 0 ? `\nIgnored: ${suppressedText(suppressed)}.\n` : ''
  return `\n${tableHead(...counts.map(([severity]) => severity))}${row(...cells)}${note}${ignored}`
}

const MOST_CLUSTERS = 30

function clusterTable(assessment: Assessment): string {
  const all = clusterCounts(assessment)
  if (all.length === 0) return ''
  const rows = all.slice(0, MOST_CLUSTERS).map(({ cluster, counts }) => row(escapeText(cluster), countsText(counts)))
  const rest = all.length > MOST_CLUSTERS ? row(`… and ${all.length - MOST_CLUSTERS} more`, '') : ''
  return `\n### Clusters\n\n${tableHead('Cluster', 'Findings')}${rows.join('')}${rest}`
}

function threatTable(threats: readonly Verdict[]): string {
  if (threats.length === 0) return ''
  const rows = threats.map(({ id, says, status, evidence }) => {
    const because = status === 'not-assessed' ? evidence.map(escapeText) : evidence.map(ruleLink)
    return row(id, escapeText(says), status === 'exposed' ? '**exposed**' : status, because.join(', '))
  })
  return `\n### Threats\n\n${tableHead('Threat', 'Guidance', 'State', 'Because')}${rows.join('')}`
}

function findingItem(finding: Finding, assessment: Assessment, link: SummaryOptions['link']): string {
  const { severity, rule, object, message, location, places } = finding
  const place = location ? code(placeText(finding)) : 'none in the repository'
  const notes = [keyText(finding), worldsText(finding, assessment)].filter(note => note !== undefined)
  const others = places.length > 1 ? ` and ${count(places.length - 1, 'other place')}` : ''
  return row(
    severity,
    ruleLink(rule),
    object ? code(nameOf(object)) : '',
    escapeText([message, ...(notes.length > 0 ? [`(${notes.join('; ')})`] : [])].join(' ')),
    (location && link ? linked(place, link(location.file, location.startLine)) : place) + others,
  )
}

const fixedItem = ({ rule, object }: Finding): string =>
  `- ${ruleLink(rule)}${object ? ` ${code(nameOf(object))}` : ''}\n`

const ruleLink = (rule: string): string => linked(escapeText(rule), ruleUrl(rule))

function failureItem({ release, message, location, accepted }: Failure): string {
  const subject = release === null ? '' : `release ${code(release)}`
  const place = location ? code(placeText({ location })) : ''
  const pardon = accepted === undefined ? '' : `\nAccepted: ${escapeText(accepted)}\n`
  return `\n${[subject, place].filter(Boolean).join(', ')}\n\n${fence(message, 'text')}${pardon}`
}

const warningItem = ({ message, location }: Warning): string =>
  `- ${location ? `${code(placeText({ location }))}: ` : ''}${escapeText(message)}\n`

const noteItem = (note: string): string => `- ${escapeText(note)}\n`

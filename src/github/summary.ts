import { isGuardNote } from '../compare/guard.ts'
import { type Finding, nameOf, SEVERITIES } from '../finding.ts'
import type { Verdict } from '../paths/verdicts.ts'
import type { Failure } from '../render/render.ts'
import { clip } from '../report/clip.ts'
import { code, escapeText, fence, linked, row, tableHead } from '../report/markdown.ts'
import {
  type Assessment,
  count,
  countBySeverity,
  counting,
  GUARD_CHANGED,
  HOMEPAGE,
  open,
  suppressedText,
  worldsText,
} from '../report/report.ts'
import type { Warning } from '../suppress/suppression.ts'
import {
  type CommentContext,
  IGNORING,
  keyText,
  MOST_BYTES,
  placeLink,
  reporterLink,
  ruleLink,
  SIGN,
} from './comment.ts'
import { fitted, type Section } from './fit.ts'
import { printMarker } from './marker.ts'

/** What the summary says besides what the assessment says. */
export interface SummaryInput {
  readonly assessment: Assessment
  readonly context: CommentContext
  /** The head of the pull request. */
  readonly head: string
  /** Findings that count and have no comment of their own. */
  readonly leftovers: readonly Finding[]
  /** How many findings have a comment. */
  readonly commented: number
  /** How many of the others could have one, were it not for the limits. */
  readonly capped: number
  /** Comments that stay because nobody can say whether their findings are gone. */
  readonly unsure: number
}

/** Whether there is nothing to say: a pull request that changes nothing for better or worse is left in peace. */
export const isQuiet = ({ conclusion, findings, failures, warnings, fixed, notes }: Assessment): boolean =>
  conclusion === 'success' &&
  ![counting(findings), open(failures), warnings, fixed, notes.filter(isGuardNote)].some(list => list.length > 0)

/** The comment that sums up a run, edited in place from run to run: the same findings at the same head give the same text. */
export function summaryBody(input: SummaryInput): string {
  const { assessment, context, leftovers } = input
  const { failures, warnings, notes, fixed, threats } = assessment
  const [guard, others] = [notes.filter(isGuardNote), notes.filter(note => !isGuardNote(note))]
  const sections: Section[] = [
    { rank: 0, items: [headText(input)] },
    { rank: 0, items: [severityTable(assessment)] },
    {
      rank: 3,
      head: `\n### ${input.commented > 0 ? 'Also found, without a comment of its own' : 'Found'}\n\n${tableHead('Severity', 'What', 'Where')}`,
      items: leftovers.map(finding => leftoverItem(finding, context)),
      rest: more('finding'),
    },
    { rank: 1, most: MOST_BYTES / 4, ...list('Not checked', failures, failureItem, 'failure') },
    { rank: 5, most: MOST_BYTES / 8, ...list('What got better', fixed, fixedItem(context), 'fixed finding') },
    {
      rank: 2,
      most: MOST_BYTES / 8,
      ...list('What this change edits without effect on itself', guard, noteItem, 'edit'),
    },
    { rank: 2, most: MOST_BYTES / 8, ...list('Ignores to repair', warnings, warningItem(context), 'warning') },
    { rank: 4, most: MOST_BYTES / 8, ...list('Good to know', others, noteItem, 'note') },
    threatSection(threats, assessment, context),
    { rank: 0, items: [FOOTER, printMarker({ kind: 'summary', key: context.key })] },
  ]
  return fitted(sections, MOST_BYTES)
}

const more = (word: string) => (number: number) =>
  number > 0 ? `\n… and ${count(number, `more ${word}`)}, in the report of the job.\n` : ''

function list<T>(heading: string, entries: readonly T[], item: (entry: T) => string, word: string) {
  return { head: `\n### ${heading}\n\n`, items: entries.map(item), rest: more(word) }
}

const FOOTER = `\n<sub>${[linked('What this is', HOMEPAGE), linked('when a finding is meant to be so', IGNORING)].join(' · ')}</sub>\n\n`

const SIGNS = { success: '✅', failure: '❌', incomplete: '⚠️' } as const

function headText(input: SummaryInput): string {
  const { assessment, head, context } = input
  const { conclusion, failOn, failures, hasChangedGuard, base } = assessment
  const [fresh, missed] = [counting(assessment.findings).length, open(failures).length]
  const kind = base?.commit ? 'new finding' : 'finding'
  const title =
    conclusion === 'failure'
      ? 'something here needs a look'
      : conclusion === 'incomplete'
        ? 'not everything could be checked'
        : fresh > 0
          ? 'nothing that holds this up'
          : 'nothing new to worry about'
  const reason = hasChangedGuard ? `${GUARD_CHANGED}.` : `It fails because a ${kind} is ${failOn} or above.`
  const sentences = [
    countText(assessment),
    ...(conclusion === 'failure' ? [reason] : []),
    ...(missed > 0 ? [`**${count(missed, 'thing')} could not be checked**, so this cannot pass.`] : []),
    ...commentTexts(input),
    `Judged at ${code(head.slice(0, 7))}${context.reporter ? ` by ${reporterLink(context.reporter)}, whose workflow its author may have changed` : ''}.`,
  ]
  return `## ${SIGNS[conclusion]} eso-hardener: ${title}\n\n${sentences.join(' ')}\n`
}

function countText({ base, findings, fixed }: Assessment): string {
  const fresh = counting(findings).length
  if (!base?.commit)
    return `There ${fresh === 1 ? 'is' : 'are'} **${count(fresh, 'finding')}**; nobody could say which are new.`
  const old = findings.length - fresh
  const gone = fixed.length > 0 ? ` and fixes **${fixed.length}**` : ''
  const kept =
    old > 0 ? ` ${old} ${old === 1 ? 'was' : 'were'} there before and ${old === 1 ? 'does' : 'do'} not count.` : ''
  return `This pull request brings **${count(fresh, 'new finding')}**${gone}.${kept}`
}

function commentTexts({ commented, capped, unsure, assessment: { suppressed } }: SummaryInput): string[] {
  return [
    ...(commented > 0
      ? [`${count(commented, 'finding')} ${commented === 1 ? 'has' : 'have'} a comment in the changed files.`]
      : []),
    ...(capped > 0 ? [`${capped} more could have one; only the most severe do.`] : []),
    ...(unsure > 0
      ? [`${count(unsure, 'older comment')} ${unsure === 1 ? 'stays' : 'stay'} until everything can be checked again.`]
      : []),
    ...(suppressed.length > 0 ? [`Ignored: ${suppressedText(suppressed)}.`] : []),
  ]
}

function severityTable({ findings, fixed, hidden, minSeverity, base }: Assessment): string {
  const fresh = countBySeverity(counting(findings))
  const old = countBySeverity(findings.filter(({ isNew }) => isNew === false))
  const gone = countBySeverity(fixed)
  const rows = [...SEVERITIES].reverse().filter(severity => fresh[severity] + old[severity] + gone[severity] > 0)
  const note = hidden > 0 ? `\n${count(hidden, 'finding')} below ${minSeverity} not counted here.\n` : ''
  if (rows.length === 0) return note
  const table = base?.commit
    ? tableHead('Severity', 'New', 'Fixed', 'Were there before') +
      rows.map(it => row(`${SIGN[it]} ${it}`, ...[fresh[it], gone[it], old[it]].map(String))).join('')
    : tableHead('Severity', 'Found') + rows.map(it => row(`${SIGN[it]} ${it}`, String(fresh[it]))).join('')
  return `\n${table}${note}`
}

function leftoverItem(finding: Finding, context: CommentContext): string {
  const { severity, rule, object, message, location, rendered, places } = finding
  const worlds = worldsText(finding, context)
  const subject = object ? ` ${code(nameOf(object))}:` : ':'
  const text = `${ruleLink(rule, context)}${subject} ${escapeText(worlds === undefined ? message : `${message} (${worlds})`)}`
  const origin = rendered ? `rendered by release ${code(rendered.release)}` : 'nowhere in the repository'
  const others = places.length > 1 ? ` and ${count(places.length - 1, 'other place')}` : ''
  const place = location ? `${placeLink(location, context)}${others}. ${keyText(location)}`.trim() : origin
  return row(`${SIGN[severity]} ${severity}`, text, place)
}

const fixedItem =
  (context: CommentContext) =>
  ({ rule, object }: Finding): string =>
    `- ${ruleLink(rule, context)}${object ? ` ${code(nameOf(object))}` : ''}\n`

/** Helm's words are long at times; the report has them whole. */
const MOST_WORDS = 1500

function failureItem({ release, message, location, accepted }: Failure): string {
  const subject = release === null ? '' : `release ${code(release)}`
  const pardon = accepted === undefined ? '' : `\nAccepted: ${escapeText(accepted)}\n`
  const place = location ? code(location.file) : ''
  return `${[subject, place].filter(Boolean).join(', ')}\n\n${fence(clip(message, MOST_WORDS), 'text')}${pardon}\n`
}

const warningItem =
  (context: CommentContext) =>
  ({ message, location }: Warning): string =>
    `- ${location ? `${placeLink({ ...location, via: 'manifest' }, context)}: ` : ''}${escapeText(message)}\n`

const noteItem = (note: string): string => `- ${escapeText(note)}\n`

/** The threats, folded: how the whole stands, not only what this change did to it. */
function threatSection(threats: readonly Verdict[], { findings }: Assessment, context: CommentContext): Section {
  const brought = new Set(
    findings.filter(({ isNew }) => isNew === true).flatMap(finding => finding.threats as string[]),
  )
  const exposed = threats.filter(({ status }) => status === 'exposed').length
  const items = threats.map(({ id, says, status, evidence }) => {
    const because = evidence.map(entry => (status === 'not-assessed' ? escapeText(entry) : ruleLink(entry, context)))
    const state = status === 'exposed' ? `**exposed**${brought.has(id) ? ', new here' : ''}` : status
    return row(escapeText(id), escapeText(says), state, because.join(', '))
  })
  return {
    rank: 6,
    head: `\n<details><summary>Threats: ${exposed} of ${threats.length} exposed in all that was checked</summary>\n\n${tableHead('Threat', 'Guidance', 'State', 'Because')}`,
    tail: '\n</details>\n',
    items,
    rest: more('threat'),
  }
}

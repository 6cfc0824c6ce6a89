import type { Rule } from '../check/rule.ts'
import { type Finding, nameOf, type PhysicalLocation, type RelatedObject, type Severity } from '../finding.ts'
import { clip } from '../report/clip.ts'
import { code, escapeText, linked } from '../report/markdown.ts'
import { type Assessment, count, HOMEPAGE, ruleUrl, worldsText } from '../report/report.ts'
import { printable } from '../report/terminal.ts'
import { fitted, type Section } from './fit.ts'
import { type Marker, printMarker } from './marker.ts'
import type { Fix, Placement } from './placement.ts'

/** GitHub refuses longer bodies of reviews and comments. Bytes are never fewer than its characters. */
export const MOST_BYTES = 65_536

/** What the text of a comment needs to know besides its finding. */
export interface CommentContext {
  readonly rules: readonly Rule[]
  readonly worlds: Assessment['worlds']
  /** Tells the comments of several runs on one pull request apart. */
  readonly key: string
  readonly headLine: (file: string, line: number) => number | undefined
  /** Whether the pull request changes a file. */
  readonly isInChange: (file: string) => boolean
  /** The web page of a line of the head. */
  readonly link?: ((file: string, line?: number) => string) | undefined
  /** Whom to ask about a file, as CODEOWNERS names them. They are named, not called. */
  readonly ownersOf?: ((file: string) => readonly string[]) | undefined
}

export const SIGN: Readonly<Record<Severity, string>> = {
  critical: '🔴',
  high: '🟠',
  medium: '🟡',
  low: '🔵',
  info: '⚪',
}

/** Where somebody reads how to say that a finding is meant to be so. */
export const IGNORING = `${HOMEPAGE}/blob/main/docs/adoption.md`

const MOST_RELATED = 5

/**
 * The comment on a finding, as Markdown: what is wrong, why it matters and by which objects, what to do or whom to ask.
 * @param placement undefined for a comment that stays where people answered it, though the finding stands elsewhere
 * @param fix offered as a suggestion where the comment stands on its lines
 */
export function commentBody(
  finding: Finding,
  placement: Placement | undefined,
  fix: Fix | undefined,
  context: CommentContext,
): string {
  const { rule: id, severity, message, remedy, fingerprint } = finding
  const rule = context.rules.find(rule => rule.id === id)
  const block = placement?.at === 'fix' && fix ? suggestion(fix.replacement) : undefined
  const worlds = worldsText(finding, context)
  const subject = finding.object ? `${code(nameOf(finding.object))}: ` : ''
  const what = `${subject}${prose(message)}${worlds === undefined ? '' : ` (${escapeText(worlds)})`}.`
  const where = whereText(finding, placement, context).join(' ')
  const related = finding.related.filter(entry => entry !== placement?.related)
  const sections: Section[] = [
    { rank: 0, items: [`${SIGN[severity]} **${prose(rule?.title ?? id)}** (${severity})\n\n`] },
    { rank: 0, items: [`${what}${where && ` ${where}`}\n\n`] },
    { rank: 1, items: placement?.related ? [storyText(placement.related)] : [] },
    { rank: 4, items: rule ? [`**Why it matters.** ${prose(rule.why)}\n\n`] : [] },
    {
      rank: 5,
      head: `${placement?.related ? 'Also part of it' : 'How it comes about'}:\n\n`,
      items: related.slice(0, MOST_RELATED).map(entry => relatedItem(entry, context)),
      tail: related.length > MOST_RELATED ? `- and ${related.length - MOST_RELATED} more, in the report\n\n` : '\n',
    },
    { rank: 2, items: [`**What to do.** ${prose(remedy)}\n\n`] },
    { rank: 3, items: block === undefined ? [] : [`${block}\n${TRIED}${questionText(fix)}\n\n`] },
    {
      rank: 0,
      items: [`<sub>${ruleLink(id, context)} · ${linked('meant to be so?', IGNORING)}</sub>\n\n`],
    },
    { rank: 0, items: [printMarker({ kind: 'finding', key: context.key, fingerprint, isResolved: false })] },
  ]
  return fitted(sections, MOST_BYTES)
}

const TRIED = 'This edit was tried on a copy: the finding goes away, and no new one comes.'

const questionText = (fix: Fix | undefined): string =>
  fix?.question === undefined ? '' : ` Before you take it: ${prose(fix.question)}`

/** Where the setting is when the comment does not stand on it, by which key it is decided, and whom to ask. */
function whereText(finding: Finding, placement: Placement | undefined, context: CommentContext): string[] {
  const { location } = finding
  const isHere = location !== null && placement !== undefined && isAt(placement, location, context)
  if (location === null) return [NOWHERE]
  const place = isHere ? '' : `The place to change is ${placeLink(location, context)}.`
  return [place, keyText(location), isHere ? '' : askText(location.file, context)].filter(Boolean)
}

/** The page of a rule; of one that this version does not know, as in another one's report, its name alone. */
export const ruleLink = (id: string, { rules }: Pick<CommentContext, 'rules'>): string =>
  rules.some(rule => rule.id === id) ? linked(id, ruleUrl(id)) : code(id)

/** Why somebody reads of a setting at a line that is not its own. */
const storyText = ({ object, message }: RelatedObject): string =>
  `You read this here because a line of this change plays a part (${code(nameOf(object))}: ${prose(message)}).\n\n`

const NOWHERE = 'No line of this repository stands for it.'

/** Whether a comment stands where the finding has its best place; a fix is where something can be done at any rate. */
function isAt(
  { path, line, startLine = line, at }: Placement,
  place: PhysicalLocation,
  { headLine }: CommentContext,
): boolean {
  if (at === 'fix') return true
  if (path !== place.file || place.startLine === undefined || line === undefined || startLine === undefined)
    return false
  const decisive = headLine(place.file, place.startLine)
  return decisive !== undefined && decisive >= startLine && decisive <= line
}

/** Which key of the values decides, and how sure that is; empty when that is not known. */
export function keyText({ key, confidence = 'set-by' }: PhysicalLocation): string {
  if (key === undefined) return ''
  return { 'set-by': 'It is set by', 'gated-by': 'It is there because of', probably: 'It is probably decided by' }[
    confidence
  ].concat(` ${code(key)}.`)
}

function askText(file: string, { isInChange, ownersOf }: CommentContext): string {
  if (isInChange(file)) return ''
  const owners = ownersOf?.(file).slice(0, MOST_RELATED).map(code).join(', ')
  return `This pull request does not touch that file: if it is not yours, ask ${owners || 'those who look after it'}.`
}

/** A place as a link to the head, or to the file alone when the head does not have the line. */
export function placeLink(
  { file, startLine }: PhysicalLocation,
  { headLine, link }: Pick<CommentContext, 'headLine' | 'link'>,
): string {
  const line = startLine === undefined ? undefined : headLine(file, startLine)
  const label = code(line === undefined ? file : `${file}:${line}`)
  return link ? linked(label, link(file, line)) : label
}

const relatedItem = ({ object, message, location }: RelatedObject, context: CommentContext): string =>
  `- ${code(nameOf(object))}: ${prose(message)}${location ? ` (${placeLink(location, context)})` : ''}\n`

/**
 * The block that GitHub offers to commit. Undefined for text that would not arrive as it is: control and bidirectional
 * characters, and line ends of Windows, which a comment does not keep.
 */
export function suggestion(replacement: string): string | undefined {
  if (replacement.includes('\r') || printable(replacement) !== replacement) return undefined
  const lines = replacement === '' || replacement.endsWith('\n') ? replacement : `${replacement}\n`
  let longest = 2
  for (const [run] of replacement.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}suggestion\n${lines}${ticks}\n`
}

/** What a comment becomes when its finding is gone and somebody answered: its first words, and since when. */
export function resolvedBody(body: string, head: string, marker: Marker & { readonly kind: 'finding' }): string {
  const [first = ''] = body.replace(/\r\n?/g, '\n').trimStart().split('\n')
  const title = TITLE.exec(first)?.[1]
  const paragraphs = [
    `✅ **Resolved** at ${code(head.slice(0, 7))}: this is not reported any more.`,
    ...(title === undefined ? [] : [`> ${title}`]),
    'The comment stays because somebody answered it.',
    printMarker({ ...marker, isResolved: true }),
  ]
  return paragraphs.join('\n\n')
}

// What `commentBody` writes as the first line; whatever else somebody made of it is not repeated.
const TITLE = /^\S{1,4} (\*\*[^*<>`@[\]]{1,2000}\*\* \([a-z]+\))$/u

/** The text of the review that holds new comments; GitHub cannot edit a review without one. */
export const reviewBody = (comments: number, key: string): string =>
  `eso-hardener has ${count(comments, 'comment')} on the lines of this change. The summary is in a comment of its own.\n\n${printMarker({ kind: 'review', key })}`

const MOST_PROSE = 2000

/** Text of a rule, or foreign text, as one line of Markdown where nothing but `code` between backticks means anything. */
function prose(text: string): string {
  const parts = clip(text, MOST_PROSE).split('`')
  const isOpen = parts.length % 2 === 0
  return parts
    .map((part, i) => {
      if (i % 2 === 1 && !(isOpen && i === parts.length - 1)) return code(part)
      const isLiteral = isOpen && i === parts.length - 1
      return spaced(isLiteral ? `\`${part}` : part)
    })
    .join('')
}

/** Escaped, but with the space that parts it from the code beside it. */
function spaced(text: string): string {
  const inner = escapeText(text)
  if (inner === '') return text === '' ? '' : ' '
  return `${/^\s/.test(text) ? ' ' : ''}${inner}${/\s$/.test(text) ? ' ' : ''}`
}

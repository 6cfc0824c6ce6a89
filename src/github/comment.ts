import type { Rule } from '../check/rule.ts'
import { type Finding, nameOf, type PhysicalLocation, type RelatedObject, type Severity } from '../finding.ts'
import { clip } from '../report/clip.ts'
import { code, escapeText, linked } from '../report/markdown.ts'
import { type Assessment, count, HOMEPAGE, ruleUrl, worldsText } from '../report/report.ts'
import { printable } from '../report/terminal.ts'
import { fitted, type Section } from './fit.ts'
import { type Marker, printMarker } from './marker.ts'
import type { Edit, Fix, Placement } from './placement.ts'

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
  /** The run whose report this is, where it is not this one's own. */
  readonly reporter?: Reporter | undefined
  /** Whom to ask about a file, as CODEOWNERS names them. They are named, not called. */
  readonly ownersOf?: ((file: string) => readonly string[]) | undefined
}

/** A run for the pull request, whose workflow and words are those of whoever proposes the change. */
export interface Reporter {
  /** Its web page. */
  readonly url: string | undefined
}

/** `[the run of this pull request](…)` */
export const reporterLink = ({ url }: Reporter): string =>
  url === undefined ? 'the run of this pull request' : linked('the run of this pull request', url)

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
 * @param fix offered as a suggestion where the comment stands on its lines, else told
 */
export function commentBody(
  finding: Finding,
  placement: Placement | undefined,
  fix: Fix | undefined,
  context: CommentContext,
): string {
  const { rule: id, severity, message, remedy, fingerprint } = finding
  const rule = context.rules.find(rule => rule.id === id)
  const [edit] = fix?.edits ?? []
  const block = placement?.at === 'fix' ? edit && suggestion(edit) : fix && patchText(fix, context)
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
    { rank: 3, items: block === undefined ? [] : [`${block}\n${triedText(context)}${questionText(fix)}\n\n`] },
    {
      rank: 0,
      items: [`<sub>${footer(id, context).join(' · ')}</sub>\n\n`],
    },
    { rank: 0, items: [printMarker({ kind: 'finding', key: context.key, fingerprint, isResolved: false })] },
  ]
  return fitted(sections, MOST_BYTES)
}

const MOST_EDITS = 5

/** Edits that are made by hand, as text; undefined for what is not in the head, or would not be read as it is. */
function patchText({ edits }: Fix, context: CommentContext): string | undefined {
  const parts = edits.map(edit => editText(edit, context))
  if (edits.length > MOST_EDITS || parts.includes(undefined)) return undefined
  return parts.join('\n')
}

function editText(edit: Edit, context: CommentContext): string | undefined {
  const { file, startLine, endLine, replacement } = edit
  const [first, last] = [context.headLine(file, startLine), context.headLine(file, endLine)]
  const block = fenced('yaml', edit)
  if (first === undefined || last === undefined || block === undefined) return undefined
  const lines = first === last ? `${first}` : `${first} to ${last}`
  const link = placeLink({ file, startLine, via: 'manifest' }, context)
  return replacement === ''
    ? `At ${link}, without line ${lines}.\n`
    : `At ${link}, in place of line ${lines}:\n\n${block}`
}

const footer = (id: string, context: CommentContext): string[] => [
  ruleLink(id, context),
  linked('meant to be so?', IGNORING),
  ...(context.reporter ? [`reported by ${reporterLink(context.reporter)}`] : []),
]

/** Nobody here has seen what another run says that it did. */
const triedText = ({ reporter }: CommentContext): string =>
  reporter
    ? 'As the run of this pull request says, this edit was tried on a copy: the finding goes away, and no new one comes. Read it before you take it.'
    : 'This edit was tried on a copy: the finding goes away, and no new one comes.'

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

/** The block that GitHub offers to commit. Undefined for what `fenced` leaves out. */
export const suggestion = (edit: Pick<Edit, 'replacement' | 'isCrlf'>): string | undefined => fenced('suggestion', edit)

/**
 * Lines between fences, ending as those of the file: a comment is kept as it was sent, and where GitHub commits its lines as
 * they stand, others would be mixed into the file. Undefined for text that people could not see as it is: control and
 * bidirectional characters.
 */
function fenced(
  word: string,
  { replacement, isCrlf = false }: Pick<Edit, 'replacement' | 'isCrlf'>,
): string | undefined {
  if (printable(replacement) !== replacement) return undefined
  const unix = replacement === '' || replacement.endsWith('\n') ? replacement : `${replacement}\n`
  const lines = isCrlf ? unix.replaceAll('\n', '\r\n') : unix
  let longest = 2
  for (const [run] of replacement.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${word}\n${lines}${ticks}\n`
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

import type { Rule } from '../check/rule.ts'
import { type Finding, SEVERITIES } from '../finding.ts'
import { type Assessment, counting, open } from '../report/report.ts'
import { type Card, choose, type Limits } from './choice.ts'
import { type CommentContext, commentBody, resolvedBody } from './comment.ts'
import { hunksOf } from './diff.ts'
import { bestOf, isSameText, type LiveComment, type LiveComments, liveComments, standsAt, surplusOf } from './live.ts'
import { type Diff, type Fix, placementOf } from './placement.ts'
import { isQuiet, summaryBody } from './summary.ts'

/** A file of the pull request, as GitHub lists it. */
export interface DiffFile {
  readonly path: string
  readonly previousPath: string | undefined
  readonly status: string
  /** Undefined when it is binary, too large or only renamed. */
  readonly patch: string | undefined
}

/** A review comment of our own, with our marker and our key. */
export interface ExistingComment {
  readonly id: number
  readonly nodeId: string
  readonly body: string
  readonly path: string
  /** Null when the line is not in the diff any more, and for a comment on the file. */
  readonly line: number | null
  readonly startLine: number | null
  readonly isFileLevel: boolean
  /** Whether somebody answered it. */
  readonly hasReply: boolean
  readonly isMinimized?: boolean
}

/** A comment to be made. */
export interface DraftComment {
  readonly fingerprint: string
  readonly path: string
  readonly body: string
  /** Undefined for a comment on the file. */
  readonly line: number | undefined
  /** Undefined for one line. */
  readonly startLine: number | undefined
}

/** What there is to do on a pull request. */
export interface Plan {
  readonly create: readonly DraftComment[]
  readonly update: readonly { readonly id: number; readonly body: string }[]
  readonly remove: readonly { readonly id: number }[]
  /** The finding is gone, but somebody answered: to be edited and folded. */
  readonly markFixed: readonly { readonly id: number; readonly nodeId: string; readonly body: string }[]
  /** How many comments are as they should be. */
  readonly keep: number
  /** What the summary comment shall say; null where there is none and none is wanted. */
  readonly summary: string | null
  /** Findings that count and have no comment, the most severe first; the summary has them. */
  readonly leftovers: readonly Finding[]
}

export interface PlanInput extends Pick<CommentContext, 'key' | 'link' | 'ownersOf' | 'reporter'> {
  readonly assessment: Assessment
  readonly rules: readonly Rule[]
  /** All files of the pull request that could be listed. */
  readonly files: readonly DiffFile[]
  readonly existing: readonly ExistingComment[]
  /** Whether the summary comment is there. */
  readonly hasSummary: boolean
  /** The sha of the pull request's head: comments stand on its lines. */
  readonly head: string
  readonly limits: Limits
  /** By fingerprint. */
  readonly fixes?: ReadonlyMap<string, Fix>
  /** The head's number of a line that was judged; left out when the head itself was. */
  readonly headLine?: CommentContext['headLine']
  /** Fingerprints of findings that GitHub would not take a comment on. */
  readonly refused?: ReadonlySet<string>
}

/**
 * What to do so that each finding that counts is commented on once, or is in the summary. Pure, and stable: after
 * the plan is carried out, the next plan for the same head has nothing to do. To be carried out in the order of its
 * fields, so that what fails half way leaves a comment too many, not one too few.
 */
export function plan(input: PlanInput): Plan {
  const { assessment, existing, head } = input
  const diff = diffOf(input)
  const context = contextOf(input, diff)
  const live = liveComments(existing, input.key)
  const cards = cardsOf(input, diff, live)
  const chosen = choose(cards, input.limits)
  const leftovers = leftoversOf(assessment, chosen)
  const { unsure, ...changes } = joined([
    ...cards.map(card => changeFor(card, chosen.has(card), context)),
    ...surplusOf(live, cards).map(comment => farewell(comment, input)),
  ])
  const capped = cards.filter(card => card.placement && !chosen.has(card)).length
  const isSilent = !input.hasSummary && isQuiet(assessment)
  return {
    ...changes,
    keep: existing.length - changes.update.length - changes.remove.length - changes.markFixed.length,
    summary: isSilent
      ? null
      : summaryBody({ assessment, context, head, leftovers, commented: chosen.size, capped, unsure }),
    leftovers,
  }
}

function diffOf({ files, headLine = (_, line) => line }: PlanInput): Diff {
  const present = files.filter(({ status }) => status !== 'removed')
  return { hunks: new Map(present.map(({ path, patch }) => [path, hunksOf(patch)])), headLine }
}

const contextOf = (
  { assessment, rules, key, link, ownersOf, reporter }: PlanInput,
  { hunks, headLine }: Diff,
): CommentContext => ({
  ...{ rules, key, link, ownersOf, reporter, headLine },
  worlds: assessment.worlds,
  isInChange: file => hunks.has(file),
})

/** One finding that counts for each fingerprint, the most severe first, with where it can stand and what stands there now. */
function cardsOf(input: PlanInput, diff: Diff, live: LiveComments): Card[] {
  const { assessment, fixes, refused } = input
  const unique = new Map<string, Finding>()
  for (const finding of ranked(assessment)) {
    if (!unique.has(finding.fingerprint)) unique.set(finding.fingerprint, finding)
  }
  return [...unique].map(([fingerprint, finding]) => {
    const fix = fixes?.get(fingerprint)
    const placement = refused?.has(fingerprint) ? undefined : placementOf(finding, fix, diff)
    return { finding, fix, placement, comment: bestOf(live.get(fingerprint) ?? [], placement) }
  })
}

const ranked = ({ findings }: Assessment): Finding[] =>
  counting(findings).toSorted((a, b) => SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity))

/** Two findings of one fingerprint would be two comments that the next run cannot tell apart: the second has none. */
function leftoversOf(assessment: Assessment, chosen: ReadonlySet<Card>): Finding[] {
  const commented = new Set([...chosen].map(({ finding }) => finding))
  return ranked(assessment).filter(finding => !commented.has(finding))
}

type Changes = Pick<Plan, 'create' | 'update' | 'remove' | 'markFixed'> & {
  /** Comments that stay because nobody can say whether their findings are gone. */
  readonly unsure: number
}

const joined = (parts: readonly Partial<Changes>[]): Changes => ({
  create: parts.flatMap(({ create = [] }) => create),
  update: parts.flatMap(({ update = [] }) => update),
  remove: parts.flatMap(({ remove = [] }) => remove),
  markFixed: parts.flatMap(({ markFixed = [] }) => markFixed),
  unsure: parts.reduce((sum, { unsure = 0 }) => sum + unsure, 0),
})

/** A comment on the wrong line is made anew on the right one, unless somebody answered it: then it says where the line is. */
function changeFor(card: Card, isChosen: boolean, context: CommentContext): Partial<Changes> {
  const { finding, fix, placement, comment } = card
  const isRight = comment !== undefined && placement !== undefined && standsAt(comment, placement)
  if (comment && (comment.hasReply || (isRight && isChosen))) {
    const body = commentBody(finding, isRight ? placement : undefined, fix, context)
    return isSameText(comment.body, body) ? {} : { update: [{ id: comment.id, body }] }
  }
  const remove = comment ? [{ id: comment.id }] : []
  if (!placement || !isChosen) return { remove }
  const { path, line, startLine } = placement
  const body = commentBody(finding, placement, fix, context)
  return { remove, create: [{ fingerprint: finding.fingerprint, path, body, line, startLine }] }
}

/** What becomes of a comment that no finding needs. Where something could not be checked, its finding may still be there. */
function farewell(comment: LiveComment, { assessment, head }: PlanInput): Partial<Changes> {
  const { id, nodeId, body, hasReply, marker } = comment
  const isKnown = assessment.findings.some(({ fingerprint }) => fingerprint === marker.fingerprint)
  if (!isKnown && open(assessment.failures).length > 0) return { unsure: 1 }
  if (!hasReply) return { remove: [{ id }] }
  return isKnown ? {} : { markFixed: [{ id, nodeId, body: resolvedBody(body, head, marker) }] }
}

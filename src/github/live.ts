import { type Marker, parseMarker } from './marker.ts'
import type { Placement } from './placement.ts'
import type { ExistingComment } from './plan.ts'

/** A comment that speaks of a finding as it is, not of one that is gone. */
export interface LiveComment extends ExistingComment {
  readonly marker: Marker & { readonly kind: 'finding' }
}

/** By fingerprint. Runs that met may have left several of one. */
export type LiveComments = ReadonlyMap<string, readonly LiveComment[]>

/** The comments of a key that a run may still change. Those that say their finding is gone are history. */
export function liveComments(existing: readonly ExistingComment[], key: string): LiveComments {
  const live = existing.flatMap(comment => {
    const marker = parseMarker(comment.body)
    return marker?.kind === 'finding' && marker.key === key && !marker.isResolved ? [{ ...comment, marker }] : []
  })
  return Map.groupBy(live, ({ marker }) => marker.fingerprint)
}

/** Which of several comments on one finding stays: one that was answered, else one that stands right, else the oldest. */
export function bestOf(comments: readonly LiveComment[], placement: Placement | undefined): LiveComment | undefined {
  const isRight = (comment: LiveComment): boolean => placement !== undefined && standsAt(comment, placement)
  const [best] = comments.toSorted(
    (a, b) => Number(b.hasReply) - Number(a.hasReply) || Number(isRight(b)) - Number(isRight(a)) || a.id - b.id,
  )
  return best
}

/** The comments that no finding claims. */
export function surplusOf(
  live: LiveComments,
  cards: readonly { readonly comment: LiveComment | undefined }[],
): LiveComment[] {
  const claimed = new Set(cards.map(({ comment }) => comment))
  return [...live.values()].flat().filter(comment => !claimed.has(comment))
}

/**
 * Whether a comment stands where a finding is to be commented on. Where a range begins matters only to a suggestion,
 * which replaces all of it.
 */
export function standsAt(comment: ExistingComment, { path, line, startLine, at }: Placement): boolean {
  if (comment.path !== path) return false
  if (line === undefined || comment.isFileLevel) return line === undefined && comment.isFileLevel
  return comment.line === line && (at !== 'fix' || (comment.startLine ?? line) === (startLine ?? line))
}

/** Whether two bodies are the same but for line ends and space behind them, which GitHub may change. */
export const isSameText = (a: string, b: string): boolean => plain(a) === plain(b)

const plain = (body: string): string => body.replace(/\r\n?/g, '\n').trimEnd()

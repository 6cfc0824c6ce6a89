import { type Finding, SEVERITIES } from '../finding.ts'
import type { LiveComment } from './live.ts'
import type { Fix, Placement } from './placement.ts'

/** A finding that counts, with what there is to comment on it. */
export interface Card {
  readonly finding: Finding
  readonly fix: Fix | undefined
  /** Where a comment can stand; undefined where nothing of it is in the diff. */
  readonly placement: Placement | undefined
  /** What stands there, or elsewhere, from an earlier run. */
  readonly comment: LiveComment | undefined
}

export interface Limits {
  /** Most comments in all. Those that somebody answered are never taken away, and have their places first. */
  readonly comments: number
  /** Most comments on files: each takes a request of its own. */
  readonly onFiles: number
}

/**
 * The findings that have a comment: those that were talked about, then the most severe. Of equally severe ones, those that
 * have a comment already keep it, so that nothing comes and goes from run to run.
 */
export function choose(cards: readonly Card[], { comments, onFiles }: Limits): ReadonlySet<Card> {
  const chosen = new Set(cards.filter(({ comment }) => comment?.hasReply))
  let files = 0
  for (const card of cards.toSorted(byClaim)) {
    if (!card.placement || chosen.has(card)) continue
    if (chosen.size >= comments) break
    if (card.placement.line === undefined) {
      if (files >= onFiles) continue
      files += 1
    }
    chosen.add(card)
  }
  return chosen
}

function byClaim(a: Card, b: Card): number {
  return (
    SEVERITIES.indexOf(b.finding.severity) - SEVERITIES.indexOf(a.finding.severity) ||
    Number(b.comment !== undefined) - Number(a.comment !== undefined) ||
    Number(b.placement?.line !== undefined) - Number(a.placement?.line !== undefined)
  )
}

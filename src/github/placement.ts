import type { Finding, PhysicalLocation, RelatedObject } from '../finding.ts'
import { commentableRange, type Hunk, isInOneHunk, isTouched, type LineRange } from './diff.ts'

/** Edits that were tried on a copy: together they take the finding away and bring no new one. */
export interface Fix {
  readonly edits: readonly Edit[]
  /** What somebody has to answer before they take it. */
  readonly question?: string
}

/** An edit of a file of the repository. */
export interface Edit {
  /** Relative to the repository, with `/`. */
  readonly file: string
  /** Lines of the checked-out file, 1-based and inclusive. */
  readonly startLine: number
  readonly endLine: number
  /** Whole lines, each with its line feed; empty to delete the lines. */
  readonly replacement: string
  /** Whether the file's lines end as Windows ends them. */
  readonly isCrlf?: boolean
}

/** Where a comment on a finding can stand. Lines are the head's. */
export interface Placement {
  readonly path: string
  /** The last line; undefined for a comment on the file. */
  readonly line: number | undefined
  /** Undefined for one line. */
  readonly startLine: number | undefined
  /** What stands there: what the fix replaces, one of the finding's places, or an object that belongs to its story. */
  readonly at: 'fix' | 'place' | 'related' | 'file'
  readonly related?: RelatedObject
}

/** The diff of a pull request, and how to get from the lines that were judged to its lines. */
export interface Diff {
  /** Commentable lines by path; a file without a readable patch has none. Removed files are not there. */
  readonly hunks: ReadonlyMap<string, readonly Hunk[]>
  /** The head's number of a line of the checked-out file; undefined when the head does not have it. */
  readonly headLine: (file: string, line: number) => number | undefined
}

/**
 * The best place for a comment on a finding that counts: what a fix replaces, then the finding's own lines, then a line of
 * an object that belongs to its story, then the file. Without a base nobody knows whether a finding is new, so only
 * lines that the change added are commented on. Undefined when nothing of it is in the diff.
 */
export function placementOf(finding: Finding, fix: Fix | undefined, diff: Diff): Placement | undefined {
  const places = finding.places.length > 0 ? finding.places : finding.location ? [finding.location] : []
  const own =
    (fix && fixPlacement(finding, fix, diff)) ?? first(places, place => onLines(finding, place, diff, 'place'))
  if (own || finding.isNew !== true) return own
  const { related } = finding
  return (
    first(related, object => {
      const placement = object.location && onLines(finding, object.location, diff, 'related')
      return placement ? { ...placement, related: object } : undefined
    }) ?? first(places, ({ file }) => (diff.hunks.has(file) ? onFile(file) : undefined))
  )
}

const onFile = (path: string): Placement => ({ path, line: undefined, startLine: undefined, at: 'file' })

function first<T>(items: readonly T[], place: (item: T) => Placement | undefined): Placement | undefined {
  for (const item of items) {
    const placement = place(item)
    if (placement) return placement
  }
  return undefined
}

/** A suggestion replaces exactly the lines of its comment: all of them must be the head's, and stand in one hunk. */
function fixPlacement(finding: Finding, { edits }: Fix, diff: Diff): Placement | undefined {
  const [edit, ...others] = edits
  if (!edit || others.length > 0) return undefined
  const { file, startLine, endLine } = edit
  const hunks = diff.hunks.get(file) ?? []
  const range = rangeInHead(file, startLine, endLine, diff)
  if (!range || !isInOneHunk(hunks, range) || !counts(finding, hunks, range)) return undefined
  for (let line = startLine; line <= endLine; line += 1)
    if (diff.headLine(file, line) !== range.startLine + line - startLine) return undefined
  return placed(file, range, 'fix')
}

function onLines(
  finding: Finding,
  { file, startLine, endLine = startLine }: PhysicalLocation,
  diff: Diff,
  at: 'place' | 'related',
): Placement | undefined {
  const hunks = diff.hunks.get(file) ?? []
  if (startLine === undefined || endLine === undefined) return undefined
  const whole = rangeInHead(file, startLine, endLine, diff)
  const range = whole && commentableRange(hunks, whole)
  return range && counts(finding, hunks, range) ? placed(file, range, at) : undefined
}

const counts = ({ isNew }: Finding, hunks: readonly Hunk[], range: LineRange): boolean =>
  isNew === true || isTouched(hunks, range)

function rangeInHead(file: string, first: number, last: number, { headLine }: Diff): LineRange | undefined {
  const [startLine, endLine] = [headLine(file, first), headLine(file, last)]
  return startLine === undefined || endLine === undefined || endLine < startLine ? undefined : { startLine, endLine }
}

const placed = (path: string, { startLine, endLine }: LineRange, at: Placement['at']): Placement => ({
  path,
  line: endLine,
  startLine: startLine === endLine ? undefined : startLine,
  at,
})

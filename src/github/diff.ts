/** A part of a file's diff, by the lines that the head has there: 1-based, inclusive, without a gap. */
export interface Hunk {
  readonly startLine: number
  readonly endLine: number
  /** Those of them that the change added or edited. */
  readonly added: ReadonlySet<number>
}

/** One or more lines of a file; 1-based, inclusive. */
export interface LineRange {
  readonly startLine: number
  readonly endLine: number
}

const HEADER = /^@@ -\d+(?:,\d+)? \+(\d+)(?:,\d+)? @@/

/**
 * The hunks of GitHub's `patch` of a file: on their lines, and on no others, a review can comment. A hunk that leaves no
 * line is left out. What is no patch has no hunks, and of a patch that ends too early only the lines that are there count.
 */
export function hunksOf(patch: string | undefined): Hunk[] {
  const lines = patch?.split('\n') ?? []
  return lines.flatMap((header, i) => {
    const start = HEADER.exec(header)?.[1]
    const hunk = start === undefined ? undefined : readHunk(lines, i + 1, Number(start))
    return hunk && hunk.endLine >= hunk.startLine ? [hunk] : []
  })
}

/** Each line of a file stands behind a sign, so none of them is taken for a header. */
function readHunk(lines: readonly string[], from: number, startLine: number): Hunk {
  const added = new Set<number>()
  let line = startLine
  for (let at = from; at < lines.length; at += 1) {
    const sign = lines[at]?.[0]
    if (sign === '+') added.add(line)
    if (sign === '+' || sign === ' ') line += 1
    else if (sign !== '-' && sign !== '\\') break
  }
  return { startLine, endLine: line - 1, added }
}

/** The longest range that a comment points at; of a longer one it points at the first line. */
const MOST_LINES = 10

/**
 * The part of a range that stands in one hunk: from its first line on, where a hunk has that, else where the first hunk
 * meets it. Undefined where none does.
 */
export function commentableRange(hunks: readonly Hunk[], { startLine, endLine }: LineRange): LineRange | undefined {
  const meeting = hunks.filter(hunk => hunk.startLine <= endLine && hunk.endLine >= startLine)
  const hunk = meeting.find(hunk => hunk.startLine <= startLine) ?? meeting[0]
  if (!hunk) return undefined
  const range = { startLine: Math.max(startLine, hunk.startLine), endLine: Math.min(endLine, hunk.endLine) }
  return range.endLine - range.startLine < MOST_LINES ? range : { ...range, endLine: range.startLine }
}

/** Whether a whole range stands in one hunk: only then can it be replaced by a suggestion. */
export const isInOneHunk = (hunks: readonly Hunk[], { startLine, endLine }: LineRange): boolean =>
  startLine <= endLine && hunks.some(hunk => hunk.startLine <= startLine && hunk.endLine >= endLine)

/** Whether the change added or edited a line of a range. */
export const isTouched = (hunks: readonly Hunk[], { startLine, endLine }: LineRange): boolean =>
  hunks.some(({ added }) => added.values().some(line => line >= startLine && line <= endLine))

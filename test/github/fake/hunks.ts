/** A line of a hunk, with its number on both sides (1-based); undefined on the side that does not have it. */
interface HunkLine {
  readonly left: number | undefined
  readonly right: number | undefined
}

/** A hunk of a file's `patch`. */
export interface Hunk {
  /** From its `@@` on. */
  readonly text: string
  readonly lines: readonly HunkLine[]
}

/**
 * The hunks of a `patch` of `GET /pulls/{n}/files`. Written without a look at what the product does with the same text,
 * so that the two can disagree.
 */
export function parseHunks(patch: string | undefined): Hunk[] {
  if (patch === undefined) return []
  return patch
    .split(/^(?=@@ )/m)
    .filter(text => text.startsWith('@@ '))
    .map(text => ({ text: text.trimEnd(), lines: linesOf(text.split('\n')) }))
}

function linesOf([header = '', ...body]: readonly string[]): HunkLine[] {
  const [, left = '0', right = '0'] = /^@@ -(\d+)(?:,\d+)? \+(\d+)(?:,\d+)? @@/.exec(header) ?? []
  const next = { left: Number(left), right: Number(right) }
  return body.flatMap(line => {
    if (!/^[ +-]/.test(line)) return []
    const isLeft = line[0] !== '+'
    const isRight = line[0] !== '-'
    const numbers = { left: isLeft ? next.left : undefined, right: isRight ? next.right : undefined }
    next.left += Number(isLeft)
    next.right += Number(isRight)
    return [numbers]
  })
}

export type Side = 'LEFT' | 'RIGHT'

/** The hunk that has a line on a side. */
export function hunkWith(hunks: readonly Hunk[], line: number, side: Side): Hunk | undefined {
  return hunks.find(({ lines }) => lines.some(it => (side === 'LEFT' ? it.left : it.right) === line))
}

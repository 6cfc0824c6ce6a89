import { isDeepStrictEqual } from 'node:util'
import type { TracedText } from '../template/origin.ts'

/** A line of helm's document with the trace's; offsets are in the documents. */
export interface LinePair {
  readonly theirs: Line
  readonly ours: Line
}

export interface Line {
  readonly text: string
  readonly start: number
}

export const isSame = ({ ours, theirs }: LinePair): boolean => ours.text === theirs.text

/** The lines of templates that made a line of a document that begins at `start` in the trace: in a helper, and of its call. */
export function templateLines(traced: TracedText, start: number, { start: line, text }: Line): unknown {
  const from = start + line
  const { definition, callSite } = traced.originOf(from, from + text.length)
  return [definition, callSite]
}

/**
 * The lines of helm's text of a document with those of the trace, where only those differ that do so in each run. A certificate may
 * be longer in one of them, where one line of a template made all of it. Undefined for another document.
 */
export function linePairs(
  traced: TracedText,
  piece: { readonly text: string; readonly start: number },
  printed: string,
): LinePair[] | undefined {
  const [all, theirs] = [linesOf(piece.text), linesOf(printed)]
  const isVolatile = ({ start, text }: Line): boolean => {
    const from = piece.start + start
    return traced.isVolatile(from, from + text.length)
  }
  const pairs: LinePair[] = []
  let [i, j] = [0, 0]
  for (let ours = all[i]; ours; ours = all[i]) {
    const their = theirs[j]
    if (their?.text === ours.text) {
      pairs.push({ ours, theirs: their })
      i++
      j++
      continue
    }
    const [nextOurs, nextTheirs] = endOfRun(all, theirs, i, j, isVolatile)
    const run = pairsOfRun(traced, piece.start, all.slice(i, nextOurs), theirs.slice(j, nextTheirs))
    if (!run) return undefined
    pairs.push(...run)
    i = nextOurs
    j = nextTheirs
  }
  return j === theirs.length ? pairs : undefined
}

/** Where the lines that differ in each run end: in helm's text, before the line that follows them in the trace. */
function endOfRun(
  all: readonly Line[],
  theirs: readonly Line[],
  i: number,
  j: number,
  isVolatile: (line: Line) => boolean,
): [number, number] {
  let end = i
  for (let line = all[end]; line && isVolatile(line); line = all[end]) end++
  const after = all[end]
  if (!after) return [end, theirs.length]
  let next = j
  while (next < theirs.length && theirs[next]?.text !== after.text) next++
  return [end, next < theirs.length ? next : j]
}

function pairsOfRun(
  traced: TracedText,
  start: number,
  ours: readonly Line[],
  theirs: readonly Line[],
): LinePair[] | undefined {
  const [first] = ours
  if (!first || theirs.length === 0) return undefined
  if (ours.length === theirs.length)
    return theirs.flatMap((line, i) => (ours[i] ? [{ ours: ours[i], theirs: line }] : []))
  const made = templateLines(traced, start, first)
  if (!ours.every(line => isDeepStrictEqual(templateLines(traced, start, line), made))) return undefined
  return theirs.map(line => ({ ours: first, theirs: line }))
}

function linesOf(text: string): Line[] {
  let start = 0
  return text.split('\n').map(line => {
    const found = { text: line, start }
    start += line.length + 1
    return found
  })
}

import { linePairs } from '../src/locate/line-pairs.ts'
import { TracedText } from '../src/template/origin.ts'
import type { Text } from '../src/template/value/text.ts'

/** What helm printed, document by document, below the template file that its `# Source:` names. */
export function documentsBySource(output: string): Map<string, string[]> {
  const found = new Map<string, string[]>()
  for (const part of output.split(/^---\n# Source: /m).slice(1)) {
    const end = part.indexOf('\n')
    const source = part.slice(0, end)
    const document = part.slice(end + 1).trim()
    if (document !== '') found.set(source, [...(found.get(source) ?? []), document])
  }
  return found
}

/** A document of our own output, with where it stands in it. */
interface Piece {
  readonly text: string
  readonly start: number
}

/** Documents as helm cuts a file: at `---` at the start of a line, whatever follows it. */
export function documentsIn(text: string): Piece[] {
  const pieces: Piece[] = []
  let start = 0
  for (const separator of text.matchAll(/(?:^|[\t\n\f\r ]*\n)---[\t\n\f\r ]*/g)) {
    pieces.push({ text: text.slice(start, separator.index), start })
    start = separator.index + separator[0].length
  }
  pieces.push({ text: text.slice(start), start })
  return pieces.flatMap(piece => {
    const trimmed = piece.text.trim()
    return trimmed === '' ? [] : [{ text: trimmed, start: piece.start + piece.text.indexOf(trimmed) }]
  })
}

export type Agreement = 'equal' | 'volatile' | 'different'

/** Whether our text of a file is what helm printed for it; `volatile` when it differs only where the trace says it may. */
export function compareFile(ours: Text, theirs: readonly string[]): Agreement {
  const text = new TracedText(ours)
  const left = [...theirs]
  const unequal = documentsIn(text.text).filter(({ text }) => {
    const at = left.indexOf(text)
    if (at >= 0) left.splice(at, 1)
    return at < 0
  })
  if (unequal.length !== left.length) return 'different'
  if (unequal.length === 0) return 'equal'
  const excused = unequal.every(piece => {
    const at = left.findIndex(document => linePairs(text, piece, document) !== undefined)
    if (at >= 0) left.splice(at, 1)
    return at >= 0
  })
  return excused ? 'volatile' : 'different'
}

/** The first line that differs, for people to look at. */
export function firstDifference(ours: Text, theirs: readonly string[]): string {
  const mine = documentsIn(ours.string).map(({ text }) => text)
  const [a = '(nothing)'] = mine.filter(document => !theirs.includes(document))
  const [b = '(nothing)'] = theirs.filter(document => !mine.includes(document))
  const [left, right] = [a.split('\n'), b.split('\n')]
  const at = left.findIndex((line, i) => line !== right[i])
  return `line ${at + 1}: ours ${JSON.stringify(left[at]?.slice(0, 160))} helm ${JSON.stringify(right[at]?.slice(0, 160))}`
}

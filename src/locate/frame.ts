import type { FrameLine, Path } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { maskedLines } from '../parse/mask.ts'
import type { ValuesFile } from '../parse/values.ts'

const CONTEXT = 2

/**
 * The line of the node with two lines around it, numbered as in the file (or helm's output). What may be secret is masked.
 */
export const frameOf = (text: Manifest | ValuesFile, path: Path): FrameLine[] => frameAt(text, text.lineOf(path))

/** The same for a line that is known. */
export function frameAt(text: Manifest | ValuesFile, marked: number): FrameLine[] {
  const lines = maskedLines(text)
  const first = Math.max(text.startLine, marked - CONTEXT)
  const last = Math.min(text.startLine + lines.length - 1, marked + CONTEXT)
  const frame: FrameLine[] = []
  for (let line = first; line <= last; line++)
    frame.push({ line, text: (lines[line - text.startLine] ?? '').replace(/\r$/, ''), marked: line === marked })
  return frame.filter(({ marked, text }) => marked || text.trim() !== '')
}

import type { FrameLine, Path } from '../finding.ts'
import { Manifest } from '../parse/manifest.ts'
import { maskedLines } from '../parse/mask.ts'
import type { ValuesFile } from '../parse/values.ts'
import type { SourceText } from '../parse/yaml.ts'

const CONTEXT = 2

/**
 * The line of the node with two lines around it, numbered as in the file (or helm's output). What may be secret is masked.
 */
export function frameOf(text: Manifest | ValuesFile, path: Path): FrameLine[] {
  if (!(text instanceof Manifest)) return frameAt(text, text.lineOf(path))
  const written = text.writtenAt(path)
  return written.isHidden ? [] : frameAt(written.text, written.line)
}

/** A document of a file. */
interface ShownText {
  readonly source: SourceText
  /** 1-based line of the file on which it begins. */
  readonly startLine: number
}

/** The same for a line that is known. */
export function frameAt(text: ShownText, marked: number): FrameLine[] {
  const lines = maskedLines(text)
  const first = Math.max(text.startLine, marked - CONTEXT)
  const last = Math.min(text.startLine + lines.length - 1, marked + CONTEXT)
  const frame: FrameLine[] = []
  for (let line = first; line <= last; line++)
    frame.push({ line, text: (lines[line - text.startLine] ?? '').replace(/\r$/, ''), marked: line === marked })
  return frame.filter(({ marked, text }) => marked || text.trim() !== '')
}

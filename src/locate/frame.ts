import type { FrameLine, Path } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { maskedLines } from '../parse/mask.ts'

const CONTEXT = 2

/**
 * The line of the node with two lines around it, numbered as in the file (or helm's output). What may be secret is masked.
 */
export function frameOf(manifest: Manifest, path: Path): FrameLine[] {
  const lines = maskedLines(manifest)
  const marked = manifest.lineOf(path)
  const first = Math.max(manifest.startLine, marked - CONTEXT)
  const last = Math.min(manifest.startLine + lines.length - 1, marked + CONTEXT)
  const frame: FrameLine[] = []
  for (let line = first; line <= last; line++)
    frame.push({ line, text: (lines[line - manifest.startLine] ?? '').replace(/\r$/, ''), marked: line === marked })
  return frame.filter(({ marked, text }) => marked || text.trim() !== '')
}

import type { Path } from '../finding.ts'
import { rangeOfPath } from '../parse/location.ts'
import { valueAt } from '../parse/untyped.ts'
import type { ValuesFile } from '../parse/values.ts'

/**
 * The line of a values file that has one line of a text which is a value, as the manifest in a block (`extra: |`); the
 * line of its key where the text is not written line by line.
 * @param before how many of the text's lines stand before.
 */
export function lineInText(values: ValuesFile, path: Path, before: number): number {
  if (!values.hasFileLines) return values.lineOf(path)
  const { located, text } = values.source
  const range = rangeOfPath(located, path)
  const value = valueAt(values.body, path)
  const wanted = typeof value === 'string' ? value.split('\n')[before]?.trim() : undefined
  if (!range || !wanted) return values.lineOf(path)
  const written = text
    .slice(...range)
    .split('\n')
    .map(line => line.trim())
  // The head of a block (`|-`) stands before its first line.
  const isLiteral = written[0]?.startsWith('|') && written[before + 1] === wanted
  const found = isLiteral ? before + 1 : onlyIndexOf(written, wanted)
  return found === undefined ? values.lineOf(path) : located.lines.linePos(range[0]).line + found
}

function onlyIndexOf(lines: readonly string[], wanted: string): number | undefined {
  const first = lines.indexOf(wanted)
  return first >= 0 && first === lines.lastIndexOf(wanted) ? first : undefined
}

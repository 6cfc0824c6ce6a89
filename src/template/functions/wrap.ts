import { Untraced } from '../errors.ts'
import { isAscii } from '../value/bytes.ts'

/**
 * A text broken into lines of at most `width` characters, at spaces; leading spaces of a line go. A longer word stands on a
 * line of its own, or is cut when `cutsWords`.
 * @throws Untraced for text that is not ASCII
 */
export function wrap(string: string, width: number, separator: string, cutsWords: boolean): string {
  if (!isAscii(string)) throw new Untraced('text that is not ASCII is wrapped')
  const limit = Math.max(width, 1)
  const lineBreak = separator === '' ? '\n' : separator
  const lines: string[] = []
  let start = 0
  while (string.length - start > limit) {
    if (string[start] === ' ') {
      start++
      continue
    }
    const end = endOfLine(string, start, limit, cutsWords)
    if (end === undefined) break
    lines.push(string.slice(start, end.at))
    start = end.next
  }
  return [...lines, string.slice(start)].join(lineBreak)
}

function endOfLine(
  string: string,
  start: number,
  limit: number,
  cutsWords: boolean,
): { readonly at: number; readonly next: number } | undefined {
  const space = string.slice(start, start + limit + 1).lastIndexOf(' ')
  if (space >= 0) return { at: start + space, next: start + space + 1 }
  if (cutsWords) return { at: start + limit, next: start + limit }
  const later = string.indexOf(' ', start + limit)
  return later < 0 ? undefined : { at: later, next: later + 1 }
}

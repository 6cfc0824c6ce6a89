/** What Go's `strings.TrimSpace` takes off (https://pkg.go.dev/unicode#IsSpace). */
const SPACE = '[\\t\\n\\v\\f\\r \\u0085\\u00a0\\u1680\\u2000-\\u200a\\u2028\\u2029\\u202f\\u205f\\u3000]'
const LEADING = new RegExp(`^${SPACE}+`)
const IS_SPACE = new RegExp(SPACE)
/** What `\s` is in Go's regular expressions. */
const BLANK = new Set('\t\n\f\r ')

/** A text without the space around it, as Go takes it off. */
export function trimmed(text: string): string {
  const start = LEADING.exec(text)?.[0].length ?? 0
  let end = text.length
  while (end > start && IS_SPACE.test(text[end - 1] ?? '')) end--
  return text.slice(start, end)
}

/**
 * The documents of what a template printed, as helm cuts them: at `---` where a line begins, whatever stands behind it. The space
 * around a mark goes with it, so that of two marks that follow each other the second is the text of a document.
 */
export function splitManifests(printed: string): string[] {
  const text = trimmed(printed)
  const documents: string[] = []
  let start = 0
  const add = (end: number): void => {
    if (end > start) documents.push(trimmed(text.slice(start, end)))
  }
  for (let mark = markFrom(text, 0); mark >= 0; mark = markFrom(text, start)) {
    let end = mark
    while (end > start && BLANK.has(text[end - 1] ?? '')) end--
    add(end)
    start = mark + 3
    while (BLANK.has(text[start] ?? '')) start++
  }
  add(text.length)
  return documents
}

/** The next mark whose line break no mark before has taken; -1 when there is none. */
function markFrom(text: string, from: number): number {
  for (let at = text.indexOf('---', from); at >= 0; at = text.indexOf('---', at + 1))
    if (at === 0 || (at > from && text[at - 1] === '\n')) return at
  return -1
}

/** What stands between `{{` and `}}` in a template. */
export interface Action {
  /** Offsets of all of it, with the delimiters. */
  readonly start: number
  readonly end: number
  /** How many lines stand before. */
  readonly line: number
  readonly isComment: boolean
}

const OPENS_COMMENT = /\{\{(?:-[ \t\r\n])?\/\*/y
const CLOSES_COMMENT = /\*\/(?:[ \t\r\n]-)?\}\}/g
const QUOTE_OR_END = /["'`]|\}\}/g

/** The actions of a template, up to one that is not closed: helm refuses that file. Nothing in them is looked at. */
export function actionsIn(text: string): Action[] {
  const actions: Action[] = []
  let line = 0
  let counted = 0
  let start = text.indexOf('{{')
  while (start >= 0) {
    const inside = endOf(OPENS_COMMENT, text, start)
    const end = inside === undefined ? endOfAction(text, start + 2) : endOf(CLOSES_COMMENT, text, inside)
    if (end === undefined) break
    for (; counted < start; counted++) if (text[counted] === '\n') line += 1
    actions.push({ start, end, line, isComment: inside !== undefined })
    start = text.indexOf('{{', end)
  }
  return actions
}

/** The offset behind the next text that fits. */
function endOf(pattern: RegExp, text: string, from: number): number | undefined {
  pattern.lastIndex = from
  return pattern.test(text) ? pattern.lastIndex : undefined
}

function endOfAction(text: string, from: number): number | undefined {
  let at: number | undefined = from
  while (at !== undefined) {
    const end = endOf(QUOTE_OR_END, text, at)
    if (end === undefined) return undefined
    const last = text[end - 1]
    if (last === '}') return end
    at = last === '`' ? endOf(/`/g, text, end) : endOfQuoted(text, last ?? '', end)
  }
  return undefined
}

function endOfQuoted(text: string, quote: string, from: number): number | undefined {
  for (let at = from; at < text.length && text[at] !== '\n'; at++) {
    if (text[at] === '\\') at += 1
    else if (text[at] === quote) return at + 1
  }
  return undefined
}

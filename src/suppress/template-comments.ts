import { type Action, actionsIn } from './actions.ts'
import { type Comment, coveredLines, MARK, wordsOf } from './comment.ts'

/**
 * Our comments in the text of a template: `{{- /* … *\/}}`, and the YAML ones that it prints. Its text is no YAML before helm
 * has run it, so each line is judged by itself, without what its actions hold.
 * @param firstLine 1-based line of its file on which the text begins.
 */
export function templateComments(text: string, firstLine = 1): Comment[] {
  if (!text.includes(MARK)) return []
  const actions = actionsIn(text)
  const lines = text.split('\n')
  const bare = withoutActions(text, actions).split('\n')
  const covered = coveredLines(bare, isOnlyComment)
  const printed = bare.flatMap((line, index) => {
    const start = commentStart(line)
    return start < 0 ? [] : { index, content: lines[index]?.slice(start) ?? '' }
  })
  return [...printed, ...actions.flatMap(action => linesInside(text, action))].flatMap(({ index, content }) => {
    const words = wordsOf(content)
    return words === undefined ? [] : { words, line: firstLine + index, covered: firstLine + (covered[index] ?? index) }
  })
}

/** Stands where a template has a comment: white space, but of a kind by which its lines are told from empty ones. */
const BLANK = '\u2003'

/** The text with the same lines and columns, but with letters for actions and blanks for comments. */
function withoutActions(text: string, actions: readonly Action[]): string {
  const pieces: string[] = []
  let from = 0
  for (const { start, end, isComment } of actions) {
    const hidden = text.slice(start, end).replace(/[^\n]/g, isComment ? BLANK : 'x')
    pieces.push(text.slice(from, start), isComment ? hidden.replaceAll('\n', `${BLANK}\n`) : hidden)
    from = end
  }
  return [...pieces, text.slice(from)].join('')
}

const isOnlyComment = (line: string): boolean =>
  line.trimStart().startsWith('#') || (line.includes(BLANK) && line.trim() === '')

/** Where the YAML comment of a line begins, by the quoted texts of this line alone; negative when it has none. */
function commentStart(line: string): number {
  let quote = ''
  for (let at = 0; at < line.length; at++) {
    const character = line[at] ?? ''
    if (quote !== '') {
      if (character === '\\' && quote === '"') at += 1
      else if (character === quote) quote = ''
    } else if (/[\s,[{(]/.test(line[at - 1] ?? ' ')) {
      if (character === '#') return at
      if (character === '"' || character === "'") quote = character
    }
  }
  return -1
}

/** The lines of a template's comment, without its delimiters. */
function linesInside(text: string, { start, end, line, isComment }: Action): { index: number; content: string }[] {
  if (!isComment) return []
  const [, inside = ''] = /^\{\{-?\s*\/\*(.*)\*\/\s*-?\}\}$/s.exec(text.slice(start, end)) ?? []
  return inside.split('\n').map((content, i) => ({ index: line + i, content }))
}

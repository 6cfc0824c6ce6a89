import { Lexer } from 'yaml'
import { type Comment, coveredLines, MARK, wordsOf } from './comment.ts'
import { templateComments } from './template-comments.ts'

/**
 * Our comments in a YAML file. What only looks like one in a text is none.
 * @param mayHoldTemplates whether block scalars may be templates (`extraObjects` of values): theirs count, too.
 */
export function yamlComments(text: string, mayHoldTemplates: boolean): Comment[] {
  const comments: Comment[] = []
  if (!text.includes(MARK)) return comments
  const covered = coveredLines(text.split('\n'), line => /^\s*#/.test(line))
  for (const { kind, text: content, line } of tokensOf(text)) {
    const words = kind === 'comment' ? wordsOf(content) : undefined
    if (words !== undefined) comments.push({ words, line, covered: (covered[line - 1] ?? line) + 1 })
    if (kind === 'block' && mayHoldTemplates) comments.push(...templateComments(content, line))
  }
  return comments
}

/** The lexer's mark for a scalar that follows. */
const SCALAR = '\u001F'
/** This one, and the marks for the start of a document and an error in a flow collection: not in the text. */
const MARKS = new Set(['\u0002', '\u0018', SCALAR])

/** The comments and block scalars with the 1-based lines on which they begin. */
function* tokensOf(text: string): Generator<{ kind: 'comment' | 'block'; text: string; line: number }> {
  let line = 1
  let previous = ''
  let isBlock = false
  for (const token of new Lexer().lex(text)) {
    if (!MARKS.has(token)) {
      if (previous !== SCALAR && token.startsWith('#')) yield { kind: 'comment', text: token, line }
      else if (previous === SCALAR && isBlock) yield { kind: 'block', text: token, line }
      if (previous === SCALAR) isBlock = false
      else if (/^[|>]/.test(token)) isBlock = true
      for (let at = token.indexOf('\n'); at >= 0; at = token.indexOf('\n', at + 1)) line += 1
    }
    previous = token
  }
}

import { Lexer } from 'yaml'

/**
 * Ends a line for Kubernetes and helm, which read YAML 1.1, and not for the parser here: CR alone, NEL, LS, PS. Behind one, a
 * comment or the text of a block is over for them, and an object or a field may begin that nobody sees here.
 */
export const ODD_BREAK = /\r(?!\n)|[\u0085\u2028\u2029]/

/** What the lexer puts before the text of a plain scalar or of a block. */
const SCALAR = '\u001f'

/** 1-based line of the first such break that is not in quotes (there it is a mere character) or at the end of its line. */
export function lineOfOddBreak(text: string): number | undefined {
  if (!ODD_BREAK.test(text)) return undefined
  const trimmed = text.split('\n').map(line => line.trimEnd())
  let line = 1
  let isPlain = false
  for (const token of new Lexer().lex(trimmed.join('\n'))) {
    const isQuoted = !isPlain && /^["']/.test(token)
    if (!isQuoted && ODD_BREAK.test(token)) return line + lineIn(token)
    line += token.split('\n').length - 1
    isPlain = token === SCALAR
  }
  return undefined
}

const lineIn = (token: string): number => token.slice(0, token.search(ODD_BREAK)).split('\n').length - 1

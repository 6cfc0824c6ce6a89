/** What stands between `{{` and `}}` in a Go template, as far as rules ask. */
export interface Action {
  /** Functions that are called or piped into; names in strings and comments, fields and keywords are none. */
  readonly functions: readonly string[]
  /** Whether a field or a variable takes part, so that data of the Secret may. */
  readonly readsData: boolean
}

// As text/template/parse/lex.go of Go has it. A quote alone is one that does not end.
const TOKEN =
  /(?<end>\}\})|"(?:[^"\\\n]|\\.)*"|`[^`]*`|'(?:[^'\\\n]|\\.)*'|(?<open>["'`])|\.?\d[\w.]*|(?<data>\.[\p{L}\p{Nd}_]*|\$[\p{L}\p{Nd}_]*)|(?<word>[\p{L}_][\p{L}\p{Nd}_]*)|[\s\S]/uy

const START = /\{\{(?:-(?=\s))?\s*/g
const COMMENT = /\/\*[\s\S]*?\*\//y

const KEYWORDS = new Set('if else end range with block define template break continue nil true false'.split(' '))

/**
 * The actions of a Go template in their order. A text that does not parse gives those before the fault:
 * the operator renders nothing of it.
 */
export function actionsOf(text: string): Action[] {
  const actions: Action[] = []
  START.lastIndex = 0
  for (let start = START.exec(text); start; start = START.exec(text)) {
    COMMENT.lastIndex = START.lastIndex
    const action = COMMENT.test(text) ? commentAt(text, COMMENT.lastIndex) : actionAt(text, START.lastIndex)
    if (!action) break
    actions.push(...action.found)
    START.lastIndex = action.end
  }
  return actions
}

interface Read {
  readonly found: readonly Action[]
  /** Where the text goes on. */
  readonly end: number
}

function commentAt(text: string, from: number): Read | undefined {
  const end = text.indexOf('}}', from)
  return end < 0 ? undefined : { found: [], end: end + 2 }
}

function actionAt(text: string, from: number): Read | undefined {
  const functions: string[] = []
  let readsData = false
  TOKEN.lastIndex = from
  for (let token = TOKEN.exec(text)?.groups; token; token = TOKEN.exec(text)?.groups) {
    if (token.end !== undefined) return { found: [{ functions, readsData }], end: TOKEN.lastIndex }
    if (token.open !== undefined) return undefined
    if (token.data !== undefined) readsData = true
    if (token.word !== undefined && !KEYWORDS.has(token.word)) functions.push(token.word)
  }
  return undefined
}

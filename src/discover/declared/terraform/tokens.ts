/** A token of HCL. https://github.com/hashicorp/hcl/blob/main/hclsyntax/spec.md */
export interface Token {
  readonly kind: 'name' | 'number' | 'text' | 'heredoc' | 'sign' | 'newline' | 'end'
  /** What stands there; of a text what is between its quotes, of a heredoc its lines. */
  readonly text: string
  /** 1-based; of a heredoc that of the first of its lines. */
  readonly line: number
}

/** A text that is no HCL, or more of it than is read. */
export class HclError extends Error {
  override readonly name = 'HclError'
  readonly line: number

  constructor(message: string, line: number) {
    super(message)
    this.line = line
  }
}

const MOST_TOKENS = 200_000

const BLANK = /[ \t\r]+|#[^\n]*|\/\/[^\n]*|\/\*[\s\S]*?\*\//y
const NAME = /[A-Za-z_][\w-]*/y
const NUMBER = /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const HEREDOC = /<<(-?)([A-Za-z_][\w-]*)[ \t]*\r?\n/y

/** The tokens of a text; the last one is the end. @throws HclError */
export function tokensOf(text: string): Token[] {
  const tokens: Token[] = []
  let at = 0
  let line = 1
  const match = (pattern: RegExp): RegExpExecArray | undefined => {
    pattern.lastIndex = at
    return pattern.exec(text) ?? undefined
  }
  const add = (kind: Token['kind'], content: string, length: number): void => {
    tokens.push({ kind, text: content, line })
    line += breaksIn(text.slice(at, at + length))
    at += length
  }
  while (at < text.length) {
    if (tokens.length > MOST_TOKENS) throw new HclError('it is too long', line)
    const blank = match(BLANK)?.[0]
    const heredoc = blank === undefined ? match(HEREDOC) : undefined
    const character = text[at] ?? ''
    if (blank !== undefined) {
      line += breaksIn(blank)
      at += blank.length
    } else if (character === '\n') add('newline', '\n', 1)
    else if (character === '"') {
      const length = lengthOfText(text, at, line)
      add('text', text.slice(at + 1, at + length - 1), length)
    } else if (heredoc) {
      const start = at + heredoc[0].length
      const length = lengthOfLines(text, start, heredoc[2] ?? '', line)
      tokens.push({ kind: 'heredoc', text: text.slice(start, start + length.content), line: line + 1 })
      line += breaksIn(text.slice(at, start + length.all))
      at = start + length.all
    } else {
      const name = match(NAME)?.[0]
      const number = name === undefined ? match(NUMBER)?.[0] : undefined
      const word = name ?? number
      if (word === undefined) add('sign', character, 1)
      else add(name === undefined ? 'number' : 'name', word, word.length)
    }
  }
  return [...tokens, { kind: 'end', text: '', line }]
}

const breaksIn = (text: string): number => text.split('\n').length - 1

/** A quoted text, in whose `${…}` quotes may stand. */
function lengthOfText(text: string, start: number, line: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\n') break
    if (text[at] === '\\') at += 2
    else if (isOpening(text, at)) at = endOfTemplate(text, at, line)
    else at += text.startsWith('$${', at) || text.startsWith('%%{', at) ? 3 : 1
  }
  if (text[at] !== '"') throw new HclError('a text has no end', line)
  return at + 1 - start
}

const isOpening = (text: string, at: number): boolean => text.startsWith('${', at) || text.startsWith('%{', at)

/** The offset behind the brace that closes what opens at an offset. @throws HclError */
export function endOfTemplate(text: string, start: number, line: number, depth = 0): number {
  if (depth > 20) throw new HclError('templates are nested too deeply', line)
  let at = start + 2
  let open = 1
  while (at < text.length) {
    const character = text[at]
    if (character === '"') {
      at = endOfInnerText(text, at, line, depth)
      continue
    }
    if (character === '{') open++
    if (character === '}' && --open === 0) return at + 1
    at++
  }
  throw new HclError('a template has no end', line)
}

function endOfInnerText(text: string, start: number, line: number, depth: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== '"') {
    if (text[at] === '\\') at += 2
    else if (isOpening(text, at)) at = endOfTemplate(text, at, line, depth + 1)
    else at++
  }
  return at + 1
}

/** A heredoc ends with a line that has nothing but its mark. */
function lengthOfLines(text: string, start: number, mark: string, line: number): { content: number; all: number } {
  let at = start
  while (at < text.length) {
    const newline = text.indexOf('\n', at)
    const end = newline < 0 ? text.length : newline
    if (text.slice(at, end).trim() === mark) return { content: at - start, all: end - start }
    at = end + 1
  }
  throw new HclError('a heredoc has no end', line)
}

/** The words of the template language that are no names. */
export type Keyword =
  | 'block'
  | 'break'
  | 'continue'
  | 'define'
  | 'else'
  | 'end'
  | 'if'
  | 'nil'
  | 'range'
  | 'template'
  | 'with'

const KEYWORDS: ReadonlySet<string> = new Set<Keyword>([
  'block',
  'break',
  'continue',
  'define',
  'else',
  'end',
  'if',
  'nil',
  'range',
  'template',
  'with',
])

export const isKeyword = (word: string): word is Keyword => KEYWORDS.has(word)

/** `open` and `close` are the delimiters, `sign` any other printable character, `stop` the end of the text. */
export type TokenKind =
  | Keyword
  | 'text'
  | 'open'
  | 'close'
  | 'space'
  | 'identifier'
  | 'field'
  | 'variable'
  | 'dot'
  | 'bool'
  | 'number'
  | 'complex'
  | 'character'
  | 'string'
  | 'rawString'
  | 'bar'
  | 'declare'
  | 'assign'
  | 'leftParen'
  | 'rightParen'
  | 'sign'
  | 'error'
  | 'stop'

export interface Token {
  readonly kind: TokenKind
  /** UTF-16 offset into the source. */
  readonly offset: number
  /** As it stands in the source; of an error, what is wrong. */
  readonly text: string
}

/** How many characters of a token an error message shows. */
const SHOWN = 10

/** A token as error messages name it. */
export function describe({ kind, text }: Token): string {
  if (kind === 'stop') return 'EOF'
  if (kind === 'error') return text
  if (isKeyword(kind) || kind === 'dot') return `<${text}>`
  const characters = [...text]
  return characters.length > SHOWN ? `${JSON.stringify(characters.slice(0, SHOWN).join(''))}...` : JSON.stringify(text)
}

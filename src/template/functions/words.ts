import { Untraced } from '../errors.ts'

/** Words as in `HTTPServer2`, `Name`; a number that lower letters follow is a word of its own, `20x`. */
const WORD = /(?:[A-Z]+(?![a-z])|[A-Z]?[a-z]+)(?:\d+(?![\da-z]))?|\d+[\da-z]*/
/** Other signs, and connectors right behind them, stay as they are. */
const SIGNS = /[^\w -][^A-Za-z\d ]*/
/** Letters, digits and punctuation of ASCII, no symbols. */
const USUAL = /^[\w\-!"#%&'()*,./:;?@[\\\]{} ]*$/
const TOKEN = new RegExp(`(?<word>${WORD.source})|(?<signs>${SIGNS.source})|[-_ ]`, 'g')

/**
 * sprig's snakecase and kebabcase: words are told apart by `delimiter`, in lower letters.
 * @throws Untraced for anything but letters, digits and punctuation of ASCII
 */
export function delimited(string: string, delimiter: '-' | '_'): string {
  refuseUnusual(string)
  let end = -1
  let result = ''
  for (const { 0: token, index, groups } of string.matchAll(TOKEN)) {
    if (groups?.signs !== undefined) result += token
    else if (groups?.word === undefined) result += delimiter
    else {
      result += (index === end ? delimiter : '') + token.toLowerCase()
      end = index + token.length
    }
  }
  return result
}

/**
 * sprig's camelcase: the connectors before a word go, but for all but the last of several; each word begins with a capital,
 * and capitals right behind a capital become small.
 * @throws Untraced for anything but letters, digits and punctuation of ASCII
 */
export function camelCase(string: string): string {
  refuseUnusual(string)
  const [leading = ''] = /^[-_ ]*/.exec(string) ?? []
  if (leading === string) return string === '' ? '' : string + string.slice(-1)
  return leading + string.slice(leading.length).replace(/(^|[-_ ](?=[^-_ ]))(?:([A-Z]+)|([a-z]))?/g, capitalised)
}

const capitalised = (_match: string, _connector: string, capitals = '', small = ''): string =>
  capitals.slice(0, 1) + capitals.slice(1).toLowerCase() + small.toUpperCase()

function refuseUnusual(string: string): void {
  if (!USUAL.test(string)) throw new Untraced('words with unusual signs are told apart')
}

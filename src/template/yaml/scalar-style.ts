import { Untraced } from '../errors.ts'
import { isBlank, isBreak, isGap, SPACE, TAB } from './characters.ts'
import { isBase60, resolvePlain } from './resolve.ts'

export type ScalarStyle = 'plain' | 'single' | 'double' | 'literal'

interface Analysis {
  readonly mayBePlain: boolean
  readonly mayBeSingle: boolean
  readonly mayBeBlock: boolean
}

/** What go-yaml v2 prints without an escape. */
export const isPrintable = (code: number): boolean =>
  code === 0x0a ||
  (code >= 0x20 && code <= 0x7e) ||
  (code >= 0xa0 && code <= 0xd7ff) ||
  (code >= 0xe000 && code <= 0xfffd && code !== 0xfeff)

const indicators = (characters: string): ReadonlySet<number> =>
  new Set([...characters].map(character => character.charCodeAt(0)))

/** What a plain scalar cannot start with. */
const FIRST = indicators('#,[]{}&*!|>\'"%@`')
const COLON = 0x3a
const HASH = 0x23

/**
 * The style in which go-yaml prints a string in block context; v3 keeps tabs in literal blocks.
 * @throws Untraced
 */
export function styleOf(text: string, isKey: boolean, keepsTabs: boolean): ScalarStyle {
  // Go escapes everything behind it
  if (text.startsWith('\ufeff')) throw new Untraced('a text that starts with a mark of the byte order')
  if (text.includes('\n')) return !isKey && analyse(text, keepsTabs).mayBeBlock ? 'literal' : 'double'
  const { type } = resolvePlain(text)
  if ((type !== 'string' && type !== 'merge') || isBase60(text)) return 'double'
  const { mayBePlain, mayBeSingle } = analyse(text, false)
  if (mayBePlain) return 'plain'
  return mayBeSingle ? 'single' : 'double'
}

/** Whether the text can be printed in a style at all; texts are not empty here. */
function analyse(text: string, keepsTabs: boolean): Analysis {
  let hasIndicator = text.startsWith('---') || text.startsWith('...') || startsWithIndicator(text)
  let hasBreak = false
  let isSpecial = false
  let spaceThenBreak = false
  let breakThenSpace = false
  let previous = 0
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (i > 0 && code === COLON && isGap(codeAt(text, i + 1))) hasIndicator = true
    if (i > 0 && code === HASH && isGap(previous)) hasIndicator = true
    if (!isPrintable(code) && !(code === TAB && keepsTabs)) isSpecial = true
    if (isBreak(code)) {
      hasBreak = true
      if (previous === SPACE) spaceThenBreak = true
    } else if (code === SPACE && isBreak(previous)) breakThenSpace = true
    previous = code
  }
  const isEdged = isEdge(text.charCodeAt(0)) || isEdge(previous)
  const isUnquotable = spaceThenBreak || isSpecial
  return {
    mayBePlain: !(hasIndicator || hasBreak || isEdged || isUnquotable || breakThenSpace),
    mayBeSingle: !(isUnquotable || breakThenSpace),
    mayBeBlock: !(isUnquotable || previous === SPACE),
  }
}

const codeAt = (text: string, i: number): number => (i < text.length ? text.charCodeAt(i) : 0)

const isEdge = (code: number): boolean => code === SPACE || isBreak(code)

function startsWithIndicator(text: string): boolean {
  const first = text.charCodeAt(0)
  if (FIRST.has(first)) return true
  return (first === 0x2d || first === 0x3f || first === COLON) && (isGap(codeAt(text, 1)) || isBlank(codeAt(text, 1)))
}

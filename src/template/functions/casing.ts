import { Untraced } from '../errors.ts'
import { isAscii } from '../value/bytes.ts'
import { hasRecentCharacter } from '../value/recent-characters.ts'
import { mapPieces, replaceWhole } from '../value/text.ts'
import type { Text } from '../value/value.ts'
import { keeping, type TemplateFunction } from './function.ts'
import { utf8 } from './stringify.ts'
import { WHITE_SPACE } from './trimming.ts'
import { camelCase, delimited } from './words.ts'

const SPACE = new RegExp(`[${WHITE_SPACE}]`)

/** One character in upper case, as Unicode's simple mapping has it. @throws Untraced where only the full mapping is known. */
const upperCharacter = (character: string): string => simple(character, character.toUpperCase())
const lowerCharacter = (character: string): string => simple(character, character.toLowerCase())

function simple(character: string, mapped: string): string {
  if (mapped !== character && hasRecentCharacter(character + mapped))
    throw new Untraced(`the case of ${character} is changed`)
  if ([...mapped].length === 1) return mapped
  throw new Untraced(`the case of ${character} is changed`)
}

const eachCharacter =
  (map: (character: string) => string) =>
  (string: string): string =>
    Array.from(string, map).join('')

const upper = (string: string): string =>
  isAscii(string) ? string.toUpperCase() : eachCharacter(upperCharacter)(string)
const lower = (string: string): string =>
  isAscii(string) ? string.toLowerCase() : eachCharacter(lowerCharacter)(string)

/** Rewrites characters by what stands before them: the character itself for `first` of a word, else as `other` has it. */
function byWord(
  string: string,
  isBoundary: (character: string) => boolean,
  first: (character: string) => string,
  other: (character: string) => string = character => character,
): string {
  let isFirst = true
  let result = ''
  for (const character of string) {
    result += isFirst ? first(character) : other(character)
    isFirst = isBoundary(character)
  }
  return result
}

const isSpace = (character: string): boolean => SPACE.test(character)
/** Where `strings.Title` begins a word: all of ASCII but letters, digits and `_`; beyond it white space alone. */
const isSeparator = (character: string): boolean => (isAscii(character) ? !/\w/.test(character) : isSpace(character))

const title = (string: string): string => byWord(string, isSeparator, titleCharacter)
const titleCharacter = (character: string): string => {
  // letters such as "dž" have a title case of their own
  if (/[\u01c4-\u01cc\u01f1-\u01f3\u10d0-\u10ff]/.test(character))
    throw new Untraced(`the case of ${character} is changed`)
  return upperCharacter(character)
}

/** Capitals become small, small letters capitals. */
function swap(character: string): string {
  if (/\p{Lu}|\p{Lt}/u.test(character)) return lowerCharacter(character)
  return /\p{Ll}/u.test(character) ? upperCharacter(character) : character
}

/** Where a word begins a small letter becomes a title letter. */
const swapFirst = (character: string): string =>
  /\p{Ll}/u.test(character) ? titleCharacter(character) : swap(character)

/** @throws Untraced for text that is not ASCII, whose single bytes Go takes for characters */
function initials(string: string): string {
  if (!isAscii(string)) throw new Untraced('initials of text that is not ASCII')
  let isFirst = true
  let result = ''
  for (const character of string) {
    if (isFirst && !isSpace(character)) result += character
    isFirst = isSpace(character)
  }
  return result
}

/** For functions that look beyond one piece: pieces keep their origin while the length does not change. */
function mapWhole(given: Text, rewrite: (string: string) => string): Text {
  if (!given.hasSegments) return mapPieces(given, rewrite)
  const rewritten = rewrite(given.string)
  if (rewritten.length !== given.string.length) return replaceWhole(given, rewritten)
  let offset = 0
  return mapPieces(given, piece => {
    offset += piece.length
    return rewritten.slice(offset - piece.length, offset)
  })
}

const mapping = (rewrite: (string: string) => string): TemplateFunction =>
  keeping([utf8], ([given]) => mapWhole(given, rewrite))

/** Functions that change the case of letters. */
export const CASING: Readonly<Record<string, TemplateFunction>> = {
  upper: mapping(upper),
  lower: mapping(lower),
  title: mapping(title),
  untitle: mapping(string => byWord(string, isSpace, lowerCharacter)),
  swapcase: mapping(string => byWord(string, isSpace, swapFirst, swap)),
  initials: mapping(initials),
  snakecase: mapping(string => delimited(string, '_')),
  kebabcase: mapping(string => delimited(string, '-')),
  camelcase: mapping(camelCase),
}

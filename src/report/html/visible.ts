import { clip } from '../clip.ts'

/** More of one text nobody reads on a page. */
const MAX_TEXT = 4000

/**
 * Foreign text in which nothing is hidden: what cannot be seen, steers a terminal or turns the direction of writing
 * stands there by its code, as `⟨U+202E⟩`. Line feeds and tabs stay.
 */
export const visible = (text: string): string => clip(text, MAX_TEXT).replaceAll('\r\n', '\n').replace(HIDDEN, named)

// Categories Cc, Cf, Co, Cs and Cn but tab and line feed, and the separators of lines that JavaScript knows.
const HIDDEN = /[^\P{C}\t\n]|[\u2028\u2029]/gu

const named = (character: string): string =>
  `⟨U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`

/** The same data with every text made `visible`. Keys are our own words and stay. */
export function visibleData<T>(value: T): T {
  if (typeof value === 'string') return visible(value) as T
  if (Array.isArray(value)) return value.map(visibleData) as T
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, visibleData(item)])) as T
}

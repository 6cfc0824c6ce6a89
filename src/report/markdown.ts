import { clip } from './clip.ts'
import { printable } from './terminal.ts'

/** Longer foreign text is cut before it is escaped, so that no markup is ever cut. */
const MAX_TEXT = 1000

/**
 * Foreign text as Markdown that shows just this text, on one line, wherever Markdown allows text: no markup, no HTML,
 * no link, no mention, no reference to an issue. What could mean something is written as character references, which
 * are never markup.
 */
export const escapeText = (text: string): string => encode(text).replace(REFERENCE, '$&&#8203;')

// `@team`, `#12` and `GH-12`. GitHub looks for them in the finished page, so only a character in between stops it.
const REFERENCE = /&#64;|(?:&#35;|(?<!&)#)(?=\d)|(?<=\bGH)-(?=\d)/gi

/** Foreign text as inline code. HTML's, because backticks would need other rules inside a table than outside. */
export const code = (text: string): string => `<code>${encode(text)}</code>`

/** A link. `label` is Markdown; whatever in `url` could end the link is percent-encoded. */
export const linked = (label: string, url: string): string => {
  const safe = url.replace(/[\s\p{Cc}<>[\]|\\`"]/gu, encodeURIComponent)
  return `[${label}](${safe.replaceAll('(', '%28').replaceAll(')', '%29').replaceAll('&', '&amp;')})`
}

/** A row of a table; the cells are Markdown. */
export const row = (...cells: readonly string[]): string => `| ${cells.join(' | ')} |\n`

/** The first two lines of a table. */
export const tableHead = (...cells: readonly string[]): string => row(...cells) + row(...cells.map(() => '---'))

/** Text as it is, in a fence that nothing in it can close. */
export function fence(text: string, language = ''): string {
  const content = printable(text.replace(/\r\n?/g, '\n'))
  let longest = 2
  for (const [run] of content.matchAll(/`+/g)) longest = Math.max(longest, run.length)
  const ticks = '`'.repeat(longest + 1)
  return `${ticks}${language}\n${content}\n${ticks}\n`
}

// Markup and HTML anywhere; the colon and dot that make a link; at the start, what would begin a list or a heading.
const SPECIAL = /[&<>`*_~[\]\\|$@]|:(?=\/\/)|(?<=www)\.|^[^\p{L}]/giu

const encode = (text: string): string =>
  clip(printable(text.replace(/\s+/g, ' ').trim()), MAX_TEXT).replace(
    SPECIAL,
    character => `&#${character.codePointAt(0)};`,
  )

/** What a line of Markdown is; a whole fence is one entry. */
export type Shape = 'empty' | 'text' | 'item' | 'fence' | `heading ${string}` | `row of ${number}`

/**
 * What Markdown is made of, read back line by line. Two texts of the same shape differ in words only, so foreign text
 * that changes the shape has broken out of its place.
 * @throws when a fence is not closed
 */
export function shapeOf(markdown: string): Shape[] {
  const shape: Shape[] = []
  let ticks = ''
  for (const line of markdown.split(/\r\n|\r|\n/)) {
    const [, opening = ''] = /^ {0,3}(`{3,})[^`]*$/.exec(line) ?? []
    if (ticks !== '') {
      const isClosing = opening.length >= ticks.length && line.trim() === opening
      if (isClosing) ticks = ''
    } else if (opening !== '') {
      ticks = opening
      shape.push('fence')
    } else shape.push(shapeOfLine(line))
  }
  if (ticks !== '') throw new Error('a fence is not closed')
  return shape
}

function shapeOfLine(line: string): Shape {
  if (line.trim() === '') return 'empty'
  const cells = line.replaceAll('\\|', '').split('|').length - 1
  if (cells > 0) return `row of ${cells - 1}`
  if (/^\s{0,3}(?:[-+*]|\d+[.)])(?:\s|$)/.test(line)) return 'item'
  return /^\s{0,3}#{1,6}\s/.test(line) ? `heading ${line}` : 'text'
}

/** The lines that are not in fences. */
export function outsideFences(markdown: string): string {
  return markdown.replace(/^(`{3,}).*\n[\s\S]*?\n\1$/gm, '')
}

/** Foreign text as a reader sees it: character references read, the spaces of no width gone. */
export const shown = (markdown: string): string =>
  markdown.replaceAll('&#8203;', '').replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))

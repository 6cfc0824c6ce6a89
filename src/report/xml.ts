import { printable } from './terminal.ts'

/** Foreign text between tags. What XML 1.0 cannot hold at all becomes `�`, as control characters do. */
export const escapeXml = (text: string): string =>
  printable(text.toWellFormed())
    .replace(/[\uFFFE\uFFFF]/g, '\uFFFD')
    .replace(/[&<>"]/g, reference)

const reference = (character: string): string => `&#${character.charCodeAt(0)};`

/** An element with its attributes in order, on a line of its own; `content` is XML. */
export function element(name: string, attributes: Readonly<Record<string, string | number>>, content = ''): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapeXml(String(value)).replace(/[\t\n]/g, reference)}"`,
  )
  const start = `<${name}${written.join('')}`
  return content === '' ? `${start}/>\n` : `${start}>${content}</${name}>\n`
}

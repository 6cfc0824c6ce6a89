/** An element of a document, with its text as it reads. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: XmlElement[]
  text: string
}

const TOKEN = /<\?[^?]*\?>|<(\/?)([a-z][a-z-]*)((?: [a-z]+="[^"<]*")*)(\/?)>|([^<]+)/gy

/**
 * Reads the XML that has neither comments nor CDATA, by the letter.
 * @throws Error where it is not well-formed
 */
export function readXml(text: string): XmlElement {
  const root: XmlElement = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  let end = 0
  for (const match of text.matchAll(TOKEN)) {
    end += match[0].length
    const [, slash, name, attributes = '', empty, words] = match
    const parent = open.at(-1)
    if (!parent) throw new Error('something behind the root')
    if (words !== undefined) parent.text += unescaped(words)
    if (name === undefined) continue
    if (slash) {
      if (parent.name !== name) throw new Error(`</${name}> closes <${parent.name}>`)
      open.pop()
      continue
    }
    const pairs = [...attributes.matchAll(/ ([a-z]+)="([^"]*)"/g)].map(([, key = '', value = '']) => [
      key,
      unescaped(value),
    ])
    const element = { name, attributes: Object.fromEntries(pairs), children: [], text: '' }
    parent.children.push(element)
    if (!empty) open.push(element)
  }
  const [only] = root.children
  if (end !== text.length || open.length !== 1 || root.children.length !== 1 || !only)
    throw new Error(`broken at ${end}`)
  return only
}

function unescaped(text: string): string {
  if (/&(?!#\d+;)/.test(text)) throw new Error(`a bare & in ${text}`)
  if (/[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/u.test(text))
    throw new Error('a character that XML has not')
  return text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
}

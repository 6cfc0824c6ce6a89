import { Cursor } from './cursor.ts'
import { endOfTemplate, type Token, tokensOf } from './tokens.ts'
import type { Block, Entry, Expression, Place } from './tree.ts'

const MOST_DEPTH = 60

/** Reads a file of HCL. @throws HclError */
export function parseHcl(file: string, text: string): Block {
  return new HclParser(file, tokensOf(text)).body('', [], 1, 0)
}

/**
 * The parts of a text in which `${…}` is filled in; undefined where it has directives (`%{ if }`).
 * @param isQuoted whether backslashes have a meaning. @throws HclError
 */
export function templateParts(
  file: string,
  text: string,
  line: number,
  isQuoted: boolean,
): (string | Expression)[] | undefined {
  const parts: (string | Expression)[] = []
  let start = 0
  for (let at = 0; at < text.length; ) {
    if (isQuoted && text[at] === '\\') at += 2
    else if (text.startsWith('$${', at) || text.startsWith('%%{', at)) at += 3
    else if (text.startsWith('%{', at)) return undefined
    else if (text.startsWith('${', at)) {
      const end = endOfTemplate(text, at, line)
      const inside = text.slice(at + 2, end - 1).replace(/^~|~$/g, '')
      const here = line + text.slice(0, at).split('\n').length - 1
      parts.push(plain(text.slice(start, at), isQuoted), new HclParser(file, tokensOf(inside), here - 1).whole())
      start = end
      at = end
    } else at++
  }
  return [...parts, plain(text.slice(start), isQuoted)].filter(part => part !== '')
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', '\\': '\\' }

function plain(text: string, isQuoted: boolean): string {
  const literal = text.replaceAll(/([$%])\1\{/g, '$1{')
  if (!isQuoted) return literal
  return literal.replaceAll(/\\(?:u([\da-fA-F]{4})|(.))/g, (all, code?: string, sign = '') =>
    code === undefined ? (ESCAPES[sign] ?? all) : String.fromCharCode(Number.parseInt(code, 16)),
  )
}

class HclParser {
  readonly #cursor: Cursor

  /** @param before how many lines of the file stand before the text */
  constructor(file: string, tokens: readonly Token[], before = 0) {
    this.#cursor = new Cursor(file, tokens, before)
  }

  body(type: string, labels: readonly string[], line: number, depth: number): Block {
    if (depth > MOST_DEPTH) throw this.#cursor.error('blocks are nested too deeply')
    const attributes = new Map<string, Expression>()
    const blocks: Block[] = []
    const end = depth === 0 ? 'end' : '}'
    for (this.#cursor.skipNewlines(); !this.#cursor.is(end); this.#cursor.skipNewlines()) {
      const { kind, text: name } = this.#cursor.peek
      if (kind !== 'name') throw this.#cursor.error('a name is missing')
      const here = this.#cursor.line
      this.#cursor.next()
      if (this.#cursor.take('=')) {
        attributes.set(name, this.#expression(depth))
        if (!this.#cursor.is(end) && !this.#cursor.is('newline'))
          throw this.#cursor.error('something stands behind a value')
      } else blocks.push(this.#block(name, here, depth))
    }
    this.#cursor.next()
    return { type, labels, file: this.#cursor.file, line, attributes, blocks }
  }

  /** One expression and nothing else. */
  whole(): Expression {
    this.#cursor.skipNewlines()
    const found = this.#expression(0)
    this.#cursor.skipNewlines()
    return this.#cursor.is('end') ? found : this.#other()
  }

  #block(type: string, line: number, depth: number): Block {
    const labels: string[] = []
    while (this.#cursor.peek.kind === 'text' || this.#cursor.peek.kind === 'name') labels.push(this.#cursor.next().text)
    if (!this.#cursor.take('{')) throw this.#cursor.error('a block has no brace')
    return this.body(type, labels, line, depth + 1)
  }

  /** Up to the end of a line, a comma or a bracket that closes. */
  #expression(depth: number): Expression {
    if (depth > MOST_DEPTH) throw this.#cursor.error('values are nested too deeply')
    const place = this.#cursor.place
    const first = this.#primary(depth + 1)
    if (this.#cursor.isEnd) return first
    this.#cursor.skipRest()
    return { kind: 'other', ...place }
  }

  #primary(depth: number): Expression {
    const { kind, text } = this.#cursor.peek
    const place = this.#cursor.place
    if (kind === 'text') return this.#template('template', true)
    if (kind === 'heredoc') return this.#template('lines', false)
    if (this.#cursor.take('[')) return this.#list(place, depth)
    if (this.#cursor.take('{')) return this.#object(place, depth)
    if (kind !== 'number' && kind !== 'name') return this.#other()
    this.#cursor.next()
    if (kind === 'number') return { kind: 'literal', value: Number(text), ...place }
    if (this.#cursor.take('(')) return { kind: 'call', name: text, args: this.#items(')', depth), ...place }
    if (WORDS.has(text)) return { kind: 'literal', value: WORDS.get(text) ?? null, ...place }
    return this.#reference(text, place)
  }

  #template(kind: 'template' | 'lines', isQuoted: boolean): Expression {
    const place = this.#cursor.place
    const parts = templateParts(this.#cursor.file, this.#cursor.next().text, place.line, isQuoted)
    if (!parts) return { kind: 'other', ...place }
    const [only = '', ...more] = parts
    if (kind === 'template' && more.length === 0)
      return typeof only === 'string' ? { kind: 'literal', value: only, ...place } : { ...only, ...place }
    return { kind, parts, ...place }
  }

  #list(place: Place, depth: number): Expression {
    this.#cursor.skipNewlines()
    if (this.#cursor.isLoop) return this.#loop(place)
    return { kind: 'list', items: this.#items(']', depth), ...place }
  }

  #object(place: Place, depth: number): Expression {
    this.#cursor.skipNewlines()
    if (this.#cursor.isLoop) return this.#loop(place)
    const entries: Entry[] = []
    for (; !this.#cursor.is('}'); this.#cursor.skipNewlines()) {
      const { kind, text: key } = this.#cursor.peek
      const line = this.#cursor.line
      if (kind !== 'name' && kind !== 'text' && kind !== 'number') throw this.#cursor.error('a key is missing')
      this.#cursor.next()
      if (key.includes('${')) throw this.#cursor.error('a key is filled in')
      if (!this.#cursor.take('=') && !this.#cursor.take(':')) throw this.#cursor.error('a value is missing')
      entries.push({ key, line, value: this.#expression(depth) })
      this.#cursor.take(',')
    }
    this.#cursor.next()
    return { kind: 'object', entries, ...place }
  }

  #items(end: ')' | ']', depth: number): Expression[] {
    const items: Expression[] = []
    for (this.#cursor.skipNewlines(); !this.#cursor.is(end); this.#cursor.skipNewlines()) {
      const place = this.#cursor.place
      const item = this.#expression(depth)
      const isAll = this.#isBehindItem(end)
      // In brackets an expression goes on behind the end of a line.
      while (!this.#isBehindItem(end)) {
        if (this.#cursor.isEnd) throw this.#cursor.error('a bracket is not closed')
        this.#cursor.skipRest()
      }
      items.push(isAll ? item : { kind: 'other', ...place })
      if (!this.#cursor.take(',') && !this.#cursor.is(end)) throw this.#cursor.error('a comma is missing')
    }
    this.#cursor.next()
    return items
  }

  #isBehindItem(end: ')' | ']'): boolean {
    this.#cursor.skipNewlines()
    return this.#cursor.is(',') || this.#cursor.is(end)
  }

  #reference(first: string, place: Place): Expression {
    const path = [first]
    for (;;) {
      const step = this.#cursor.take('.') ? this.#cursor.next().text : this.#cursor.takeIndex()
      if (step === undefined) return { kind: 'reference', path, ...place }
      path.push(step)
    }
  }

  #loop(place: Place): Expression {
    this.#cursor.skipRest(1)
    return { kind: 'other', ...place }
  }

  #other(): Expression {
    const place = this.#cursor.place
    this.#cursor.skipRest()
    return { kind: 'other', ...place }
  }
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ['true', true],
  ['false', false],
  ['null', null],
])

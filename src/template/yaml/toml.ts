import { Untraced } from '../errors.ts'
import { formatFloat } from '../value/float.ts'
import { dependingOn, type Provenance } from '../value/provenance.ts'
import { mapPieces, type Segment, Text } from '../value/text.ts'
import { type Dict, deepDependenciesOf, type List, type Num, sortedKeys, type Value } from '../value/value.ts'

/** Go prints what is deeper. */
const DEEPEST = 100

const BARE_KEY = /^[A-Za-z0-9_-]+$/
const SHORT_ESCAPES: Readonly<Record<string, string>> = {
  '\b': '\\b',
  '\t': '\\t',
  '\n': '\\n',
  '\f': '\\f',
  '\r': '\\r',
  '"': '\\"',
  '\\': '\\\\',
}

/** A list that has a nil in it, which github.com/BurntSushi/toml refuses; helm prints the message. */
class NilElement extends Error {}

/**
 * A dict as `toToml` prints it: plain keys first, then tables, each part with its provenance. Where Go fails: its message.
 * @throws Untraced for what is no dict, and for what Go prints in surprising ways
 */
export function printToml(value: Value): Text {
  if (value.kind !== 'dict') throw new Untraced('TOML of something that is no map')
  try {
    const printer = new TomlPrinter()
    printer.table([], value)
    return new Text(printer.segments)
  } catch (error) {
    if (!(error instanceof NilElement)) throw error
    return new Text('toml: cannot encode array with nil element', dependingOn(deepDependenciesOf(value)))
  }
}

/** Whether a list is printed as tables of their own: it has items, and each is a dict. */
const isTables = (value: Value): value is List =>
  value.kind === 'list' && value.items.length > 0 && value.items.every(item => item.kind === 'dict')

class TomlPrinter {
  readonly segments: Segment[] = []

  /** The entries of a table, with their own header lines where they are tables. */
  table(path: readonly string[], dict: Dict): void {
    if (path.length > DEEPEST) throw new Untraced('a value that is nested too deeply')
    const keys = sortedKeys(dict)
    for (const key of keys) this.#entry(path, key, dict.entries.get(key))
    for (const key of keys) this.#tables([...path, key], dict.entries.get(key))
  }

  #put(text: string, provenance: Provenance | undefined): void {
    this.segments.push({ text, site: undefined, linesBefore: 0, provenance })
  }

  /** `key = value`, unless the value is nil or a table. */
  #entry(path: readonly string[], key: string, value: Value | undefined): void {
    if (!value || value.kind === 'nil' || value.kind === 'dict' || isTables(value)) return
    this.#put(`${'  '.repeat(path.length)}${quotedKey(key)} = `, value.provenance)
    this.#inline(value, path.length)
    this.#put('\n', value.provenance)
  }

  #tables(path: readonly string[], value: Value | undefined): void {
    const name = path.map(quotedKey).join('.')
    const indent = '  '.repeat(path.length - 1)
    if (value?.kind === 'dict') {
      this.#put(`${path.length === 1 ? this.#emptyLine : ''}${indent}[${name}]\n`, value.provenance)
      this.table(path, value)
    } else if (value && isTables(value)) {
      for (const item of value.items) {
        this.#put(`${this.#emptyLine}${indent}[[${name}]]\n`, item.provenance)
        if (item.kind === 'dict') this.table(path, item)
      }
    }
  }

  /** Nothing at the very start. */
  get #emptyLine(): string {
    return this.segments.length > 0 ? '\n' : ''
  }

  #inline(value: Value, depth: number): void {
    if (depth > DEEPEST) throw new Untraced('a value that is nested too deeply')
    const { provenance } = value
    switch (value.kind) {
      case 'bool':
        this.#put(String(value.value), provenance)
        break
      case 'number':
        this.#put(numberOf(value), provenance)
        break
      case 'text':
        this.#text(value)
        break
      case 'list':
        this.#sequence(
          '[]',
          provenance,
          value.items.map(item => ['', item] as const),
          depth,
        )
        break
      case 'dict':
        this.#sequence('{}', provenance, inlineEntries(value), depth)
        break
      case 'nil':
        throw new NilElement()
      case 'opaque':
        throw new Untraced(`TOML of ${value.goType}`)
    }
  }

  #sequence(
    [open = '', close = '']: string,
    provenance: Provenance | undefined,
    parts: readonly (readonly [key: string, value: Value | undefined])[],
    depth: number,
  ): void {
    this.#put(open, provenance)
    for (const [i, [key, value]] of parts.entries()) {
      if (!value) continue
      this.#put(`${i > 0 ? ', ' : ''}${key}`, provenance)
      this.#inline(value, depth + 1)
    }
    this.#put(close, provenance)
  }

  #text(text: Text): void {
    if (text.isBytes || text.bytes) throw new Untraced('TOML of bytes')
    const { segments } = mapPieces(text, escaped)
    this.#put('"', segments[0]?.provenance)
    this.segments.push(...segments)
    this.#put('"', segments.at(-1)?.provenance)
  }
}

/** Plain keys first, as in a table. */
function inlineEntries(dict: Dict): (readonly [key: string, value: Value | undefined])[] {
  const keys = sortedKeys(dict).sort((a, b) => Number(isTable(dict, a)) - Number(isTable(dict, b)))
  const entries = keys.map(key => [`${quotedKey(key)} = `, dict.entries.get(key)] as const)
  if (entries.some(([, value]) => value?.kind === 'nil')) throw new Untraced('a nil in an inline table')
  return entries
}

const isTable = (dict: Dict, key: string): boolean => {
  const value = dict.entries.get(key)
  return value?.kind === 'dict' || (value !== undefined && isTables(value))
}

const quotedKey = (key: string): string => (BARE_KEY.test(key) ? key : `"${escaped(key)}"`)

const escaped = (text: string): string =>
  Array.from(text, character => {
    const code = character.codePointAt(0) ?? 0
    const isControl = code < 0x20 || code === 0x7f
    return SHORT_ESCAPES[character] ?? (isControl ? `\\u${code.toString(16).padStart(4, '0')}` : character)
  }).join('')

/** Whole floats end in `.0`. */
function numberOf({ value, type }: Num): string {
  if (!Number.isFinite(value)) throw new Untraced('a number that is not finite')
  if (type !== 'float64') return formatFloat(value, 'f')
  const digits = formatFloat(value)
  return /[.e]/.test(digits) ? digits : `${digits}.0`
}

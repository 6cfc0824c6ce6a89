import { TemplateError, Untraced } from '../errors.ts'
import { Bool, Dict, List, Nil, Num, Text, type Value } from '../value/value.ts'
import { jsonValueAt, parseJson } from './json-value.ts'
import { mergeValues } from './values.ts'

/** A flag of `helm template` that sets values, such as `a.b=1,c={x,y}` of `--set`. */
export interface SetFlag {
  readonly kind: 'set' | 'set-string' | 'set-json' | 'set-file'
  readonly text: string
}

/** helm takes all flags of one kind before those of the next, wherever they stand. */
const ORDER = ['set-json', 'set', 'set-string', 'set-file'] as const
/** helm's own limits. */
const MAX_INDEX = 65536
const MAX_NESTING = 30
/** List items that one flag may make in all. */
const MAX_ITEMS = 1_000_000

/**
 * The values with what the flags set, in helm's order; nulls stay, for they take defaults away later.
 * @param readFile gives the text of a file of `--set-file`; undefined when there is none.
 * @throws TemplateError where helm fails; Untraced for numbers beyond 2^53.
 */
export function withSetFlags(
  values: Dict,
  flags: readonly SetFlag[],
  readFile: (name: string) => string | undefined = () => undefined,
): Dict {
  let result = values
  for (const kind of ORDER) for (const flag of flags) if (flag.kind === kind) result = withFlag(result, flag, readFile)
  return result
}

function withFlag(values: Dict, { kind, text }: SetFlag, readFile: (name: string) => string | undefined): Dict {
  if (kind === 'set-json' && text.trim().startsWith('{')) {
    const object = parseJson(text)
    if (object.kind !== 'dict') throw new TemplateError(`failed parsing --set-json data: ${text}`)
    return mergeValues(values, object)
  }
  const copy = mergeValues(values, new Dict())
  new SetParser(text, kind, readFile).parse(copy)
  return copy
}

/** What a piece of text up to one of some characters is; `stop` is undefined at the end. */
interface Piece {
  readonly text: string
  readonly stop: string | undefined
}

class SetParser {
  readonly #text: string
  readonly #kind: SetFlag['kind']
  readonly #readFile: (name: string) => string | undefined
  #at = 0
  #itemsLeft = MAX_ITEMS

  constructor(text: string, kind: SetFlag['kind'], readFile: (name: string) => string | undefined) {
    this.#text = text
    this.#kind = kind
    this.#readFile = readFile
  }

  parse(values: Dict): void {
    let goesOn = true
    while (goesOn) goesOn = this.#key(values.entries, 0)
  }

  /** Reads one assignment into a map. Gives false at the end of the text, which an empty value is part of: helm forgets a new list item then. */
  #key(values: Map<string, Value>, nesting: number): boolean {
    const { text: key, stop } = this.#until('=[,.')
    switch (stop) {
      case undefined:
        if (key === '') return false
        throw new TemplateError(`key "${key}" has no value`)
      case ',':
        throw new TemplateError(`key "${key}" has no value (cannot end with ,)`)
      case '=': {
        const goesOn = this.#at < this.#text.length
        put(values, key, this.#value())
        return goesOn || this.#kind === 'set-json'
      }
      case '[': {
        const index = this.#index()
        if (index === undefined) return false
        const items = this.#item(itemsOf(values.get(key)), index, nesting)
        put(values, key, new List(items.list))
        return items.goesOn
      }
      default: {
        if (nesting + 1 > MAX_NESTING) throw new TemplateError('value name nested level is greater than maximum')
        const inner = copyOf(values.get(key))
        const goesOn = this.#key(inner.entries, nesting + 1)
        if (goesOn && inner.entries.size === 0) throw new TemplateError(`key map "${key}" has no value`)
        if (inner.entries.size > 0) put(values, key, inner)
        return goesOn
      }
    }
  }

  /** What stands behind `]`. */
  #item(list: readonly Value[], index: number, nesting: number): { list: readonly Value[]; goesOn: boolean } {
    if (index < 0) throw new TemplateError(`negative ${index} index not allowed`)
    const { text, stop } = this.#until('[.=')
    if (text !== '') throw new TemplateError(`unexpected data at end of array index: "${text}"`)
    switch (stop) {
      case undefined:
        return { list, goesOn: false }
      case '=':
        return { list: this.#withItem(list, index, this.#value()), goesOn: true }
      case '[': {
        const next = this.#index()
        if (next === undefined) return { list, goesOn: false }
        const existing = list[index]
        const inner = this.#item(existing?.kind === 'nil' ? [] : itemsOf(existing), next, nesting)
        const isKept = inner.goesOn || existing?.kind === 'list'
        return { list: isKept ? this.#withItem(list, index, new List(inner.list)) : list, goesOn: inner.goesOn }
      }
      default: {
        const existing = list[index]
        const inner = existing?.kind === 'dict' ? new Dict(new Map(existing.entries)) : new Dict()
        const goesOn = this.#key(inner.entries, nesting)
        return { list: goesOn || existing ? this.#withItem(list, index, inner) : list, goesOn }
      }
    }
  }

  #withItem(list: readonly Value[], index: number, value: Value): Value[] {
    if (index > MAX_INDEX) throw new TemplateError(`index of ${index} is greater than maximum supported index`)
    const length = Math.max(list.length, index + 1)
    this.#itemsLeft -= length
    if (this.#itemsLeft < 0) throw new Untraced('a flag makes too many list items')
    return Array.from({ length }, (_, i) => (i === index ? value : (list[i] ?? new Nil())))
  }

  /** Undefined when the text ends first, which helm lets pass. */
  #index(): number | undefined {
    const { text, stop } = this.#until(']')
    if (stop === undefined) return undefined
    if (!/^[+-]?\d+$/.test(text)) throw new TemplateError(`error parsing index: "${text}"`)
    return Number(text)
  }

  /** What stands behind `=`, up to the comma that ends it. */
  #value(): Value {
    if (this.#kind === 'set-json') return this.#json()
    if (this.#at === this.#text.length) return new Text('')
    if (this.#text[this.#at] !== '{') return this.#scalar(this.#until(',').text)
    this.#at++
    const items: Value[] = []
    for (;;) {
      const { text, stop } = this.#until(',}')
      if (stop === undefined) throw new TemplateError("list must terminate with '}'")
      items.push(this.#scalar(text))
      if (stop === '}') break
    }
    if (this.#text[this.#at] === ',') this.#at++
    return new List(items)
  }

  #json(): Value {
    if (this.#skipBlanks()) return new Nil()
    const { value, end } = jsonValueAt(this.#text, this.#at)
    this.#at = end
    this.#skipBlanks()
    return value
  }

  /** Takes white space and one comma; whether there was one, or nothing else is left. */
  #skipBlanks(): boolean {
    while (/^\p{White_Space}$/u.test(this.#text[this.#at] ?? '')) this.#at++
    if (this.#at < this.#text.length && this.#text[this.#at] !== ',') return false
    this.#at++
    return true
  }

  #scalar(text: string): Value {
    if (this.#kind === 'set-string') return new Text(text)
    if (this.#kind === 'set') return typedScalar(text)
    const content = this.#readFile(text)
    if (content === undefined) throw new TemplateError(`failed parsing --set-file data: ${text}`)
    return new Text(content)
  }

  /** Takes characters up to one of `stops`; a backslash takes the next one whatever it is. */
  #until(stops: string): Piece {
    let text = ''
    while (this.#at < this.#text.length) {
      const character = this.#text[this.#at++] ?? ''
      if (stops.includes(character)) return { text, stop: character }
      text += character === '\\' ? (this.#text[this.#at++] ?? '') : character
    }
    return { text, stop: undefined }
  }
}

function put(values: Map<string, Value>, key: string, value: Value): void {
  if (key !== '') values.set(key, value)
}

/** A list that is set by index, or none yet. @throws TemplateError when it is something else, also null. */
function itemsOf(value: Value | undefined): readonly Value[] {
  if (!value) return []
  if (value.kind !== 'list') throw new TemplateError('unable to parse key: interface conversion')
  return value.items
}

function copyOf(value: Value | undefined): Dict {
  if (!value) return new Dict()
  if (value.kind !== 'dict') throw new TemplateError('unable to parse key: interface conversion')
  return new Dict(new Map(value.entries))
}

/** Whole numbers are int64, but for those with a leading zero, which are text like all other numbers. */
function typedScalar(text: string): Value {
  const word = text.toLowerCase()
  if (word === 'true' || word === 'false') return new Bool(word === 'true')
  if (word === 'null') return new Nil()
  if (!/^(?:0|[+-]\d+|[1-9]\d*)$/.test(text)) return new Text(text)
  const number = Number(text)
  if (Number.isSafeInteger(number)) return new Num(number + 0, 'int64')
  const exact = BigInt(text.replace('+', ''))
  if (exact !== BigInt.asIntN(64, exact)) return new Text(text)
  throw new Untraced(`--set has the number ${text}`)
}

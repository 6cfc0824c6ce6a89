import { Untraced } from '../errors.ts'
import { Bool, Dict, List, Nil, Num, Text, type Value } from '../value/value.ts'
import type { Origin, OriginAt } from './decode.ts'
import { YamlError } from './failure.ts'
import { originsOf } from './read.ts'

const WHITESPACE = /[ \t\n\r]*/y
const NUMBER = /-?[0-9]+(?:\.[0-9]+)?(?:[eE][-+]?[0-9]+)?/y

/** Deeper than anything that is written by hand. */
const DEEPEST = 200

/**
 * Reads JSON as Go's encoding/json does, each value with the provenance of its place in the text.
 * @throws YamlError when Go does not take it; Untraced
 */
export function readJson(text: Text): Value {
  const source = text.string
  if (text.bytes) throw new Untraced('JSON that is not UTF-8')
  try {
    JSON.parse(source)
  } catch {
    throw new YamlError('text that is no JSON')
  }
  return new JsonReader(source, originsOf(text)).read()
}

/** Reads text that is known to be JSON. */
class JsonReader {
  readonly #source: string
  readonly #originAt: OriginAt
  #offset = 0
  #depth = 0

  constructor(source: string, originAt: OriginAt) {
    this.#source = source
    this.#originAt = originAt
  }

  read(): Value {
    this.#take(WHITESPACE)
    const start = this.#offset
    switch (this.#source[start]) {
      case '{':
        return this.#deeper(() => this.#dict(start))
      case '[':
        return this.#deeper(() => this.#list(start))
      case '"': {
        const string = this.#string()
        return textFrom(string, this.#originAt(start, this.#offset))
      }
      case 't':
      case 'f': {
        const word = this.#source.startsWith('true', start) ? 'true' : 'false'
        this.#offset += word.length
        return new Bool(word === 'true', this.#provenance(start))
      }
      case 'n':
        this.#offset += 'null'.length
        return new Nil(this.#provenance(start))
      default:
        return this.#number(start)
    }
  }

  #take(pattern: RegExp): string {
    pattern.lastIndex = this.#offset
    const found = pattern.exec(this.#source)?.[0] ?? ''
    this.#offset += found.length
    return found
  }

  #provenance(start: number): Origin['provenance'] {
    return this.#originAt(start, this.#offset).provenance
  }

  #deeper(read: () => Value): Value {
    if (this.#depth >= DEEPEST) throw new Untraced('JSON that is nested too deeply')
    this.#depth++
    const value = read()
    this.#depth--
    return value
  }

  #string(): string {
    const start = this.#offset
    let end = start + 1
    while (this.#source[end] !== '"') end += this.#source[end] === '\\' ? 2 : 1
    this.#offset = end + 1
    const string: string = JSON.parse(this.#source.slice(start, this.#offset))
    return string.toWellFormed()
  }

  #number(start: number): Value {
    const value = Number(this.#take(NUMBER))
    if (!Number.isFinite(value)) throw new Untraced('a number beyond float64')
    return new Num(value, 'float64', this.#provenance(start))
  }

  /** Takes a bracket, and tells whether the one that closes comes next. */
  #open(close: string): boolean {
    this.#offset++
    this.#take(WHITESPACE)
    return this.#goesOn(close)
  }

  /** Passes what stands behind an item; false at the end. */
  #goesOn(close: string): boolean {
    this.#take(WHITESPACE)
    const character = this.#source[this.#offset]
    if (character === ',' || character === close) this.#offset++
    return character !== close
  }

  #list(start: number): Value {
    const items: Value[] = []
    for (let isOpen = this.#open(']'); isOpen; isOpen = this.#goesOn(']')) items.push(this.read())
    return new List(items, this.#originAt(start, start + 1).provenance)
  }

  #dict(start: number): Value {
    const entries = new Map<string, Value>()
    for (let isOpen = this.#open('}'); isOpen; isOpen = this.#goesOn('}')) {
      this.#take(WHITESPACE)
      const key = this.#string()
      this.#take(WHITESPACE)
      this.#offset++
      entries.set(key, this.read())
    }
    return new Dict(entries, this.#originAt(start, start + 1).provenance)
  }
}

const textFrom = (string: string, { provenance, site }: Origin): Text =>
  site ? new Text([{ text: string, site, linesBefore: 0, provenance }]) : new Text(string, provenance)

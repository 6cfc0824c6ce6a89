import { Untraced } from '../errors.ts'
import { dependingOn } from '../value/provenance.ts'
import { mapPieces, Text } from '../value/text.ts'
import { deepDependenciesOf, type Value } from '../value/value.ts'
import { type Dialect, TO_YAML, TO_YAML_PRETTY } from './dialect.ts'
import { Emitter } from './emitter.ts'
import { formatPretty, formatYaml } from './numbers.ts'
import { type Printable, toPrintable, Unencodable } from './printable.ts'

/** What Go's JSON leaves as it is and its YAML reader refuses. */
const UNREADABLE = /[\x7f-\x84\x86-\x9f\ufffe\uffff]/
/** U+0085, a line break of YAML that Go's JSON leaves as it is. */
const NEXT_LINE = '\u0085'
/** A key that long, as JSON, is none for Go's YAML reader. */
const LONGEST_KEY = 1000

/**
 * A value as `toYaml` prints it, without the last line break: Go's JSON read as YAML and printed by go-yaml v2. What is nested
 * keeps its provenance; a key, a dash and the space around them have that of what they are for.
 * @returns undefined where Go fails, and `toYaml` gives an empty text
 * @throws Untraced
 */
export function printYaml(value: Value): Text | undefined {
  try {
    const printable = asReadBack(toPrintable(value, formatYaml))
    return emit(printable, TO_YAML)
  } catch (error) {
    if (error instanceof Unencodable) return undefined
    throw error
  }
}

/** A value as `toYamlPretty` prints it: go-yaml v3 without JSON in between. @throws Untraced */
export function printPretty(value: Value): Text {
  return emit(withoutStructs(toPrintable(value, formatPretty)), TO_YAML_PRETTY)
}

/** The names that JSON has for the fields of a struct are not those of YAML. */
function withoutStructs(printable: Printable): Printable {
  if (printable.kind === 'dict' && printable.isOrdered) throw new Untraced('a struct of Go is printed by toYamlPretty')
  const inside = printable.kind === 'dict' ? printable.entries : printable.kind === 'list' ? printable.items : []
  for (const part of inside.values()) withoutStructs(part)
  return printable
}

function emit(printable: Printable, dialect: Dialect): Text {
  const emitter = new Emitter(dialect)
  emitter.emit(printable)
  return new Text(withoutLastBreak(emitter))
}

/** The emitter ends the document with a break unless the last block has; helm takes one off. */
function withoutLastBreak({ segments }: Emitter): Emitter['segments'] {
  const last = segments.findLastIndex(({ text }) => text !== '')
  const segment = segments[last]
  if (segment?.text.endsWith('\n')) segments[last] = { ...segment, text: segment.text.slice(0, -1) }
  return segments
}

/** An empty text that depends on all of a value: what `toYaml` gives where Go fails. */
export const nothingOf = (value: Value): Text => new Text('', dependingOn(deepDependenciesOf(value)))

/** The value after the reader has seen its JSON. */
function asReadBack(printable: Printable): Printable {
  switch (printable.kind) {
    case 'word':
      return printable
    case 'text':
      return { kind: 'text', text: readBack(printable.text) }
    case 'list':
      return { ...printable, items: printable.items.map(asReadBack) }
    case 'dict': {
      for (const key of printable.entries.keys()) checkKey(key)
      return { ...printable, entries: new Map([...printable.entries].map(([key, entry]) => [key, asReadBack(entry)])) }
    }
  }
}

function checkKey(key: string): void {
  if (UNREADABLE.test(key)) throw new Unencodable('a character that YAML does not have')
  if (key.includes(NEXT_LINE)) throw new Untraced('a key with U+0085')
  if (key.length * 6 > LONGEST_KEY && JSON.stringify(key).length > LONGEST_KEY) throw new Untraced('a very long key')
}

function readBack(text: Text): Text {
  const { string } = text
  if (UNREADABLE.test(string)) throw new Unencodable('a character that YAML does not have')
  if (!string.includes(NEXT_LINE)) return text
  if (/\u0085(?:---|\.\.\.)/.test(string)) throw new Untraced('U+0085 before a mark of YAML documents')
  return mapWhole(text, string => string.replace(/ *\u0085[ \u0085]*/g, foldBreaks))
}

/** One break is a space, further ones stay. */
function foldBreaks(gap: string): string {
  const breaks = gap.split(NEXT_LINE).length - 1
  return breaks === 1 ? ' ' : '\n'.repeat(breaks - 1)
}

const mapWhole = (text: Text, rewrite: (string: string) => string): Text =>
  text.segments.length < 2 ? mapPieces(text, rewrite) : new Text(rewrite(text.string), dependingOn(text.depends))

import {
  isAlias,
  isCollection,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type ParsedNode,
  Scalar,
  type YAMLMap,
} from 'yaml'
import type { Path } from '../finding.ts'
import { isPlaceholder } from '../parse/untyped.ts'
import { keyText, type ScalarValue, scalarText } from './scalar-text.ts'

/** What is to be different in a YAML document. */
export interface Change {
  readonly path: Path
  /** Undefined takes the key away. */
  readonly value: ScalarValue | undefined
}

/** Characters of a text, by offsets, and what takes their place. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/** Why a text is not edited. */
export class Refusal extends Error {}

/** A step towards the value: what holds it, and the entry there, which may be missing. */
interface Reached {
  readonly holder: Node | null
  /** The entry that the holder is the value of. */
  readonly above: Pair | undefined
  readonly entry: Pair | undefined
  readonly value: unknown
  /** Keys that are not there yet; the value's own is the last. */
  readonly missing: readonly string[]
}

/** The one replacement of characters that makes a change. @throws Refusal where that is not surely possible. */
export function spliceFor(text: string, root: ParsedNode | null, { path, value }: Change): Splice {
  const reached = reach(text, root, path)
  if (value === undefined) return removal(text, reached)
  return reached.missing.length > 0 ? insertion(text, reached, value) : replacement(text, reached, value)
}

function reach(text: string, root: ParsedNode | null, path: Path): Reached {
  let value: unknown = root
  let above: Pair | undefined
  let holder: Node | null = null
  for (const [i, step] of path.entries()) {
    const entry = above
    checkWay(text, value)
    const next = isMap(value) ? pairOf(value, step) : undefined
    if (isSeq(value) && typeof step === 'number' && value.items[step] !== undefined) {
      holder = value
      above = undefined
      value = value.items[step]
    } else if (next) {
      holder = value as Node
      above = next
      value = next.value
    } else {
      if (!isMap(value) && !isNothing(value)) throw new Refusal('what would hold the key is no mapping')
      const missing = path.slice(i)
      if (!missing.every(key => typeof key === 'string')) throw new Refusal('an item of a list cannot be added')
      return { holder: value as Node | null, above: entry, entry: undefined, value: undefined, missing }
    }
  }
  checkWay(text, value)
  return { holder, above, entry: above, value, missing: [] }
}

/** What stands for several places at once, or goes over lines without indentation, is not touched. @throws Refusal */
function checkWay(text: string, node: unknown): void {
  if (isAlias(node)) throw new Refusal('there is an alias on the way')
  if ((isCollection(node) || isScalar(node)) && node.anchor) throw new Refusal('there is an anchor on the way')
  if ((isCollection(node) || isScalar(node)) && node.tag) throw new Refusal('there is a tag on the way')
  if (isCollection(node) && node.flow && sourceOf(text, node).includes('\n'))
    throw new Refusal('there is a flow collection of several lines on the way')
  if (isMap(node) && node.items.some(({ key }) => isScalar(key) && key.source === '<<'))
    throw new Refusal('there is a merge key on the way')
}

const isNothing = (node: unknown): boolean => node === null || (isScalar(node) && node.value === null)

const pairOf = (map: YAMLMap, step: string | number): Pair | undefined =>
  map.items.find(({ key }) => isScalar(key) && String(key.value) === String(step))

function replacement(text: string, { entry, value: node }: Reached, value: ScalarValue): Splice {
  if (!isScalar(node)) throw new Refusal('the value is no scalar')
  if (isPlaceholder(node.value)) throw new Refusal('the value is filled in later')
  const source = sourceOf(text, node)
  if (source.includes('\n') || node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED)
    throw new Refusal('the value has several lines')
  const written = scalarText(value, node.type)
  if (source !== '') return { start: startOf(node), end: endOf(node), text: written }
  const behind = entry && behindColon(text, entry)
  if (behind === undefined) throw new Refusal('the value is empty')
  return { start: behind, end: behind, text: ` ${written}` }
}

function insertion(text: string, reached: Reached, value: ScalarValue): Splice {
  const { holder, above, missing } = reached
  if (isMap(holder) && holder.flow) return flowInsertion(text, holder, missing, value)
  if (isMap(holder)) {
    const first = holder.items[0]
    const last = holder.items.at(-1)
    if (!first || !last || !isScalar(first.key)) throw new Refusal('the mapping cannot be added to')
    const column = columnOf(text, startOf(first.key))
    return behindLine(text, endOfPair(text, last), block(column, stepIn(text, holder, column), missing, value))
  }
  if (isScalar(holder) && sourceOf(text, holder) !== '')
    return { start: startOf(holder), end: endOf(holder), text: flow(missing, value) }
  if (above) {
    const behind = behindColon(text, above)
    if (behind === undefined || !isScalar(above.key)) throw new Refusal('the key has no line of its own')
    return behindLine(text, behind, block(columnOf(text, startOf(above.key)) + STEP.length, STEP, missing, value))
  }
  return behindLine(text, text.trimEnd().length, block(0, STEP, missing, value))
}

/** What a level is indented by where nothing in the mapping shows another way. */
const STEP = '  '

/** The lines of keys below each other. */
function block(column: number, step: string, keys: readonly string[], value: ScalarValue): string[] {
  return keys.map((key, i) => {
    const indent = ' '.repeat(column) + step.repeat(i)
    return `${indent}${keyText(key)}:${i === keys.length - 1 ? ` ${scalarText(value)}` : ''}`
  })
}

/** How far the mappings in a mapping are indented, where there is one. */
function stepIn(text: string, map: YAMLMap, column: number): string {
  for (const { value } of map.items) {
    const first = isMap(value) && !value.flow ? value.items[0]?.key : undefined
    const indent = isScalar(first) ? columnOf(text, startOf(first)) - column : 0
    if (indent > 0) return ' '.repeat(indent)
  }
  return STEP
}

function flowInsertion(text: string, map: YAMLMap, keys: readonly string[], value: ScalarValue): Splice {
  const last = map.items.at(-1)
  if (!last) return { start: startOf(map), end: endOf(map), text: flow(keys, value) }
  const end = endOfPair(text, last)
  return { start: end, end, text: `, ${flow(keys, value).slice(2, -2)}` }
}

const flow = (keys: readonly string[], value: ScalarValue): string =>
  keys.reduceRight((inner, key) => `{ ${keyText(key)}: ${inner} }`, scalarText(value))

/** Adds lines behind the one that holds an offset. */
function behindLine(text: string, offset: number, lines: readonly string[]): Splice {
  const newline = text.indexOf('\n', offset)
  const end = newline < 0 ? text.length : newline
  const rest = text.slice(offset, end)
  if (/[^\s]/.test(rest) && !/^\s*#/.test(rest)) throw new Refusal('something else stands on the line')
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n'
  if (text.trim() === '') throw new Refusal('the file is empty')
  const start = text[end - 1] === '\r' ? end - 1 : end
  return { start, end: start, text: lines.map(line => lineEnd + line).join('') }
}

function removal(text: string, { holder, entry }: Reached): Splice {
  if (!isMap(holder) || !entry || !isScalar(entry.key)) throw new Refusal('there is no such key')
  if (holder.items.length === 1) throw new Refusal('it is the only key of its mapping')
  const start = startOf(entry.key)
  const end = endOfPair(text, entry)
  if (holder.flow) return flowRemoval(text, holder, entry)
  const lineStart = text.lastIndexOf('\n', start - 1) + 1
  const newline = text.indexOf('\n', end)
  if (text.slice(lineStart, start).trim() !== '') throw new Refusal('the key has no line of its own')
  if (/[^\s#]/.test(text.slice(end, newline < 0 ? text.length : newline).split('#')[0] ?? ''))
    throw new Refusal('something else stands on the line')
  if (newline >= 0) return { start: lineStart, end: newline + 1, text: '' }
  return { start: text.slice(0, lineStart).replace(/\r?\n$/, '').length, end: text.length, text: '' }
}

function flowRemoval(text: string, { items }: YAMLMap, entry: Pair): Splice {
  const i = items.indexOf(entry)
  const before = items[i - 1]
  const after = items[i + 1]
  if (before) return { start: endOfPair(text, before), end: endOfPair(text, entry), text: '' }
  if (!after || !isScalar(entry.key) || !isScalar(after.key)) throw new Refusal('the key cannot be cut out')
  return { start: startOf(entry.key), end: startOf(after.key), text: '' }
}

/** Behind the last character of an entry; blanks, line breaks and comments after it are not its own. */
function endOfPair(text: string, { key, value }: Pair): number {
  const end = endOfContent(text, value)
  if (end !== undefined) return end
  const behind = isScalar(key) ? (behindColon(text, { key, value } as Pair) ?? endOf(key)) : undefined
  if (behind === undefined) throw new Refusal('a key is no scalar')
  return behind
}

/** Undefined for what has no characters. */
function endOfContent(text: string, node: unknown): number | undefined {
  let at: unknown = node
  while (isCollection(at) && !at.flow) {
    const last: unknown = at.items.at(-1)
    if (isMap(at)) return endOfPair(text, last as Pair)
    at = last
  }
  if (!(isScalar(at) || isAlias(at) || isCollection(at)) || !at.range || at.range[0] === at.range[1]) return undefined
  return text.slice(0, at.range[1]).trimEnd().length
}

/** Behind the colon of an entry; undefined where it has none of its own. */
function behindColon(text: string, { key }: Pair): number | undefined {
  if (!isScalar(key)) return undefined
  let at = endOf(key)
  while (text[at] === ' ') at++
  return text[at] === ':' ? at + 1 : undefined
}

const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1)
const sourceOf = (text: string, node: Node): string => text.slice(startOf(node), endOf(node))
const startOf = (node: Node): number => node.range?.[0] ?? Number.NaN
const endOf = (node: Node): number => node.range?.[1] ?? Number.NaN

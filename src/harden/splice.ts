import { isCollection, isMap, isScalar, type Node, type Pair, type ParsedNode, Scalar, type YAMLMap } from 'yaml'
import type { Path, YamlValue } from '../finding.ts'
import { isPlaceholder } from '../parse/untyped.ts'
import { behindColon, columnOf, endOf, endOfPair, sourceOf, startOf } from './ranges.ts'
import { type Reached, reach } from './reach.ts'
import { Refusal } from './refusal.ts'
import { removal } from './removal.ts'
import { blockLines, entryLines, flowText, keyText, type Layout, takesLines } from './yaml-text.ts'

/** What is to be different in a YAML document. */
export interface NodeChange {
  readonly path: Path
  /** Undefined takes the key, or the item of a list, away. */
  readonly value: YamlValue | undefined
}

/** Characters of a text, by offsets, and what takes their place. */
export interface Splice {
  readonly start: number
  readonly end: number
  readonly text: string
}

/**
 * The one replacement of characters that makes a change.
 * @param behind how many entries of a mapping stand behind one that is added. @throws Refusal where that is not surely possible.
 */
export function spliceFor(text: string, root: ParsedNode | null, { path, value }: NodeChange, behind = 0): Splice {
  const reached = reach(text, root, path)
  if (value === undefined) {
    const left = leftBy(reached)
    return left && path.length > 1
      ? spliceFor(text, root, { path: path.slice(0, -1), value: left })
      : removal(text, reached)
  }
  if (reached.missing.length > 0) return insertion(text, reached, value, behind)
  const { holder, value: node, entry } = reached
  checkValue(text, node)
  if (isCollection(node) && !node.flow) return blockReplacement(text, entry, value)
  const isInFlow = isCollection(holder) && holder.flow === true
  return takesLines(value) && !isInFlow && entry && !(isCollection(node) && node.items.length > 0)
    ? linesBelow(text, entry, node, value)
    : replacement(text, reached, value)
}

/** What is left where the only entry or item goes; undefined where there are others. */
function leftBy({ holder, missing }: Reached): YamlValue | undefined {
  if (!isCollection(holder) || holder.items.length !== 1 || missing.length > 0) return undefined
  return isMap(holder) ? {} : []
}

/** A value that stands on one line by another that does. */
function replacement(text: string, { entry, value: node }: Reached, value: YamlValue): Splice {
  if (isCollection(node)) return { start: startOf(node), end: endOf(node), text: flowText(value) }
  if (!isScalar(node)) throw new Refusal('the value is no scalar')
  const written = flowText(value, node.type)
  if (sourceOf(text, node) !== '') return { start: startOf(node), end: endOf(node), text: written }
  const behind = entry && behindColon(text, entry)
  if (behind === undefined) throw new Refusal('the value is empty')
  return { start: behind, end: behind, text: ` ${written}` }
}

/** A value of one line by one below its key; what is said behind it stays behind the key. */
function linesBelow(text: string, entry: Pair, node: unknown, value: YamlValue): Splice {
  const behind = behindColon(text, entry)
  if (behind === undefined || !isScalar(entry.key)) throw new Refusal('the key has no line of its own')
  const valueEnd = isCollection(node) || (isScalar(node) && sourceOf(text, node) !== '') ? endOf(node as Node) : behind
  const end = lineEndAt(text, valueEnd)
  const rest = text.slice(valueEnd, end).trim()
  if (rest !== '' && !rest.startsWith('#')) throw new Refusal('something else stands on the line')
  const column = columnOf(text, startOf(entry.key))
  const lines = blockLines(value, column, layoutOf(text))
  return { start: behind, end, text: [rest && ` ${rest}`, ...lines].join(lineBreak(text)) }
}

/** A value below its key by another; a comment between its lines would be lost, which is noticed later. */
function blockReplacement(text: string, entry: Pair | undefined, value: YamlValue): Splice {
  const behind = entry && behindColon(text, entry)
  if (behind === undefined || !isScalar(entry?.key)) throw new Refusal('the key has no line of its own')
  const lineEnd = lineEndAt(text, behind)
  const comment = text.slice(behind, lineEnd).trimEnd()
  if (comment.trim() !== '' && !comment.trim().startsWith('#')) throw new Refusal('something else stands on the line')
  const end = endOfPair(text, entry)
  if (!takesLines(value)) return { start: behind, end, text: ` ${flowText(value)}${comment}` }
  const lines = blockLines(value, columnOf(text, startOf(entry.key)), layoutOf(text))
  return { start: behind, end, text: [comment, ...lines].join(lineBreak(text)) }
}

/** @throws Refusal for a value that is not its author's last word, or has several lines. */
function checkValue(text: string, node: unknown): void {
  if (isCollection(node) && isPlaceholder(sourceOf(text, node))) throw new Refusal('the value is filled in later')
  if (!isScalar(node)) return
  if (isPlaceholder(node.value)) throw new Refusal('the value is filled in later')
  const isBlock = node.type === Scalar.BLOCK_LITERAL || node.type === Scalar.BLOCK_FOLDED
  if (isBlock || sourceOf(text, node).includes('\n')) throw new Refusal('the value has several lines')
}

function insertion(text: string, reached: Reached, value: YamlValue, behind: number): Splice {
  const { holder, above, missing } = reached
  if (isMap(holder) && holder.flow) return flowInsertion(text, holder, missing, value)
  const layout = layoutOf(text)
  if (isMap(holder)) {
    const first = holder.items[0]
    const last = holder.items.at(-1 - behind)
    if (!first || !last || !isScalar(first.key)) throw new Refusal('the mapping cannot be added to')
    const column = columnOf(text, startOf(first.key))
    const step = stepIn(text, holder, column)
    return behindLine(text, endOfPair(text, last), block(column, { ...layout, step }, missing, value))
  }
  if (isScalar(holder) && sourceOf(text, holder) !== '')
    return { start: startOf(holder), end: endOf(holder), text: flow(missing, value) }
  if (above) {
    const behind = behindColon(text, above)
    if (behind === undefined || !isScalar(above.key)) throw new Refusal('the key has no line of its own')
    const column = columnOf(text, startOf(above.key)) + layout.step.length
    return behindLine(text, behind, block(column, layout, missing, value))
  }
  const lines = block(0, layout, missing, value)
  return text.trim() === ''
    ? { start: 0, end: text.length, text: `${lines.join('\n')}\n` }
    : behindLine(text, text.trimEnd().length, lines)
}

/** What a level is indented by where nothing in the mapping shows another way. */
const STEP = '  '

/** A key at the beginning of its line, and below it the first item of its list without further indentation. */
const FLAT_LIST = /^( *)[^\s#-][^\n]*:[ \t]*\r?\n\1- /m

const layoutOf = (text: string): Layout => ({ step: STEP, indentsLists: !FLAT_LIST.test(text) })

/** The lines of keys below each other. */
const block = (column: number, layout: Layout, [key = '', ...others]: readonly string[], value: YamlValue): string[] =>
  entryLines(
    key,
    others.reduceRight<YamlValue>((inner, name) => ({ [name]: inner }), value),
    column,
    layout,
  )

/** How far the mappings in a mapping are indented, where there is one. */
function stepIn(text: string, map: YAMLMap, column: number): string {
  for (const { value } of map.items) {
    const first = isMap(value) && !value.flow ? value.items[0]?.key : undefined
    const indent = isScalar(first) ? columnOf(text, startOf(first)) - column : 0
    if (indent > 0) return ' '.repeat(indent)
  }
  return STEP
}

function flowInsertion(text: string, map: YAMLMap, keys: readonly string[], value: YamlValue): Splice {
  const last = map.items.at(-1)
  if (!last) return { start: startOf(map), end: endOf(map), text: flow(keys, value) }
  const end = endOfPair(text, last)
  return { start: end, end, text: `, ${flow(keys, value).slice(2, -2)}` }
}

const flow = (keys: readonly string[], value: YamlValue): string =>
  keys.reduceRight((inner, key) => `{ ${keyText(key)}: ${inner} }`, flowText(value))

/** Adds lines behind the one that holds an offset. */
function behindLine(text: string, offset: number, lines: readonly string[]): Splice {
  const newline = text.indexOf('\n', offset)
  const end = newline < 0 ? text.length : newline
  const rest = text.slice(offset, end)
  if (/[^\s]/.test(rest) && !/^\s*#/.test(rest)) throw new Refusal('something else stands on the line')
  const start = text[end - 1] === '\r' ? end - 1 : end
  return { start, end: start, text: lines.map(line => lineBreak(text) + line).join('') }
}

/** Where the line ends that holds an offset, before its line break. */
function lineEndAt(text: string, offset: number): number {
  const newline = text.indexOf('\n', offset)
  const end = newline < 0 ? text.length : newline
  return text[end - 1] === '\r' ? end - 1 : end
}

const lineBreak = (text: string): string => (text.includes('\r\n') ? '\r\n' : '\n')

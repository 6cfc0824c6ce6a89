import { isMap, isScalar, isSeq, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml'
import { endOfContent, endOfPair, startOf } from './ranges.ts'
import type { Reached } from './reach.ts'
import { Refusal } from './refusal.ts'
import type { Splice } from './splice.ts'

/** Takes an entry of a mapping or an item of a list away. @throws Refusal where more would go, or less would be left than it needs. */
export function removal(text: string, { holder, entry, value }: Reached): Splice {
  if (isSeq(holder)) return itemRemoval(text, holder, value)
  if (!isMap(holder) || !entry || !isScalar(entry.key)) throw new Refusal('there is no such key')
  if (holder.items.length === 1) throw new Refusal('it is the only key of its mapping')
  if (holder.flow) return flowRemoval(text, holder, entry)
  const start = startOf(entry.key)
  if (lineBefore(text, start).trim() !== '') throw new Refusal('the key has no line of its own')
  return linesRemoval(text, start, endOfPair(text, entry))
}

function itemRemoval(text: string, list: YAMLSeq, item: unknown): Splice {
  const i = list.items.indexOf(item)
  const start = startOf(item as Node)
  const end = endOfContent(text, item)
  if (end === undefined || Number.isNaN(start)) throw new Refusal('the item is empty')
  if (!list.flow) {
    if (!/^ *- +$/.test(lineBefore(text, start))) throw new Refusal('the item has no line of its own')
    return linesRemoval(text, start, end)
  }
  const before = endOfContent(text, list.items[i - 1])
  const after = startOf((list.items[i + 1] ?? {}) as Node)
  if (i > 0 && before !== undefined) return { start: before, end, text: '' }
  if (i > 0 || Number.isNaN(after)) throw new Refusal('the item cannot be cut out')
  return { start, end: after, text: '' }
}

/** All lines between two offsets; a comment behind them would be lost, which is noticed later. */
function linesRemoval(text: string, first: number, end: number): Splice {
  const lineStart = first - lineBefore(text, first).length
  const newline = text.indexOf('\n', end)
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

/** What stands before an offset on its line. */
const lineBefore = (text: string, offset: number): string => text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset)

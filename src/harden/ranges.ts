import { isAlias, isCollection, isMap, isScalar, type Node, type Pair } from 'yaml'
import { Refusal } from './refusal.ts'

/** Behind the last character of an entry; blanks, line breaks and comments after it are not its own. */
export function endOfPair(text: string, { key, value }: Pair): number {
  const end = endOfContent(text, value)
  if (end !== undefined) return end
  const behind = isScalar(key) ? (behindColon(text, { key, value } as Pair) ?? endOf(key)) : undefined
  if (behind === undefined) throw new Refusal('a key is no scalar')
  return behind
}

/** Undefined for what has no characters. */
export function endOfContent(text: string, node: unknown): number | undefined {
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
export function behindColon(text: string, { key }: Pair): number | undefined {
  if (!isScalar(key)) return undefined
  let at = endOf(key)
  while (text[at] === ' ') at++
  return text[at] === ':' ? at + 1 : undefined
}

export const columnOf = (text: string, offset: number): number => offset - (text.lastIndexOf('\n', offset - 1) + 1)
export const sourceOf = (text: string, node: Node): string => text.slice(startOf(node), endOf(node))
export const startOf = (node: Node): number => node.range?.[0] ?? Number.NaN
export const endOf = (node: Node): number => node.range?.[1] ?? Number.NaN

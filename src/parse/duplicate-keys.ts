import { type Document, isCollection, isMap, isPair, isScalar } from 'yaml'

/**
 * Offset of the first key that stands in its mapping already. The parser's own check compares each key with all before it, so that
 * 100 000 keys take minutes. Without recursion: the document may be deep.
 */
export function duplicateKey(document: Document.Parsed): number | undefined {
  const stack: unknown[] = [document.contents]
  while (stack.length > 0) {
    const node = stack.pop()
    const offset = isMap(node) ? duplicateIn(node.items) : undefined
    if (offset !== undefined) return offset
    if (isPair(node)) stack.push(node.value, node.key)
    if (isCollection(node)) for (const item of node.items.toReversed()) stack.push(item)
  }
  return undefined
}

function duplicateIn(pairs: readonly { readonly key: unknown }[]): number | undefined {
  const seen = new Set<unknown>()
  for (const { key } of pairs) {
    if (!isScalar(key)) continue
    if (seen.has(key.value)) return key.range?.[0]
    seen.add(key.value)
  }
  return undefined
}

import { type Document, isAlias, isCollection, isPair } from 'yaml'

/**
 * Aliases times nodes: the library looks through the whole document for the anchor of each alias, and a merge (`<<`) copies as many
 * keys as the document has. A thousand aliases among ten thousand nodes are more than any file that people write has.
 */
const MOST_STEPS = 10_000_000

/** Whether the aliases of a document take too long to follow. Without recursion: the document may be deep. */
export function hasTooManyAliases(document: Document.Parsed): boolean {
  let aliases = 0
  let nodes = 0
  const stack: unknown[] = [document.contents]
  while (stack.length > 0) {
    const node = stack.pop()
    nodes++
    if (isAlias(node)) aliases++
    if (isPair(node)) stack.push(node.value, node.key)
    if (isCollection(node)) for (const item of node.items) stack.push(item)
  }
  return aliases * nodes > MOST_STEPS
}

import type { Block, Expression } from './tree.ts'

/** An attribute of a block of a resource: `metadata[0].name`. */
export function atPath(
  block: { attributes: ReadonlyMap<string, Expression>; blocks: readonly Block[] },
  path: readonly string[],
): Expression | undefined {
  const [first = '', index, ...more] = path
  const own = block.attributes.get(first)
  if (own) return inside(own, path.slice(1))
  const inner = block.blocks.find(({ type }) => type === first)
  return inner && index === '0' ? atPath(inner, more) : undefined
}

/** What stands inside of an expression, by keys and indices. */
export function inside(expression: Expression | undefined, path: readonly string[]): Expression | undefined {
  let here = expression
  for (const key of path) {
    if (here?.kind === 'object') here = here.entries.findLast(entry => entry.key === key)?.value
    else here = here?.kind === 'list' ? here.items[Number(key)] : undefined
  }
  return here
}

/** An edge as far as reach goes: both ends by their ids. */
export interface Link {
  readonly from: string
  readonly to: string
  readonly carries: boolean
}

/** How a node is reached: by which edge from which node that is one step nearer; the starts have none. */
export type Reached<L extends Link> = ReadonlyMap<string, L | undefined>

/**
 * All nodes that the starts reach over edges that carry (or, backwards, that reach them), the nearest first, each with
 * the edge of a shortest way. The same edges in the same order give the same ways.
 */
export function reachedFrom<L extends Link>(
  starts: readonly string[],
  links: readonly L[],
  direction: 'forwards' | 'backwards' = 'forwards',
): Reached<L> {
  const isForwards = direction === 'forwards'
  const next = Map.groupBy(
    links.filter(({ carries }) => carries),
    ({ from, to }) => (isForwards ? from : to),
  )
  const reached = new Map<string, L | undefined>(starts.map(start => [start, undefined]))
  // A map hands out what is added while it is walked: it is the queue as well.
  for (const [here] of reached)
    for (const link of next.get(here) ?? []) {
      const there = isForwards ? link.to : link.from
      if (!reached.has(there)) reached.set(there, link)
    }
  return reached
}

/** The edges of the way to a reached node in the order in which they are gone; empty for a start, and for what is not reached. */
export function wayTo<L extends Link>(
  node: string,
  reached: Reached<L>,
  direction: 'forwards' | 'backwards' = 'forwards',
): L[] {
  const way: L[] = []
  const isForwards = direction === 'forwards'
  for (let link = reached.get(node); link; link = reached.get(isForwards ? link.from : link.to)) way.push(link)
  return isForwards ? way.reverse() : way
}

/** What became of a tree with some changes made. */
export interface Trial<T> {
  /** Those that did not do what they should. */
  readonly left: ReadonlySet<T>
  /** What is worse than before; undefined when nothing is. */
  readonly fault: string | undefined
}

/** Which of the candidates hold together, and why the others do not. */
export interface Held<T> {
  readonly held: readonly T[]
  readonly refused: ReadonlyMap<T, string>
  /** For which there was no try left. */
  readonly untried: readonly T[]
}

/**
 * Finds candidates that hold when all of them are made: all at once, and in halves where that brings a fault. What does
 * nothing is left out.
 * @param mayTry whether there is time for one more try; the first is always made.
 */
export async function holding<T>(
  candidates: readonly T[],
  attempt: (some: readonly T[]) => Promise<Trial<T>>,
  mayTry: () => boolean,
): Promise<Held<T>> {
  const refused = new Map<T, string>()
  const untried: T[] = []
  let tries = 0

  async function grow(held: readonly T[], more: readonly T[]): Promise<readonly T[]> {
    if (more.length === 0) return held
    if (tries++ > 0 && !mayTry()) {
      untried.push(...more)
      return held
    }
    const { left, fault } = await attempt([...held, ...more])
    const reason = fault ?? (held.some(one => left.has(one)) ? UNDONE : undefined)
    if (reason === undefined) {
      const rest = more.filter(one => !left.has(one))
      for (const one of more) if (left.has(one)) refused.set(one, STAYS)
      return rest.length === more.length ? [...held, ...more] : grow(held, rest)
    }
    const [only] = more
    if (only !== undefined && more.length === 1) {
      refused.set(only, reason)
      return held
    }
    const half = Math.ceil(more.length / 2)
    return grow(await grow(held, more.slice(0, half)), more.slice(half))
  }

  return { held: await grow([], candidates), refused, untried }
}

const STAYS = 'the finding stays with it'
const UNDONE = 'with it another fix does nothing any more'

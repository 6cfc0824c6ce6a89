import { knownText } from '../parse/untyped.ts'

/** Items by the namespace they are in. */
export class ByNamespace<T> {
  readonly #all: readonly T[]
  /** Under undefined what is in no namespace, or in one that is filled in later. */
  readonly #groups: ReadonlyMap<string | undefined, readonly Numbered<T>[]>

  constructor(items: readonly T[], namespaceOf: (item: T) => string | undefined) {
    this.#all = items
    const numbered = items.map((item, number) => ({ item, number }))
    this.#groups = Map.groupBy(numbered, ({ item }) => knownText(namespaceOf(item)))
  }

  /** What is in this namespace, or in none that is known; in order. */
  in(namespace: string | undefined): readonly T[] {
    const wanted = knownText(namespace)
    const unknown = this.#groups.get(undefined) ?? []
    const found = wanted === undefined ? unknown : [...(this.#groups.get(wanted) ?? []), ...unknown]
    return found.toSorted((a, b) => a.number - b.number).map(({ item }) => item)
  }

  /** What may be in this namespace; everything, where that is not known itself. */
  maybeIn(namespace: string | undefined): readonly T[] {
    return knownText(namespace) === undefined ? this.#all : this.in(namespace)
  }
}

interface Numbered<T> {
  readonly item: T
  readonly number: number
}

import { type Labels, meets, type Requirement, requirementsOf } from './selectors.ts'

/** Finds which of many LabelSelectors take a set of labels, without asking each of them. */
export class SelectorIndex<T> {
  /** Under a label that the selector asks for by its value, else under nothing. */
  readonly #entries: ReadonlyMap<string, readonly Entry<T>[]>

  /** @param selectorsOf the selectors of an item are alternatives. */
  constructor(items: readonly T[], selectorsOf: (item: T) => readonly unknown[]) {
    const keyed = items.flatMap((item, number) =>
      selectorsOf(item).flatMap(selector => {
        const requirements = requirementsOf(selector)
        return requirements ? keysOf(requirements).map(key => ({ key, entry: { item, number, requirements } })) : []
      }),
    )
    const groups = Map.groupBy(keyed, ({ key }) => key)
    this.#entries = new Map([...groups].map(([key, group]) => [key, group.map(({ entry }) => entry)]))
  }

  /** The items with a selector that takes the labels, in their order. */
  takersOf(labels: Labels): T[] {
    const found = ['', ...Object.entries(labels).map(([key, value]) => labelKey(key, value))]
      .flatMap(key => this.#entries.get(key) ?? [])
      .filter(({ requirements }) => requirements.every(requirement => meets(requirement, labels)))
      .sort((a, b) => a.number - b.number)
    return [...new Set(found.map(({ item }) => item))]
  }
}

interface Entry<T> {
  readonly item: T
  readonly number: number
  readonly requirements: readonly Requirement[]
}

function keysOf(requirements: readonly Requirement[]): string[] {
  const lists = requirements.find(({ operator }) => operator === 'In')
  return lists ? lists.values.map(value => labelKey(lists.key, value)) : ['']
}

const labelKey = (key: string, value: string): string => JSON.stringify([key, value])

import { alternativesOf, isOpenToAll, isSettled, type NamespaceFacts, takes } from '../model/eso/conditions.ts'
import { isGenerator, STORE_KINDS } from '../model/eso/eso.ts'
import { storesUsedBy, sureUsersOf } from '../model/eso/store-users.ts'
import { isWhole } from '../model/eso/stores.ts'
import { compileGoRegexp } from '../model/go-regexp.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asLabels, asText, isPlaceholder } from '../parse/untyped.ts'

/** The stores and generators of a world with who may use them and who does, each looked up once. */
export class StoreUsers {
  /** Those that are written out and named. */
  readonly stores: readonly Manifest[]
  readonly generators: readonly Manifest[]
  readonly #world: World
  readonly #facts: ReadonlyMap<string, NamespaceFacts>
  readonly #open = new Map<Manifest, boolean>()
  readonly #known: ReadonlySet<Manifest>

  constructor(world: World) {
    this.#world = world
    this.stores = unique(STORE_KINDS.flatMap(kind => world.of(kind)).filter(isWhole))
    this.#known = new Set(this.stores)
    this.generators = unique(world.manifests.filter(isGenerator).filter(({ kind }) => kind !== 'GeneratorState'))
    this.#facts = new Map(
      world
        .of('core/Namespace')
        .map(namespace => [
          namespace.name,
          { name: namespace.name, labels: asLabels(namespace.get('metadata', 'labels')) },
        ]),
    )
  }

  /** Which of these namespaces surely may use a ClusterSecretStore or ClusterGenerator. */
  admitted(store: Manifest, namespaces: ReadonlyMap<string, unknown>): string[] {
    if (this.isOpen(store)) return [...namespaces.keys()]
    return [
      ...new Set(
        alternativesOf(store).flatMap(({ by, value, path }) => {
          if (by === 'name') return typeof value === 'string' && namespaces.has(value) ? [value] : []
          const names = [...namespaces.keys()]
          if (by === 'selector') return names.filter(name => takes({ by, value, path }, this.#factsOf(name)) === 'yes')
          // Compiled once, not for each namespace.
          const regexp = typeof value === 'string' && !isPlaceholder(value) ? compileGoRegexp(value) : undefined
          return regexp ? names.filter(name => !isPlaceholder(name) && regexp.matches(name)) : []
        }),
      ),
    ]
  }

  /** Whether every namespace may use it. */
  isOpen(store: Manifest): boolean {
    const known = this.#open.get(store)
    if (known !== undefined) return known
    const isOpen = isGenerator(store) || isOpenToAll(store)
    this.#open.set(store, isOpen)
    return isOpen
  }

  /** The requests of the set that use a store. */
  usersOf(store: Manifest): readonly Manifest[] {
    return [...new Set(sureUsersOf(store, this.#world).map(({ manifest }) => manifest))]
  }

  /** The stores of the set that a request uses. */
  used(request: Manifest): readonly Manifest[] {
    return storesUsedBy(request, this.#world).filter(store => this.#known.has(store))
  }

  #factsOf(name: string): NamespaceFacts {
    return this.#facts.get(name) ?? { name, labels: undefined }
  }
}

/** The same object in several files counts once; what is named by a placeholder is not there yet. */
const unique = (manifests: readonly Manifest[]): Manifest[] => [
  ...new Map(
    manifests
      .filter(({ name, namespace }) => !isPlaceholder(name) && !isPlaceholder(namespace))
      .map(manifest => [`${manifest.groupKind}/${manifest.namespace ?? ''}/${manifest.name}`, manifest]),
  ).values(),
]

/** Who may use a store, in words. */
export function usersInWords(store: Manifest): string {
  if (!store.kind.startsWith('Cluster'))
    return store.namespace === undefined ? 'the namespace it is applied to' : `namespace ${store.namespace}`
  if (isGenerator(store)) return 'every namespace: a ClusterGenerator has no conditions'
  if (isOpenToAll(store)) return 'every namespace'
  if (!isSettled(store.get('spec', 'conditions'))) return 'namespaces that are filled in later'
  const words = alternativesOf(store).map(({ by, value }) => `${WORDS[by]} ${asText(value) ?? JSON.stringify(value)}`)
  return words.length > 0 ? words.join(', or ') : 'no namespace'
}

const WORDS = {
  name: 'namespace',
  regex: 'namespaces whose name matches',
  selector: 'namespaces with labels by',
} as const

/** Where a store says who may use it: its conditions, or the spec without any. */
export const doorOf = (store: Manifest): readonly string[] => {
  if (!store.kind.startsWith('Cluster')) return ['metadata', 'namespace']
  return store.get('spec', 'conditions') === undefined ? ['spec'] : ['spec', 'conditions']
}

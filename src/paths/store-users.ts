import { alternativesOf, isOpenToAll, isSettled, type NamespaceFacts, takes } from '../model/eso/conditions.ts'
import { isGenerator, STORE_KINDS } from '../model/eso/eso.ts'
import {
  FETCHING_KINDS,
  PUSHING_KINDS,
  referencesOf,
  type StoreReference,
  storesOf,
} from '../model/eso/external-secrets.ts'
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
  #byPlace: ReadonlyMap<string, readonly Manifest[]> | undefined
  #users: ReadonlyMap<Manifest, readonly Manifest[]> | undefined

  constructor(world: World) {
    this.#world = world
    this.stores = unique(STORE_KINDS.flatMap(kind => world.of(kind)).filter(isWhole))
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
    this.#users ??= this.#findUsers()
    return this.#users.get(store) ?? []
  }

  /** The stores of the set that a request uses. */
  used(request: Manifest): readonly Manifest[] {
    this.#byPlace ??= Map.groupBy(this.stores, ({ kind, namespace, name }) => keyOf(kind, namespace, name))
    const byPlace = this.#byPlace
    return [...new Set(referencesOf(request).stores.flatMap(reference => this.#lookUp(reference, byPlace)))]
  }

  #factsOf(name: string): NamespaceFacts {
    return this.#facts.get(name) ?? { name, labels: undefined }
  }

  #findUsers(): Map<Manifest, Manifest[]> {
    const users = new Map<Manifest, Manifest[]>()
    for (const request of [...FETCHING_KINDS, ...PUSHING_KINDS].flatMap(kind => this.#world.of(kind)))
      for (const store of this.used(request)) {
        const list = users.get(store)
        if (list) list.push(request)
        else users.set(store, [request])
      }
    return users
  }

  #lookUp(reference: StoreReference, byPlace: ReadonlyMap<string, readonly Manifest[]>): readonly Manifest[] {
    const { kind, name, namespace } = reference
    if (reference.selector !== undefined) return storesOf(reference, this.#world)
    if (kind === undefined || name === undefined) return []
    return byPlace.get(keyOf(kind, kind === 'SecretStore' ? namespace : undefined, name)) ?? []
  }
}

const keyOf = (kind: string, namespace: string | undefined, name: string): string =>
  `${kind}/${namespace ?? ''}/${name}`

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

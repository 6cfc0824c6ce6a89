import type { Manifest } from '../../parse/manifest.ts'
import { remember } from '../remember.ts'
import type { World } from '../world.ts'
import { FETCHING_KINDS, PUSHING_KINDS, referencesOf, type StoreReference, storesOf } from './external-secrets.ts'

/** The references of ExternalSecrets, PushSecrets and the like that may lead to a store; those that fetch come first. */
export const usersOf = (store: Manifest, world: World): StoreReference[] => (users(world).get(store) ?? []).flat()

/** Those of them that surely do: where nobody says the namespace, only what stands in one release or file with the store. */
export const sureUsersOf = (store: Manifest, world: World): StoreReference[] =>
  usersOf(store, world).filter(reference => leadsTo(reference, store))

/** The stores of the set that a request surely uses. */
export const storesUsedBy = (request: Manifest, world: World): Manifest[] => [
  ...new Set(
    referencesOf(request).stores.flatMap(reference =>
      storesOf(reference, world).filter(store => leadsTo(reference, store)),
    ),
  ),
]

const leadsTo = ({ kind, namespace, manifest }: StoreReference, store: Manifest): boolean =>
  kind === 'ClusterSecretStore' ||
  (namespace === store.namespace &&
    (namespace !== undefined || (manifest.file === store.file && manifest.release?.name === store.release?.name)))

/** By store: references that say the same lead to the same stores. */
const users = remember((world: World): ReadonlyMap<Manifest, readonly (readonly StoreReference[])[]> => {
  const references = [...FETCHING_KINDS, ...PUSHING_KINDS]
    .flatMap(kind => world.of(kind))
    .flatMap(manifest => referencesOf(manifest).stores)
  const pairs = [...Map.groupBy(references, sayingOf).values()].flatMap(group =>
    group[0] ? storesOf(group[0], world).map(store => ({ store, group })) : [],
  )
  const groups = Map.groupBy(pairs, ({ store }) => store)
  return new Map([...groups].map(([store, found]) => [store, found.map(({ group }) => group)]))
})

const sayingOf = ({ kind, name, selector, namespace, manifest: { groupKind } }: StoreReference): string =>
  JSON.stringify([PUSHING_KINDS.includes(groupKind), kind, name, selector, kind === 'SecretStore' ? namespace : ''])

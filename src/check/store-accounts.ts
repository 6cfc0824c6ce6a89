import { STORE_KINDS } from '../model/eso/eso.ts'
import { usersOf } from '../model/eso/store-users.ts'
import { targetNamespaces } from '../model/eso/target-namespaces.ts'
import type { Subject } from '../model/rbac/rbac.ts'
import { remember } from '../model/remember.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { type NamedTokenAccount, tokenAccountsNamedBy } from '../providers/named.ts'

/** A ServiceAccount that a store signs in as: the operator makes a token for it. */
export interface StoreAccount extends NamedTokenAccount {
  /** Where it is looked up, as far as that is known; several where each user of a ClusterSecretStore brings its own. */
  readonly namespaces: readonly string[]
}

/** The first store of the set that signs in as a ServiceAccount. */
export const storeSigningInAs = ({ namespace, name }: Subject, world: World): Manifest | undefined =>
  byAccount(world).get(`${namespace ?? ''}/${name}`)

const byAccount = remember((world: World): ReadonlyMap<string, Manifest> => {
  const uses = STORE_KINDS.flatMap(kind => world.of(kind)).flatMap(store =>
    accountsOf(store, world).flatMap(({ name, namespaces }) =>
      namespaces.map(namespace => [`${namespace}/${name}`, store] as const),
    ),
  )
  return new Map(uses.reverse())
})

/** The ServiceAccounts that a store refers to, in its own namespace, in the one that it names, or in its users'. */
export const accountsOf = (store: Manifest, world: World): StoreAccount[] =>
  tokenAccountsNamedBy(store).map(named => ({ ...named, namespaces: namespacesOf(named, world) }))

const namespacesOf = ({ manifest, namespace, isAnywhere }: NamedTokenAccount, world: World): readonly string[] =>
  isAnywhere ? userNamespaces(manifest, world) : namespace === undefined ? [] : [namespace]

/** The namespaces from which the requests of the set use a store. */
export function userNamespaces(store: Manifest, world: World): string[] {
  const users = new Set(usersOf(store, world).map(({ manifest }) => manifest))
  return [...new Set([...users].flatMap(user => targetNamespaces(user, world).map(({ name }) => name)))]
}

/** The names of the ServiceAccounts that stores of the set sign in as, sorted. */
export const tokenAccounts = (world: World): string[] =>
  [
    ...new Set(
      STORE_KINDS.flatMap(kind => world.of(kind)).flatMap(store => accountsOf(store, world).map(({ name }) => name)),
    ),
  ].sort()

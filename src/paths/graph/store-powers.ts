import { reachOf } from '../../check/overlap.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { credentialsNamedBy, tokenAccountsNamedBy } from '../../providers/named.ts'
import { connectedOf } from '../../providers/store.ts'
import { TOKENS } from '../accesses.ts'
import { identityOf } from '../connections.ts'
import { operatorIdentities } from '../mights.ts'
import type { Held } from './powers.ts'
import { serviceOf } from './service.ts'
import { addService } from './stores.ts'
import { accountsOf, secretsOf } from './wholes.ts'

/** The stores and generators that requests of the role's namespaces may use. */
function usable({ context: { stores }, namespace, isSomewhere }: Held, among: readonly Manifest[]): Manifest[] {
  const isOnlyOpen = isSomewhere
  const here = new Map(namespace === undefined ? [] : [[namespace, true]])
  return among.filter(store => {
    const isCluster = store.kind.startsWith('Cluster')
    if (isOnlyOpen) return isCluster && stores.isOpen(store)
    if (namespace === undefined) return true
    return isCluster ? stores.admitted(store, here).length > 0 : store.namespace === namespace
  })
}

/** Whoever writes ExternalSecrets fetches what a store that serves them can; a store elsewhere serves those who use it already. */
export function fetchThroughStores(held: Held): void {
  const { builder, context, role, namespace, place } = held
  const generators = context.stores.generators.filter(generator => connectedOf(generator))
  for (const store of usable(held, [...context.stores.stores, ...generators]))
    builder.reach(role, builder.object(store, store.kind.endsWith('Store') ? 'store' : 'generator'), FETCHES, place)
  for (const { id, homes } of builder.missingStores)
    if (!held.isSomewhere && (namespace === undefined || homes.has(namespace))) builder.reach(role, id, FETCHES, place)
}

const FETCHES = 'can write ExternalSecrets that fetch through'

/** Where the Secrets of a namespace can be pushed. */
export function pushThroughStores(held: Held): void {
  const { builder, context, role, place } = held
  const says = 'can write PushSecrets that send every Secret of the namespace to'
  for (const store of usable(held, context.stores.stores))
    builder.reach(role, addService(builder, serviceOf(store, context.world)), says, place)
}

/**
 * A store may name any Secret as its credential and any ServiceAccount to sign in as, and sends them to the server that
 * its author wrote; one that names none may send the token of the operator itself.
 */
export function makeStores({ builder, context, role, namespace, isSomewhere, place }: Held): void {
  const { world, holdings } = context
  if (!isSomewhere) builder.reach(role, secretsOf(builder, namespace), 'can create stores that send away', place)
  for (const { component, account } of operatorIdentities(world, holdings)) {
    const reach = component.role === 'controller' ? reachOf(component) : undefined
    if (!reach || (namespace !== undefined && reach.namespace !== undefined && reach.namespace !== namespace)) continue
    builder.reach(role, builder.subject(account), 'can create stores that send away the own token of', place)
    const tokens = holdings.of(account, TOKENS)
    if (isSomewhere || !(tokens.everywhere || (namespace !== undefined && tokens.namespaces.has(namespace)))) continue
    builder.reach(role, accountsOf(builder, namespace), 'can create stores that send away a token of', place)
  }
}

/** Who changes a store uses it, and says where it signs in. */
export function changeStores({ builder, context, role, namespace, names, place }: Held, kind: string): void {
  const { stores, world } = context
  for (const store of stores.stores) {
    const isThere = namespace === undefined || store.namespace === namespace
    if (store.kind !== kind || !isThere || (names.length > 0 && !names.includes(store.name))) continue
    builder.reach(role, builder.object(store, 'store'), 'can change', place)
    const says = `can change ${store.name} so that it sends away`
    for (const { name, namespace: home, isAnywhere } of credentialsNamedBy(store))
      if (!isAnywhere && home !== undefined) builder.reach(role, builder.secret(name, home), says, place)
    for (const { name, namespace: home, isAnywhere, isForApiServer } of tokenAccountsNamedBy(store))
      if (isForApiServer && !isAnywhere && home !== undefined)
        builder.reach(
          role,
          builder.subject({ kind: 'ServiceAccount', name, namespace: home }),
          `${says} a token of`,
          place,
        )
    for (const { component, account } of operatorIdentities(world, context.holdings))
      if (component.role === 'controller' && identityOf(store, world).of === 'own token')
        builder.reach(role, builder.subject(account), `${says} the own token of`, place)
  }
}

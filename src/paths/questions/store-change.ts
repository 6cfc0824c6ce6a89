import { nameOf } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { CHANGE_CLUSTER_STORE, CHANGE_STORE, EVERYTHING, heldOn, rightSteps } from '../accesses.ts'
import type { Context } from '../attack.ts'
import { destinationOf, identityOf } from '../connections.ts'
import type { Holder, Holding } from '../holdings.ts'
import { type Draft, listed, step } from '../steps.ts'

/** Who can change a store that requests of the set use. */
export function storeChanges(context: Context): Draft[] {
  const used = context.stores.stores.filter(store => context.stores.usersOf(store).length > 0)
  const byPlace = Map.groupBy(used, ({ kind, namespace }) => (kind === 'SecretStore' ? (namespace ?? '') : CLUSTER))
  const cluster = byPlace.get(CLUSTER) ?? []
  const own = used.filter(({ kind }) => kind === 'SecretStore')
  return [
    ...ordinary(context, CHANGE_CLUSTER_STORE).flatMap(holder =>
      holder.isSomewhere ? [] : changes(holder, cluster, context),
    ),
    ...ordinary(context, CHANGE_STORE).flatMap(holder => {
      const { everywhere, namespaces, named } = holder.hold
      const places = new Set([...namespaces.keys(), ...named.flatMap(({ namespace }) => namespace ?? [])])
      const isWide = everywhere !== undefined || named.some(({ namespace }) => namespace === undefined)
      return changes(holder, isWide ? own : [...places].flatMap(place => byPlace.get(place) ?? []), context)
    }),
  ]
}

const CLUSTER = '*'

const ordinary = ({ holdings }: Context, access: typeof CHANGE_STORE): Holder[] =>
  holdings.holders(access, [EVERYTHING]).filter(({ beside: [all] }) => !all?.everywhere)

const changes = (holder: Holder, stores: readonly Manifest[], context: Context): Draft[] =>
  stores.flatMap(store => {
    const holding = heldOn(holder.hold, store.name, store.namespace)
    return holding ? [change(holder, holding, store, context)] : []
  })

function change(holder: Holder, holding: Holding, store: Manifest, { world, stores }: Context): Draft {
  const isCluster = store.kind === 'ClusterSecretStore'
  const identity = identityOf(store, world)
  const users = stores.usersOf(store)
  const isWorthIt = identity.of !== 'unknown' && identity.of !== 'user'
  const who = holder.isSomewhere ? `${holder.says} in namespace ${store.namespace ?? ''}` : holder.says
  return {
    key: holder.says,
    title: `${who} can change ${nameOf(store)}, which ${users.length} request${users.length === 1 ? ' uses' : 's use'}`,
    threat: 'TM4',
    severity: isCluster && isWorthIt ? 'critical' : isCluster || (isWorthIt && !holder.isSomewhere) ? 'high' : 'medium',
    steps: () => [
      ...rightSteps(holding, isCluster ? CHANGE_CLUSTER_STORE : CHANGE_STORE, `change ${nameOf(store)}`, world),
      step(`it signs in with ${identity.says}`, store, identity.path),
      step(
        `where it signs in, now ${destinationOf(store, world).says}, is for them to say${isWorthIt ? `, and ${identity.says} goes there` : ''}`,
        store,
        destinationOf(store, world).path,
      ),
      step(`what it answers arrives at ${listed(users.map(nameOf))}`, users[0] ?? null, ['spec']),
    ],
  }
}

import type { Manifest } from '../../parse/manifest.ts'
import { inNamespaces } from '../accesses.ts'
import type { Context } from '../attack.ts'
import type { Holder, Holding } from '../holdings.ts'
import { usersInWords } from '../store-users.ts'

/** Somebody who may use a store or generator. */
export interface Use {
  readonly holder: Holder
  readonly store: Manifest
  readonly holding: Holding
  /** Undefined: all that the store admits. */
  readonly namespaces: readonly string[] | undefined
  /** `in namespace shop`. */
  readonly where: string
}

/** Which of the holders of a right in namespaces may use which of the stores or generators. */
export function byStore(holders: readonly Holder[], stores: readonly Manifest[], context: Context): Use[] {
  const wide = holders.filter(({ hold, isSomewhere }) => hold.everywhere !== undefined && !isSomewhere)
  const somewhere = holders.filter(({ isSomewhere }) => isSomewhere)
  const places = holders.flatMap(holder =>
    holder.hold.everywhere ? [] : [...holder.hold.namespaces.keys()].map(name => ({ name, holder })),
  )
  const inPlace = Map.groupBy(places, ({ name }) => name)
  return stores.flatMap(store => {
    const isCluster = store.kind.startsWith('Cluster')
    const admitted = isCluster ? context.stores.admitted(store, inPlace) : [store.namespace ?? '']
    const within = admitted.flatMap(name => inPlace.get(name) ?? [])
    return [
      ...wide.flatMap(holder => everywhere(holder, store)),
      ...(isCluster && context.stores.isOpen(store) ? somewhere.flatMap(holder => everywhere(holder, store)) : []),
      ...[...Map.groupBy(within, ({ holder }) => holder)].flatMap(([holder, found]) =>
        inSome(holder, store, found.map(({ name }) => name).sort()),
      ),
    ]
  })
}

function everywhere(holder: Holder, store: Manifest): Use[] {
  const { everywhere: holding } = holder.hold
  const where = holder.isSomewhere ? 'in namespaces where they have it' : `in ${usersInWords(store)}`
  return holding ? [{ holder, store, holding, namespaces: undefined, where }] : []
}

function inSome(holder: Holder, store: Manifest, namespaces: readonly string[]): Use[] {
  const holding = holder.hold.namespaces.get(namespaces[0] ?? '')
  return holding ? [{ holder, store, holding, namespaces, where: inNamespaces(namespaces) }] : []
}

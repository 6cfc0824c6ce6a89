import { nameOf, type Severity } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { connectedOf, foreignNamespaceIn, providerOf } from '../../providers/store.ts'
import { EVERYTHING, FETCH, rightSteps } from '../accesses.ts'
import type { Context } from '../attack.ts'
import { destinationOf, type Identity, identityOf } from '../connections.ts'
import { type Draft, step } from '../steps.ts'
import { doorOf } from '../store-users.ts'
import { byStore, type Use } from './uses.ts'

/** Whose ExternalSecret can fetch through which store or generator. */
export function fetches(context: Context): Draft[] {
  const { holdings, stores } = context
  const holders = holdings.holders(FETCH, [EVERYTHING]).filter(({ beside: [all] }) => !all?.everywhere)
  const sources = [...stores.stores, ...stores.generators.filter(generator => connectedOf(generator) !== undefined)]
  return byStore(holders, sources, context).map(use => fetchThrough(use, context))
}

function fetchThrough({ holder, store, holding, where }: Use, { world, stores }: Context): Draft {
  const identity = identityOf(store, world)
  const destination = destinationOf(store, world)
  const isCluster = store.kind.startsWith('Cluster')
  const foreign = foreignNamespaceOf(store)
  const what = foreign ? `the Secrets of namespace ${foreign}` : `what ${identity.says} may read at ${destination.says}`
  return {
    key: holder.says,
    title: `${holder.says} can fetch ${what} through ${nameOf(store)} ${where}`,
    threat: isCluster ? 'TM6' : 'TM3',
    severity: severityOf(store, identity, foreign, holder.isCrowd, stores.isOpen(store)),
    steps: () => [
      ...rightSteps(holding, FETCH, 'write ExternalSecrets', world),
      step(`${nameOf(store)} serves ${where.replace(/^in /, '')}`, store, doorOf(store)),
      step(`it signs in with ${identity.says}`, store, identity.path),
      step(`${what} arrives in a Secret of the namespace of the ExternalSecret`, store, destination.path),
    ],
  }
}

function severityOf(
  store: Manifest,
  { of }: Identity,
  foreign: string | undefined,
  isCrowd: boolean,
  isOpen: boolean,
): Severity {
  const isShared = of !== 'user'
  if (!store.kind.startsWith('Cluster')) return of === 'operator' || of === 'own token' ? 'medium' : 'low'
  if (!isOpen) return 'low'
  if (isCrowd || (foreign !== undefined && isShared)) return 'high'
  return isShared ? 'medium' : 'low'
}

function foreignNamespaceOf(store: Manifest): string | undefined {
  const provider = providerOf(store)
  const namespace = provider && foreignNamespaceIn(provider)?.namespace
  return namespace === store.namespace ? undefined : namespace
}

import { nameOf } from '../finding.ts'
import { ESO_GROUP } from '../model/eso.ts'
import { builtInAggregation, policyRules, verbsGiven } from '../model/rbac.ts'
import { pushesInto } from '../model/stores.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { foreignNamespaceIn, providerOf, replaceableCredentials } from '../providers/store.ts'
import { bindingsOf, holders } from './grants.ts'
import type { Related } from './rule.ts'
import { isStranger } from './write-access.ts'

/** What makes a ClusterSecretStore that serves every namespace worse than untidy. */
export interface Circumstance {
  /** Part of a sentence about the store. */
  readonly says: string
  readonly related: readonly Related[]
}

/** What the set says about such a store: its credential, what it reads, who pushes into it, who may use it. */
export const circumstances = (store: Manifest, world: World): Circumstance[] => [
  ...ofProvider(store),
  ...ofPushes(store, world),
  ...ofAuthors(world),
]

function ofProvider(store: Manifest): Circumstance[] {
  const provider = providerOf(store)
  if (!provider) return []
  // Where each namespace brings its own credential, the store opens nothing to the others.
  const shared = replaceableCredentials(provider).filter(({ isShared }) => isShared)
  const foreign = foreignNamespaceIn(provider)
  return [
    ...shared.map(({ credential, path }) => ({
      says: `it signs in with a stored ${credential.what} (${credential.field})`,
      related: [{ manifest: store, path, message: 'the stored credential' }],
    })),
    ...(foreign ? [foreign] : []).map(({ namespace, path }) => ({
      says: `it reads Secrets of namespace ${namespace}`,
      related: [{ manifest: store, path, message: 'the other namespace' }],
    })),
  ]
}

const NAMED = 2

function ofPushes(store: Manifest, world: World): Circumstance[] {
  const pushes = pushesInto(store, world)
  if (pushes.length === 0) return []
  const named = pushes.slice(0, NAMED).map(({ manifest }) => nameOf(manifest))
  const more = pushes.length > NAMED ? ` and ${pushes.length - NAMED} more` : ''
  const related = pushes.map(push => ({ ...push, message: 'pushed into the store here' }))
  return [{ says: `${named.join(', ')}${more} ${pushes.length > 1 ? 'push' : 'pushes'} into it`, related }]
}

/** Who is no operator and may write ExternalSecrets; whoever may change the store as well is not held by conditions. */
function ofAuthors(world: World): Circumstance[] {
  const { rbac } = world
  const grants = rbac.roles
    .filter(role => policyRules(role).some(rule => verbsGiven(rule, CREATE_EXTERNAL_SECRETS).length > 0))
    .flatMap(role => [
      ...rbac.grantsOf(role),
      ...builtInAggregation(role).flatMap(({ roles }) => roles.flatMap(name => rbac.grantsOfClusterRole(name))),
    ])
    .filter(grant => isStranger(grant, world) && !rbac.hasEverywhere(grant.subject, CHANGE_STORES))
  return grants.length === 0
    ? []
    : [{ says: `${holders(grants)} can create ExternalSecrets`, related: bindingsOf(grants) }]
}

const CREATE_EXTERNAL_SECRETS = { group: ESO_GROUP, resource: 'externalsecrets', verbs: ['create'] }
const CHANGE_STORES = { group: ESO_GROUP, resource: 'clustersecretstores', verbs: ['update', 'patch'] }

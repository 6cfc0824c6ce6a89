import { nameOf } from '../finding.ts'
import { ESO_GROUP } from '../model/eso/eso.ts'
import { PUSHING_KINDS } from '../model/eso/external-secrets.ts'
import { usersOf } from '../model/eso/store-users.ts'
import type { Grant } from '../model/rbac/rbac.ts'
import { hasEverywhere } from '../model/rbac/rights.ts'
import { remember } from '../model/remember.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { foreignNamespaceIn, providerOf, replaceableCredentials } from '../providers/store.ts'
import { authorsSomewhere } from './authors.ts'
import { bindingsOf, holders } from './grants.ts'
import type { Related } from './rule.ts'
import { storesOfTeams } from './teams.ts'
import { joined, shortened } from './words.ts'

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
  ...ofAuthors(store, world),
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
  const references = usersOf(store, world).filter(({ manifest }) => PUSHING_KINDS.includes(manifest.groupKind))
  const pushes = [...Map.groupBy(references, ({ manifest }) => manifest).values()].flatMap(([first]) => first ?? [])
  if (pushes.length === 0) return []
  const named = shortened(
    pushes.map(({ manifest }) => nameOf(manifest)),
    NAMED,
  )
  const related = pushes.map(({ manifest, path }) => ({
    manifest,
    path,
    message: 'pushed into the store here, see push-secret-to-open-store',
  }))
  return [{ says: `${joined(named)} ${pushes.length > 1 ? 'push' : 'pushes'} into it`, related }]
}

/** Who is no operator and may write ExternalSecrets, where the config does not let their team use this store there. */
function ofAuthors(store: Manifest, world: World): readonly Circumstance[] {
  const { grants, allowed, circumstance } = authors(world)
  if (allowed.size === 0) return circumstance
  return authoring(grants.filter(grant => !allowed.get(grant)?.includes(store.name)))
}

/** Whoever may change the store as well is not held by conditions. `allowed`: the stores of those in a team. */
const authors = remember((world: World) => {
  const grants = authorsSomewhere(world).filter(({ subject }) => !hasEverywhere(subject, CHANGE_STORES, world.rbac))
  const allowed = new Map(
    grants.map(grant => [grant, storesOfTeams(grant, world)] as const).filter(([, stores]) => stores.length > 0),
  )
  return { grants, allowed, circumstance: authoring(grants) }
})

const authoring = (grants: readonly Grant[]): Circumstance[] =>
  grants.length === 0 ? [] : [{ says: `${holders(grants)} can create ExternalSecrets`, related: bindingsOf(grants) }]

const CHANGE_STORES = { group: ESO_GROUP, resource: 'clustersecretstores', verbs: ['update', 'patch'] }

import { ESO_GROUP } from '../model/eso/eso.ts'
import { type Access, type Grant, nameOfSubject } from '../model/rbac/rbac.ts'
import { type HeldRight, whoCan, whoCanSomewhere } from '../model/rbac/rights.ts'
import type { World } from '../model/world.ts'
import { isStranger } from './write-access.ts'

const WRITE_EXTERNAL_SECRETS: Access = {
  group: ESO_GROUP,
  resource: 'externalsecrets',
  verbs: ['create', 'update', 'patch'],
}

/** Who is no operator and may write ExternalSecrets in a namespace, by a role of the set. */
export const authorsIn = (namespace: string, world: World): Grant[] =>
  strangers(whoCan(WRITE_EXTERNAL_SECRETS, namespace, world.rbac), world)

/** Who is no operator and may create ExternalSecrets in some namespace, by a role of the set. */
export const authorsSomewhere = (world: World): Grant[] =>
  strangers(whoCanSomewhere({ ...WRITE_EXTERNAL_SECRETS, verbs: ['create'] }, world.rbac), world)

/**
 * Who is no operator and may change a ConfigMap or Secret of this name by a role of the set, but no ExternalSecrets
 * beside it. What the built-in roles give is left out: the operator's chart, which may be elsewhere, adds to them.
 */
export function editorsOf(resource: 'configmaps' | 'secrets', name: string, namespace: string, world: World): Grant[] {
  const access = { group: '', resource, verbs: ['create', 'update', 'patch'] }
  const editing = whoCan(access, namespace, world.rbac).filter(
    ({ rule: { resourceNames } }) => resourceNames.length === 0 || resourceNames.includes(name),
  )
  const authors = new Set(
    whoCan(WRITE_EXTERNAL_SECRETS, namespace, world.rbac).map(({ grant }) => nameOfSubject(grant.subject)),
  )
  return strangers(editing, world).filter(({ subject }) => !authors.has(nameOfSubject(subject)))
}

/** Rules of the set only: cluster-admin and the like are no developers' roles. */
const strangers = (rights: readonly HeldRight[], world: World): Grant[] =>
  [...new Set(rights.filter(({ role }) => role !== undefined).map(({ grant }) => grant))].filter(grant =>
    isStranger(grant, world),
  )

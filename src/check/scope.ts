import { ESO_GROUP } from '../model/eso/eso.ts'
import type { Grant, Subject } from '../model/rbac/rbac.ts'
import type { World } from '../model/world.ts'
import { isPlaceholder } from '../parse/untyped.ts'

/** Whether the world has to do with the operator at all: an install, a store or an object of its kinds. */
export const holdsEso = (world: World): boolean =>
  world.has('install') || world.has('stores') || KINDS.some(kind => world.of(kind).length > 0)

const KINDS = ['ExternalSecret', 'ClusterExternalSecret', 'PushSecret', 'ClusterPushSecret'].map(
  kind => `${ESO_GROUP}/${kind}`,
)

/**
 * Whether a subject's general hygiene is ours to judge: the operator's own ServiceAccounts, those in its namespace, and
 * whoever holds rules that name one of its API groups; but no other operator, whose rights are wide on purpose.
 */
export function isInScope(subject: Subject, world: World): boolean {
  if (isUnknown(subject) || (world.isOperator(subject) && !world.eso.isOwn(subject))) return false
  return world.eso.isInScope(subject) || (subject.kind !== 'ServiceAccount' && world.eso.namesOurGroups(subject))
}

/** The grants of subjects in scope. */
export const inScope = (grants: readonly Grant[], world: World): Grant[] =>
  grants.filter(({ subject }) => isInScope(subject, world))

/** Whether a subject is filled in later. */
export const isUnknown = ({ name, namespace }: Subject): boolean => isPlaceholder(name) || isPlaceholder(namespace)

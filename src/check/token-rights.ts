import type { Component } from '../model/eso/eso.ts'
import { accountOf } from '../model/pods/workloads.ts'
import { type Access, verbsGiven } from '../model/rbac/rbac.ts'
import { builtInRoleOf, rightsBy } from '../model/rbac/rights.ts'
import { implicitGroups } from '../model/rbac/subjects.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asText } from '../parse/untyped.ts'
import { reachOf } from './overlap.ts'

const TOKENS: Access = { group: '', resource: 'serviceaccounts/token', verbs: ['create'] }

/** The controllers that work on a store there; undefined while one of them may, and it is not known yet. */
export function controllersFor(store: Manifest, namespace: string, world: World): Component[] | undefined {
  const { controllers } = world.eso
  const reaches = controllers.map(reachOf)
  if (reaches.includes(undefined)) return undefined
  const wanted = asText(store.get('spec', 'controller')) ?? ''
  return controllers.filter((_, i) => {
    const reach = reaches[i]
    if (!reach) return false
    const watches = reach.namespace === undefined || reach.namespace === namespace
    return watches && (wanted === '' || wanted === reach.controllerClass)
  })
}

/**
 * Whether a controller may make a token for this ServiceAccount; undefined when the set does not tell: it has none of
 * the controller's roles, or a binding to a role that is elsewhere.
 */
export function mayMakeToken(
  controller: Component,
  name: string,
  namespace: string,
  { rbac }: World,
): boolean | undefined {
  const account = accountOf(controller.pod)
  const held = [account, ...implicitGroups(account)]
    .flatMap(holder => rbac.grantsTo(holder))
    .filter(grant => grant.namespace === undefined || grant.namespace === namespace)
    .map(({ binding }) => binding)
  const may = held
    .flatMap(binding => rightsBy(binding, rbac))
    .some(
      ({ rule }) =>
        verbsGiven(rule, TOKENS).length > 0 && (rule.resourceNames.length === 0 || rule.resourceNames.includes(name)),
    )
  if (may) return true
  const isElsewhere = (binding: Manifest): boolean =>
    rbac.boundRoles(binding).length === 0 &&
    builtInRoleOf(binding, rbac) === undefined &&
    // What Kubernetes gives its own parts has no right to make tokens that a controller would be bound to.
    !asText(binding.get('roleRef', 'name'))?.startsWith('system:')
  return rbac.rolesOf(account).length === 0 || held.some(isElsewhere) ? undefined : false
}

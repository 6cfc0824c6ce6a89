import { nameOf } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asText } from '../../parse/untyped.ts'
import { remember } from '../remember.ts'
import { BUILT_IN_ROLES, type BuiltInRole, builtInRolesTakenBy, builtInRules } from './built-in-roles.ts'
import {
  type Access,
  builtInAggregation,
  type Grant,
  type PolicyRule,
  policyRules,
  type Rbac,
  type Subject,
  verbsGiven,
} from './rbac.ts'
import { implicitGroups } from './subjects.ts'

/** One rule that a binding hands out, and how it got into the bound role. */
export interface Right {
  readonly rule: PolicyRule
  /** Where the rule is written; undefined for a role that is built into Kubernetes. */
  readonly role: Manifest | undefined
  /** The role that is bound, where that one takes the rule in by aggregation; else undefined. */
  readonly through: string | undefined
}

/** A right in somebody's hands. */
export interface HeldRight extends Right {
  readonly grant: Grant
}

/** Every rule that a binding gives: those of its role, of roles aggregated into it, and of roles built into Kubernetes. */
export function rightsBy(binding: Manifest, rbac: Rbac): readonly Right[] {
  const name = builtInRoleOf(binding, rbac)
  return name === undefined
    ? rbac.boundRoles(binding).flatMap(role => rightsOfRole(role, rbac))
    : (builtInRights(rbac).get(name) ?? [])
}

/** The built-in ClusterRole that a binding hands out; undefined for other roles, and where the set has one of its own of that name. */
export function builtInRoleOf(binding: Manifest, rbac: Rbac): BuiltInRole | undefined {
  if (binding.get('roleRef', 'kind') !== 'ClusterRole' || rbac.boundRoles(binding).length > 0) return undefined
  const name = asText(binding.get('roleRef', 'name')) ?? ''
  return BUILT_IN_ROLES.find(known => known === name)
}

/** What each built-in role gives in the set, by its name. */
const builtInRights = remember(
  (rbac: Rbac): ReadonlyMap<string, readonly Right[]> =>
    new Map(BUILT_IN_ROLES.map(name => [name, rightsOfBuiltIn(name, rbac)])),
)

function rightsOfBuiltIn(name: BuiltInRole, rbac: Rbac): Right[] {
  const names = new Set([name])
  const parts = new Set<Manifest>()
  // What is taken in may itself take in a built-in role, which is then looked at as well.
  for (const next of names)
    for (const role of rbac.roles.filter(one => builtInAggregation(one).some(({ roles }) => roles.includes(next)))) {
      const taken = [role, ...rbac.aggregatedBy(role)]
      for (const part of taken) parts.add(part)
      for (const other of builtInRolesTakenBy(taken)) names.add(other)
    }
  return [
    ...[...names].flatMap(builtInRules).map(rule => ({ rule, role: undefined, through: undefined })),
    ...[...parts].flatMap(part => rulesOf(part, `ClusterRole ${name}`)),
  ]
}

function rightsOfRole(role: Manifest, rbac: Rbac): Right[] {
  const aggregated = rbac.aggregatedBy(role)
  const through = nameOf(role)
  const builtIn = builtInRolesTakenBy([role, ...aggregated]).flatMap(name => builtInRights(rbac).get(name) ?? [])
  return [
    ...rulesOf(role, undefined),
    ...aggregated.flatMap(one => rulesOf(one, through)),
    ...builtIn.map(right => ({ ...right, through })),
  ]
}

const rulesOf = (role: Manifest, through: string | undefined): Right[] =>
  policyRules(role).map(rule => ({ rule, role, through }))

/** Everything a subject may do: by its own bindings, and by those of the groups that the API server puts it into. */
export function rightsOf(subject: Subject, rbac: Rbac): HeldRight[] {
  const grants = [subject, ...implicitGroups(subject)].flatMap(holder => rbac.grantsTo(holder))
  return grants.flatMap(grant => rightsBy(grant.binding, rbac).map(right => ({ ...right, grant })))
}

/** Whether a subject, or a group it is always in, has part of this access in all namespaces, to objects of any name. */
export const hasEverywhere = (subject: Subject, access: Access, rbac: Rbac): boolean =>
  rightsOf(subject, rbac).some(
    ({ grant, rule }) =>
      grant.namespace === undefined && rule.resourceNames.length === 0 && verbsGiven(rule, access).length > 0,
  )

/**
 * Who may do one of the verbs in this namespace (undefined: in all of them), with the binding, the role and the
 * aggregation that say so. Rights on single names count as well; `rule.resourceNames` has them.
 */
export function whoCan(access: Access, namespace: string | undefined, rbac: Rbac): HeldRight[] {
  const held = heldBy(access, rbac)
  return [...(held.get(undefined) ?? []), ...(namespace === undefined ? [] : (held.get(namespace) ?? []))]
}

/** Who may do one of the verbs somewhere. */
export const whoCanSomewhere = (access: Access, rbac: Rbac): HeldRight[] => [...heldBy(access, rbac).values()].flat()

type HeldByNamespace = ReadonlyMap<string | undefined, readonly HeldRight[]>

const accesses = remember((_: Rbac) => new Map<string, HeldByNamespace>())

/** Who has an access, by the namespace that they have it in. */
function heldBy(access: Access, rbac: Rbac): HeldByNamespace {
  const key = JSON.stringify(access)
  const known = accesses(rbac).get(key)
  if (known) return known
  const held = rbac.bindings.flatMap(binding => {
    const rights = rightsBy(binding, rbac).filter(({ rule }) => verbsGiven(rule, access).length > 0)
    return rbac.grantsIn(binding).flatMap(grant => rights.map(right => ({ ...right, grant })))
  })
  const found = Map.groupBy(held, ({ grant }) => grant.namespace)
  accesses(rbac).set(key, found)
  return found
}

/** The verbs of an access that rights give together, to objects of any name. */
export function verbsOfAnyName(rights: readonly Right[], access: Access): string[] {
  const given = new Set(rights.flatMap(({ rule }) => (rule.resourceNames.length === 0 ? verbsGiven(rule, access) : [])))
  return access.verbs.filter(verb => given.has(verb))
}

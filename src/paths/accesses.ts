import { boundRoleName } from '../check/held.ts'
import { nameOf } from '../finding.ts'
import { ESO_GROUP, GENERATORS_GROUP } from '../model/eso/eso.ts'
import { type Access, builtInAggregation, nameOfSubject, resourcePath } from '../model/rbac/rbac.ts'
import type { World } from '../model/world.ts'
import type { Hold, Holder, Holding } from './holdings.ts'
import { listed, type Step, step } from './steps.ts'

const WRITE = ['create', 'update', 'patch']
const CHANGE = ['update', 'patch']
const RBAC = 'rbac.authorization.k8s.io'

const core = (resource: string, verbs: readonly string[]): Access => ({ group: '', resource, verbs })
const eso = (resource: string, verbs: readonly string[]): Access => ({ group: ESO_GROUP, resource, verbs })

export const EVERYTHING: Access = { group: '*', resource: '*', verbs: ['*'] }
export const READ_SECRETS = core('secrets', ['get', 'list', 'watch'])
export const GET_SECRETS = core('secrets', ['get'])
export const CREATE_SECRETS = core('secrets', ['create'])
export const CREATE_PODS = core('pods', ['create'])
export const TOKENS = core('serviceaccounts/token', ['create'])
export const EXEC = core('pods/exec', ['create'])
export const DEBUG = core('pods/ephemeralcontainers', CHANGE)
export const IMPERSONATE_ACCOUNTS = core('serviceaccounts', ['impersonate'])
export const IMPERSONATE_GROUPS = core('groups', ['impersonate'])
export const BIND: Access = { group: RBAC, resource: 'clusterroles', verbs: ['bind'] }
export const CREATE_BINDINGS: Access = { group: RBAC, resource: 'clusterrolebindings', verbs: ['create'] }
/** Kinds whose pods run as any ServiceAccount of the namespace. */
export const WORKLOADS: readonly Access[] = [
  ...['deployments', 'daemonsets', 'statefulsets', 'replicasets'].map(resource => ({
    ...{ group: 'apps', resource, verbs: WRITE },
  })),
  ...['jobs', 'cronjobs'].map(resource => ({ group: 'batch', resource, verbs: WRITE })),
]
export const FETCH = eso('externalsecrets', WRITE)
export const PUSH = eso('pushsecrets', WRITE)
export const NEW_STORE = eso('secretstores', ['create'])
export const NEW_CLUSTER_STORE = eso('clustersecretstores', ['create'])
export const CHANGE_STORE = eso('secretstores', CHANGE)
export const CHANGE_CLUSTER_STORE = eso('clustersecretstores', CHANGE)
export const NEW_VAULT_GENERATOR: Access = {
  group: GENERATORS_GROUP,
  resource: 'vaultdynamicsecrets',
  verbs: ['create'],
}

/** The steps that give somebody a right: the entry of the binding, and the rule in its role. */
export function rightSteps({ right, grant }: Holding, access: Access, can: string, world: World): Step[] {
  const { role, rule, through } = right
  if (!grant) {
    const [label] = role ? builtInAggregation(role) : []
    const says = `${role ? nameOf(role) : 'a role'} adds the right to ${can} to the built-in role${(label?.roles ?? []).length > 1 ? 's' : ''} ${(label?.roles ?? []).join(' and ')}`
    return [step(says, role ?? null, ['metadata', 'labels', ...(label ? [label.label] : [])])]
  }
  const where = grant.namespace === undefined ? 'in all namespaces' : `in namespace ${grant.namespace}`
  const by = through === undefined ? '' : `, aggregated into ${through},`
  return [
    step(
      `${nameOfSubject(grant.subject)} is bound to ${boundRoleName(grant.binding, world.rbac)} ${where}`,
      grant.binding,
      grant.path,
    ),
    step(
      `${role ? nameOf(role) : boundRoleName(grant.binding, world.rbac)}${by} gives the right to ${can}`,
      role ?? null,
      role ? resourcePath(rule, access.resource) : [],
    ),
  ]
}

/** The holding that counts in a namespace. */
export const heldIn = ({ everywhere, namespaces }: Hold, namespace: string): Holding | undefined =>
  everywhere ?? namespaces.get(namespace)

/** As `heldIn`, or on this name only. */
export const heldOn = (hold: Hold, name: string, namespace: string | undefined): Holding | undefined =>
  hold.everywhere ??
  hold.namespaces.get(namespace ?? '') ??
  hold.named.find(
    ({ right, namespace: where }) =>
      right.rule.resourceNames.includes(name) && (where === undefined || where === namespace),
  )

/** `in all namespaces`, `in namespaces a, b and 3 more`, `in namespaces where they have it`. */
export function whereHeld({ hold, isSomewhere }: Holder): string {
  if (isSomewhere) return 'in namespaces where they have it'
  if (hold.everywhere) return 'in all namespaces'
  return inNamespaces([...hold.namespaces.keys()].sort())
}

export const inNamespaces = (names: readonly string[]): string =>
  `in namespace${names.length === 1 ? '' : 's'} ${listed(names)}`

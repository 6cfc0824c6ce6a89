import type { Manifest } from '../../parse/manifest.ts'
import { asList } from '../../parse/untyped.ts'
import { type Labels, selects } from '../selectors.ts'
import type { PolicyRule } from './rbac.ts'

/**
 * What the built-in user-facing roles give, as far as it bears on Secrets, pods, identities and roles; `admin` takes in
 * `edit`. `view` gives nothing of it. https://kubernetes.io/docs/reference/access-authn-authz/rbac/#user-facing-roles
 * Source: plugin/pkg/auth/authorizer/rbac/bootstrappolicy/policy.go of Kubernetes 1.34
 */
export function builtInRules(clusterRole: string): readonly PolicyRule[] {
  if (clusterRole === 'cluster-admin') return CLUSTER_ADMIN
  if (clusterRole === 'edit') return EDIT
  return clusterRole === 'admin' ? ADMIN : []
}

/** The names of the built-in ClusterRoles that people are bound to. */
export const BUILT_IN_ROLES = ['cluster-admin', 'admin', 'edit', 'view'] as const
export type BuiltInRole = (typeof BUILT_IN_ROLES)[number]

/**
 * The built-in roles whose rules some roles take in by their `aggregationRule`. Each of `view`, `edit` and `admin` is put
 * together from built-in roles with its own label: who selects that label gets the same.
 */
export const builtInRolesTakenBy = (roles: readonly Manifest[]): BuiltInRole[] => {
  const selectors = roles
    .filter(({ kind }) => kind === 'ClusterRole')
    .flatMap(role => asList(role.get('aggregationRule', 'clusterRoleSelectors')))
  return BUILT_IN_ROLES.filter(name => selectors.some(selector => selects(selector, labelsOf(name))))
}

/** `cluster-admin` has no label of its own. */
const labelsOf = (name: BuiltInRole): Labels => ({
  'kubernetes.io/bootstrapping': 'rbac-defaults',
  ...(name === 'cluster-admin' ? {} : { [`rbac.authorization.k8s.io/aggregate-to-${name}`]: 'true' }),
})

const READ = ['get', 'list', 'watch']
const WRITE = ['create', 'delete', 'deletecollection', 'patch', 'update']

const rule = (apiGroups: string[], resources: string[], verbs: string[]): PolicyRule => ({
  path: [],
  apiGroups,
  resources,
  verbs,
  resourceNames: [],
})

const CLUSTER_ADMIN = [rule(['*'], ['*'], ['*'])]

const EDIT = [
  rule([''], ['pods', 'pods/attach', 'pods/exec', 'pods/portforward', 'pods/proxy', 'secrets'], [...READ, ...WRITE]),
  rule([''], ['configmaps', 'events', 'serviceaccounts', 'services'], [...READ, ...WRITE]),
  rule([''], ['serviceaccounts'], ['impersonate']),
  rule([''], ['serviceaccounts/token'], ['create']),
  rule(['apps'], ['daemonsets', 'deployments', 'replicasets', 'statefulsets'], [...READ, ...WRITE]),
  rule(['batch'], ['cronjobs', 'jobs'], [...READ, ...WRITE]),
  rule(['networking.k8s.io'], ['ingresses', 'networkpolicies'], [...READ, ...WRITE]),
]

const ADMIN = [...EDIT, rule(['rbac.authorization.k8s.io'], ['rolebindings', 'roles'], [...READ, ...WRITE])]

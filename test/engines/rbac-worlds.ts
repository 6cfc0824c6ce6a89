import fc from 'fast-check'
import { GROUPS, NAMES, NAMESPACES, RESOURCES, type Request, randomRequest, VERBS } from './requests.ts'

/** Roles and bindings as the API server takes them, and requests that they are asked about. */
export interface RbacCase {
  readonly roles: readonly object[]
  readonly roleBindings: readonly object[]
  readonly clusterRoles: readonly object[]
  readonly clusterRoleBindings: readonly object[]
  readonly requests: readonly Request[]
}

const API = 'rbac.authorization.k8s.io'
const apiVersion = `${API}/v1`
const some = <T>(...from: readonly T[]) => fc.subarray([...from], { minLength: 1, maxLength: 4 })

const rule = fc.record({
  apiGroups: some('*', ...GROUPS),
  resources: some('*', '*/status', '*/token', 'pods/*', ...RESOURCES),
  verbs: some('*', ...VERBS),
  resourceNames: fc.oneof(
    { weight: 3, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(['', ...NAMES]) },
  ),
})
const rules = fc.array(rule, { maxLength: 2 })
const ROLE_NAMES = ['r1', 'r2', 'r3', 'r4']

const roles = fc.uniqueArray(
  fc.record({ name: fc.constantFrom(...ROLE_NAMES), namespace: fc.constantFrom(...NAMESPACES), rules }),
  { maxLength: 3, selector: ({ name, namespace }) => `${namespace}/${name}` },
)

const AGGREGATE = `${API}/aggregate-to-`
const labels = fc
  .subarray(['own', 'more', `${AGGREGATE}view`, `${AGGREGATE}edit`, `${AGGREGATE}admin`], { maxLength: 2 })
  .map(keys => Object.fromEntries(keys.map(key => [key, 'true'])))
const selector = fc.constantFrom<object>(
  { matchLabels: { own: 'true' } },
  {},
  { matchLabels: { [`${AGGREGATE}edit`]: 'true' } },
  { matchLabels: { [`${AGGREGATE}view`]: 'true' } },
  { matchLabels: { [`${AGGREGATE}admin`]: 'true' } },
  { matchLabels: { more: 'true' } },
  {
    matchExpressions: [
      { key: 'own', operator: 'Exists' },
      { key: 'more', operator: 'DoesNotExist' },
    ],
  },
  { matchLabels: { own: 'true' }, matchExpressions: [{ key: 'more', operator: 'In', values: ['true', 'false'] }] },
)
const aggregationRule = fc.oneof(
  fc.constant(undefined),
  fc.record({ clusterRoleSelectors: fc.array(selector, { minLength: 1, maxLength: 2 }) }),
)
const clusterRoles = fc.uniqueArray(
  fc.record({ name: fc.constantFrom(...ROLE_NAMES), labels, aggregationRule, rules }),
  { maxLength: 4, selector: ({ name }) => name },
)

const subject = fc.oneof(
  fc.record({
    kind: fc.constant('User'),
    name: fc.constantFrom('ann', 'bob', 'system:serviceaccount:a:one', 'system:anonymous'),
  }),
  fc.record({
    kind: fc.constant('Group'),
    name: fc.constantFrom(
      'devs',
      'ops',
      'system:authenticated',
      'system:serviceaccounts',
      'system:serviceaccounts:a',
      'system:unauthenticated',
    ),
  }),
  fc.record({
    kind: fc.constant('ServiceAccount'),
    name: fc.constantFrom('one', 'default'),
    namespace: fc.constantFrom(...NAMESPACES),
  }),
)
/** In a namespace the account's may be left out. */
const localSubject = fc.oneof(
  { weight: 4, arbitrary: subject },
  { weight: 1, arbitrary: fc.constant({ kind: 'ServiceAccount', name: 'one' }) },
)
const clusterRole = fc.constantFrom(...ROLE_NAMES, 'view', 'edit', 'admin', 'cluster-admin', 'missing')
const role = fc.oneof(
  clusterRole.map(name => ({ apiGroup: API, kind: 'ClusterRole', name })),
  fc.constantFrom(...ROLE_NAMES, 'missing').map(name => ({ apiGroup: API, kind: 'Role', name })),
)
const roleBindings = fc.array(
  fc.record({
    namespace: fc.constantFrom(...NAMESPACES),
    roleRef: role,
    subjects: fc.array(localSubject, { minLength: 1, maxLength: 2 }),
  }),
  { maxLength: 3 },
)
const clusterRoleBindings = fc.array(
  fc.record({
    roleRef: clusterRole.map(name => ({ apiGroup: API, kind: 'ClusterRole', name })),
    subjects: fc.array(subject, { minLength: 1, maxLength: 2 }),
  }),
  { maxLength: 2 },
)

export const randomRbac: fc.Arbitrary<RbacCase> = fc
  .record({
    roles,
    roleBindings,
    clusterRoles,
    clusterRoleBindings,
    requests: fc.array(randomRequest, { minLength: 1, maxLength: 16 }),
  })
  .map(({ requests, ...world }) => ({
    roles: world.roles.map(({ name, namespace, ...rest }) => ({
      ...{ apiVersion, kind: 'Role', metadata: { name, namespace } },
      ...rest,
    })),
    roleBindings: world.roleBindings.map(({ namespace, ...rest }, i) => ({
      ...{ apiVersion, kind: 'RoleBinding', metadata: { name: `b${i}`, namespace } },
      ...rest,
    })),
    clusterRoles: world.clusterRoles.map(({ name, labels: given, ...rest }) => ({
      ...{ apiVersion, kind: 'ClusterRole', metadata: { name, labels: given } },
      ...rest,
    })),
    clusterRoleBindings: world.clusterRoleBindings.map((rest, i) => ({
      ...{ apiVersion, kind: 'ClusterRoleBinding', metadata: { name: `b${i}` } },
      ...rest,
    })),
    requests,
  }))

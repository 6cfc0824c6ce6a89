import fc from 'fast-check'

const API = 'rbac.authorization.k8s.io'
const apiVersion = `${API}/v1`
export const HOLDER = 'ann'

export interface AskedRule {
  readonly apiGroups: readonly string[]
  readonly resources: readonly string[]
  readonly verbs: readonly string[]
  readonly resourceNames: readonly string[]
}

/** To write a role with these rules, or to bind one that has them; as test/engines/k8s-oracle declares it. */
export interface Attempt {
  readonly verb: 'bind' | 'escalate'
  readonly kind: 'Role' | 'ClusterRole'
  /** Of the role that is written, or of the binding; empty for those that live in none. */
  readonly namespace: string
  /** Empty for a new role: a request that creates something does not carry its name. */
  readonly name: string
  readonly rules: readonly AskedRule[]
}

/** What one user holds, and what they try to hand out. */
export interface EscalationCase {
  readonly clusterRoles: readonly object[]
  readonly roleBindings: readonly object[]
  readonly clusterRoleBindings: readonly object[]
  readonly user: string
  readonly attempts: readonly Attempt[]
}

const some = <T>(...from: readonly T[]) => fc.subarray([...from], { minLength: 1, maxLength: 2 })
/** Those that are worth more than any other, as src/model/rbac/escalation.ts knows them. */
const ROLES = ['cluster-admin', 'admin', 'edit'] as const
const unlimited: AskedRule = { apiGroups: ['*'], resources: ['*'], verbs: ['*'], resourceNames: [] }
const NAMELESS = ['create', 'deletecollection']

/** Who may do what with roles. */
const roleRule: fc.Arbitrary<AskedRule> = fc.record({
  apiGroups: some(API, '*', 'apps'),
  resources: some('roles', 'clusterroles', '*', 'rolebindings', '*/status'),
  verbs: some('bind', 'escalate', '*', 'create'),
  resourceNames: fc.oneof(fc.constant([]), fc.subarray(['', 'view', ...ROLES], { maxLength: 3 })),
})
/** What is handed out. */
const plainRule: fc.Arbitrary<AskedRule> = fc.record({
  apiGroups: some('', 'apps', '*'),
  resources: some('secrets', 'pods', 'pods/exec', '*/exec', '*'),
  verbs: some('get', 'create', 'deletecollection', '*'),
  resourceNames: fc.oneof(
    { weight: 2, arbitrary: fc.constant([]) },
    { weight: 1, arbitrary: fc.subarray(['', 'one', 'two']) },
  ),
})

/** Every verb in every group is the business of the rules about wildcards, so here it is everything or not at once. */
const withoutWildVerbs = (rule: AskedRule): AskedRule =>
  rule.verbs.includes('*') && rule.apiGroups.includes('*') ? { ...rule, apiGroups: [API] } : rule

/** A name beside a verb that has none gives nothing, which Kubernetes asks about all the same. */
const withoutIdleVerbs = (rule: AskedRule): AskedRule =>
  rule.resourceNames.length === 0 ? rule : { ...rule, verbs: rule.verbs.filter(verb => !NAMELESS.includes(verb)) }

const held = fc.array(
  fc.oneof(
    { weight: 4, arbitrary: roleRule.map(withoutWildVerbs) },
    { weight: 4, arbitrary: plainRule.map(withoutWildVerbs) },
    { weight: 1, arbitrary: fc.constant(unlimited) },
  ),
  { minLength: 1, maxLength: 4 },
)
const handedOut = fc.array(
  fc.oneof({ weight: 4, arbitrary: plainRule.map(withoutIdleVerbs) }, { weight: 1, arbitrary: fc.constant(unlimited) }),
  { minLength: 1, maxLength: 2 },
)

const attempt: fc.Arbitrary<Attempt> = fc
  .record({
    verb: fc.constantFrom('bind' as const, 'escalate' as const),
    kind: fc.constantFrom('Role' as const, 'ClusterRole' as const),
    namespace: fc.constantFrom('a', 'a', 'b', ''),
    name: fc.constantFrom(...ROLES),
    isNew: fc.boolean(),
    rules: handedOut,
  })
  .map(({ isNew, verb, kind, namespace, name, rules }) => ({
    ...{ verb, kind, rules },
    namespace: namespaceOf(verb, kind, namespace),
    name: verb === 'escalate' && isNew ? '' : name,
  }))

/** A ClusterRole lives in no namespace, a Role and what binds it in one. */
function namespaceOf(verb: Attempt['verb'], kind: Attempt['kind'], namespace: string): string {
  if (kind === 'ClusterRole') return verb === 'escalate' ? '' : namespace
  return namespace || 'a'
}

const binding = (kind: 'RoleBinding' | 'ClusterRoleBinding', name: string) => ({
  ...{ apiVersion, kind, metadata: kind === 'RoleBinding' ? { name, namespace: 'a' } : { name } },
  roleRef: { apiGroup: API, kind: 'ClusterRole', name },
  subjects: [{ kind: 'User', name: HOLDER }],
})

/** One role in all namespaces, another in one. */
export const randomEscalation: fc.Arbitrary<EscalationCase> = fc
  .record({
    everywhere: fc.oneof({ weight: 1, arbitrary: fc.constant([]) }, { weight: 1, arbitrary: held }),
    inNamespace: held,
    attempts: fc.array(attempt, { minLength: 1, maxLength: 16 }),
  })
  .map(({ everywhere, inNamespace, attempts }) => ({
    clusterRoles: [
      { apiVersion, kind: 'ClusterRole', metadata: { name: 'everywhere' }, rules: everywhere },
      { apiVersion, kind: 'ClusterRole', metadata: { name: 'in-namespace' }, rules: inNamespace },
    ],
    roleBindings: [binding('RoleBinding', 'in-namespace')],
    clusterRoleBindings: [binding('ClusterRoleBinding', 'everywhere')],
    user: HOLDER,
    attempts,
  }))

import { boundRoleName, rulesBehind } from '../check/held.ts'
import { unsafe } from '../check/offer.ts'
import { withoutSubject } from '../check/role-changes.ts'
import { defineRule } from '../check/rule.ts'
import { holdsEso } from '../check/scope.ts'
import type { Severity } from '../finding.ts'
import { ESO_RESOURCES, groupOfResource } from '../model/rbac/eso-resources.ts'
import { BINDING_KINDS, nameOfSubject, SECRET_ACCESS, type Subject, verbsGiven } from '../model/rbac/rbac.ts'
import { type Right, rightsBy, verbsOfAnyName } from '../model/rbac/rights.ts'
import { breadthOf } from '../model/rbac/subjects.ts'

export default defineRule({
  id: 'broad-subject-binding',
  title: "Nobody in particular holds rights on Secrets or on the operator's kinds",
  severities: ['critical', 'high', 'medium'],
  kinds: BINDING_KINDS,
  why: 'These subjects stand for everybody: all who can reach the API server, all who can log in, or every pod that names no ServiceAccount of its own. Any of them reads the Secrets, or writes what the operator obeys.',
  remedy:
    'Bind the role to the one ServiceAccount or Group that needs it. Where it is the operator itself that runs as `default`, set `serviceAccount.create: true` in its chart.',
  references: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#service-account-permissions',
  ],
  guide: ['RM4', 'RM6'],
  supersedes: ['human-secret-access', 'operator-namespace-access'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: secret-writer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: secret-writer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: secret-writer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:authenticated" } # finding: Group system:authenticated (everybody who can log in) can write ExternalSecrets in all namespaces through ClusterRole secret-writer
  - { apiGroup: rbac.authorization.k8s.io, kind: User, name: "system:anonymous" } # finding: (everybody who reaches the API server, without a login)
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
# In one namespace: all ServiceAccounts of the cluster, or those of the namespace.
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: secret-writer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: secret-writer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:serviceaccounts" } # finding: Group system:serviceaccounts (every pod of the cluster) can write ExternalSecrets in namespace shop
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:serviceaccounts:shop" } # finding[high]: Group system:serviceaccounts:shop (every pod of one namespace)
  - { kind: ServiceAccount, name: default } # finding[high]: ServiceAccount shop/default (every pod of its namespace that names no other)
`,
    `
# Secrets, by a built-in role. Reading the operator's kinds gives templates and inline values away.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault }, target: { name: db } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: jobs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { kind: ServiceAccount, name: default, namespace: shop } # finding: can get, list, watch, create, update, patch, delete Secrets in all namespaces through the built-in role edit
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: viewer, labels: { rbac.authorization.k8s.io/aggregate-to-view: "true" } }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores, externalsecrets]
    verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: all-see }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:authenticated" } # finding[medium]: can read ExternalSecrets, SecretStores in all namespaces through the built-in role view
`,
  ],
  good: [
    `
# A key that everybody may see, rights on other things, and subjects that are somebody.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault }, target: { name: db } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: public, namespace: shop }
rules:
  - { apiGroups: [""], resources: [secrets], resourceNames: [public-key], verbs: [get] }
  - { apiGroups: [""], resources: [configmaps], verbs: [get, list] }
  - { apiGroups: [kubernetes-client.io], resources: [externalsecrets], verbs: [create] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: public, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: public }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:authenticated" }
  - { kind: ServiceAccount, name: default }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
  - { kind: ServiceAccount, name: builder }
`,
    `
# Nothing here is External Secrets Operator.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: jobs }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: default, namespace: jobs }
`,
  ],
  *check(binding, world) {
    const grants = world.rbac.grantsIn(binding).filter(({ subject }) => breadthOf(subject) !== undefined)
    if (grants.length === 0) return
    const rights = rightsBy(binding, world.rbac)
    const given = givenBy(rights, holdsEso(world))
    if (!given) return
    const role = boundRoleName(binding, world.rbac)
    for (const { subject, namespace, path } of grants)
      yield {
        path,
        severity: given.isOnlyReading ? 'medium' : severityOf(subject, namespace),
        message: `${nameOfSubject(subject)} (${whoIsThat(subject)}) can ${given.says} in ${namespace === undefined ? 'all namespaces' : `namespace ${namespace}`} through ${role}`,
        related: rulesBehind(given.rights, 'a rule that gives it'),
      }
  },
  fix: fault => unsafe(NEEDED, fault.path[0] === 'subjects' ? withoutSubject(fault) : undefined),
})

const NEEDED = 'Does anything work by the rights that everybody gets here? It needs a binding of its own first.'

interface Given {
  readonly says: string
  readonly isOnlyReading: boolean
  readonly rights: readonly Right[]
}

/** What rights mean for Secrets and the operator's kinds; Secrets count where the operator is, those by name never. */
function givenBy(rights: readonly Right[], hasEso: boolean): Given | undefined {
  const secrets = hasEso ? verbsOfAnyName(rights, SECRET_ACCESS) : []
  const counted = rights.filter(({ rule }) => hasEso || !rule.apiGroups.includes('*'))
  const writes = kindsFor(counted, ['create', 'update', 'patch', 'delete'])
  const reads = writes.length + secrets.length > 0 ? [] : kindsFor(counted, ['get', 'list', 'watch'])
  const says = [
    ...(secrets.length > 0 ? [`${secrets.join(', ')} Secrets`] : []),
    ...(writes.length > 0 ? [`write ${writes.join(', ')}`] : []),
    ...(reads.length > 0 ? [`read ${reads.join(', ')}`] : []),
  ].join(' and ')
  const used = rights.filter(
    right => kindsFor([right], ANY).length > 0 || verbsOfAnyName([right], SECRET_ACCESS).length > 0,
  )
  return says === '' ? undefined : { says, isOnlyReading: reads.length > 0, rights: used }
}

const ANY = ['create', 'update', 'patch', 'delete', 'get', 'list', 'watch']

/** Kinds of the operator, as messages name them. */
const kindsFor = (rights: readonly Right[], verbs: readonly string[]): string[] => [
  ...new Set(
    ESO_RESOURCES.filter(target => {
      const access = { group: groupOfResource(target), resource: target.resource, verbs }
      return rights.some(({ rule }) => verbsGiven(rule, access).length > 0)
    }).map(({ plural }) => plural),
  ),
]

/** What stays between the pods of one namespace is not the whole cluster's. */
const severityOf = (subject: Subject, namespace: string | undefined): Severity =>
  breadthOf(subject) === 'one namespace' && namespace !== undefined ? 'high' : 'critical'

function whoIsThat(subject: Subject): string {
  switch (breadthOf(subject)) {
    case 'anybody':
      return 'everybody who reaches the API server, without a login'
    case 'everybody':
      return 'everybody who can log in'
    case 'every ServiceAccount':
      return 'every pod of the cluster'
    default:
      return subject.kind === 'Group' ? 'every pod of one namespace' : 'every pod of its namespace that names no other'
  }
}

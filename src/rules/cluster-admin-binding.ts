import { bindingsOf } from '../check/grants.ts'
import { unsafe } from '../check/offer.ts'
import { withoutSubject } from '../check/role-changes.ts'
import { defineRule, type Problem } from '../check/rule.ts'
import { inScope, isUnknown } from '../check/scope.ts'
import { storeSigningInAs } from '../check/store-accounts.ts'
import { BINDING_KINDS, nameOfSubject, policyRules, type Subject } from '../model/rbac/rbac.ts'
import { builtInRoleOf } from '../model/rbac/rights.ts'
import { isUnlimited, wildPath } from '../model/rbac/wildcards.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'

export default defineRule({
  id: 'cluster-admin-binding',
  title: 'The operator, or an account that it signs in as, is cluster administrator',
  severities: ['critical', 'high'],
  kinds: ['rbac.authorization.k8s.io/ClusterRole', ...BINDING_KINDS],
  why: 'Whoever takes over one pod of this ServiceAccount owns the cluster: every Secret, every node, every admission policy.',
  remedy:
    'Remove the binding, and let the operator chart make the roles (`rbac.create: true`); where they are your own, name the kinds and verbs that the ServiceAccount needs.',
  references: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['RM6', 'TM6'],
  supersedes: [
    'broad-subject-binding',
    'cluster-wide-secret-access',
    'human-secret-access',
    'namespace-write-access',
    'operator-namespace-access',
    'unrestricted-token-creation',
    'webhook-configuration-write-access',
    'wildcard-permissions',
  ],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-admin }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso } # finding: ServiceAccount eso/controller is bound to cluster-admin in all namespaces
  - { kind: ServiceAccount, name: backup, namespace: backup }
---
# A RoleBinding gives the namespace only.
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-admin, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: User, apiGroup: rbac.authorization.k8s.io, name: "system:serviceaccount:eso:controller" } # finding[high]: ServiceAccount eso/controller is bound to cluster-admin in namespace shop
`,
    `
# The operator is installed from elsewhere; the store says whose token goes to the provider.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes: { role: eso, serviceAccountRef: { name: vault-login, namespace: eso } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: vault-login }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: vault-login, namespace: eso } # finding: ServiceAccount eso/vault-login is bound to cluster-admin in all namespaces
`,
    `
# A role of another name that says the same.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-everything }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get]
  - nonResourceURLs: ["*"]
    verbs: ["*"]
  - apiGroups: ["*"]
    resources: ["*"] # finding: ServiceAccount eso/controller may do everything in all namespaces, as with cluster-admin
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-everything }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-everything }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
  ],
  good: [
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Argo CD, a backup tool and the operators are cluster administrators on purpose; the operator itself is none.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: admins }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { kind: ServiceAccount, name: argocd-application-controller, namespace: argocd }
  - { kind: ServiceAccount, name: backup, namespace: backup }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-reader }
rules:
  - { apiGroups: ["*"], resources: ["*"], verbs: [get, list, watch] }
  - { apiGroups: ["*"], resources: ["*"], resourceNames: [eso], verbs: ["*"] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-reader }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
# Everything, in one namespace, and in nobody's hands: rules about wildcards look at those.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-everything }
rules:
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get] }
  - { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-everything, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-everything }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: unbound }
rules:
  - { apiGroups: ["*"], resources: ["*"], verbs: ["*"] }
`,
  ],
  check: (manifest, world) =>
    manifest.kind === 'ClusterRole' ? equalRoles(manifest, world) : bindings(manifest, world),
  fix: fault => unsafe(NEEDED, fault.path[0] === 'subjects' ? withoutSubject(fault) : undefined),
})

const NEEDED = 'Has the subject a role of its own for what it does? It loses all other rights.'

function* bindings(binding: Manifest, world: World): Generator<Problem> {
  if (builtInRoleOf(binding, world.rbac) !== 'cluster-admin') return
  const grants = world.rbac.grantsIn(binding)
  const judged = new Set([...inScope(grants, world), ...grants.filter(({ subject }) => isStoreAccount(subject, world))])
  for (const { subject, path, namespace } of judged)
    yield {
      path,
      severity: namespace === undefined ? 'critical' : 'high',
      message: `${nameOfSubject(subject)} is bound to cluster-admin in ${namespace === undefined ? 'all namespaces' : `namespace ${namespace}`}`,
    }
}

/** Whether the operator makes tokens for a ServiceAccount and sends them to a provider. */
const isStoreAccount = (subject: Subject, world: World): boolean =>
  subject.kind === 'ServiceAccount' && !isUnknown(subject) && storeSigningInAs(subject, world) !== undefined

/** In one namespace such a role is a matter of its wildcards. */
function* equalRoles(role: Manifest, world: World): Generator<Problem> {
  const grants = inScope(world.rbac.grantsOf(role), world).filter(({ namespace }) => namespace === undefined)
  const subjects = [...new Set(grants.map(({ subject }) => nameOfSubject(subject)))].join(', ')
  for (const rule of grants.length > 0 ? policyRules(role) : [])
    if (isUnlimited(rule))
      yield {
        path: wildPath(rule, 'resources'),
        message: `${subjects} may do everything in all namespaces, as with cluster-admin`,
        related: bindingsOf(grants),
      }
}

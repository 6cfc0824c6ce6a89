import { chartValues } from '../check/chart-values.ts'
import { REMOVAL, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { nameOfSubject } from '../model/rbac/rbac.ts'

export default defineRule({
  id: 'auth-delegator-binding',
  title: 'The operator may ask the API server about everybody’s tokens and rights',
  severities: ['medium'],
  kinds: ['rbac.authorization.k8s.io/ClusterRoleBinding'],
  why: 'With `system:auth-delegator` whoever takes over the pod can ask whether a token that was found is good, whose it is, and what anybody may do: a map for the next step. The operator needs it only where a provider checks tokens in its name.',
  remedy:
    'Set `systemAuthDelegator: false` in the operator chart. Where Vault checks tokens with those it is given, let it have a token reviewer of its own, and ask whoever runs it.',
  references: [
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#other-component-roles',
    'https://developer.hashicorp.com/vault/docs/auth/kubernetes',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  ],
  guide: ['RM6'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-auth-delegator }
roleRef:
  apiGroup: rbac.authorization.k8s.io
  kind: ClusterRole
  name: system:auth-delegator # finding: ServiceAccount eso/external-secrets of the operator can check everybody's tokens and ask for everybody's rights
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
  - { kind: ServiceAccount, name: vault-reviewer, namespace: vault }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: vault-auth-delegator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: system:auth-delegator }
subjects:
  - { kind: ServiceAccount, name: vault-reviewer, namespace: vault }
---
# Both requests are cluster-scoped, so that a binding in a namespace gives nothing.
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-auth-delegator, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: system:auth-delegator }
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  *check(binding, { rbac, eso }) {
    const own = rbac
      .grantsOfClusterRole('system:auth-delegator')
      .filter(grant => grant.binding === binding && eso.isOwn(grant.subject))
    if (own.length === 0) return
    yield {
      path: ['roleRef', 'name'],
      message: `${own.map(({ subject }) => nameOfSubject(subject)).join(', ')} of the operator can check everybody's tokens and ask for everybody's rights`,
    }
  },
  fix: fault =>
    unsafe(
      REVIEWER,
      fault.manifest?.template === undefined ? REMOVAL : chartValues(fault, { systemAuthDelegator: false }, '0.20.1'),
    ),
})

const REVIEWER =
  "Does a provider check tokens with the operator's own, such as Vault without a token reviewer? It needs one of its own first."

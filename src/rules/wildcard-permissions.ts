import { bindingsOf, holders } from '../check/grants.ts'
import { defineRule } from '../check/rule.ts'
import { reachOf } from '../check/wildcard-reach.ts'
import { joined } from '../check/words.ts'
import { policyRules, ROLE_KINDS } from '../model/rbac/rbac.ts'
import { wildFields, wildPath } from '../model/rbac/wildcards.ts'

export default defineRule({
  id: 'wildcard-permissions',
  title: "A wildcard takes in the operator's kinds, or Secrets",
  severities: ['high', 'medium', 'low'],
  kinds: ROLE_KINDS,
  why: 'A star gives more than anybody meant, and what comes later as well: with each new version of the operator its holder may write kinds that did not exist when the role was written.',
  remedy:
    "Name the API groups, resources and verbs that are needed: externalsecrets for developers, with get, list and watch on secretstores. Name operators under `operators` in this tool's config.",
  references: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#least-privilege',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['RM6', 'TM6'],
  supersedes: [
    'cluster-wide-external-secret-access',
    'cluster-wide-secret-access',
    'developer-can-write-generators',
    'developer-can-write-push-secrets',
    'developer-can-write-secret-stores',
    'namespace-write-access',
    'unrestricted-token-creation',
    'webhook-configuration-write-access',
  ],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: shop-secrets, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: ["*"] # finding: * in resources and verbs lets Group developers (in namespace shop) write every kind of external-secrets.io
    verbs: ["*"]
  - apiGroups: [external-secrets.io]
    resources: [secretstores]
    verbs:
      - "*" # finding: * in verbs lets Group developers (in namespace shop) write SecretStores
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: shop-secrets, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: shop-secrets }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# Secrets count for those who hold rights on the operator's kinds, and its own ServiceAccounts need no star.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get]
  - apiGroups: [""]
    resources: ["*"] # finding: * in resources lets ServiceAccount eso/controller (in all namespaces) get, list Secrets
    verbs: [get, list]
  - apiGroups: [""]
    resources: [secrets]
    verbs: ["*"] # finding: * in verbs lets ServiceAccount eso/controller (in all namespaces) get, list, watch, create, update, patch, delete Secrets
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# People with everything in their namespace write stores there. Another tool's rights matter here only over the whole
# cluster, where they take in the ClusterSecretStores.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault }, target: { name: db } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: everything }
rules:
  - apiGroups: ["*"]
    resources: ["*"] # finding: * in resources, verbs and apiGroups lets Group developers (in namespace shop) write every kind of the operator
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: everything, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: everything }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
  - { kind: ServiceAccount, name: builder, namespace: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: agent }
rules:
  - apiGroups: ["*"]
    resources: ["*"] # finding[medium]: lets ServiceAccount tools/agent (in all namespaces) write every kind of the operator
    verbs: [get, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: agent }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: agent }
subjects:
  - { kind: ServiceAccount, name: agent, namespace: tools }
`,
    `
# Reading, and what developers write anyway, is a matter of tidiness.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: shop-secrets, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: ["*"] # finding[low]: * in resources lets Group developers (in namespace shop) read every kind of external-secrets.io
    verbs: [get, list, watch]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: ["*"] # finding[low]: * in verbs lets Group developers (in namespace shop) write ExternalSecrets
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: shop-secrets, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: shop-secrets }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-admin }
rules:
  - apiGroups: [external-secrets.io, generators.external-secrets.io]
    resources: ["*"] # finding[medium]: * in resources and verbs lets whoever gets this role write every kind of the operator
    verbs: ["*"]
`,
  ],
  good: [
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Operators may; stars of other groups, of subresources and on names take in nothing that matters here.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-operator }
rules:
  - apiGroups: [external-secrets.io, generators.external-secrets.io]
    resources: ["*"]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-operator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-operator }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "\${ADMINS}" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: developer }
rules:
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get, create, delete] }
  - { apiGroups: [external-secrets.io], resources: ["*/status"], verbs: [get] }
  - { apiGroups: [apps, batch], resources: ["*"], verbs: ["*"] }
  - { apiGroups: [""], resources: [pods, services], verbs: ["*"] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# Other tools' stars are not this tool's business, nor are anybody's where the operator is not.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: everything }
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: everything }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: everything }
subjects:
  - { kind: ServiceAccount, name: backup, namespace: backup }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: admins }
`,
  ],
  *check(role, world) {
    for (const rule of policyRules(role)) {
      const fields = wildFields(rule)
      const [field] = fields
      const reach = field && reachOf(role, rule, world)
      if (!field || !reach) continue
      const who = reach.grants.length > 0 ? holders(reach.grants) : 'whoever gets this role'
      yield {
        path: wildPath(rule, field),
        severity: reach.severity,
        message: `* in ${joined(fields)} lets ${who} ${reach.says}`,
        related: bindingsOf(reach.grants),
      }
    }
  },
})

import { chartValues } from '../check/chart-values.ts'
import { unsafe } from '../check/offer.ts'
import { withoutLabels } from '../check/role-changes.ts'
import { defineRule } from '../check/rule.ts'
import { soleNamespace } from '../check/used-namespaces.ts'
import { nameOfSubject, policyRules, resourcePath, SECRET_ACCESS, verbsGiven } from '../model/rbac/rbac.ts'

export default defineRule({
  id: 'cluster-wide-secret-access',
  title: 'A ServiceAccount reads or writes the Secrets of every namespace',
  severities: ['high'],
  kinds: ['rbac.authorization.k8s.io/ClusterRole'],
  why: 'Whoever takes over one pod of this ServiceAccount holds every Secret of the cluster: all credentials, all ServiceAccount tokens that are stored, all TLS keys.',
  remedy:
    'Set `scopedRBAC: true` and `scopedNamespace` in the operator chart, so that its controller gets a Role in one namespace; run one controller per team where several namespaces need it.',
  references: ['https://external-secrets.io/latest/guides/security-best-practices/'],
  guide: ['RM3', 'RM6', 'RM7', 'TM1'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources:
      - configmaps
      - secrets # finding: ServiceAccount eso/controller can get, list, watch Secrets in all namespaces
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { name: vault }
  dataFrom: [{ extract: { key: shop/db } }]
`,
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get, update]
    resourceNames: [eso-webhook]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# In the operator's own namespace, by a RoleBinding.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [secrets]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-controller, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# A backup tool's rights are not this tool's business: nothing here is External Secrets Operator.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: backup }
rules:
  - apiGroups: ["*"]
    resources: ["*"]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: backup }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: backup }
subjects:
  - { kind: ServiceAccount, name: backup, namespace: backup }
`,
  ],
  *check(role, { rbac, eso }) {
    const grants = rbac
      .grantsOf(role)
      .filter(({ namespace, subject }) => namespace === undefined && eso.isInScope(subject))
    if (grants.length === 0) return
    const subjects = [...new Set(grants.map(({ subject }) => nameOfSubject(subject)))].join(', ')
    for (const rule of policyRules(role)) {
      const verbs = verbsGiven(rule, SECRET_ACCESS)
      if (verbs.length === 0 || rule.resourceNames.length > 0) continue
      yield {
        path: resourcePath(rule, 'secrets'),
        message: `${subjects} can ${verbs.join(', ')} Secrets in all namespaces`,
        related: grants.map(({ binding }) => ({
          manifest: binding,
          path: ['subjects'],
          message: 'bound to all namespaces here',
        })),
      }
    }
  },
  fix(fault) {
    const namespace = soleNamespace(fault.world)
    if (namespace === undefined) return undefined
    const values = chartValues(fault, { scopedRBAC: true, scopedNamespace: namespace })
    return unsafe(
      `Does the operator work on objects in namespace ${namespace} only, and does nobody need its kinds by the built-in roles view, edit and admin? Both end.`,
      values && [...values, ...withoutLabels(fault)],
    )
  },
})

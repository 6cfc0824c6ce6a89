import { defineRule } from '../check/rule.ts'
import { clusterWideWriteAccess } from '../check/write-access.ts'
import { EXTERNAL_SECRETS } from '../model/rbac/eso-resources.ts'

export default defineRule({
  id: 'cluster-wide-external-secret-access',
  title: 'Somebody who is no operator can write ExternalSecrets in every namespace',
  severities: ['high', 'low'],
  kinds: ['rbac.authorization.k8s.io/ClusterRole'],
  why: 'Whoever may create ExternalSecrets everywhere chooses the namespace whose stores are used and the one the Secret appears in, so that all that any store may fetch ends where they can read it.',
  remedy:
    "Bind the role with a RoleBinding in each namespace that needs it instead of a ClusterRoleBinding. Who only asks for refreshes needs patch, in those namespaces. Name those who may under `operators` in this tool's config.",
  references: [
    'https://external-secrets.io/latest/guides/threat-model/',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#rolebinding-and-clusterrolebinding',
  ],
  guide: ['RM4', 'TM3'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets] # finding: Group developers (in all namespaces) can create, update, patch, delete ExternalSecrets and is not a configured operator
    verbs: [get, list, watch, create, update, patch, delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: external-secret-developer }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# An annotation asks for a refresh. Names take away create, and leave the rest.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: refresher }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets] # finding[low]: ServiceAccount tools/refresher (in all namespaces) can patch ExternalSecrets
    verbs: [get, patch]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets] # finding[low]: can update, patch, delete ExternalSecrets named db
    resourceNames: [db]
    verbs: ["*"]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: refresher }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: refresher }
subjects:
  - { kind: ServiceAccount, name: refresher, namespace: tools }
`,
    `
# In the hands of everybody whom the built-in edit is bound to for the whole cluster.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true" # finding: through this label and the built-in role edit or admin, User ann (in all namespaces) can create ExternalSecrets
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: ann }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: User, name: ann }
`,
  ],
  good: [
    `
# As the guidance has it: one binding a namespace.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch, create, update, patch, delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: external-secret-developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# Another operator has the same plural, and reading is no writing.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: old-operator }
rules:
  - apiGroups: [kubernetes-client.io]
    resources: [externalsecrets]
    verbs: ["*"]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: old-operator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: old-operator }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
  ],
  check: (role, world) => clusterWideWriteAccess(role, world, EXTERNAL_SECRETS, severityOf),
})

/** Deleting is no way to a Secret. */
function severityOf(verbs: readonly string[]) {
  if (verbs.includes('create')) return 'high'
  return verbs.includes('update') || verbs.includes('patch') ? 'low' : undefined
}

import { unsafe } from '../check/offer.ts'
import { withoutAggregation, withoutWrites } from '../check/role-changes.ts'
import { defineRule } from '../check/rule.ts'
import { clusterWideWriteAccess } from '../check/write-access.ts'
import { CLUSTER_SCOPED } from '../model/rbac/eso-resources.ts'

export default defineRule({
  id: 'developer-can-write-cluster-scoped-eso',
  title: "Somebody who is no operator can write the operator's cluster-scoped kinds",
  severities: ['critical'],
  kinds: ['rbac.authorization.k8s.io/ClusterRole'],
  why: 'These kinds speak for every namespace. Whoever writes one can take the conditions off a ClusterSecretStore and fetch what it may fetch, send its credential to a server of their own, put Secrets into any namespace, or push those of all namespaces out.',
  remedy:
    "Take clustersecretstores, clusterexternalsecrets, clusterpushsecrets and clustergenerators out of the role, or bind it to operators only and name them under `operators` in this tool's config. Where it comes through the built-in edit or admin, set `rbac.aggregateToEdit: false` and `rbac.aggregateToAdmin: false` (2.8.0 on) in the operator chart, and bind those roles per namespace.",
  references: [
    'https://external-secrets.io/latest/guides/threat-model/',
    'https://external-secrets.io/latest/guides/multi-tenancy/',
  ],
  guide: ['RM1', 'TM4', 'TM6'],
  supersedes: ['wildcard-permissions'],
  bad: [
    `
# One finding for a rule; it names all of these kinds that it gives.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team-secrets }
rules:
  - apiGroups: [external-secrets.io]
    resources:
      - externalsecrets
      - clustersecretstores # finding: Group developers (in all namespaces) can create, patch ClusterSecretStores, ClusterPushSecrets and is not a configured operator
      - clusterpushsecrets
    verbs: [get, create, patch]
  - apiGroups: [generators.external-secrets.io]
    resources: ["*"] # finding: can update ClusterGenerators
    verbs: [update]
  - apiGroups: [external-secrets.io]
    resources: [clusterexternalsecrets]
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: team-secrets }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: team-secrets }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# The operator chart's edit role, where the built-in edit is bound for the whole cluster.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true" # finding: through this label and the built-in role edit or admin, Group developers (in all namespaces) can create, update, patch, delete, deletecollection ClusterSecretStores
    rbac.authorization.k8s.io/aggregate-to-admin: "true"
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, secretstores, clustersecretstores]
    verbs: [create, delete, deletecollection, patch, update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: developers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
  ],
  good: [
    `
# A RoleBinding gives nothing on cluster-scoped kinds; a role in nobody's hands gives nothing either.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" }
rules:
  - apiGroups: [external-secrets.io]
    resources: [clustersecretstores, clusterexternalsecrets]
    verbs: [create, delete, deletecollection, patch, update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers-too, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secrets-edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Operators, somebody who is filled in later, and a controller whose workload is not in the set.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-operator }
rules:
  - apiGroups: [external-secrets.io]
    resources: [clustersecretstores]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-operator }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-operator }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "\${ADMIN_GROUP}" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: secrets-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, externalsecrets/status, clustersecretstores, clustersecretstores/status]
    verbs: [get, update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: secrets-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: secrets-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
  ],
  check: (role, world) =>
    clusterWideWriteAccess(role, world, CLUSTER_SCOPED, verbs => (verbs.length > 0 ? 'critical' : undefined)),
  fix: fault =>
    unsafe(AGGREGATED, withoutAggregation(fault)) ??
    unsafe(
      WRITERS,
      withoutWrites(fault, written => CLUSTER_SCOPED.some(({ resource }) => resource === written)),
    ),
})

const AGGREGATED =
  'Does anybody write ExternalSecrets, stores or PushSecrets by the built-in role edit or admin? They need a role of their own first.'
const WRITERS =
  "Do the holders of this role look after the operator's cluster-scoped kinds? They cannot write them any more."

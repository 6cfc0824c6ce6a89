import { unsafe } from '../check/offer.ts'
import { withoutAggregation, withoutWrites } from '../check/role-changes.ts'
import { defineRule } from '../check/rule.ts'
import { writeAccess } from '../check/write-access.ts'
import { ROLE_KINDS } from '../model/rbac/rbac.ts'

export default defineRule({
  id: 'developer-can-write-secret-stores',
  title: 'Somebody who is no operator can create or change SecretStores',
  severities: ['high', 'medium'],
  kinds: ROLE_KINDS,
  why: 'A SecretStore says which server the operator talks to and with which identity. Whoever writes one can send credentials to a server of their own, or fetch what the operator may fetch.',
  remedy:
    "Set `rbac.aggregateToEdit: false` and `rbac.aggregateToAdmin: false` (2.8.0 on) in the operator chart, and give developers only get, list and watch on secretstores. Name those who manage stores under `operators` in this tool's config.",
  references: [
    'https://external-secrets.io/latest/guides/threat-model/',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles',
  ],
  guide: ['RM4', 'RM5', 'TM4'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true" # finding: built-in role edit or admin can create, update, patch, delete, deletecollection SecretStores, also anybody who is not a configured operator
    rbac.authorization.k8s.io/aggregate-to-admin: "true" # finding: built-in role admin can create
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, secretstores, clustersecretstores, pushsecrets]
    verbs: [create, delete, deletecollection, patch, update]
`,
    `
# A RoleBinding to a ClusterRole gives its rights in the binding's namespace only.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: secret-developer }
rules:
  - apiGroups: [external-secrets.io]
    resources:
      - externalsecrets
      - secretstores # finding: Group developers (in namespace shop), ServiceAccount shop/deploy (in namespace shop) can create, update SecretStores and none of them is a configured operator
    verbs: [get, list, watch, create, update]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: secret-developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
  - { kind: ServiceAccount, name: deploy }
`,
    `
# The verb * writes too, and so does a change of one named store; create is never given by name.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: store-tuner, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: ["*"] # finding: User ann (in namespace shop) can update, patch, delete SecretStores named vault and is not a configured operator
    resourceNames: [vault]
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: store-tuner, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: store-tuner }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: User, name: ann }
`,
    `
# Labels of a Role aggregate nothing, so this one waits for a binding that is not here.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata:
  name: store-editor
  namespace: shop
  labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores] # finding[medium]: whoever gets this role can create SecretStores, and no binding in the set says who that is
    verbs: [get, create]
`,
    `
# Through an aggregating ClusterRole of one's own; what that says itself is overwritten.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: stores, labels: { example.com/aggregate-to-team: "true" } }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores] # finding: Group team (in all namespaces) can patch SecretStores
    verbs: [patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team }
aggregationRule:
  clusterRoleSelectors:
    - matchLabels: { example.com/aggregate-to-team: "true" }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: team }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: team }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: team }
`,
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-view
  labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, secretstores]
    verbs: [get, list, watch]
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, secretstores/status]
    verbs: [create, update, patch, delete]
  - apiGroups: [example.com]
    resources: [secretstores]
    verbs: [create]
`,
    `
# The operator itself, and Argo CD that deploys for the operators.
apiVersion: apps/v1
kind: Deployment
metadata: { name: secrets-operator, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: stores }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores]
    verbs: [get, create, update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: stores }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: stores }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
  - { kind: ServiceAccount, name: argocd-application-controller, namespace: argocd }
`,
    `
# Who that is, is filled in later.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: stores }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: stores }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: stores }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "\${PLATFORM_GROUP}" }
`,
    `
# The operator chart with rbac.aggregateToEdit=false: its role is there for operators, and in nobody's hands.
apiVersion: apps/v1
kind: Deployment
metadata:
  name: external-secrets
  namespace: eso
  labels: { app.kubernetes.io/name: external-secrets, app.kubernetes.io/instance: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: external-secrets, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: eso-edit
  labels: { app.kubernetes.io/name: external-secrets, app.kubernetes.io/instance: eso }
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores]
    verbs: [create, delete, deletecollection, patch, update]
`,
  ],
  check: (role, world) => writeAccess(role, world, { resource: 'secretstores', plural: 'SecretStores' }),
  fix: fault =>
    unsafe(AGGREGATED, withoutAggregation(fault)) ??
    unsafe(
      WRITERS,
      withoutWrites(fault, resource => resource === 'secretstores'),
    ),
})

const AGGREGATED =
  'Does anybody write ExternalSecrets, stores or PushSecrets by the built-in role edit or admin? They need a role of their own first.'
const WRITERS = 'Do the holders of this role look after SecretStores? They cannot write them any more.'

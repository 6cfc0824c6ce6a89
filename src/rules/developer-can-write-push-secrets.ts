import { unsafe } from '../check/offer.ts'
import { withoutAggregation, withoutWrites } from '../check/role-changes.ts'
import { defineRule } from '../check/rule.ts'
import { writeAccess } from '../check/write-access.ts'
import { ROLE_KINDS } from '../model/rbac/rbac.ts'

export default defineRule({
  id: 'developer-can-write-push-secrets',
  title: 'Somebody who is no operator can create or change PushSecrets',
  severities: ['high', 'medium'],
  kinds: ROLE_KINDS,
  why: 'A PushSecret copies Secrets of its namespace out of the cluster with the rights of a store. Whoever writes one can carry Secrets away without the right to read them, or overwrite what others use in the provider.',
  remedy:
    "Set `rbac.aggregateToEdit: false` and `rbac.aggregateToAdmin: false` (2.8.0 on) in the operator chart, and give developers only get and list on pushsecrets. Name those who manage them under `operators` in this tool's config; set `processPushSecret: false` and `processClusterPushSecret: false` where nobody pushes.",
  references: [
    'https://external-secrets.io/latest/api/pushsecret/',
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles',
  ],
  guide: ['PS1', 'PS5', 'TM5'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true" # finding: built-in role edit or admin can create, update, patch, delete, deletecollection PushSecrets
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets, pushsecrets]
    verbs: [create, delete, deletecollection, patch, update]
---
# Whoever is bound to the built-in role is part of the story, and no second finding.
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: shop-developers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: secret-developer, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, create, update]
  - apiGroups: [external-secrets.io]
    resources:
      - pushsecrets # finding: Group developers (in namespace shop) can create PushSecrets and is not a configured operator
    verbs: [get, list, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: secret-developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: push-secret-admin }
rules:
  - apiGroups: [external-secrets.io]
    resources: [pushsecrets] # finding[medium]: no binding in the set says who that is
    verbs: [create, delete]
`,
  ],
  good: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: secret-developer, namespace: shop }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, create, update, delete]
  - apiGroups: [external-secrets.io]
    resources: [pushsecrets]
    verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: secret-developer, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: secret-developer }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# create and deletecollection carry no name, so that a rule with resourceNames gives neither.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: push-nothing }
rules:
  - apiGroups: [external-secrets.io]
    resources: [pushsecrets]
    resourceNames: [backup]
    verbs: [get, create, deletecollection]
`,
  ],
  check: (role, world) => writeAccess(role, world, { resource: 'pushsecrets', plural: 'PushSecrets' }),
  fix: fault =>
    unsafe(AGGREGATED, withoutAggregation(fault)) ??
    unsafe(
      WRITERS,
      withoutWrites(fault, resource => resource === 'pushsecrets'),
    ),
})

const AGGREGATED =
  'Does anybody write ExternalSecrets, stores or PushSecrets by the built-in role edit or admin? They need a role of their own first.'
const WRITERS = 'Do the holders of this role look after PushSecrets? They cannot write them any more.'

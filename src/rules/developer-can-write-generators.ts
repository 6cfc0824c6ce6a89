import { unsafe } from '../check/offer.ts'
import { withoutAggregation, withoutWrites } from '../check/role-changes.ts'
import { defineRule } from '../check/rule.ts'
import { writeAccess } from '../check/write-access.ts'
import { GENERATORS } from '../model/rbac/eso-resources.ts'
import { ROLE_KINDS } from '../model/rbac/rbac.ts'

export default defineRule({
  id: 'developer-can-write-generators',
  title: 'Somebody who is no operator can create or change generators',
  severities: ['medium', 'low'],
  kinds: ROLE_KINDS,
  why: 'A generator signs in somewhere and brings back a credential: a registry token, a cloud session, a Vault lease, the answer of any URL. Whoever writes one chooses where the operator goes and as whom.',
  remedy:
    "Set `rbac.aggregateToEdit: false` and `rbac.aggregateToAdmin: false` (2.8.0 on) in the operator chart, and give developers only get, list and watch on generators.external-secrets.io. Name those who manage generators under `operators` in this tool's config.",
  references: [
    'https://external-secrets.io/latest/guides/generator/',
    'https://kubernetes.io/docs/reference/access-authn-authz/rbac/#aggregated-clusterroles',
  ],
  guide: ['RM5'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: external-secrets-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true" # finding: built-in role edit or admin can create, update, patch, delete, deletecollection generators, also anybody who is not a configured operator
rules:
  - apiGroups: [generators.external-secrets.io]
    resources: [clustergenerators, ecrauthorizationtokens, webhooks]
    verbs: [create, delete, deletecollection, patch, update]
`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: generator-author, namespace: shop }
rules:
  - apiGroups: [external-secrets.io, generators.external-secrets.io]
    resources:
      - externalsecrets
      - vaultdynamicsecrets # finding: Group developers (in namespace shop) can create generators and is not a configured operator
      - webhooks
    verbs: [get, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: generator-author, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: generator-author }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: generator-admin }
rules:
  - apiGroups: [generators.external-secrets.io]
    resources: ["*"] # finding[low]: whoever gets this role can create, update, patch, delete, deletecollection generators, and no binding in the set says who that is
    verbs: ["*"]
`,
  ],
  good: [
    `
# Reading is for developers; webhooks of another group are no generators; the state is the operator's own.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: generator-user, namespace: shop }
rules:
  - apiGroups: [generators.external-secrets.io]
    resources: ["*"]
    verbs: [get, list, watch]
  - apiGroups: [example.com]
    resources: [webhooks, passwords]
    verbs: ["*"]
  - apiGroups: [generators.external-secrets.io]
    resources: [generatorstates, passwords/status]
    verbs: [create, update, delete]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: generator-user, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: generator-user }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
  ],
  check: (role, world) => writeAccess(role, world, GENERATORS, 'low'),
  fix: fault =>
    unsafe(AGGREGATED, withoutAggregation(fault)) ??
    unsafe(
      WRITERS,
      withoutWrites(fault, written => GENERATORS.some(({ resource }) => resource === written)),
    ),
})

const AGGREGATED =
  'Does anybody write ExternalSecrets, stores or PushSecrets by the built-in role edit or admin? They need a role of their own first.'
const WRITERS = 'Do the holders of this role look after generators? They cannot write them any more.'

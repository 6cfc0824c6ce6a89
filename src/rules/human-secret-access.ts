import { boundRoleName, rulesBehind } from '../check/held.ts'
import { unsafe } from '../check/offer.ts'
import { withoutSubject } from '../check/role-changes.ts'
import { defineRule } from '../check/rule.ts'
import { holdsEso, isUnknown } from '../check/scope.ts'
import { nameOfSubject, type Subject } from '../model/rbac/rbac.ts'
import { rightsBy, verbsOfAnyName } from '../model/rbac/rights.ts'
import { isHuman } from '../model/rbac/subjects.ts'
import type { World } from '../model/world.ts'

export default defineRule({
  id: 'human-secret-access',
  title: 'People who are no operators can read the Secrets of every namespace',
  severities: ['medium'],
  kinds: ['rbac.authorization.k8s.io/ClusterRoleBinding'],
  why: 'With the operator in the cluster nobody needs to read Secrets by hand: it writes them, and pods take them. Whoever may read them everywhere holds all that the operator ever fetched, its own credentials included, and one stolen login is enough.',
  remedy:
    "Take secrets out of the role, or bind it with a RoleBinding in the namespaces that need it; let people write ExternalSecrets instead. Name those who must under `operators` in this tool's config.",
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#listing-secrets',
  ],
  guide: ['RM3'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault }, target: { name: db } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: support }
rules:
  - apiGroups: [""]
    resources: [pods, secrets]
    verbs: [get, list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: support }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: support }
subjects:
  - { kind: ServiceAccount, name: support-bot, namespace: tools }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: support } # finding: Group support can get, list the Secrets of all namespaces through ClusterRole support and is not a configured operator
---
# The built-in edit reads Secrets as well.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: developers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - apiGroup: rbac.authorization.k8s.io # finding: User ann can get, list, watch the Secrets of all namespaces through the built-in role edit
    kind: User
    name: ann
`,
  ],
  good: [
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Operators, parts of Kubernetes, somebody who is filled in later; roles that show no Secrets, or one.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault }, target: { name: db } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: admins }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "system:masters" }
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: "\${ADMINS}" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: some }
rules:
  - { apiGroups: [""], resources: [secrets], resourceNames: [public-key], verbs: [get] }
  - { apiGroups: [""], resources: [secrets], verbs: [create] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: viewers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: some }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: some }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: developers, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
    `
# Nothing here is External Secrets Operator.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: admins }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: admins }
`,
  ],
  *check(binding, world) {
    if (!holdsEso(world)) return
    const grants = world.rbac.grantsIn(binding).filter(({ subject }) => isOrdinary(subject, world))
    if (grants.length === 0) return
    const rights = rightsBy(binding, world.rbac)
    const verbs = verbsOfAnyName(rights, READ)
    if (verbs.length === 0) return
    const role = boundRoleName(binding, world.rbac)
    for (const { subject, path } of grants)
      yield {
        path,
        message: `${nameOfSubject(subject)} can ${verbs.join(', ')} the Secrets of all namespaces through ${role} and is not a configured operator`,
        related: rulesBehind(
          rights.filter(right => verbsOfAnyName([right], READ).length > 0),
          'the rule that gives it',
        ),
      }
  },
  fix: fault => unsafe(NEEDED, fault.path[0] === 'subjects' ? withoutSubject(fault) : undefined),
})

const NEEDED =
  'Do the people named here read Secrets of other namespaces for their work? They need a RoleBinding there first.'

const READ = { group: '', resource: 'secrets', verbs: ['get', 'list', 'watch'] }

const isOrdinary = (subject: Subject, world: World): boolean =>
  isHuman(subject) && !isUnknown(subject) && !world.isOperator(subject)

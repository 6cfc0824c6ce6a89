import { chartValues } from '../check/chart-values.ts'
import { bindingsOf, holders } from '../check/grants.ts'
import { safe, unsafe } from '../check/offer.ts'
import { withoutWrites } from '../check/role-changes.ts'
import { defineRule } from '../check/rule.ts'
import { holdsEso, isInScope, isUnknown } from '../check/scope.ts'
import { ESO_GROUP } from '../model/eso/eso.ts'
import { policyRules, resourcePath, type Subject, verbsGiven } from '../model/rbac/rbac.ts'
import { isHuman } from '../model/rbac/subjects.ts'
import type { World } from '../model/world.ts'

export default defineRule({
  id: 'namespace-write-access',
  title: 'The labels of every namespace can be changed',
  severities: ['medium'],
  kinds: ['rbac.authorization.k8s.io/ClusterRole'],
  why: 'Labels of a namespace decide which Pod Security level holds there and which ClusterSecretStores serve it. Whoever changes them can start privileged pods, or open a store to a namespace of their own.',
  remedy:
    'Set `processClusterExternalSecret: false` in the operator chart where no ClusterExternalSecret is used, which takes the rule out of its role. For others, take update and patch on namespaces out of the role; Kubernetes offers no finer right.',
  references: [
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#namespace-modification',
    'https://external-secrets.io/latest/guides/disable-cluster-features/',
  ],
  guide: ['RM6'],
  bad: [
    `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch, update, patch]
  - apiGroups: [""]
    resources: [namespaces]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources:
      - namespaces # finding: ServiceAccount eso/controller (in all namespaces) can update, patch every Namespace
    verbs: [update, patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# People who are no operators, in a cluster whose stores go by labels.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  conditions: [{ namespaceSelector: { matchLabels: { team: shop } } }]
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: onboarding }
rules:
  - apiGroups: [""]
    resources: [namespaces, quotas] # finding: Group leads (in all namespaces) can update, patch every Namespace
    verbs: ["*"]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: onboarding }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: onboarding }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: leads }
`,
  ],
  good: [
    `
# One namespace by name, one by its binding; and another tool's rights are not this tool's business.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [external-secrets.io]
    resources: [externalsecrets]
    verbs: [get, list, watch, update, patch]
  - apiGroups: [""]
    resources: [namespaces]
    resourceNames: [shop]
    verbs: [patch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: namespace-owner }
rules:
  - { apiGroups: [""], resources: [namespaces], verbs: [get, update, patch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: namespace-owner, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: namespace-owner }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: tenants }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: namespace-owner }
subjects:
  - { kind: ServiceAccount, name: tenant-operator, namespace: tenants }
`,
  ],
  *check(role, world) {
    const grants = world.rbac
      .grantsOf(role)
      .filter(({ namespace, subject }) => namespace === undefined && isJudged(subject, world))
    for (const rule of grants.length > 0 ? policyRules(role) : []) {
      const verbs = verbsGiven(rule, NAMESPACES)
      if (verbs.length === 0 || rule.resourceNames.length > 0) continue
      yield {
        path: resourcePath(rule, 'namespaces'),
        message: `${holders(grants)} can ${verbs.join(', ')} every Namespace, its Pod Security labels included`,
        related: bindingsOf(grants),
      }
    }
  },
  fix(fault) {
    if (fault.manifest?.template === undefined)
      return unsafe(
        WRITES,
        withoutWrites(fault, resource => resource === 'namespaces'),
      )
    if (fault.world.of(`${ESO_GROUP}/ClusterExternalSecret`).length > 0) return undefined
    const values = chartValues(fault, {
      processClusterExternalSecret: false,
      'crds.createClusterExternalSecret': false,
    })
    return fault.world.has('complete') ? safe(values) : unsafe(CLUSTER_EXTERNAL_SECRETS, values)
  },
})

const WRITES = 'Does the holder change namespaces? It is refused from then on.'
const CLUSTER_EXTERNAL_SECRETS =
  'Does anybody use ClusterExternalSecrets in this cluster? Their CRD goes, and with it those that there are.'

const NAMESPACES = { group: '', resource: 'namespaces', verbs: ['update', 'patch'] }

const isJudged = (subject: Subject, world: World): boolean =>
  isInScope(subject, world) ||
  (isHuman(subject) && !isUnknown(subject) && !world.isOperator(subject) && holdsEso(world))

import { chartValues } from '../check/chart-values.ts'
import { safe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { ESO_GROUP, GENERATORS_GROUP } from '../model/eso/eso.ts'
import { nameOfSubject, namesResource, policyRules, ROLE_KINDS, resourcePath, verbsGiven } from '../model/rbac/rbac.ts'
import type { World } from '../model/world.ts'

export default defineRule({
  id: 'unused-reconciler-privileges',
  title: 'The controller works on kinds that the cluster does not use',
  severities: ['low'],
  kinds: ROLE_KINDS,
  needs: ['complete'],
  why: 'A kind that nobody uses and the operator still acts on is a way in that nobody watches: one ClusterExternalSecret of an intruder puts Secrets into every namespace, one PushSecret carries them out.',
  remedy:
    'Switch the kind off in the operator chart, its part of the controller and its definition together: `processClusterStore` with `crds.createClusterSecretStore`, `processClusterExternalSecret` with `crds.createClusterExternalSecret`, `processClusterPushSecret` with `crds.createClusterPushSecret`, `processPushSecret` with `crds.createPushSecret` (which needs ClusterPushSecrets off as well), `processClusterGenerator` with `crds.createClusterGenerator`.',
  references: [
    'https://external-secrets.io/latest/guides/disable-cluster-features/',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['RM6', 'RM7'],
  bad: [
    `
# config: { clusters: { default: { complete: true } } }
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets }
rules:
  - apiGroups: [external-secrets.io]
    resources:
      - externalsecrets
      - clustersecretstores
      - clusterpushsecrets # finding: ServiceAccount eso/external-secrets may get, list, watch, update ClusterPushSecrets, and the cluster has none: processClusterPushSecret switches it off
    verbs: [get, list, watch]
  - apiGroups: [external-secrets.io]
    resources: [clusterpushsecrets, clusterpushsecrets/status]
    verbs: [update]
  - apiGroups: [generators.external-secrets.io]
    resources:
      - passwords
      - clustergenerators # finding: processClusterGenerator switches it off
    verbs: [get, list, watch]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: external-secrets }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secrets }
subjects: [{ kind: ServiceAccount, name: external-secrets, namespace: eso }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec: { provider: { aws: { service: SecretsManager, region: eu-west-1 } } }
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
# config: { clusters: { default: { complete: true } } }
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets }
rules:
  - { apiGroups: [external-secrets.io], resources: [clusterpushsecrets, pushsecrets], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: external-secrets }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secrets }
subjects: [{ kind: ServiceAccount, name: external-secrets, namespace: eso }]
---
# Makes PushSecrets.
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: registry }
spec: { pushSecretSpec: { secretStoreRefs: [{ name: registry }] } }
---
# A Role gives nothing on kinds without a namespace.
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: external-secrets, namespace: shop }
rules:
  - { apiGroups: [external-secrets.io], resources: [clustersecretstores, clusterexternalsecrets], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: external-secrets, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: external-secrets }
subjects: [{ kind: ServiceAccount, name: external-secrets, namespace: eso }]
---
# Not the controller's.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: auditors }
rules:
  - { apiGroups: [external-secrets.io], resources: [clustersecretstores], verbs: [get, list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: auditors }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: auditors }
subjects: [{ kind: Group, name: auditors, apiGroup: rbac.authorization.k8s.io }]
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
  *check(role, world) {
    const holders = world.rbac.grantsOf(role).filter(({ subject }) => world.eso.isRole(subject, 'controller'))
    if (holders.length === 0) return
    const who = [...new Set(holders.map(({ subject }) => nameOfSubject(subject)))].join(', ')
    const everywhere = holders.some(({ namespace }) => namespace === undefined)
    for (const kind of SWITCHED) {
      const rules = policyRules(role).filter(rule => namesResource(rule, kind))
      const verbs = VERBS.filter(verb => rules.some(rule => verbsGiven(rule, { ...kind, verbs: [verb] }).length > 0))
      const [first] = rules
      if (!first || verbs.length === 0 || (!everywhere && !kind.isNamespaced) || isUsed(kind, world)) continue
      yield {
        path: resourcePath(first, kind.resource),
        message: `${who} may ${verbs.join(', ')} ${kind.plural}, and the cluster has none: ${kind.value} switches it off`,
      }
    }
  },
  fix(fault) {
    const kind = SWITCHED.find(({ resource }) => resource === fault.manifest?.get(...fault.path))
    return kind && safe(chartValues(fault, Object.fromEntries(switchesOf(kind).map(key => [key, false]))))
  },
})

/** The part of the controller and the definition; the controller refuses PushSecrets off with ClusterPushSecrets on. */
const switchesOf = ({ resource, value, definition }: Switched): string[] => [
  value,
  definition,
  ...(resource === 'pushsecrets' ? ['processClusterPushSecret', 'crds.createClusterPushSecret'] : []),
]

const VERBS = ['get', 'list', 'watch', 'create', 'update', 'patch', 'delete']

/** A kind that the chart can switch off. */
interface Switched {
  readonly group: string
  readonly resource: string
  readonly plural: string
  readonly isNamespaced?: true
  /** The chart's value. */
  readonly value: string
  /** Its value for the definition of the kind. */
  readonly definition: string
  /** The kinds that need it, as `group/Kind`. */
  readonly users: readonly string[]
}

const SWITCHED: readonly Switched[] = [
  {
    group: ESO_GROUP,
    resource: 'clustersecretstores',
    plural: 'ClusterSecretStores',
    value: 'processClusterStore',
    definition: 'crds.createClusterSecretStore',
    users: [`${ESO_GROUP}/ClusterSecretStore`],
  },
  {
    group: ESO_GROUP,
    resource: 'clusterexternalsecrets',
    plural: 'ClusterExternalSecrets',
    value: 'processClusterExternalSecret',
    definition: 'crds.createClusterExternalSecret',
    users: [`${ESO_GROUP}/ClusterExternalSecret`],
  },
  {
    group: ESO_GROUP,
    resource: 'clusterpushsecrets',
    plural: 'ClusterPushSecrets',
    value: 'processClusterPushSecret',
    definition: 'crds.createClusterPushSecret',
    users: [`${ESO_GROUP}/ClusterPushSecret`],
  },
  {
    group: ESO_GROUP,
    resource: 'pushsecrets',
    plural: 'PushSecrets',
    isNamespaced: true,
    value: 'processPushSecret',
    definition: 'crds.createPushSecret',
    users: [`${ESO_GROUP}/PushSecret`, `${ESO_GROUP}/ClusterPushSecret`],
  },
  {
    group: GENERATORS_GROUP,
    resource: 'clustergenerators',
    plural: 'ClusterGenerators',
    value: 'processClusterGenerator',
    definition: 'crds.createClusterGenerator',
    users: [`${GENERATORS_GROUP}/ClusterGenerator`],
  },
]

const isUsed = ({ users }: Switched, world: World): boolean => users.some(kind => world.of(kind).length > 0)

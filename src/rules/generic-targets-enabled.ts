import { chartValues } from '../check/chart-values.ts'
import { safe, unsafe, without } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { ESO_GROUP, GENERATORS_GROUP } from '../model/eso/eso.ts'
import { flagsOf, isOn } from '../model/pods/flags.ts'
import { WORKLOAD_KINDS } from '../model/pods/workloads.ts'
import { type PolicyRule, policyRules, verbsGiven } from '../model/rbac/rbac.ts'

export default defineRule({
  id: 'generic-targets-enabled',
  title: 'ExternalSecrets may write other kinds than Secrets',
  severities: ['high'],
  kinds: WORKLOAD_KINDS,
  why: 'Whoever may create an ExternalSecret changes objects of these kinds with the rights of the operator, though their own Role says no; and secret values land in ConfigMaps and custom resources, which are neither encrypted at rest nor guarded as Secrets are.',
  remedy:
    'Set `genericTargets.enabled: false` in the operator chart. Where a tool really needs the data in another kind, list only that one under `genericTargets.resources`, in an install of its own with `scopedRBAC: true`, and let an admission policy say who may use `target.manifest`.',
  references: ['https://external-secrets.io/latest/guides/targeting-custom-resources/'],
  guide: ['RM6', 'AC3'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --concurrent=1
            - --unsafe-allow-generic-targets=true # finding: the controller fills other kinds than Secrets and may write configmaps, applications.argoproj.io, secrets.apps
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: external-secrets }
rules:
  - { apiGroups: [""], resources: [configmaps, secrets, serviceaccounts/token], verbs: [create, update] }
  - { apiGroups: [argoproj.io], resources: [applications], verbs: ["*"] }
  - { apiGroups: [apps], resources: [deployments], verbs: [get, list] }
  - { apiGroups: [authentication.k8s.io], resources: [tokenreviews], verbs: [create] }
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [update] }
  - { apiGroups: [""], resources: [services], resourceNames: [leader], verbs: [update] }
  - { apiGroups: [apps], resources: [secrets, deployments/scale], verbs: [update] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: external-secrets }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: external-secrets }
subjects:
  - { kind: ServiceAccount, name: external-secrets, namespace: eso }
`,
    `
# A switch without a value is on. Its rights are not in the set.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --unsafe-allow-generic-targets # finding: the controller fills other kinds than Secrets
            - --loglevel=info
`,
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args:
            - --unsafe-allow-generic-targets
            - --unsafe-allow-generic-targets=false
---
# Filled in later.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: later }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: ["--unsafe-allow-generic-targets=\${GENERIC_TARGETS}"]
---
# Another program.
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: shop
          image: registry.example.com/shop:v1
          args: [--unsafe-allow-generic-targets]
`,
  ],
  *check(manifest, { eso, rbac }) {
    const component = eso.componentOf(manifest)
    if (component?.role !== 'controller') return
    const flags = flagsOf(component)
    const flag = flags.get(FLAG)
    if (!flag || !isOn(flags, FLAG, false)) return
    const { serviceAccountName: name, namespace } = component.pod
    const rules = rbac.rolesOf({ kind: 'ServiceAccount', name, namespace }).flatMap(({ role }) => policyRules(role))
    const writable = [...new Set(rules.flatMap(targetsIn))]
    const which = writable.length > 0 ? ` and may write ${writable.join(', ')}` : ''
    yield { path: flag.path, message: `the controller fills other kinds than Secrets${which}` }
  },
  fix(fault) {
    if (fault.world.of(`${ESO_GROUP}/ExternalSecret`).some(object => object.get('spec', 'target', 'manifest')))
      return undefined
    const changes =
      fault.manifest?.template === undefined
        ? without(fault.path)
        : chartValues(fault, { 'genericTargets.enabled': false })
    return fault.world.has('complete') ? safe(changes) : unsafe(TARGETS, changes)
  },
})

const TARGETS = 'Does an ExternalSecret that is not in this set fill another kind than a Secret? It fails from then on.'

const FLAG = 'unsafe-allow-generic-targets'

/** What the operator writes in any case: its own kinds, leases, questions about tokens and rights, and these. */
const ITS_OWN_GROUPS = new Set([
  ESO_GROUP,
  GENERATORS_GROUP,
  'coordination.k8s.io',
  'authentication.k8s.io',
  'authorization.k8s.io',
])
const ITS_OWN_RESOURCES = new Set(['secrets', 'events', 'namespaces'])

/** The kinds that a rule lets it write as targets, such as `configmaps` or `applications.argoproj.io`. */
const targetsIn = (rule: PolicyRule): string[] =>
  rule.apiGroups
    .filter(group => !ITS_OWN_GROUPS.has(group))
    .flatMap(group =>
      rule.resources
        .filter(resource => !resource.includes('/') && !(group === '' && ITS_OWN_RESOURCES.has(resource)))
        .filter(resource => verbsGiven(rule, { group, resource, verbs: ['create', 'update', 'patch'] }).length > 0)
        // Names of the leader election's ConfigMap are no targets.
        .filter(() => rule.resourceNames.length === 0)
        .map(resource => (group === '' ? resource : `${resource}.${group}`)),
    )

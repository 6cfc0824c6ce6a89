import { chartValues } from '../check/chart-values.ts'
import { bindingsOf } from '../check/grants.ts'
import { unsafe } from '../check/offer.ts'
import { withoutLabels } from '../check/role-changes.ts'
import { defineRule } from '../check/rule.ts'
import { needsWholeCluster } from '../check/used-namespaces.ts'
import { flagsOf } from '../model/pods/flags.ts'
import { WORKLOAD_KINDS } from '../model/pods/workloads.ts'
import { nameOfSubject, SECRET_ACCESS, type Subject } from '../model/rbac/rbac.ts'
import { rightsOf, verbsOfAnyName } from '../model/rbac/rights.ts'
import { isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'scoped-namespace-without-scoped-rbac',
  title: 'A controller for one namespace has rights in all of them',
  severities: ['high'],
  kinds: WORKLOAD_KINDS,
  why: 'The flag only narrows what the controller watches. Its ServiceAccount still reaches the Secrets of the whole cluster, so that whoever takes over the pod is not held by it.',
  remedy:
    'Set `scopedRBAC: true` beside `scopedNamespace` in the operator chart, which turns the ClusterRole of the controller into a Role in that namespace; where the roles are your own, bind them with a RoleBinding there.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://external-secrets.io/latest/guides/multi-tenancy/',
  ],
  guide: ['RM7'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - name: eso
          image: registry.example.com/external-secrets:v2.9.0
          args:
            - --concurrent=1
            - --namespace=shop # finding: this controller watches namespace shop only, and ServiceAccount eso/controller can get, list, create Secrets in all namespaces
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - apiGroups: [""]
    resources: [secrets]
    verbs: [get, list, create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# Tokens of any ServiceAccount are as good as Secrets.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - name: eso
          image: registry.example.com/external-secrets:v2.9.0
          args:
            - --namespace # finding: can create ServiceAccount tokens in all namespaces
            - shop
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-token }
rules:
  - apiGroups: [""]
    resources: [serviceaccounts/token]
    verbs: [create]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-token }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-token }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
  ],
  good: [
    `
# With scopedRBAC the rights end where the watch does; reviewing tokens for the metrics endpoint is no way out.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0", args: [--namespace=shop] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: eso-controller, namespace: shop }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list, watch, create, update, delete] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: eso-controller, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-metrics }
rules:
  - { apiGroups: [authentication.k8s.io], resources: [tokenreviews], verbs: [create] }
  - { apiGroups: [""], resources: [secrets], resourceNames: [eso-metrics], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-metrics }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-metrics }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# No namespace, or one that is filled in later: cluster-wide-secret-access speaks of the rights.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0", args: ["--namespace="] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso-later, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0", args: ["--namespace=\${TEAM}"] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
  ],
  *check(workload, { eso, rbac }) {
    const component = eso.componentOf(workload)
    const watched = component?.role === 'controller' ? flagsOf(component).get('namespace') : undefined
    if (!component || !watched || watched.value === '' || isPlaceholder(watched.value)) return
    const { serviceAccountName: name, namespace } = component.pod
    const subject: Subject = { kind: 'ServiceAccount', name, namespace }
    const rights = rightsOf(subject, rbac).filter(({ grant }) => grant.namespace === undefined)
    const far = FAR.flatMap(({ what, access }) => {
      const verbs = verbsOfAnyName(rights, access)
      return verbs.length > 0 ? [`${verbs.join(', ')} ${what}`] : []
    })
    if (far.length === 0) return
    yield {
      path: watched.path,
      message: `this controller watches namespace ${watched.value} only, and ${nameOfSubject(subject)} can ${far.join(' and ')} in all namespaces`,
      related: bindingsOf(
        rights
          .filter(right => FAR.some(({ access }) => verbsOfAnyName([right], access).length > 0))
          .map(({ grant }) => grant),
      ),
    }
  },
  fix(fault) {
    if (needsWholeCluster(fault.world)) return undefined
    const values = chartValues(fault, { scopedRBAC: true })
    return unsafe(CLUSTER_KINDS, values && [...values, ...withoutLabels(fault)])
  },
})

const CLUSTER_KINDS =
  'Does anybody use cluster-scoped kinds with this controller, or need its kinds by the built-in roles view, edit and admin? Both end.'

const FAR = [
  { what: 'Secrets', access: SECRET_ACCESS },
  {
    what: 'ServiceAccount tokens',
    access: { group: '', resource: 'serviceaccounts/token', verbs: ['create'] },
  },
]

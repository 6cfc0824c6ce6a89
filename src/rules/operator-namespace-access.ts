import { boundRoleName, rulesBehind } from '../check/held.ts'
import { unsafe } from '../check/offer.ts'
import { withoutSubject } from '../check/role-changes.ts'
import { defineRule } from '../check/rule.ts'
import { isInScope, isUnknown } from '../check/scope.ts'
import { BINDING_KINDS, type Grant, nameOfSubject } from '../model/rbac/rbac.ts'
import { rightsBy, verbsOfAnyName } from '../model/rbac/rights.ts'
import { isHuman } from '../model/rbac/subjects.ts'
import type { World } from '../model/world.ts'

export default defineRule({
  id: 'operator-namespace-access',
  title: 'Somebody who is no operator can take over pods of the operator',
  severities: ['high'],
  kinds: BINDING_KINDS,
  needs: ['install'],
  why: "Whoever starts, changes or enters a pod in the operator's namespace acts as its ServiceAccount and so holds what it holds: the Secrets of the cluster, and the way to every provider. Secrets there are its credentials and certificates.",
  remedy:
    "Keep the operator in a namespace of its own and bind nobody there but operators, whom you name under `operators` in this tool's config; bind developers in their namespaces with RoleBindings instead of a ClusterRoleBinding.",
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/#workload-creation',
  ],
  guide: ['TM1'],
  supersedes: ['human-secret-access'],
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
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: debugger, namespace: eso }
rules:
  - apiGroups: [""]
    resources: [pods, pods/log]
    verbs: [get, list, watch]
  - apiGroups: [""]
    resources: [pods/exec]
    verbs: [create]
  - apiGroups: [""]
    resources: [secrets]
    verbs: [list]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: debugger, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: debugger }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: support } # finding: Group support can create pods/exec; list secrets in namespace eso, where the operator runs, through Role debugger and is not a configured operator
  - { kind: ServiceAccount, name: debugger, namespace: tools } # finding: ServiceAccount tools/debugger can create pods/exec
---
# What holds everywhere holds here.
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: developers }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers } # finding: can create, update, patch, delete pods; get, create pods/exec; get, create pods/attach; create, update, patch, delete secrets; create, update, patch, delete deployments in namespace eso
`,
  ],
  good: [
    `
# config: { operators: [{ kind: Group, name: platform }] }
# Reading logs, rights in other namespaces, operators, the operator itself, and a tool that serves the whole cluster.
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: eso, image: "registry.example.com/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: viewers, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
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
metadata: { name: operators, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: admin }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: platform }
  - { kind: ServiceAccount, name: controller, namespace: eso }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: job-runner }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: edit }
subjects:
  - { kind: ServiceAccount, name: runner, namespace: jobs }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: cleaner }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [list, delete] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: cleaner }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cleaner }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: support }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: Role
metadata: { name: certificate-reader, namespace: eso }
rules:
  - { apiGroups: [""], resources: [secrets], resourceNames: [public-ca], verbs: [get] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: certificate-reader, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: certificate-reader }
subjects:
  - { apiGroup: rbac.authorization.k8s.io, kind: Group, name: developers }
`,
  ],
  *check(binding, world) {
    const grants = world.rbac.grantsIn(binding).filter(grant => isIntruder(grant, world))
    if (grants.length === 0) return
    const rights = rightsBy(binding, world.rbac)
    const ways = (binding.kind === 'ClusterRoleBinding' ? WAYS : [...WAYS, READING])
      .map(access => ({ access, verbs: verbsOfAnyName(rights, access) }))
      .filter(way => isWay(way))
    if (ways.length === 0) return
    const what = ways.map(({ access, verbs }) => `${verbs.join(', ')} ${access.resource}`).join('; ')
    const used = rights.filter(right => ways.some(({ access }) => verbsOfAnyName([right], access).length > 0))
    for (const grant of grants)
      yield {
        path: grant.path,
        message: `${nameOfSubject(grant.subject)} can ${what} in namespace ${placesOf(grant, world)}, where the operator runs, through ${boundRoleName(binding, world.rbac)} and is not a configured operator`,
        related: rulesBehind(used, 'a rule that gives it'),
      }
  },
  fix: fault => unsafe(NEEDED, fault.path[0] === 'subjects' ? withoutSubject(fault) : undefined),
})

const NEEDED =
  'Do those named here look after the operator? They lose what this binding gives them, in other namespaces, too.'

const CHANGES = ['create', 'update', 'patch', 'delete']

/** Ways into a pod of a namespace, or to what it holds. A websocket enters a pod with get. */
const WAYS = [
  { group: '', resource: 'pods', verbs: CHANGES },
  { group: '', resource: 'pods/exec', verbs: ['get', 'create'] },
  { group: '', resource: 'pods/attach', verbs: ['get', 'create'] },
  { group: '', resource: 'pods/ephemeralcontainers', verbs: ['update', 'patch'] },
  { group: '', resource: 'secrets', verbs: CHANGES },
  { group: 'apps', resource: 'deployments', verbs: CHANGES },
]

/** Of the operator's own Secrets; who reads those of all namespaces is another rule's finding. */
const READING = { group: '', resource: 'secrets', verbs: ['get', 'list', 'watch'] }

/** Deleting alone takes nothing over. */
const isWay = ({ verbs }: { readonly verbs: readonly string[] }): boolean => verbs.some(verb => verb !== 'delete')

/** Whether somebody who is no operator gets rights where the operator runs; what another tool may do everywhere is its own business. */
function isIntruder({ subject, namespace }: Grant, world: World): boolean {
  if (isUnknown(subject) || world.isOperator(subject)) return false
  if (namespace !== undefined) return world.eso.isOwnNamespace(namespace)
  return isHuman(subject) || isInScope(subject, world)
}

const placesOf = ({ namespace }: Grant, { eso }: World): string =>
  namespace ?? [...new Set(eso.installs.flatMap(install => install.namespace ?? []))].join(', ')

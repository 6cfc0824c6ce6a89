import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { namedIn } from '../model/named.ts'
import { inSameNamespace } from '../model/network/endpoint.ts'
import { staysInstalled } from '../model/pods/hooks.ts'
import { syncedUsesOf } from '../model/pods/synced-secrets.ts'
import { accountOf, type Pod, podOf, WORKLOAD_KINDS } from '../model/pods/workloads.ts'
import { nameOfSubject, type Rbac } from '../model/rbac/rbac.ts'
import { implicitGroups } from '../model/rbac/subjects.ts'
import { remember } from '../model/remember.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asMapping, isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'unneeded-service-account-token',
  title: 'A pod with synced Secrets carries a ServiceAccount token that gives no rights',
  severities: ['low'],
  kinds: WORKLOAD_KINDS,
  why: 'An intruder in the pod has a login at the API server beside the secrets: it shows what is installed, it may be trusted by a provider that takes tokens of the cluster, and it gains whatever somebody binds to the ServiceAccount later.',
  remedy:
    'Set `automountServiceAccountToken: false` in the pod’s spec or on its ServiceAccount. Tokens for a cloud (IRSA, workload identity) are mounted by themselves and stay.',
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account/#opt-out-of-api-credential-automounting',
    'https://kubernetes.io/docs/concepts/security/rbac-good-practices/',
  ],
  guide: ['TM1'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec: # finding: its token of ServiceAccount shop/shop is mounted and gives no rights, beside the synced Secret db
      serviceAccountName: shop
      containers:
        - name: shop
          image: registry.example.com/shop:v1
          envFrom: [{ secretRef: { name: db } }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: shop, namespace: shop }
---
# The pod's own word counts before its ServiceAccount's.
apiVersion: apps/v1
kind: Deployment
metadata: { name: jobs, namespace: shop }
spec:
  template:
    spec:
      automountServiceAccountToken: true # finding: its token of ServiceAccount shop/jobs is mounted and gives no rights
      serviceAccountName: jobs
      containers:
        - name: jobs
          image: registry.example.com/jobs:v1
          env: [{ name: PASSWORD, valueFrom: { secretKeyRef: { name: db, key: password } } }]
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: jobs, namespace: shop }
automountServiceAccountToken: false
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: password, remoteRef: { key: db } }]
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: password, remoteRef: { key: db } }]
---
# Not mounted: the ServiceAccount says no, or the pod does.
apiVersion: v1
kind: ServiceAccount
metadata: { name: shop, namespace: shop }
automountServiceAccountToken: false
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: shop, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: shop
      containers: [{ name: shop, image: "registry.example.com/shop:v1", envFrom: [{ secretRef: { name: db } }] }]
---
# It has rights.
apiVersion: v1
kind: ServiceAccount
metadata: { name: leader, namespace: shop }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: leader, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: Role, name: leases }
subjects: [{ kind: ServiceAccount, name: leader }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: leader, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: leader
      containers: [{ name: shop, image: "registry.example.com/shop:v1", envFrom: [{ secretRef: { name: db } }] }]
---
# Its ServiceAccount is elsewhere, and so may be its rights.
apiVersion: apps/v1
kind: Deployment
metadata: { name: foreign, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: foreign
      containers: [{ name: shop, image: "registry.example.com/shop:v1", envFrom: [{ secretRef: { name: db } }] }]
---
# No synced Secret.
apiVersion: v1
kind: ServiceAccount
metadata: { name: plain, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: plain, namespace: shop }
spec:
  template:
    spec:
      serviceAccountName: plain
      containers: [{ name: shop, image: "registry.example.com/shop:v1", envFrom: [{ secretRef: { name: other } }] }]
`,
    `
# Vault's agent signs in with the token that is mounted.
apiVersion: v1
kind: ServiceAccount
metadata: { name: injected, namespace: shop }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: injected, namespace: shop }
spec:
  template:
    metadata: { annotations: { vault.hashicorp.com/agent-inject: "true" } }
    spec:
      serviceAccountName: injected
      containers: [{ name: shop, image: "registry.example.com/shop:v1", envFrom: [{ secretRef: { name: db } }] }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: password, remoteRef: { key: db } }]
`,
  ],
  *check(manifest, world) {
    const pod = podOf(manifest)
    if (!pod || world.eso.componentOf(manifest) || !staysInstalled(manifest) || isInjected(pod)) return
    const account = serviceAccountOf(pod, world)
    if (!account || !isMounted(pod, account) || hasRights(pod, world)) return
    const [use] = syncedUsesOf(pod, world)
    if (!use) return
    yield {
      path: [...pod.specPath, ...(pod.spec.automountServiceAccountToken === undefined ? [] : [MOUNT])],
      message: `its token of ${nameOfSubject(accountOf(pod))} is mounted and gives no rights, beside the synced Secret ${use.secret}`,
      related: [{ manifest: account, path: ['metadata', 'name'], message: 'its ServiceAccount' }],
    }
  },
  fix({ path }) {
    const field = path.at(-1) === MOUNT ? path : [...path, MOUNT]
    return unsafe(SHOWN, setting(field, false))
  },
})

const SHOWN = 'Does the pod show its token to anybody but the API server, such as Vault, a cloud or a service mesh?'

const MOUNT = 'automountServiceAccountToken'

/** The ServiceAccount, when it is in the set: else nobody knows what it may do. */
function serviceAccountOf({ manifest, serviceAccountName }: Pod, world: World): Manifest | undefined {
  if (isPlaceholder(serviceAccountName)) return undefined
  return namedIn(world, 'core/ServiceAccount', serviceAccountName, manifest.namespace).find(account =>
    inSameNamespace(account, manifest),
  )
}

/** By default it is. */
function isMounted({ spec }: Pod, account: Manifest): boolean {
  const said = spec[MOUNT] ?? account.get(MOUNT) ?? true
  return said === true
}

/** Whether somebody gives it, or a group it is in, a role, be the role in the set or not. */
function hasRights(pod: Pod, { rbac }: World): boolean {
  const subject = accountOf(pod)
  return (
    [subject, ...implicitGroups(subject)].some(holder => rbac.grantsTo(holder).length > 0) || bindsSomebodyLater(rbac)
  )
}

const bindsSomebodyLater = remember((rbac: Rbac): boolean =>
  rbac.bindings.some(binding => rbac.grantsIn(binding).some(({ subject }) => isPlaceholder(subject.name))),
)

/** Whether an agent is put into the pod that signs in with the mounted token. */
function isInjected({ manifest, specPath }: Pod): boolean {
  const annotations = asMapping(manifest.get(...specPath.slice(0, -1), 'metadata', 'annotations')) ?? {}
  return Object.keys(annotations).some(key => key.startsWith('vault.hashicorp.com/agent-'))
}

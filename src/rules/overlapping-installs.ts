import { overlap, type Reach, reachOf, shareCluster } from '../check/overlap.ts'
import { defineRule, type Problem } from '../check/rule.ts'
import { nameOf } from '../finding.ts'
import type { Component, WebhookEntry } from '../model/eso/eso.ts'
import { WORKLOAD_KINDS } from '../model/pods/workloads.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asText } from '../parse/untyped.ts'

export default defineRule({
  id: 'overlapping-installs',
  title: 'Two installs of the operator get in each other’s way',
  severities: ['high'],
  kinds: [...WORKLOAD_KINDS, 'admissionregistration.k8s.io/ValidatingWebhookConfiguration'],
  why: 'Two controllers that take the same ExternalSecrets for their own defeat the split: each has the credentials and rights for all of them, and they overwrite each other’s Secrets. Of two webhook configurations with one name only the later stays, so that one install’s stores are checked by a webhook that may be gone tomorrow.',
  remedy:
    'Give each install its own namespace (`scopedNamespace` with `scopedRBAC: true`) or its own `controllerClass`, and name the class in `spec.controller` of its stores. The names of the webhook configurations are fixed: let one install have the webhook and set `webhook.create: false` in the others.',
  references: [
    'https://external-secrets.io/latest/guides/controller-class/',
    'https://external-secrets.io/latest/guides/multi-tenancy/',
  ],
  guide: ['RM7'],
  bad: [
    `
# One file, so one cluster.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-a }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: # finding: it takes the same objects as Deployment eso/external-secrets: one watches all namespaces, the other namespace team-a, both as controller class default
            - --namespace=team-a
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-b }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [--namespace=team-b, --controller-class=team-b]
`,
    `
# config: { clusters: { default: { complete: true } } }
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: secretstore-validate }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules: [{ apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }]
    clientConfig: { service: { name: external-secrets-webhook, namespace: eso } }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata:
  name: secretstore-validate # finding: ValidatingWebhookConfiguration secretstore-validate is there twice, for the webhooks in namespaces eso and team-a
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules: [{ apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }]
    clientConfig: { service: { name: external-secrets-webhook, namespace: team-a } }
`,
  ],
  good: [
    `
# Each in its own namespace, or with its own class.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-a }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--namespace, team-a] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-b }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--namespace=team-b] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--controller-class=platform] }
---
# Two ValidatingWebhookConfigurations of two names, and the same one twice.
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: one }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules: [{ apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }]
    clientConfig: { service: { name: webhook, namespace: team-a } }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: other }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules: [{ apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }]
    clientConfig: { service: { name: webhook, namespace: team-b } }
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: { name: other }
webhooks:
  - name: validate.secretstore.external-secrets.io
    rules: [{ apiGroups: [external-secrets.io], apiVersions: [v1], operations: [CREATE], resources: [secretstores] }]
    clientConfig: { service: { name: webhook, namespace: team-b } }
---
# Filled in later.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: later }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: ["--namespace=\${TEAM}"] }
`,
    `
# Only one of them works at a time; and the same object twice is one.
apiVersion: apps/v1
kind: Deployment
metadata: { name: blue, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.8.0", args: [--enable-leader-election] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: green, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--enable-leader-election=true] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: green, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--enable-leader-election=true] }
`,
  ],
  *check(manifest, world) {
    const component = world.eso.componentOf(manifest)
    if (component?.role === 'controller') yield* ofController(component, world)
    yield* ofWebhooks(manifest, world)
  },
})

/** The later of two controllers is the one that is too many. */
function* ofController(controller: Component, world: World): Generator<Problem> {
  const { manifest } = controller.pod
  const reach = reachOf(controller)
  const all = world.eso.controllers
  for (const other of reach ? all.slice(0, all.indexOf(controller)) : []) {
    const theirs = reachOf(other)
    const isAnother =
      nameOf(other.pod.manifest) !== nameOf(manifest) && shareCluster(other.pod.manifest, manifest, world)
    if (!reach || !theirs || !isAnother || !overlap(theirs, reach)) continue
    yield {
      path: [...controller.container.path, 'args'],
      message: `it takes the same objects as ${nameOf(other.pod.manifest)}: ${bothWatch(theirs, reach)} as controller class ${reach.controllerClass}`,
      related: [
        { manifest: other.pod.manifest, path: [...other.container.path, 'args'], message: 'the other controller' },
      ],
    }
    return
  }
}

const bothWatch = (a: Reach, b: Reach): string =>
  a.namespace === b.namespace
    ? `both watch ${namespaceText(b.namespace)}`
    : `one watches ${namespaceText(a.namespace)}, the other ${namespaceText(b.namespace)}, both`

const namespaceText = (namespace: string | undefined): string =>
  namespace === undefined ? 'all namespaces' : `namespace ${namespace}`

/** The later of two webhook configurations of one name that lead to different webhooks. */
function* ofWebhooks(manifest: Manifest, world: World): Generator<Problem> {
  const own = world.eso.webhooks.findIndex(entry => entry.manifest === manifest)
  const namespace = own < 0 ? undefined : namespaceOf(world.eso.webhooks[own])
  if (namespace === undefined) return
  const earlier = world.eso.webhooks.slice(0, own)
  const other = earlier.find(
    entry =>
      entry.manifest.name === manifest.name &&
      (namespaceOf(entry) ?? namespace) !== namespace &&
      shareCluster(entry.manifest, manifest, world),
  )
  if (!other) return
  yield {
    path: ['metadata', 'name'],
    message: `${nameOf(manifest)} is there twice, for the webhooks in namespaces ${namespaceOf(other)} and ${namespace}, and only the later stays`,
    related: [{ manifest: other.manifest, path: ['metadata', 'name'], message: 'the other one' }],
  }
}

/** Of the Service that a webhook entry leads to. */
const namespaceOf = (entry: WebhookEntry | undefined): string | undefined =>
  entry && asText(entry.manifest.get(...entry.path, 'clientConfig', 'service', 'namespace'))

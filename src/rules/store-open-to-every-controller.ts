import { safe, setting, unsafe } from '../check/offer.ts'
import { type Reach, reachOf, shareCluster } from '../check/overlap.ts'
import { defineRule } from '../check/rule.ts'
import { nameOf } from '../finding.ts'
import { type Component, STORE_KINDS } from '../model/eso/eso.ts'
import { isWhole } from '../model/eso/stores.ts'
import { flagsOf, isOn } from '../model/pods/flags.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'

export default defineRule({
  id: 'store-open-to-every-controller',
  title: 'A store says not which controller it is for',
  severities: ['medium'],
  kinds: STORE_KINDS,
  needs: ['install', 'stores'],
  why: 'Controller classes keep the controllers of several teams apart, but only for stores that name one: a store without `spec.controller` is taken by every controller that sees it, whatever its class. Each then signs in with the credential of this store, and two of them write the same Secrets.',
  remedy:
    'Set `spec.controller` of the store to the class of the controller that is meant (`controllerClass` in the values of its chart), also where that is `default`. Where a controller watches one namespace only, `scopedRBAC: true` keeps it from the stores of the cluster.',
  references: [
    'https://external-secrets.io/latest/guides/controller-class/',
    'https://external-secrets.io/latest/api/controller-options/',
  ],
  guide: ['RM7'],
  bad: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-a }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [--controller-class=team-a]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec: # finding: it names no controller, so every one takes it, also Deployment team-a/external-secrets (class team-a)
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: empty, namespace: shop }
spec:
  controller: "" # finding: it names no controller
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
    `
# Two controllers in one file are two controllers of one cluster.
apiVersion: apps/v1
kind: Deployment
metadata: { name: one, namespace: eso }
spec:
  template:
    spec:
      containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: two, namespace: shop }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--namespace=shop] }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec: # finding: also Deployment eso/one (class default), Deployment shop/two (class default)
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# Only one of them watches this namespace.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: web }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
  ],
  good: [
    `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: team-a }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [--controller-class=team-a, --namespace=team-a, --enable-cluster-store-reconciler=false]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: other, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: named, namespace: team-a }
spec:
  controller: team-a
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
# An overlay's patch.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: patch, namespace: team-a }
spec:
  refreshInterval: 60
`,
    `
# One controller, without a class.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [--controller-class=default] }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
  ],
  *check(store, world) {
    if (!isWhole(store) || store.get('spec', 'controller')) return
    const watchers = world.eso.installs.flatMap(({ controller }) => watcherOf(controller, store) ?? [])
    if (!watchers.some(({ reach }) => reach.controllerClass !== 'default') && !areSeveral(watchers, world)) return
    const names = watchers.map(({ manifest, reach }) => `${nameOf(manifest)} (class ${reach.controllerClass})`)
    yield {
      path: ['spec', 'controller'],
      message: `it names no controller, so every one takes it, also ${names.join(', ')}`,
      related: watchers.map(({ manifest }) => ({ manifest, path: ['spec'], message: 'a controller that takes it' })),
    }
  },
  fix({ manifest, path, world }) {
    const watchers = world.eso.installs.flatMap(({ controller }) => watcherOf(controller, manifest ?? undefined) ?? [])
    const [only] = watchers
    if (!only || watchers.length > 1) return undefined
    const changes = setting(path, only.reach.controllerClass)
    return world.has('complete') ? safe(changes) : unsafe(OTHERS, changes)
  },
})

const OTHERS = 'Is the controller in this set the one that works on this store? Others leave it alone from then on.'

interface Watcher {
  readonly manifest: Manifest
  readonly reach: Reach
}

/** A controller that handles this store; undefined for one that does not, or of which that is filled in later. */
function watcherOf(controller: Component | undefined, store: Manifest | undefined): Watcher | undefined {
  const reach = controller && reachOf(controller)
  if (!reach || !store) return undefined
  const isSeen =
    store.kind === 'ClusterSecretStore'
      ? isOn(flagsOf(controller), 'enable-cluster-store-reconciler', true)
      : reach.namespace === undefined || reach.namespace === store.namespace
  return isSeen ? { manifest: controller.pod.manifest, reach } : undefined
}

/** Whether two of them run in one cluster, and not in turns. */
const areSeveral = (watchers: readonly Watcher[], world: World): boolean =>
  watchers.some((one, i) =>
    watchers
      .slice(i + 1)
      .some(
        other =>
          nameOf(one.manifest) !== nameOf(other.manifest) &&
          shareCluster(one.manifest, other.manifest, world) &&
          (one.reach.lease === undefined || one.reach.lease !== other.reach.lease),
      ),
  )

import { defineRule, type Problem } from '../check/rule.ts'
import { admits, isSettled, namespaceFacts } from '../model/eso/conditions.ts'
import { ESO_GROUP } from '../model/eso/eso.ts'
import {
  FETCHING_KINDS,
  PUSHING_KINDS,
  referencesOf,
  type StoreReference,
  storesOf,
} from '../model/eso/external-secrets.ts'
import { targetNamespaces } from '../model/eso/target-namespaces.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'store-not-usable-here',
  title: 'A request refers to a store that it cannot use',
  severities: ['medium'],
  kinds: [...FETCHING_KINDS, ...PUSHING_KINDS],
  needs: ['complete'],
  why: 'The Secret is never made or goes stale, and what waits for it starts with the old one or not at all. The next person in a hurry widens the conditions of the store for it; and a store of the missing name can be made by whoever may create stores in the namespace, who then decides what the Secret holds.',
  remedy:
    'Correct `name` and `kind` of the reference (the kind is SecretStore where none is given), or use a store that is meant for this namespace. Ask the owner of the ClusterSecretStore before its `spec.conditions` are widened.',
  references: [
    'https://external-secrets.io/latest/api/externalsecret/',
    'https://external-secrets.io/latest/api/clustersecretstore/',
  ],
  guide: ['NI1', 'NI2'],
  bad: [
    `
# config: { clusters: { default: { complete: true } } }
# A store that no label finds, and one that is in no namespace.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: labelled, labels: { team: web } }
spec:
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - kind: ClusterSecretStore # finding: there is no ClusterSecretStore with these labels
      labelSelector: { matchLabels: { team: shop } }
    - kind: ClusterSecretStore
      name: vault # finding: there is no ClusterSecretStore vault
  selector: { secret: { name: token } }
`,
    `
# config: { clusters: { default: { complete: true } } }
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions: [{ namespaces: [web] }]
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: web }
spec:
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef:
    kind: ClusterSecretStore
    name: vault # finding: ClusterSecretStore vault does not admit namespace shop
  data:
    - { secretKey: a, remoteRef: { key: a } }
    - secretKey: b
      remoteRef: { key: b }
      sourceRef:
        storeRef:
          name: own # finding: there is no SecretStore own in namespace shop
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: shop }
spec:
  secretStoreRefs:
    - name: vault # finding: there is no SecretStore vault in namespace shop
    - labelSelector: { matchLabels: { use: backup } } # finding: there is no SecretStore with these labels in namespace shop
  selector: { secret: { name: database } }
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: everywhere }
spec:
  namespaces: [shop, web, api]
  externalSecretSpec:
    secretStoreRef:
      kind: ClusterSecretStore
      name: vault # finding: ClusterSecretStore vault does not admit namespaces shop, api
    dataFrom: [{ extract: { key: a } }]
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: missing }
spec:
  namespaces: [shop]
  externalSecretSpec:
    secretStoreRef:
      kind: ClusterSecretStore
      name: gone # finding: there is no ClusterSecretStore gone
    dataFrom: [{ extract: { key: a } }]
`,
  ],
  good: [
    `
# config: { clusters: { default: { complete: true } } }
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions: [{ namespaces: [web], namespaceSelector: { matchLabels: { vault: "yes" } } }]
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: web, labels: { use: backup } }
spec:
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: web }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data: [{ secretKey: b, remoteRef: { key: b }, sourceRef: { storeRef: { name: own } } }]
---
# The labels of this namespace are not known.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data: [{ secretKey: b, remoteRef: { key: b } }]
---
# A store that no entry uses, and a generator.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: generated, namespace: shop }
spec:
  secretStoreRef: { name: unused }
  dataFrom: [{ sourceRef: { generatorRef: { kind: Password, name: password } } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: web }
spec:
  secretStoreRefs: [{ labelSelector: { matchLabels: { use: backup } } }, { name: "\${STORE}" }]
`,
    `
# config: { clusters: { default: { complete: true } } }
# The store's name, or the namespace, is filled in later.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: "\${STORE}", namespace: shop }
spec:
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef: { name: vault }
  data: [{ secretKey: b, remoteRef: { key: b } }]
`,
    `
# config: { clusters: { default: { complete: true } } }
# Of two environments one admits the namespace, and labels or names that are filled in later may be the right ones.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions: [{ namespaces: [web] }]
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault, labels: { team: "\${TEAM}" } }
spec:
  conditions: [{ namespaces: [shop] }]
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: plain }
spec:
  provider: { vault: { server: "https://vault.example.com" } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: vault }
  data: [{ secretKey: b, remoteRef: { key: b } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - { kind: ClusterSecretStore, labelSelector: { matchLabels: { team: shop } } }
    - { kind: ClusterSecretStore, labelSelector: { matchLabels: { team: "\${TEAM}" } } }
  selector: { secret: { name: token } }
`,
  ],
  *check(manifest, world) {
    for (const reference of referencesOf(manifest).stores) {
      const { kind, name, selector, path } = reference
      if (kind === undefined || !isSettled(selector) || (name === undefined && selector === undefined)) continue
      const stores = storesOf(reference, world)
      const node = selector === undefined ? [...path, 'name'] : path
      if (stores.length === 0) yield* missing(reference, kind, world, node)
      else if (selector === undefined) yield* excluded(manifest, stores, world, node)
    }
  },
})

/** No store is there, unless one whose name or labels are filled in later becomes it. */
function* missing(
  { name, namespace }: StoreReference,
  kind: string,
  world: World,
  path: Problem['path'],
): Generator<Problem> {
  const mayBecomeIt = (store: Manifest): boolean =>
    isPlaceholder(store.name) || (name === undefined && !isSettled(store.get('metadata', 'labels')))
  if (world.of(`${ESO_GROUP}/${kind}`).some(mayBecomeIt)) return
  const where = kind === 'SecretStore' && namespace !== undefined ? ` in namespace ${namespace}` : ''
  yield { path, message: `there is no ${kind} ${name ?? 'with these labels'}${where}` }
}

/** The store is there and keeps some namespaces out; several of one name are one in different environments. */
function* excluded(
  manifest: Manifest,
  stores: readonly Manifest[],
  world: World,
  path: Problem['path'],
): Generator<Problem> {
  const [store] = stores
  if (store?.kind !== 'ClusterSecretStore') return
  const out = targetNamespaces(manifest, world)
    .map(({ name }) => name)
    .filter(name => stores.every(one => admits(one, namespaceFacts(name, world)) === 'no'))
  if (out.length === 0) return
  yield {
    path,
    message: `ClusterSecretStore ${store.name} does not admit namespace${out.length > 1 ? 's' : ''} ${out.join(', ')}`,
    related: stores.map(one => ({ manifest: one, path: ['spec', 'conditions'], message: 'who may use the store' })),
  }
}

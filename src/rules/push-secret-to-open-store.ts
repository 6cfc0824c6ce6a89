import { defineRule } from '../check/rule.ts'
import { isOpenToAll } from '../model/eso/conditions.ts'
import { PUSHING_KINDS, referencesOf, storesOf } from '../model/eso/external-secrets.ts'
import { isWhole } from '../model/eso/stores.ts'

export default defineRule({
  id: 'push-secret-to-open-store',
  title: 'A PushSecret pushes into a store that every namespace can read',
  severities: ['high'],
  kinds: PUSHING_KINDS,
  why: 'What is pushed can be fetched again through the same ClusterSecretStore. One that serves every namespace hands the Secret to whoever may create an ExternalSecret anywhere, and lets them overwrite it by a PushSecret of their own.',
  remedy:
    'List the namespaces that may use the store under its `spec.conditions`, or push through a SecretStore of this namespace with a credential of its own. Ask whoever operates the store where it is not yours.',
  references: [
    'https://external-secrets.io/latest/api/clustersecretstore/',
    'https://external-secrets.io/latest/guides/multi-tenancy/',
  ],
  guide: ['PS1', 'TM5'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared, labels: { backup: "yes" } }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: by-name, namespace: shop }
spec:
  secretStoreRefs:
    - kind: ClusterSecretStore # finding: it pushes into ClusterSecretStore shared, which every namespace can use
      name: shared
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: by-label }
spec:
  pushSecretSpec:
    secretStoreRefs:
      - kind: ClusterSecretStore # finding: it pushes into ClusterSecretStore shared
        labelSelector: { matchLabels: { backup: "yes" } }
    selector: { secret: { name: token } }
`,
    `
# Two stores by one label.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: one, labels: { backup: "yes" } }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: two, labels: { backup: "yes" } }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: both, namespace: shop }
spec:
  secretStoreRefs:
    - kind: ClusterSecretStore # finding: it pushes into ClusterSecretStore one and 1 more, which every namespace can use
      labelSelector: { matchLabels: { backup: "yes" } }
  selector: { secret: { name: token } }
`,
    `
# Its conditions are alternatives, and one of them takes every namespace.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  conditions:
    - namespaces: [shop]
    - namespaceRegexes: [.*]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - kind: ClusterSecretStore # finding: it pushes into ClusterSecretStore shared, which every namespace can use
      name: shared
  selector: { secret: { name: token } }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: for-shop }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - { kind: ClusterSecretStore, name: for-shop }
    - { kind: ClusterSecretStore, name: not-in-the-set }
    - { name: own }
  selector: { secret: { name: token } }
---
# One that only reads does not push.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: open }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: open }
  data: [{ secretKey: token, remoteRef: { key: token } }]
`,
  ],
  *check(manifest, world) {
    for (const reference of referencesOf(manifest).stores) {
      if (reference.kind !== 'ClusterSecretStore') continue
      const open = storesOf(reference, world).filter(store => isWhole(store) && isOpenToAll(store))
      const [store] = open
      if (!store) continue
      const names = new Set(open.map(({ name }) => name))
      const others = names.size > 1 ? ` and ${names.size - 1} more` : ''
      yield {
        path: reference.path,
        message: `it pushes into ClusterSecretStore ${store.name}${others}, which every namespace can use`,
        related: open.map(found => ({
          manifest: found,
          path: ['spec', 'conditions'],
          message: 'open to every namespace',
        })),
      }
    }
  },
})

import { defineRule } from '../check/rule.ts'
import { nameOf } from '../finding.ts'
import { STORE_KINDS } from '../model/eso/eso.ts'
import { FETCHING_KINDS, PUSHING_KINDS } from '../model/eso/external-secrets.ts'
import { sureUsersOf } from '../model/eso/store-users.ts'

export default defineRule({
  id: 'store-used-for-read-and-push',
  title: 'One store both fetches secrets and pushes them',
  severities: ['low'],
  kinds: STORE_KINDS,
  why: 'Its credential must be allowed to write at the provider, and with it every ExternalSecret author’s store can: whoever gets hold of the credential, or may create a PushSecret, changes what all readers of the provider trust.',
  remedy:
    'Make two stores, one whose credential only reads and one whose credential only writes below the prefix that is pushed, and let PushSecrets name the second.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://external-secrets.io/latest/guides/pushsecrets/',
  ],
  guide: ['PS2'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec: # finding: ExternalSecret shop/database fetches and PushSecret shop/backup pushes through it, with one credential
  provider:
    vault: { server: https://vault.example.com, auth: { kubernetes: { role: eso } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  data:
    - secretKey: password
      remoteRef: { key: database }
      sourceRef: { storeRef: { kind: ClusterSecretStore, name: vault } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: shop }
spec:
  secretStoreRefs: [{ kind: ClusterSecretStore, name: vault }]
  selector: { secret: { name: token } }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault: { server: https://vault.example.com, auth: { kubernetes: { role: read } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault-push, namespace: shop }
spec:
  provider:
    vault: { server: https://vault.example.com, auth: { kubernetes: { role: write } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  secretStoreRef: { name: vault }
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: shop }
spec:
  secretStoreRefs: [{ name: vault-push }]
  selector: { secret: { name: token } }
---
# The store of this name in another namespace is another one.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: billing }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
`,
  ],
  *check(store, world) {
    const users = sureUsersOf(store, world)
    const push = users.find(({ manifest }) => PUSHING_KINDS.includes(manifest.groupKind))
    const fetch = users.find(({ manifest }) => FETCHING_KINDS.includes(manifest.groupKind))
    if (!push || !fetch) return
    yield {
      path: ['spec'],
      message: `${nameOf(fetch.manifest)} fetches and ${nameOf(push.manifest)} pushes through it, with one credential`,
      related: [
        { ...fetch, message: 'fetches through the store' },
        { ...push, message: 'pushes through the store' },
      ],
    }
  },
})

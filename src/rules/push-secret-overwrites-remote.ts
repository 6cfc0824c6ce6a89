import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { PUSHING_KINDS, referencesOf, specPathOf } from '../model/eso/external-secrets.ts'

export default defineRule({
  id: 'push-secret-overwrites-remote',
  title: 'A PushSecret overwrites what is at the provider already',
  severities: ['low'],
  kinds: PUSHING_KINDS,
  why: 'With updatePolicy Replace, which is the default, a value that somebody else put under this key is gone at the next refresh. A wrong key, or a Secret that was changed in the cluster, reaches everybody who reads it from the provider.',
  remedy:
    'Set `updatePolicy: IfNotExists` where the secret is only to be there, and keep Replace for secrets whose source is this cluster.',
  references: [
    'https://external-secrets.io/latest/api/pushsecret/',
    'https://external-secrets.io/latest/guides/pushsecrets/',
  ],
  guide: ['PS4'],
  bad: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  updatePolicy: Replace # finding: what is at the provider under these keys is overwritten at every refresh
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: token }
spec:
  pushSecretSpec: # finding: overwritten at every refresh, which is the default
    secretStoreRefs: [{ name: vault }]
    selector: { secret: { name: token } }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  updatePolicy: IfNotExists
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: later, namespace: shop }
spec:
  updatePolicy: \${POLICY}
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: token } }
---
# An overlay's patch leaves out what it does not change.
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: patch, namespace: shop }
spec:
  refreshInterval: 10m
`,
  ],
  *check(manifest) {
    const path = [...(specPathOf(manifest) ?? []), 'updatePolicy']
    const policy = manifest.get(...path) ?? undefined
    const isPatch = referencesOf(manifest).stores.length === 0
    if (policy === undefined ? isPatch : policy !== 'Replace') return
    yield {
      path,
      message: `what is at the provider under these keys is overwritten at every refresh${policy === undefined ? ', which is the default' : ''}`,
    }
  },
  fix: ({ path }) => unsafe(LATER, setting(path, 'IfNotExists')),
})

const LATER = 'Must a value that changes in the cluster reach the provider? With IfNotExists only the first one does.'

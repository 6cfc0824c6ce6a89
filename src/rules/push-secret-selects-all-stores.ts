import { defineRule } from '../check/rule.ts'
import { PUSHING_KINDS, referencesOf } from '../model/eso/external-secrets.ts'
import { isEmptySelector } from '../model/eso/pushes.ts'

export default defineRule({
  id: 'push-secret-selects-all-stores',
  title: 'A PushSecret pushes into every store there is',
  severities: ['high'],
  kinds: PUSHING_KINDS,
  why: 'An empty labelSelector takes every store, also one that somebody makes later. Whoever may create a store, with a server of their own, gets the Secret.',
  remedy: 'Name the store in `secretStoreRefs[].name`, or choose by a label that only operators set on stores.',
  references: [
    'https://external-secrets.io/latest/api/pushsecret/',
    'https://external-secrets.io/latest/guides/threat-model/',
  ],
  guide: ['PS1', 'TM5'],
  bad: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - kind: ClusterSecretStore
      labelSelector: {} # finding: the selector is empty, so it pushes into every ClusterSecretStore
    - name: ignored
      labelSelector: { matchExpressions: [] } # finding: it pushes into every SecretStore of its namespace
  selector: { secret: { name: token } }
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: token }
spec:
  pushSecretSpec:
    secretStoreRefs:
      - labelSelector: {} # finding: it pushes into every SecretStore of its namespace
    selector: { secret: { name: token } }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: token, namespace: shop }
spec:
  secretStoreRefs:
    - { kind: ClusterSecretStore, name: vault }
    - { kind: ClusterSecretStore, name: vault, labelSelector: null }
    - { labelSelector: { matchLabels: { push: "yes" } } }
    - { labelSelector: "\${SELECTOR}" }
  selector: { secret: { name: token } }
`,
  ],
  *check(manifest) {
    for (const { kind = 'store', path, selector } of referencesOf(manifest).stores)
      if (isEmptySelector(selector))
        yield {
          path: [...path, 'labelSelector'],
          message: `the selector is empty, so it pushes into every ${kind}${kind === 'SecretStore' ? ' of its namespace' : ''}`,
        }
  },
})

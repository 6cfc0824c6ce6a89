import { defineRule } from '../check/rule.ts'
import { ESO_GROUP } from '../model/eso/eso.ts'
import { asList } from '../parse/untyped.ts'

export default defineRule({
  id: 'ignored-store-conditions',
  title: 'A SecretStore has conditions, which only a ClusterSecretStore heeds',
  severities: ['low'],
  kinds: [`${ESO_GROUP}/SecretStore`],
  needs: ['stores'],
  why: 'The operator reads conditions of a ClusterSecretStore only. A SecretStore serves its own namespace, whatever they say: whoever counts on them for more, or means to keep this namespace out, is mistaken.',
  remedy: 'Remove `spec.conditions`, or make it a ClusterSecretStore if several namespaces are to share the store.',
  references: [
    'https://external-secrets.io/latest/api/clustersecretstore/',
    'https://external-secrets.io/latest/api/secretstore/',
  ],
  guide: ['NI1'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  conditions: # finding: the operator ignores conditions of a SecretStore, which serves its own namespace shop only
    - namespaces: [shop, web]
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own }
spec:
  conditions: # finding: which serves its own namespace only
    - namespaceSelector: {}
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: empty, namespace: shop }
spec:
  conditions: []
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  conditions:
    - namespaces: [shop, web]
`,
  ],
  *check(store) {
    if (asList(store.get('spec', 'conditions')).length === 0) return
    const where = store.namespace === undefined ? '' : ` ${store.namespace}`
    yield {
      path: ['spec', 'conditions'],
      message: `the operator ignores conditions of a SecretStore, which serves its own namespace${where} only`,
    }
  },
  fix: ({ path }) => ({ safety: 'safe', changes: [{ kind: 'field', path, value: undefined }] }),
})

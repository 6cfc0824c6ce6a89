import { defineRule } from '../check/rule.ts'
import { DATED } from '../dated.ts'
import { STORE_KINDS } from '../model/eso/eso.ts'
import type { Provider } from '../providers/provider.ts'
import { providerOf } from '../providers/store.ts'

export default defineRule({
  id: 'unmaintained-provider',
  title: 'A store uses a provider that is alpha, gone, or whose warnings are switched off',
  severities: ['info'],
  kinds: STORE_KINDS,
  needs: ['stores'],
  why: 'Code that signs in to a secret store and that few people look after gets its security fixes late or never. The operator takes out providers that nobody maintains, and then their secrets are not refreshed any more.',
  remedy:
    "Prefer a provider that is stable where there is a choice; else pin the version, read the release notes before each upgrade, and keep the operator's warnings: remove the annotation `external-secrets.io/ignore-maintenance-checks`.",
  references: [
    'https://external-secrets.io/latest/introduction/stability-support/',
    'https://external-secrets.io/latest/api/clustersecretstore/',
  ],
  guide: ['TM4'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: doppler, namespace: shop }
spec:
  provider:
    doppler: # finding: Doppler is an alpha provider
      auth: { secretRef: { dopplerToken: { name: doppler } } }
---
apiVersion: external-secrets.io/v1beta1
kind: ClusterSecretStore
metadata: { name: alibaba }
spec:
  provider:
    alibaba: { regionID: eu-central-1 } # finding: Alibaba Cloud KMS is gone since ESO 2.0.0
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata:
  name: vault
  namespace: shop
  annotations:
    external-secrets.io/ignore-maintenance-checks: "true" # finding: this annotation switches off the operator's warnings about an unmaintained provider
spec:
  provider:
    vault: { server: "https://vault.example.com" }
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop, annotations: { team: shop } }
spec:
  provider:
    vault: { server: "https://vault.example.com" }
---
# Nothing is known of it.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: novel, namespace: shop }
spec:
  provider:
    novel: {}
`,
  ],
  *check(store) {
    const provider = providerOf(store)
    const says = provider?.known && statusOf(provider.known)
    if (provider && says !== undefined) yield { path: provider.path, message: says }
    if (store.get('metadata', 'annotations', IGNORE) !== undefined)
      yield {
        path: ['metadata', 'annotations', IGNORE],
        message: "this annotation switches off the operator's warnings about an unmaintained provider",
      }
  },
})

/** Its presence is enough. */
const IGNORE = 'external-secrets.io/ignore-maintenance-checks'

function statusOf({ name, title, until }: Provider): string | undefined {
  if (until !== undefined) return `${title} is gone since ESO ${until}`
  return DATED.providers[name] === 'alpha' ? `${title} is an alpha provider (as of ${DATED.asOf})` : undefined
}

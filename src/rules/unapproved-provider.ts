import { defineRule } from '../check/rule.ts'
import { STORE_KINDS } from '../model/eso/eso.ts'
import { providerOf, titleOf } from '../providers/store.ts'

export default defineRule({
  id: 'unapproved-provider',
  title: 'A store uses a provider that the config does not allow',
  severities: ['high'],
  kinds: STORE_KINDS,
  needs: ['stores'],
  why: 'A provider that nobody looked at is a way out: a PushSecret carries Secrets to it, and what comes back from it becomes Secrets of the cluster.',
  remedy:
    "Use one of the providers under `allowedProviders` in this tool's config, or ask its owners to allow this one. An admission policy for providers refuses such a store in the cluster as well.",
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://external-secrets.io/latest/guides/threat-model/',
  ],
  guide: ['AC1', 'TM4'],
  bad: [
    `
# config: { allowedProviders: [vault, aws] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: doppler, namespace: shop }
spec:
  provider:
    doppler: # finding: the provider doppler (Doppler) is not one of the allowed ones: aws, vault
      auth: { secretRef: { dopplerToken: { name: doppler } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: novel }
spec:
  provider:
    novel: {} # finding: the provider novel is not one of the allowed ones
`,
    `
# config: { allowedProviders: [] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault: { server: "https://vault.example.com" } # finding: the provider vault (Vault) is not allowed: the config allows none
`,
  ],
  good: [
    `
# config: { allowedProviders: [vault] }
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: allowed, namespace: shop }
spec:
  provider:
    vault: { server: "https://vault.example.com" }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider: \${STORE_PROVIDER}
`,
    `
# Where the config says nothing, every provider is allowed.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: doppler, namespace: shop }
spec:
  provider:
    doppler: { auth: { secretRef: { dopplerToken: { name: doppler } } } }
`,
  ],
  *check(store, { config: { allowedProviders } }) {
    const provider = providerOf(store)
    if (!provider || !allowedProviders || allowedProviders.includes(provider.name)) return
    const which = provider.known ? `${provider.name} (${titleOf(provider)})` : provider.name
    const allowed =
      allowedProviders.length > 0
        ? `one of the allowed ones: ${allowedProviders.toSorted().join(', ')}`
        : 'allowed: the config allows none'
    yield { path: provider.path, message: `the provider ${which} is not ${allowed}` }
  },
})

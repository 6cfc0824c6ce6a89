import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { asList, asMapping, asText, isPlaceholder } from '../parse/untyped.ts'
import { placesOf } from '../providers/fields.ts'
import { isApiServerAmong } from '../providers/named.ts'
import { connectedOf, kindsWith, titleOf } from '../providers/store.ts'

export default defineRule({
  id: 'token-without-audience',
  title: 'A ServiceAccount token for a provider is one for the API server as well',
  severities: ['low'],
  kinds: kindsWith(({ serviceAccounts = [] }) => serviceAccounts.some(({ needsAudience }) => needsAudience)),
  needs: ['connections'],
  why: 'Without an audience Kubernetes makes the token for its own API server. The provider, or whoever listens on the way, can then act in the cluster as this ServiceAccount until the token ends.',
  remedy:
    'List an audience of the provider, and no other, under `audiences` beside the name of the ServiceAccount, and ask who runs the provider to expect it (Vault: `audience` of the Kubernetes auth role; Conjur: `audience` of the JWT authenticator).',
  references: [
    'https://external-secrets.io/latest/provider/hashicorp-vault/',
    'https://kubernetes.io/docs/concepts/security/service-accounts/',
  ],
  guide: ['PC3', 'TM2'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          role: shop
          serviceAccountRef: # finding: Vault gets a token of ServiceAccount shop that is made for the API server: auth.kubernetes.serviceAccountRef lists no audiences
            name: shop
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: conjur, namespace: shop }
spec:
  provider:
    conjur:
      url: https://conjur.example.com
      auth:
        jwt:
          account: shop
          serviceID: shop
          serviceAccountRef: { name: shop, audiences: [] } # finding: CyberArk Conjur gets a token of ServiceAccount shop
---
# One token for two is one for either.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: both, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          role: shop
          serviceAccountRef: # finding: auth.kubernetes.serviceAccountRef lists it among its audiences
            name: shop
            audiences: [vault, https://kubernetes.default.svc]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: QuayAccessToken
metadata: { name: quay, namespace: shop }
spec:
  robotAccount: shop+robot
  serviceAccountRef: { name: shop } # finding: Quay gets a token of ServiceAccount shop
`,
  ],
  good: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop, audiences: [vault] } } }
---
# By JWT the operator asks for the audience vault, and for AWS and Google for theirs.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: jwt, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { jwt: { role: shop, kubernetesServiceAccountToken: { serviceAccountRef: { name: shop } } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: shop } } } }
---
# An API server takes no other token.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: hub, namespace: shop }
spec:
  provider:
    kubernetes: { auth: { serviceAccount: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        kubernetes:
          role: shop
          serviceAccountRef:
            name: shop
            audiences: \${VAULT_AUDIENCES}
`,
  ],
  *check(manifest) {
    const connected = connectedOf(manifest)
    if (!connected) return
    for (const { field, needsAudience } of connected.known?.serviceAccounts ?? [])
      for (const { path, value } of needsAudience ? placesOf(connected.config, field) : []) {
        const reference = asMapping(value)
        if (!reference || isPlaceholder(reference) || !isApiServerAmong(reference.audiences)) continue
        const name = asText(reference.name)
        yield {
          path: [...connected.path, ...path],
          message: `${titleOf(connected)} gets a token of ServiceAccount ${name ?? '?'} that is made for the API server: ${field} lists ${asList(reference.audiences).length > 0 ? 'it among its' : 'no'} audiences`,
        }
      }
  },
  fix({ manifest, path }) {
    // What the others ask for only who runs them can know.
    const isVault = manifest?.get('spec', 'provider', 'vault') !== undefined
    return isVault ? unsafe(EXPECTED, setting([...path, 'audiences'], ['vault'])) : undefined
  },
})

const EXPECTED =
  'Does the role at Vault expect the audience `vault` (its parameter `audience`)? Tokens for another are refused.'

import { defineRule } from '../check/rule.ts'
import { storedCredential } from '../check/stored-credential.ts'
import { connectedOf, kindsWith, storedCredentials } from '../providers/store.ts'

export default defineRule({
  id: 'static-vault-token',
  title: 'A store signs in to Vault or OpenBao with a token from a Secret',
  severities: ['high'],
  kinds: kindsWith(({ stored }) => stored.some(({ form }) => form === 'vault token')),
  needs: ['connections'],
  why: 'Such a token is written by hand, so it is made to live long, often for ever, and nobody is told when it is used elsewhere. Whoever reads the Secret once has everything that its policies allow until somebody notices and revokes it.',
  remedy:
    'Vault: sign in with `auth.kubernetes` and a `serviceAccountRef` whose role is bound to one namespace; where that is not possible, with an AppRole whose secret id is replaced periodically. OpenBao: such an AppRole. Ask who runs Vault for the role, then revoke the token and delete its Secret.',
  references: [
    'https://external-secrets.io/latest/provider/hashicorp-vault/',
    'https://developer.hashicorp.com/vault/docs/concepts/tokens',
  ],
  guide: ['PC4'],
  supersedes: ['static-provider-credentials'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      path: shop
      auth:
        tokenSecretRef: # finding: Vault gets a stored token (auth.tokenSecretRef, Secret vault-token); use auth.kubernetes.serviceAccountRef (Kubernetes auth)
          name: vault-token
          key: token
`,
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: bao }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    openBao:
      server: https://bao.example.com
      auth:
        tokenSecretRef: { name: bao, namespace: eso, key: token } # finding: OpenBao gets a stored token (auth.tokenSecretRef, Secret eso/bao); use an AppRole
`,
    `
apiVersion: generators.external-secrets.io/v1alpha1
kind: VaultDynamicSecret
metadata: { name: database, namespace: shop }
spec:
  path: database/creds/shop
  provider:
    server: https://vault.example.com
    auth:
      tokenSecretRef: { name: vault-token } # finding: stored token
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: database }
spec:
  kind: VaultDynamicSecret
  generator:
    vaultDynamicSecretSpec:
      path: database/creds/shop
      provider:
        server: https://vault.example.com
        auth:
          tokenSecretRef: { name: vault-token, namespace: eso } # finding: Secret eso/vault-token
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
      path: shop
      auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop, audiences: [vault] } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: bao, namespace: shop }
spec:
  provider:
    openBao:
      server: https://bao.example.com
      auth: { appRole: { roleId: shop, secretRef: { name: bao, key: id } } }
---
# Tokens of other providers are other rules' business, and what is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: doppler, namespace: shop }
spec:
  provider:
    doppler: { auth: { secretRef: { dopplerToken: { name: doppler } } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        tokenSecretRef: \${VAULT_TOKEN_REF}
`,
  ],
  *check(manifest) {
    const connected = connectedOf(manifest)
    if (!connected) return
    for (const use of storedCredentials(connected).filter(({ credential }) => credential.form === 'vault token')) {
      const instead = use.credential.instead ?? 'an AppRole whose secret id is replaced periodically'
      yield { path: use.path, message: `${storedCredential(connected, use)}; use ${instead}` }
    }
  },
})

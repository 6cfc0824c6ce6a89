import { defineRule } from '../check/rule.ts'
import { credentialsIn } from '../check/store-credentials.ts'
import { nameOf } from '../finding.ts'
import { readableKeys } from '../model/eso/secret-content.ts'
import { titleOf } from '../providers/store.ts'

export default defineRule({
  id: 'credentials-in-rendered-secret',
  title: 'The credential of a store is written in a manifest',
  severities: ['critical'],
  kinds: ['core/Secret'],
  needs: ['connections'],
  why: 'Everybody who can read the repository, its history, a fork or the output of a build has the key to the secret store, and through it every secret behind it. Base64 hides nothing, and removing the line later does not take it out of the history.',
  remedy:
    'Revoke this credential now: it counts as known. Then sign in with a short-lived identity where the provider has one, such as a `serviceAccountRef`; else keep the Secret out of git: create it by hand once, or encrypted by sops or as a SealedSecret.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/concepts/configuration/secret/#information-security-for-secrets',
  ],
  guide: ['TM2'],
  bad: [
    `
apiVersion: v1
kind: Secret
metadata: { name: vault-token, namespace: shop }
type: Opaque
stringData:
  note: not asked for
  token: s3cr3t-of-the-example # finding: it holds the token that SecretStore shop/vault signs in to Vault with, readable in the manifest
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { tokenSecretRef: { name: vault-token, key: token } }
`,
    `
# Base64 is no protection, and a cluster-wide store takes its Secret from the namespace it names.
apiVersion: v1
kind: Secret
metadata: { name: aws, namespace: eso }
data:
  id: QUtJQS1vZi10aGUtZXhhbXBsZQ==
  key: bm90LWEtcmVhbC1rZXk= # finding: it holds the access key that ClusterSecretStore aws signs in to AWS with
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth:
        secretRef:
          accessKeyIDSecretRef: { name: aws, namespace: eso, key: id }
          secretAccessKeySecretRef: { name: aws, namespace: eso, key: key }
`,
    `
# Providers without a keyless way and generators are no exception; without a key, the whole Secret counts.
apiVersion: v1
kind: Secret
metadata: { name: connect, namespace: shop }
stringData:
  token: t0ken-of-the-example # finding: it holds the Connect token that SecretStore shop/onepassword signs in to 1Password Connect with
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: onepassword, namespace: shop }
spec:
  provider:
    onepassword:
      connectHost: http://connect:8080
      vaults: { shop: 1 }
      auth: { secretRef: { connectTokenSecretRef: { name: connect, key: token } } }
---
apiVersion: v1
kind: Secret
metadata: { name: github-app, namespace: shop }
stringData:
  key.pem: key-of-the-example # finding: GitHub App's private key that GithubAccessToken shop/github signs in to GitHub App with
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: GithubAccessToken
metadata: { name: github, namespace: shop }
spec:
  appID: "1"
  installID: "2"
  auth: { privateKey: { secretRef: { name: github-app } } }
`,
  ],
  good: [
    `
# Encrypted, filled in later, still to be put there, or of another namespace.
apiVersion: v1
kind: Secret
metadata: { name: encrypted, namespace: shop }
stringData: { token: "ENC[AES256_GCM,data:AbC=,iv:x,tag:y,type:str]" }
sops: { version: 3.9.0 }
---
apiVersion: v1
kind: Secret
metadata: { name: later, namespace: shop }
stringData: { token: "\${VAULT_TOKEN}", secret-id: "<path:vault/data/shop#token>", password: changeme }
---
apiVersion: v1
kind: Secret
metadata: { name: elsewhere, namespace: test }
stringData: { token: t0ken-of-the-example }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        tokenSecretRef: { name: encrypted, key: token }
        appRole: { roleId: shop, secretRef: { name: later, key: secret-id } }
        userPass: { username: shop, secretRef: { name: elsewhere, key: token } }
        ldap: { username: shop, secretRef: { name: later, key: password } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: later, namespace: shop }
spec:
  provider:
    doppler: { auth: { secretRef: { dopplerToken: { name: later, key: token } } } }
`,
    `
# The half of a credential that is no secret, and a certificate without its key.
apiVersion: v1
kind: Secret
metadata: { name: aws, namespace: shop }
stringData: { id: id-of-the-example }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth:
        secretRef:
          accessKeyIDSecretRef: { name: aws, key: id }
          secretAccessKeySecretRef: { name: aws-secret, key: key }
---
apiVersion: v1
kind: Secret
metadata: { name: client, namespace: shop }
stringData: { tls.crt: certificate-of-the-example }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      tls: { certSecretRef: { name: client, key: tls.crt }, keySecretRef: { name: client-key, key: tls.key } }
      auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop } } }
`,
  ],
  *check(secret, world) {
    const uses = credentialsIn(secret, world)
    if (uses.length === 0) return
    for (const { key, path } of readableKeys(secret)) {
      const [use] = uses.filter(named => named.key === undefined || named.key === key)
      if (use)
        yield {
          path,
          message: `it holds the ${use.what} that ${nameOf(use.manifest)} signs in to ${titleOf(use.connected)} with, readable in the manifest`,
          related: [{ manifest: use.manifest, path: use.path, message: 'used here' }],
        }
    }
  },
})

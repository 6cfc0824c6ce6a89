import { defineRule } from '../check/rule.ts'
import { storedCredential } from '../check/stored-credential.ts'
import { rotatorOf } from '../model/eso/rotation.ts'
import { connectedOf, kindsWith, storedCredentials } from '../providers/store.ts'

export default defineRule({
  id: 'static-approle-secret-id',
  title: 'Nothing shows that the secret id of an AppRole is replaced',
  severities: ['low'],
  kinds: kindsWith(({ stored }) => stored.some(({ form }) => form === 'secret id')),
  needs: ['connections'],
  why: 'The secret id of an AppRole is a password. While it is replaced every few days a stolen one soon ends; one that was written once works for as long as Vault lets it.',
  remedy:
    'Replace the secret id periodically and give it a `secret_id_ttl` in Vault, or sign in with `auth.kubernetes` and a `serviceAccountRef`. An ExternalSecret that writes the Secret, or a CronJob that is told its name, counts as a sign of rotation; where something outside these files does it, ignore the finding with that reason.',
  references: [
    'https://developer.hashicorp.com/vault/docs/auth/approle',
    'https://external-secrets.io/latest/provider/hashicorp-vault/',
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
      auth:
        appRole:
          path: approle
          roleId: shop
          secretRef: # finding: Vault gets a stored AppRole secret id (auth.appRole.secretRef, Secret vault-approle), and nothing in the set replaces it
            name: vault-approle
            key: secret-id
---
# A Secret of the same name in another namespace is another Secret.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: vault-approle, namespace: other }
spec:
  secretStoreRef: { name: vault }
  data: [{ secretKey: secret-id, remoteRef: { key: approle } }]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: VaultDynamicSecret
metadata: { name: database, namespace: shop }
spec:
  path: database/creds/shop
  provider:
    server: https://vault.example.com
    auth:
      appRole:
        roleId: shop
        secretRef: { name: vault-approle, key: secret-id } # finding: nothing in the set replaces it
`,
  ],
  good: [
    `
# An ExternalSecret brings a new one from time to time.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    vault:
      server: https://vault.example.com
      auth: { appRole: { roleId: shop, secretRef: { name: vault-approle, namespace: eso, key: secret-id } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: approle, namespace: eso }
spec:
  refreshInterval: 1h
  target: { name: vault-approle }
  dataFrom: [{ sourceRef: { generatorRef: { apiVersion: generators.external-secrets.io/v1alpha1, kind: VaultDynamicSecret, name: approle } } }]
`,
    `
# So does a job that is told the name of the Secret.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: bao, namespace: shop }
spec:
  provider:
    openBao:
      server: https://bao.example.com
      auth: { appRole: { roleId: shop, secretRef: { name: bao-approle, key: secret-id } } }
---
apiVersion: batch/v1
kind: CronJob
metadata: { name: rotate, namespace: shop }
spec:
  schedule: "0 3 * * *"
  jobTemplate:
    spec:
      template:
        spec:
          containers:
            - name: rotate
              image: example.com/rotate:1
              command: [sh, -c, 'kubectl patch secret/bao-approle -p "$(./new-secret-id)"']
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: kubernetes-auth, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: shop, serviceAccountRef: { name: shop } } }
`,
  ],
  *check(manifest, world) {
    const connected = connectedOf(manifest)
    if (!connected) return
    for (const use of storedCredentials(connected).filter(({ credential }) => credential.form === 'secret id')) {
      // A Secret whose name is filled in later may be anybody's to replace.
      const [name, namespace = manifest.namespace] = use.secret?.split('/').reverse() ?? []
      if (name === undefined || rotatorOf(name, namespace, world)) continue
      yield { path: use.path, message: `${storedCredential(connected, use)}, and nothing in the set replaces it` }
    }
  },
})

import { REMOVAL, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { storeSigningInAs } from '../check/store-accounts.ts'
import { credentialsIn } from '../check/store-credentials.ts'
import { nameOf } from '../finding.ts'
import { STORE_KINDS } from '../model/eso/eso.ts'
import { nameOfSubject, type Subject } from '../model/rbac/rbac.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asText, isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'long-lived-service-account-token',
  title: 'A Secret keeps a token of a ServiceAccount that never expires',
  severities: ['high'],
  kinds: ['core/Secret'],
  why: 'Whoever reads this Secret once, in a backup or with `get secrets` in the namespace, is the ServiceAccount until somebody deletes the Secret: at the API server, and at every provider that trusts its tokens.',
  remedy:
    'Delete the Secret, and let tokens be made when they are needed: a store does it with a reference to the ServiceAccount, Prometheus with the projected token of its own pod. The operator chart renders one for the controller with `metrics.listen.auth.enabled: true` and `serviceAccount.create: true`: name a ServiceAccount that you make yourself.',
  references: [
    'https://kubernetes.io/docs/concepts/security/service-accounts/#get-a-token',
    'https://kubernetes.io/docs/concepts/configuration/secret/#serviceaccount-token-secrets',
  ],
  guide: ['TM2'],
  bad: [
    `
apiVersion: v1
kind: Secret
metadata:
  name: external-secrets-token
  namespace: eso
  annotations: { kubernetes.io/service-account.name: external-secrets }
type: kubernetes.io/service-account-token # finding: it keeps a token of ServiceAccount eso/external-secrets, which the operator runs as
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: external-secrets
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# A ServiceAccount that a store names, and a Secret that one reads.
apiVersion: v1
kind: Secret
metadata: { name: vault-client, namespace: shop, annotations: { kubernetes.io/service-account.name: vault-client } }
type: kubernetes.io/service-account-token # finding: it keeps a token of ServiceAccount shop/vault-client, which SecretStore shop/vault signs in as
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: vault-client } } }
---
apiVersion: v1
kind: Secret
metadata: { name: reader-token, namespace: payments, annotations: { kubernetes.io/service-account.name: reader } }
type: kubernetes.io/service-account-token # finding: it keeps a token of ServiceAccount payments/reader, which ClusterSecretStore payments signs in with
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: payments }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      auth: { token: { bearerToken: { name: reader-token, namespace: payments, key: token } } }
`,
  ],
  good: [
    `
# Nobody's that the operator has to do with: another account, another namespace, another type.
apiVersion: v1
kind: Secret
metadata: { name: ci, namespace: shop, annotations: { kubernetes.io/service-account.name: ci } }
type: kubernetes.io/service-account-token
---
apiVersion: v1
kind: Secret
metadata: { name: vault-client, namespace: bar, annotations: { kubernetes.io/service-account.name: vault-client } }
type: kubernetes.io/service-account-token
---
apiVersion: v1
kind: Secret
metadata: { name: vault-client, namespace: shop, annotations: { kubernetes.io/service-account.name: vault-client } }
type: Opaque
---
apiVersion: v1
kind: Secret
metadata: { name: later, namespace: shop, annotations: { kubernetes.io/service-account.name: "\${ACCOUNT}" } }
type: kubernetes.io/service-account-token
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: vault-client } } }
`,
  ],
  *check(secret, world) {
    const name = asText(secret.get('metadata', 'annotations', 'kubernetes.io/service-account.name'))
    if (secret.get('type') !== TYPE || !name || isPlaceholder(name) || isPlaceholder(secret.namespace)) return
    const account: Subject = { kind: 'ServiceAccount', name, namespace: secret.namespace }
    const use = world.eso.isOwn(account) ? 'which the operator runs as' : useByStore(account, secret, world)
    if (use === undefined) return
    yield {
      path: ['type'],
      message: `it keeps a token of ${nameOfSubject(account)}, ${use}, and the token never expires`,
    }
  },
  fix: () => unsafe(READERS, REMOVAL),
})

const READERS = 'Does anything still read the token from this Secret? It needs another way to sign in first.'

const TYPE = 'kubernetes.io/service-account-token'

function useByStore(account: Subject, secret: Manifest, world: World): string | undefined {
  if (account.namespace === undefined) return undefined
  const signsInAs = storeSigningInAs(account, world)
  if (signsInAs) return `which ${nameOf(signsInAs)} signs in as`
  const signsInWith = credentialsIn(secret, world).find(({ manifest }) =>
    (STORE_KINDS as readonly string[]).includes(manifest.groupKind),
  )
  return signsInWith && `which ${nameOf(signsInWith.manifest)} signs in with`
}

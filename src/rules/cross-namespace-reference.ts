import { unsafe, without } from '../check/offer.ts'
import { defineRule, type Problem } from '../check/rule.ts'
import { STORE_KINDS } from '../model/eso/eso.ts'
import type { Manifest } from '../parse/manifest.ts'
import { isPlaceholder } from '../parse/untyped.ts'
import { type NamespacedReference, namespacedReferences } from '../providers/references.ts'

export default defineRule({
  id: 'cross-namespace-reference',
  title: 'A store takes its credential from another namespace',
  severities: ['low', 'high'],
  kinds: STORE_KINDS,
  needs: ['stores'],
  why: 'A namespace on a reference of a ClusterSecretStore makes one credential serve every namespace that may use the store: nobody uses a right of their own, and the provider cannot tell the teams apart. That is often meant, and belongs on the list of what an audit looks at. In a SecretStore it reaches for a credential of somebody else, and only some providers refuse it.',
  remedy:
    'In a ClusterSecretStore leave `namespace` out of the reference where each namespace can bring a credential or ServiceAccount of its own, which is then looked up where the ExternalSecret is; else keep `spec.conditions` tight. In a SecretStore refer to objects of its own namespace.',
  references: [
    'https://external-secrets.io/latest/api/clustersecretstore/',
    'https://external-secrets.io/latest/guides/multi-tenancy/',
  ],
  guide: ['NI1', 'NI3'],
  bad: [
    `
# One line for each namespace that a ClusterSecretStore takes something from.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: shared }
spec:
  provider:
    vault:
      server: https://vault.example.com
      namespace: teams/shop
      auth:
        namespace: teams
        kubernetes:
          role: shop
          serviceAccountRef:
            name: vault
            namespace: eso # finding: everyone who may use the store works with vault of namespace eso (auth.kubernetes.serviceAccountRef)
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: keys }
spec:
  provider:
    aws:
      service: SecretsManager
      region: eu-west-1
      auth:
        secretRef:
          accessKeyIDSecretRef:
            name: aws
            namespace: eso # finding: with aws of namespace eso (auth.secretRef.accessKeyIDSecretRef, auth.secretRef.secretAccessKeySecretRef)
            key: id
          secretAccessKeySecretRef:
            name: aws
            namespace: eso
            key: secret
          sessionTokenSecretRef:
            name: aws-session
            namespace: sessions # finding: with aws-session of namespace sessions
            key: token
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        tokenSecretRef:
          name: vault
          namespace: eso # finding[high]: it refers to vault of namespace eso (auth.tokenSecretRef), and a SecretStore may use what its own namespace shop holds
          key: token
      tls:
        certSecretRef:
          name: client
          namespace: eso # finding[high]: (tls.certSecretRef)
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: header, namespace: shop }
spec:
  provider:
    webhook:
      url: https://secrets.example.com
      secrets:
        - name: login
          secretRef:
            name: login
            namespace: eso # finding[high]: (secrets[0].secretRef)
`,
  ],
  good: [
    `
# Without a namespace each user of the store brings a Secret of their own.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: referent }
spec:
  provider:
    vault:
      server: https://vault.example.com
      namespace: teams/shop
      auth:
        namespace: teams
        tokenSecretRef: { name: vault, key: token }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      namespace: other
      auth:
        tokenSecretRef: { name: vault, namespace: shop, key: token }
`,
    `
# Patterns are no references, a certificate authority is no credential, and what is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: patterns }
spec:
  provider:
    crd:
      resource: { group: example.com, version: v1, kind: Database }
      whitelist:
        rules: [{ name: ^db-, namespace: ^shop$ }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: later }
spec:
  provider:
    vault:
      server: https://vault.example.com
      caProvider: { type: ConfigMap, name: ca, namespace: eso, key: ca.crt }
      auth:
        tokenSecretRef: { name: vault, namespace: "\${NAMESPACE}", key: token }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: unplaced }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth:
        tokenSecretRef: { name: vault, namespace: eso, key: token }
`,
  ],
  *check(store) {
    const references = namespacedReferences(store).filter(({ isAuthority }) => !isAuthority)
    if (store.kind === 'ClusterSecretStore') yield* shared(references)
    else yield* foreign(store, references)
  },
  fix: ({ manifest, path }) => (manifest?.kind === 'SecretStore' ? unsafe(COPY, without(path)) : undefined),
})

const COPY = "Is there a credential of the same name in the store's own namespace?"

/** One problem for each namespace, so that the two halves of a key are one. */
function* shared(references: readonly NamespacedReference[]): Generator<Problem> {
  for (const group of Map.groupBy(references, ({ namespace }) => namespace).values()) {
    const [first] = group
    if (!first) continue
    const fields = group.map(({ field }) => field).join(', ')
    yield {
      path: first.path,
      message: `everyone who may use the store works with ${namesOf(group)} of namespace ${first.namespace} (${fields})`,
    }
  }
}

function* foreign(store: Manifest, references: readonly NamespacedReference[]): Generator<Problem> {
  const own = store.namespace
  if (own === undefined || isPlaceholder(own)) return
  for (const reference of references)
    if (reference.namespace !== own)
      yield {
        path: reference.path,
        severity: 'high',
        message: `it refers to ${namesOf([reference])} of namespace ${reference.namespace} (${reference.field}), and a SecretStore may use what its own namespace ${own} holds`,
      }
}

const namesOf = (references: readonly NamespacedReference[]): string =>
  [...new Set(references.map(({ name }) => name ?? 'a credential'))].join(', ')

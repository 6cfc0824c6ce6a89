import { unsafe, without } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import { STORE_KINDS } from '../model/eso/eso.ts'
import { isUnconditional } from '../model/eso/stores.ts'
import { type NamespacedReference, namespacedReferences } from '../providers/references.ts'

export default defineRule({
  id: 'foreign-ca-provider',
  title: 'A store takes its certificate authority from another namespace',
  severities: ['high', 'medium'],
  kinds: STORE_KINDS,
  why: 'The operator reads the named ConfigMap or Secret with its own rights. Before version 2.4.0 a SecretStore could so make it read an object of any namespace (CVE-2026-42875); and whoever owns that object decides which server the store believes.',
  remedy:
    'Keep the authority in the namespace of the SecretStore and leave `caProvider.namespace` out. A ClusterSecretStore has to name a namespace: let it be that of its credential, and list under `conditions` who may use the store.',
  references: [
    'https://github.com/advisories/GHSA-wv26-88m5-6h59',
    'https://external-secrets.io/latest/provider/hashicorp-vault/',
  ],
  guide: ['NI3', 'NS3'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caProvider:
        type: ConfigMap
        name: vault-ca
        key: ca.crt
        namespace: vault # finding: caProvider names vault-ca in namespace vault, not the store's own
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caProvider: { type: Secret, name: vault-ca, key: ca.crt, namespace: vault } # finding[medium]: and every namespace can use the store
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop, namespace: eso } } }
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
      server: https://vault.vault.svc:8200
      caProvider: { type: ConfigMap, name: vault-ca, key: ca.crt, namespace: shop }
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  conditions: [{ namespaces: [shop] }]
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caProvider: { type: ConfigMap, name: vault-ca, key: ca.crt, namespace: vault }
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop, namespace: eso } } }
`,
    `
# A ClusterSecretStore must name a namespace: here that of its credential, and a ConfigMap that Kubernetes keeps in all.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault:
      server: https://vault.vault.svc:8200
      caProvider: { type: ConfigMap, name: vault-ca, key: ca.crt, namespace: eso }
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop, namespace: eso } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: gateway }
spec:
  provider:
    kubernetes:
      remoteNamespace: gateway
      server: { caProvider: { type: ConfigMap, name: kube-root-ca.crt, key: ca.crt, namespace: kube-system } }
      auth: { serviceAccount: { name: shop, namespace: eso } }
`,
  ],
  *check(store) {
    const isCluster = store.kind === 'ClusterSecretStore'
    if (isCluster ? !isUnconditional(store) : store.namespace === undefined) return
    const references = namespacedReferences(store)
    for (const { path, field, namespace, name, isAuthority } of references) {
      const isOwn = isCluster
        ? name === CLUSTER_AUTHORITY || holdsCredential(namespace, references)
        : namespace === store.namespace
      if (!isAuthority || isOwn) continue
      const what = `${field} names ${name ?? 'an object'} in namespace ${namespace}`
      yield isCluster
        ? { path, severity: 'medium', message: `${what}, and every namespace can use the store` }
        : { path, message: `${what}, not the store's own` }
    }
  },
  fix: ({ manifest, path }) => (manifest?.kind === 'SecretStore' ? unsafe(COPY, without(path)) : undefined),
})

const COPY = "Is the certificate authority in the store's own namespace, too, under the same name?"

/** Kubernetes keeps it in every namespace, and puts it right when somebody changes it. */
const CLUSTER_AUTHORITY = 'kube-root-ca.crt'

/** Whoever owns the namespace of the store's credential need not trick the store. */
const holdsCredential = (namespace: string, references: readonly NamespacedReference[]): boolean =>
  references.some(reference => !reference.isAuthority && reference.namespace === namespace)

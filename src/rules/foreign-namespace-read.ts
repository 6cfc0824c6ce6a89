import { defineRule, type Problem } from '../check/rule.ts'
import { isOnlyFor, isOpenToAll } from '../model/eso/conditions.ts'
import { STORE_KINDS } from '../model/eso/eso.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asText, isPlaceholder, valueAt } from '../parse/untyped.ts'
import { namespacedReferences } from '../providers/references.ts'
import { foreignNamespaceIn, providerOf, type StoreProvider } from '../providers/store.ts'

export default defineRule({
  id: 'foreign-namespace-read',
  title: 'A store reads the Secrets of another namespace',
  severities: ['medium', 'high'],
  kinds: STORE_KINDS,
  needs: ['stores'],
  why: 'The store turns Secrets of a namespace into something that people elsewhere may ask for. With a ClusterSecretStore that every namespace can use, whoever may create an ExternalSecret anywhere copies each Secret that the ServiceAccount of the store may read, without any right in that namespace; a PushSecret writes there as well.',
  remedy:
    'Let `remoteNamespace` name the namespace of the store itself, with a SecretStore for each namespace; or give the ServiceAccount of the store a Role with `resourceNames` for the Secrets that are meant, and list the namespaces that may have them under `spec.conditions`. The owners of the other namespace decide on that Role.',
  references: [
    'https://external-secrets.io/latest/provider/kubernetes/',
    'https://external-secrets.io/latest/guides/multi-tenancy/',
  ],
  guide: ['NI3', 'TM6'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: open }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments # finding[high]: whoever may create an ExternalSecret in any namespace gets Secrets of namespace payments
      auth: { serviceAccount: { name: reader, namespace: payments } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: limited }
spec:
  conditions: [{ namespaces: [shop, payments] }]
  provider:
    kubernetes:
      remoteNamespace: payments # finding: it hands out Secrets of namespace payments to other namespaces
      server: { url: "https://kubernetes.default.svc" }
      auth: { serviceAccount: { name: reader, namespace: payments } }
---
# Whoever uses it needs a ServiceAccount of their own that may read there.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: referent }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments # finding: it hands out Secrets of namespace payments to other namespaces
      auth: { serviceAccount: { name: reader } }
`,
    `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: neighbour, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments # finding: it hands out Secrets of namespace payments in namespace shop
      auth: { serviceAccount: { name: reader } }
`,
  ],
  good: [
    `
# Its own namespace, or one that nobody else is admitted to.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: shop
      auth: { serviceAccount: { name: reader } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: for-itself }
spec:
  conditions:
    - namespaces: [payments]
      namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: payments } }
    - namespaceRegexes: [^payments$]
  provider:
    kubernetes:
      remoteNamespace: payments
      auth: { serviceAccount: { name: reader, namespace: payments } }
`,
    `
# By cleartext, and by a name that only looks like the cluster's own.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: own-cluster, namespace: payments }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      server: { url: "http://kubernetes.default.svc" }
      auth: { serviceAccount: { name: reader } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: namesake, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      server: { url: "https://hub.example.com/https://kubernetes.default" }
      auth: { serviceAccount: { name: reader } }
`,
    `
# Another cluster has namespaces of its own.
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: other-cluster, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      server: { url: "https://k8s.example.com:6443" }
      auth: { token: { bearerToken: { name: token, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: by-kubeconfig, namespace: shop }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      authRef: { name: kubeconfig, key: config }
---
# What is filled in later is unknown.
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: later }
spec:
  provider:
    kubernetes:
      remoteNamespace: \${NAMESPACE}
      auth: { serviceAccount: { name: reader, namespace: eso } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: unplaced }
spec:
  provider:
    kubernetes:
      remoteNamespace: payments
      auth: { serviceAccount: { name: reader } }
`,
  ],
  *check(store) {
    const provider = providerOf(store)
    const foreign = provider && foreignNamespaceIn(provider)
    if (!foreign || isPlaceholder(foreign.namespace)) return
    const problem = store.kind === 'ClusterSecretStore' ? ofCluster : ofNamespace
    yield* problem(store, provider, foreign.namespace, foreign.path)
  },
})

type Judge = (store: Manifest, provider: StoreProvider, namespace: string, path: Problem['path']) => Problem[]

const ofCluster: Judge = (store, provider, namespace, path) => {
  const isShared = namespacedReferences(store).some(({ isAuthority }) => !isAuthority)
  if (isShared && isOpenToAll(store)) {
    const message = `whoever may create an ExternalSecret in any namespace gets Secrets of namespace ${namespace}`
    return [{ path, severity: 'high', message }]
  }
  if (isOnlyFor(store, namespace) || isElsewhere(provider)) return []
  return [{ path, message: `it hands out Secrets of namespace ${namespace} to other namespaces` }]
}

const ofNamespace: Judge = (store, provider, namespace, path) => {
  const own = store.namespace
  if (own === undefined || isPlaceholder(own) || own === namespace || isElsewhere(provider)) return []
  return [{ path, message: `it hands out Secrets of namespace ${namespace} in namespace ${own}` }]
}

/** Whether the store speaks to another cluster than its own, or may: a kubeconfig says where, and is not seen. */
function isElsewhere({ config }: StoreProvider): boolean {
  const url = asText(valueAt(config, ['server', 'url'])) || OWN_SERVER
  return config.authRef !== undefined || !url.replace(/^https?:\/\//, '').startsWith(OWN_SERVER)
}

/** The API server as the pods of a cluster call it. */
const OWN_SERVER = 'kubernetes.default'

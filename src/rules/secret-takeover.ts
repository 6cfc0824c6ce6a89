import { defineRule } from '../check/rule.ts'
import { joined, shortened } from '../check/words.ts'
import { nameOf } from '../finding.ts'
import { FETCHING_KINDS } from '../model/eso/external-secrets.ts'
import { rivalsOf, type SecretWriter } from '../model/eso/secret-writers.ts'

export default defineRule({
  id: 'secret-takeover',
  title: 'An ExternalSecret replaces a Secret that something else makes, too',
  severities: ['high'],
  kinds: FETCHING_KINDS,
  why: 'The operator takes over a Secret of this name that is there already, whoever made it. Whichever of the two comes first, or last, decides what the workload signs in with: whoever may write one of them can swap the other’s credential, and at the least one of them fails to sync.',
  remedy:
    'Give each its own Secret by `target.name`, or remove the one that is left over. To add keys to a Secret that a chart renders, use `creationPolicy: Merge` outside sensitive namespaces.',
  references: [
    'https://external-secrets.io/latest/guides/ownership-deletion-policy/',
    'https://external-secrets.io/latest/guides/threat-model/',
  ],
  guide: ['TM3', 'AC4'],
  bad: [
    `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec: # finding: Secret shop/database is made by ExternalSecret shop/other, too
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: other, namespace: shop }
spec:
  target:
    name: database # finding: Secret shop/database is made by ExternalSecret shop/database, too
    creationPolicy: Orphan
  data: [{ secretKey: password, remoteRef: { key: other } }]
`,
    `
# A Secret of the same set, and a ClusterExternalSecret that reaches this namespace.
apiVersion: v1
kind: Secret
metadata: { name: registry, namespace: shop }
---
apiVersion: v1
kind: Namespace
metadata: { name: shop, labels: { pull: "yes" } }
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: pull }
spec:
  namespaceSelectors: [{ matchLabels: { pull: "yes" } }]
  externalSecretName: registry
  externalSecretSpec: # finding: Secret shop/registry is made by ExternalSecret shop/own and Secret shop/registry, too
    data: [{ secretKey: token, remoteRef: { key: registry } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: own, namespace: shop }
spec:
  target:
    name: registry # finding: Secret shop/registry is made by ClusterExternalSecret pull and Secret shop/registry, too
  data: [{ secretKey: token, remoteRef: { key: registry } }]
`,
    `
# Whatever the namespace will be, both are applied to it together.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: one }
spec:
  target: { name: database } # finding: Secret database is made by ExternalSecret two, too
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: two }
spec:
  target: { name: database } # finding: Secret database is made by ExternalSecret one, too
`,
  ],
  good: [
    `
# One object in two files, as a base and its copy; other names and other namespaces.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: shop }
spec:
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: database, namespace: billing }
spec:
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: settings, namespace: shop }
spec:
  target: { name: database, manifest: { apiVersion: v1, kind: ConfigMap } }
  data: [{ secretKey: password, remoteRef: { key: database } }]
`,
    `
# Merging into a Secret that a chart renders, and a Secret that helm makes for its own job.
apiVersion: v1
kind: Secret
metadata: { name: argocd-secret, namespace: argocd }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: sso, namespace: argocd }
spec:
  target: { name: argocd-secret, creationPolicy: Merge }
  data: [{ secretKey: token, remoteRef: { key: sso } }]
---
apiVersion: v1
kind: Secret
metadata: { name: sso, namespace: argocd, annotations: { helm.sh/hook: pre-install } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: sso, namespace: argocd }
spec:
  data: [{ secretKey: token, remoteRef: { key: sso } }]
---
apiVersion: v1
kind: Secret
metadata: { name: "\${NAME}", namespace: argocd }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: later, namespace: argocd }
spec:
  target: { name: "\${NAME}" }
  data: [{ secretKey: token, remoteRef: { key: sso } }]
`,
  ],
  *check(manifest, world) {
    for (const { writer, rivals } of rivalsOf(manifest, world))
      yield {
        path: writer.path,
        discriminator: writer.secret,
        message: `Secret ${writer.secret} is made by ${named(rivals)}, too`,
        related: rivals.map(rival => ({ ...rival, message: 'made here, too' })),
      }
  },
})

const NAMED = 3

function named(rivals: readonly SecretWriter[]): string {
  const names = rivals.map(({ manifest }) => nameOf(manifest)).sort()
  return joined(shortened(names, NAMED))
}

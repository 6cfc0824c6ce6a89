import { forbiddenNamespaces } from '../check/forbidden-namespace.ts'
import { defineRule } from '../check/rule.ts'
import { PUSHING_KINDS } from '../model/eso/external-secrets.ts'

export default defineRule({
  id: 'push-secret-in-forbidden-namespace',
  title: 'A PushSecret works in a namespace that should have none',
  severities: ['high', 'low'],
  kinds: PUSHING_KINDS,
  why: 'A PushSecret carries Secrets of its namespace out of the cluster. From the namespaces of Kubernetes or of the operator that can be the credentials that everything depends on.',
  remedy:
    'Move it to the namespace of the Secret’s owner, or remove it. If it belongs here, name the namespace under `allowedNamespaces.pushSecret` in this tool’s config; `sensitiveNamespaces` says which namespaces count as the cluster’s own.',
  references: [
    'https://external-secrets.io/latest/api/pushsecret/',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['PS1', 'AC2'],
  bad: [
    `
# config: { allowedNamespaces: { pushSecret: [backup] } }
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: certificate
  namespace: shop # finding: it works in namespace shop, which is not among the allowed namespaces
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: certificate } }
---
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: everywhere }
spec:
  namespaceSelectors:
    - matchLabels: { kubernetes.io/metadata.name: shop } # finding: it works in namespace shop
  pushSecretSpec:
    secretStoreRefs: [{ name: vault }]
    selector: { secret: { name: certificate } }
`,
    `
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata:
  name: bootstrap
  namespace: kube-system # finding[low]: it works in namespace kube-system, whose Secrets are the cluster’s own
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: bootstrap } }
`,
  ],
  good: [
    `
# config: { allowedNamespaces: { externalSecret: [], pushSecret: [backup-*] } }
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: certificate, namespace: backup-eu }
spec:
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: certificate } }
---
# Without selectors it pushes from nowhere.
apiVersion: external-secrets.io/v1alpha1
kind: ClusterPushSecret
metadata: { name: nowhere }
spec:
  pushSecretSpec:
    secretStoreRefs: [{ name: vault }]
    selector: { secret: { name: certificate } }
`,
  ],
  check: (manifest, world) => forbiddenNamespaces(manifest, world, world.config.allowedNamespaces?.pushSecret),
})

import { forbiddenNamespaces } from '../check/forbidden-namespace.ts'
import { defineRule } from '../check/rule.ts'
import { FETCHING_KINDS } from '../model/eso/external-secrets.ts'

export default defineRule({
  id: 'external-secret-in-forbidden-namespace',
  title: 'An ExternalSecret works in a namespace that should have none',
  severities: ['high', 'low'],
  kinds: FETCHING_KINDS,
  why: 'An ExternalSecret writes Secrets beside those that are there already. Where the cluster or the operator keeps its own, whoever writes the ExternalSecret can replace a credential that everything depends on, or bring a copy of another team’s secret to a place it is not meant for.',
  remedy:
    'Move it to the namespace of the workload that uses the Secret. If it belongs here, name the namespace under `allowedNamespaces.externalSecret` in this tool’s config; `sensitiveNamespaces` says which namespaces count as the cluster’s own.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://external-secrets.io/latest/guides/threat-model/',
  ],
  guide: ['TM3', 'AC2'],
  bad: [
    `
# config: { allowedNamespaces: { externalSecret: [shop, team-*] } }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: database
  namespace: billing # finding: it works in namespace billing, which is not among the allowed namespaces
spec:
  data: [{ secretKey: password, remoteRef: { key: database } }]
---
# What the list takes in by a star is still sensitive.
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: everywhere }
spec:
  namespaces:
    - shop
    - team-a
    - kube-public # finding: it works in namespace kube-public, which is not among
  externalSecretSpec:
    data: [{ secretKey: password, remoteRef: { key: database } }]
`,
    `
# config: { sensitiveNamespaces: [vault] }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: unseal
  namespace: vault # finding: it works in namespace vault, whose Secrets are the cluster’s own
spec:
  data: [{ secretKey: key, remoteRef: { key: unseal } }]
`,
    `
# Without a config: the namespaces of Kubernetes and of the operator.
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata:
  name: credentials
  namespace: eso # finding[low]: it works in namespace eso, whose Secrets are the operator’s own
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: v1
kind: Namespace
metadata: { name: kube-system, labels: { team: platform } }
---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: by-label }
spec:
  namespaceSelectors:
    - matchLabels: { team: platform } # finding[low]: it works in namespace kube-system, whose Secrets are the cluster’s own
    - matchExpressions: # finding[low]: it works in namespace kube-public
        - { key: kubernetes.io/metadata.name, operator: In, values: [kube-public, shop] }
  externalSecretSpec:
    data: [{ secretKey: token, remoteRef: { key: token } }]
`,
  ],
  good: [
    `
# config: { allowedNamespaces: { externalSecret: [kube-system, team-*] }, sensitiveNamespaces: [kube-system] }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: allowed-by-name, namespace: kube-system }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: allowed-by-pattern, namespace: team-a }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
# Where it will be is filled in later.
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: somewhere }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: placeholder, namespace: "\${NAMESPACE}" }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
`,
    `
# The config knows better which namespaces are sensitive.
# config: { sensitiveNamespaces: [vault] }
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: system, namespace: kube-system }
spec:
  data: [{ secretKey: token, remoteRef: { key: token } }]
`,
  ],
  check: (manifest, world) => forbiddenNamespaces(manifest, world, world.config.allowedNamespaces?.externalSecret),
})

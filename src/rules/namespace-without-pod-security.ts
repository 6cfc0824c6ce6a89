import { defineRule } from '../check/rule.ts'
import { asText, isPlaceholder } from '../parse/untyped.ts'

const ENFORCE = 'pod-security.kubernetes.io/enforce'

export default defineRule({
  id: 'namespace-without-pod-security',
  title: 'The namespace of the operator does not enforce the Pod Security profile `restricted`',
  severities: ['medium'],
  kinds: ['core/Namespace'],
  why: 'Without an enforced profile whoever may create a pod in the operator’s namespace can create a privileged one there, take over the node and with it the operator’s token and the Secrets it holds. The operator’s own pods meet `restricted` as the chart renders them.',
  remedy:
    'Label the Namespace `pod-security.kubernetes.io/enforce: restricted`. helm’s `--create-namespace` sets no labels: declare the Namespace yourself, or let Argo CD (`managedNamespaceMetadata`) or whoever owns the namespaces of the cluster set the label.',
  references: [
    'https://kubernetes.io/docs/tasks/configure-pod-container/enforce-standards-namespace-labels/',
    'https://kubernetes.io/docs/concepts/security/pod-security-admission/',
    'https://external-secrets.io/latest/guides/security-best-practices/',
  ],
  guide: ['TM1'],
  bad: [
    `
apiVersion: v1
kind: Namespace
metadata: # finding: namespace eso holds External Secrets Operator and enforces no Pod Security profile
  name: eso
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# Warnings and audit annotations keep nothing out.
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels:
    pod-security.kubernetes.io/warn: restricted
    pod-security.kubernetes.io/enforce: baseline # finding: namespace eso holds External Secrets Operator and enforces only the Pod Security profile baseline
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  good: [
    `
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels: { pod-security.kubernetes.io/enforce: restricted }
---
# Another namespace is not this tool's business.
apiVersion: v1
kind: Namespace
metadata: { name: shop }
---
apiVersion: v1
kind: Namespace
metadata:
  name: eso-two
  labels: { pod-security.kubernetes.io/enforce: "\${PROFILE}" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso-two }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  *check(namespace, { eso }) {
    const enforced = namespace.get('metadata', 'labels', ENFORCE)
    if (!eso.isOwnNamespace(namespace.name) || enforced === 'restricted' || isPlaceholder(enforced)) return
    const profile = asText(enforced)
    yield {
      path: ['metadata', 'labels', ENFORCE],
      message: `namespace ${namespace.name} holds External Secrets Operator and enforces ${profile ? `only the Pod Security profile ${profile}` : 'no Pod Security profile'}`,
    }
  },
})

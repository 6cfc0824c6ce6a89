import { setting, unsafe } from '../check/offer.ts'
import { defineRule, type Problem } from '../check/rule.ts'
import { joined } from '../check/words.ts'
import { demandsAfter, ENFORCE, ENFORCE_VERSION, PROFILES, pinnedMinor } from '../model/pods/enforced-profile.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asText, isPlaceholder } from '../parse/untyped.ts'

export default defineRule({
  id: 'namespace-without-pod-security',
  title: 'The namespace of the operator does not enforce the Pod Security profile `restricted`',
  severities: ['medium', 'low'],
  kinds: ['core/Namespace'],
  why: 'Without an enforced profile whoever may create a pod in the operator’s namespace can create a privileged one there, take over the node and with it the operator’s token and the Secrets it holds. The operator’s own pods meet `restricted` as the chart renders them.',
  remedy:
    'Label the Namespace `pod-security.kubernetes.io/enforce: restricted`, and set `enforce-version` to that of the cluster or leave it out. helm’s `--create-namespace` sets no labels: declare the Namespace yourself, or let Argo CD (`managedNamespaceMetadata`) or whoever owns the namespaces of the cluster set the label.',
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
    `
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels:
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/enforce-version: v1.22 # finding[low]: restricted of Kubernetes 1.22, which does not ask for a user that is not root
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
# Pinned to standards of old.
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels:
    pod-security.kubernetes.io/enforce: restricted
    pod-security.kubernetes.io/enforce-version: v1.20 # finding[medium]: enforces the profile restricted of Kubernetes 1.20, which does not ask for dropped capabilities and a user that is not root
---
apiVersion: v1
kind: Namespace
metadata:
  name: eso-two
  labels:
    pod-security.kubernetes.io/enforce: Restricted # finding[medium]: is to enforce Restricted, which is no Pod Security profile: the API server refuses the Namespace
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
  good: [
    `
# A pin to a version that asks for all that clusters in use know.
apiVersion: v1
kind: Namespace
metadata:
  name: eso
  labels: { pod-security.kubernetes.io/enforce: restricted, pod-security.kubernetes.io/enforce-version: v1.29 }
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
  *check(namespace, world) {
    if (!world.eso.isOwnNamespace(namespace.name)) return
    const enforced = namespace.get('metadata', 'labels', ENFORCE)
    if (enforced === 'restricted') yield* oldStandards(namespace, world)
    else if (!isPlaceholder(enforced))
      yield {
        path: ['metadata', 'labels', ENFORCE],
        message: `namespace ${namespace.name} holds External Secrets Operator and ${says(enforced)}`,
      }
  },
  fix: ({ path }) => unsafe(OTHER_PODS, setting(path, path.at(-1) === ENFORCE ? 'restricted' : 'latest')),
})

const OTHER_PODS =
  'Do all pods of this namespace keep to the profile restricted? Others are refused when they start again.'

function says(enforced: unknown): string {
  const profile = asText(enforced)
  if (!profile) return 'enforces no Pod Security profile'
  if (PROFILES.includes(profile)) return `enforces only the Pod Security profile ${profile}`
  return `is to enforce ${profile}, which is no Pod Security profile: the API server refuses the Namespace`
}

/** A version that pins the standards to a time when they asked for less. */
function* oldStandards(namespace: Manifest, world: World): Generator<Problem> {
  const pinned = pinnedMinor(namespace)
  const missing = pinned === undefined ? [] : demandsAfter(pinned, world.kubeVersionOf(namespace))
  if (missing.length > 0)
    yield {
      path: ['metadata', 'labels', ENFORCE_VERSION],
      severity: missing.length === 1 ? 'low' : 'medium',
      message: `namespace ${namespace.name} holds External Secrets Operator and enforces the profile restricted of Kubernetes 1.${pinned}, which does not ask for ${joined(missing)}`,
    }
}

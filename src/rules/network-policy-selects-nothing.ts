import { componentsOf, NAMESPACED_POLICY_KINDS, rolesText } from '../check/network.ts'
import { isMeantFor, openDirections } from '../check/policy-aim.ts'
import { defineRule } from '../check/rule.ts'
import { joined } from '../check/words.ts'

export default defineRule({
  id: 'network-policy-selects-nothing',
  title: 'A network policy beside the operator selects no pod',
  severities: ['medium'],
  kinds: NAMESPACED_POLICY_KINDS,
  needs: ['install'],
  why: 'The policy looks like protection and is none: its labels are on no pod of its namespace, and the operator’s pods there are open in the very direction that it speaks of.',
  remedy:
    'Select the labels that the pods have: `app.kubernetes.io/name` is `external-secrets`, `external-secrets-webhook` or `external-secrets-cert-controller` in the operator chart, and `app.kubernetes.io/instance` the name of the release. An empty `podSelector: {}` takes all pods of the namespace.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
    'https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors',
  ],
  guide: ['NS1'],
  bad: [
    `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  podSelector: # finding: it selects no pod of the set, while the controller and the webhook are open for ingress and egress
    matchLabels: { app: external-secrets }
  policyTypes: [Ingress, Egress]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets-webhook } }
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook] }
`,
    `
# A letter is missing.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: eso, namespace: eso }
specs:
  - endpointSelector: # finding: it selects no pod of the set, while the controller is open for egress
      matchLabels: { k8s:app.kubernetes.io/name: external-secret }
    egress: [{ toEntities: [kube-apiserver] }]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# With everything in the set, no pod is left that it might mean.
# config: { clusters: { default: { complete: true } } }
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  selector: role == 'operator' # finding: it selects no pod of the set, while the controller is open for ingress
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  good: [
    `
# Labels that are filled in later, and a policy for somebody who is not in the set.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: later, namespace: eso }
spec:
  podSelector: { matchLabels: { app.kubernetes.io/name: external-secrets, app.kubernetes.io/instance: "\${RELEASE}" } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: connect, namespace: eso }
spec:
  podSelector: { matchLabels: { app: onepassword-connect } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# What it speaks of is closed by another policy.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  podSelector: { matchLabels: { app: external-secrets } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: eso }
spec:
  podSelector: {}
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
    `
# It selects nobody in a namespace where the operator is not, and here a pod beside the operator.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: shop }
spec:
  podSelector: { matchLabels: { app: external-secrets } }
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: job, namespace: eso }
spec:
  podSelector: { matchLabels: { app: external-secrets-job } }
---
apiVersion: v1
kind: Pod
metadata: { name: job, namespace: eso, labels: { app: external-secrets-job } }
spec: { serviceAccountName: job, containers: [{ name: job, image: "registry.example.com/job:v1" }] }
---
apiVersion: v1
kind: Pod
metadata: { name: other, namespace: eso, labels: { app: other } }
spec: { serviceAccountName: job, containers: [{ name: job, image: "registry.example.com/job:v1" }] }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata: { labels: { app.kubernetes.io/name: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  *check(policy, world) {
    const { network, pods } = world
    const beside = componentsOf(world).filter(({ pod }) => pod.manifest.namespace === policy.namespace)
    for (const isolation of beside.length > 0 ? network.isolationsBy(policy) : []) {
      const open = beside.filter(({ pod }) => openDirections(isolation, pod, world).length > 0)
      const isUsed = pods.some(pod => network.selecting(pod).includes(isolation))
      if (isUsed || open.length === 0 || !isMeantFor(isolation, open, world)) continue
      const directions = [...new Set(open.flatMap(({ pod }) => openDirections(isolation, pod, world)))]
      const verb = new Set(open.map(({ role }) => role)).size > 1 ? 'are' : 'is'
      yield {
        path: isolation.selectorPath,
        message: `it selects no pod of the set, while ${rolesText(open)} ${verb} open for ${joined(directions)}`,
      }
    }
  },
})

import { generated, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import type { Component } from '../model/eso/eso.ts'
import { DIRECTIONS, type Direction } from '../model/network/endpoint.ts'
import { sharesNodeNetwork } from '../model/network/network.ts'
import { WORKLOAD_KINDS } from '../model/pods/workloads.ts'
import { SECRET_ACCESS } from '../model/rbac/rbac.ts'
import { hasEverywhere } from '../model/rbac/rights.ts'

export default defineRule({
  id: 'eso-without-network-policy',
  title: 'No network policy isolates a pod of the operator',
  severities: ['high', 'medium'],
  kinds: WORKLOAD_KINDS,
  needs: ['install'],
  why: 'The operator holds provider credentials and, by default, every Secret of the cluster. Without a policy for ingress any pod can reach its ports; without one for egress whoever takes over the pod, or may write a store that names a server, can send what it holds to any address.',
  remedy:
    'Set `networkPolicy.enabled`, `webhook.networkPolicy.enabled` and `certController.networkPolicy.enabled` in the operator chart (2.8.0 on), each with its own `egress` rules for DNS, the API server and the providers: the chart’s default is none, which denies all egress. Or add a policy of your own that selects the pods for ingress and egress. Leave `hostNetwork` off: policies pass over such pods.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#the-two-sorts-of-pod-isolation',
  ],
  guide: ['NS1', 'TM1'],
  bad: [
    `
# A policy without policyTypes and without egress rules isolates for ingress only.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  podSelector:
    matchLabels: { app: external-secrets }
  ingress: []
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata:
      labels: { app: external-secrets }
    spec: # finding: no policy in the set selects the controller for egress: it can connect to any address, and it has rights to the Secrets of all namespaces
      serviceAccountName: controller
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso-controller }
rules:
  - { apiGroups: [""], resources: [secrets], verbs: [get, list, watch] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso-controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: eso-controller }
subjects:
  - { kind: ServiceAccount, name: controller, namespace: eso }
`,
    `
# The agent refuses an empty list of rules together with the whole policy: "ingress: [{}]" would deny.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: default-deny-ingress, namespace: eso }
spec:
  endpointSelector: {}
  ingress: []
---
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  endpointSelector: {}
  egress:
    - toEntities: [kube-apiserver]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec: # finding[medium]: no policy in the set selects the controller for ingress: any pod of the cluster can connect to it
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  good: [
    `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
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
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: ingress, namespace: eso }
spec:
  endpointSelector:
    matchLabels: { "k8s:app": external-secrets }
  ingress:
    - {}
---
apiVersion: projectcalico.org/v3
kind: GlobalNetworkPolicy
metadata: { name: no-egress }
spec:
  namespaceSelector: projectcalico.org/name not in {'kube-system'}
  types: [Egress]
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    metadata:
      labels: { app: external-secrets }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`,
  ],
  *check(workload, { eso, network, rbac }) {
    const component = eso.componentOf(workload)
    if (!component) return
    const { namespace, serviceAccountName, specPath } = component.pod
    const account = { kind: 'ServiceAccount', name: serviceAccountName, namespace } as const
    const hasSecrets = hasEverywhere(account, SECRET_ACCESS, rbac)
    for (const direction of DIRECTIONS) {
      if (network.isolating(component.pod, direction).length > 0) continue
      yield {
        path: specPath,
        missing: 'networking.k8s.io/NetworkPolicy',
        discriminator: direction,
        severity: hasSecrets ? 'high' : 'medium',
        message: messageOf(component, direction, hasSecrets),
      }
    }
  },
  fix: () => unsafe(ADDRESSES, generated('network-policies')),
})

const ADDRESSES =
  'Does the operator need other addresses than those of the stores in this set, DNS and the API server? They are closed to it.'

function messageOf({ role, pod }: Component, direction: Direction, hasSecrets: boolean): string {
  const cause = sharesNodeNetwork(pod)
    ? `the ${role} shares the network of its node, where no policy selects it for ${direction}`
    : `no policy in the set selects the ${role} for ${direction}`
  const open = direction === 'ingress' ? 'any pod of the cluster can connect to it' : 'it can connect to any address'
  return `${cause}: ${open}${hasSecrets ? ', and it has rights to the Secrets of all namespaces' : ''}`
}

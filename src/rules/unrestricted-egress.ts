import {
  componentsUnder,
  isEveryPort,
  type OpenPorts,
  openingRules,
  openToInternet,
  POLICY_KINDS,
  rolesText,
} from '../check/network.ts'
import { defineRule } from '../check/rule.ts'
import { joined } from '../check/words.ts'
import type { Component } from '../model/eso/eso.ts'

export default defineRule({
  id: 'unrestricted-egress',
  title: 'A network policy lets the operator connect to every address',
  severities: ['high', 'medium'],
  kinds: POLICY_KINDS,
  needs: ['install'],
  why: 'The operator holds provider credentials and Secrets. Whoever takes over its pod, or may write a store that names a server, sends what it holds to an address of their own: a policy that lets it connect to the whole internet does not stand in the way.',
  remedy:
    'In `networkPolicy.egress` of the operator chart (or in your own policy) name under `to` the addresses of the providers, the API server and the DNS of the cluster, each with its port. Where a provider’s addresses change, use a policy by name (`toFQDNs` of Cilium, `domains` of Calico) or a proxy. Whoever runs the network knows the addresses.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
  ],
  guide: ['NS2', 'TM1'],
  bad: [
    `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 53, protocol: UDP }, { port: 53, protocol: TCP }]
    - {} # finding: it lets the controller connect to every address of the internet on every port
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
# Exceptions for private addresses leave the internet open, and two halves of it are the whole.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to: # finding[medium]: it lets the controller connect to every address of the internet on TCP 443 and 8200-8201
        - ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8, 169.254.0.0/16] }
      ports: [{ port: 443 }, { port: 8200, endPort: 8201 }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: halves, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to: # finding: every address of the internet on every port
        - ipBlock: { cidr: 0.0.0.0/1 }
        - ipBlock: { cidr: 128.0.0.0/1 }
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
# Names alone may be looked up anywhere: a range that begins or ends with their port is more than that.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 53, endPort: 80 }] # finding[medium]: every address of the internet on TCP 53-80
    - ports: [{ port: 22, endPort: 53 }] # finding[medium]: every address of the internet on TCP 22-53
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
metadata: { name: eso, namespace: eso }
spec:
  endpointSelector: {}
  egress:
    - toEntities: [kube-apiserver]
    - toFQDNs: [{ matchPattern: "*.vault.example.com" }]
    - toFQDNs: [{ matchPattern: "*" }] # finding[medium]: it lets the controller connect to every address of the internet on TCP 443
      toPorts: [{ ports: [{ port: "443", protocol: TCP }] }]
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
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  types: [Egress]
  egress:
    - action: Deny
      destination: { nets: [169.254.0.0/16] }
    - action: Allow # finding: it lets the controller connect to every address of the internet on every port
      destination: { notNets: [10.0.0.0/8] }
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
# DNS may go anywhere; the rest names its addresses, or pods of the cluster.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 53, protocol: UDP }, { port: 53 }]
    - to: [{ ipBlock: { cidr: 10.0.0.0/8 } }, { ipBlock: { cidr: 203.0.113.10/32 } }]
    - to: [{ namespaceSelector: {} }]
    - to: [{ ipBlock: { cidr: "\${PROVIDER_CIDR}" } }]
---
# A rule that speaks of ingress only opens nothing here.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: ingress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Ingress]
  egress: [{}]
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
# What is denied first stays denied.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  endpointSelector: {}
  egress:
    - toEntities: [all]
  egressDeny:
    - toEntities: [world]
---
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: { name: no-internet }
spec:
  priority: 10
  subject: { namespaces: { matchLabels: { kubernetes.io/metadata.name: eso } } }
  egress:
    - action: Deny
      to: [{ networks: [0.0.0.0/0, "::/0"] }]
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress: [{}]
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
  *check(policy, world) {
    const open = componentsUnder(policy, 'egress', world).flatMap(component =>
      openingRules(policy, component, 'egress', world).map(rule => ({
        component,
        path: rule.path,
        ports: withoutDns(openToInternet(rule, component, 'egress', world)),
      })),
    )
    const found = open.filter(({ ports }) => ports.length > 0)
    for (const same of Map.groupBy(found, ({ path }) => JSON.stringify(path)).values()) {
      const worst = same.find(({ ports }) => isEveryPort(ports)) ?? same[0]
      if (!worst) continue
      yield {
        path: worst.path,
        ...(!isEveryPort(worst.ports) && { severity: 'medium' as const }),
        message: messageOf(
          same.map(({ component }) => component),
          worst.ports,
        ),
      }
    }
  },
})

const DNS = 53

/** Names must be looked up somewhere, and rules for that seldom say where. */
const withoutDns = (ports: readonly OpenPorts[]): OpenPorts[] =>
  ports.filter(({ first, last }) => first !== DNS || last !== DNS)

function messageOf(components: readonly Component[], ports: readonly OpenPorts[]): string {
  const where = isEveryPort(ports) ? 'every port' : portsText(ports)
  return `it lets ${rolesText(components)} connect to every address of the internet on ${where}`
}

const portsText = (ports: readonly OpenPorts[]): string =>
  [...Map.groupBy(ports, ({ protocol }) => protocol)]
    .map(([protocol, ranges]) => `${protocol} ${joined(ranges.map(rangeText))}`)
    .join(', ')

const rangeText = ({ first, last }: OpenPorts): string => (first === last ? `${first}` : `${first}-${last}`)

import { componentsSelectedBy, decidingPolicy, POLICY_KINDS } from '../check/network.ts'
import { type Blocked, blockedTraffic } from '../check/required-traffic.ts'
import { defineRule } from '../check/rule.ts'
import { joined } from '../check/words.ts'
import type { ComponentRole } from '../model/eso/eso.ts'
import { DIRECTIONS } from '../model/network/endpoint.ts'

export default defineRule({
  id: 'required-traffic-blocked',
  title: 'Network policies cut the operator off from what it needs',
  severities: ['medium'],
  kinds: POLICY_KINDS,
  needs: ['install'],
  why: 'Once rolled out, nothing is synced: secrets are no more renewed or revoked, and where the webhook is cut off nobody can write a store or an ExternalSecret. In such an outage the policy is mostly deleted altogether, and the operator is open to everybody.',
  remedy:
    'Allow egress to DNS (53, UDP and TCP), to the API server (443, or 6443 where the policy sees the server’s own port) and to the providers’ addresses, and ingress to the webhook’s port (10250). In the operator chart that is `networkPolicy.egress`, `certController.networkPolicy.egress` and `webhook.networkPolicy.ingress`: the default `egress: []` lets nothing out.',
  references: [
    'https://external-secrets.io/latest/guides/security-best-practices/',
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#default-deny-all-egress-traffic',
  ],
  guide: ['NS1', 'NS2'],
  bad: [
    `
# As the operator's chart has it with networkPolicy.enabled: Egress, and nothing that is let out.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: external-secrets-network-policy, namespace: eso }
spec:
  egress: # finding: it cuts the controller off from DNS (UDP 53) and the API server (TCP 443 or 6443), and the cert-controller off from the API server
  ingress:
    - ports: [{ port: 8080, protocol: TCP }]
  podSelector: {}
  policyTypes: [Egress, Ingress]
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
metadata: { name: external-secrets-cert-controller, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: certs, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [certcontroller] }
`,
    `
# The provider has another port, and the webhook's is not among those that are let in.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress: # finding: it cuts the webhook off from the API server, which calls it on TCP 10250
    - ports: [{ port: 8080 }]
    - from: [{ podSelector: {} }]
  egress: # finding: it cuts the controller off from vault.example.com (TCP 8200) and 192.0.2.7 (TCP 443)
    - ports: [{ port: 53, protocol: UDP }]
    - to: [{ ipBlock: { cidr: 10.0.0.0/8 } }]
      ports: [{ port: 443 }]
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
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - { name: webhook, image: "ghcr.io/external-secrets/external-secrets:v2.9.0", args: [webhook, --port=10250] }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault: { server: "https://vault.example.com:8200", auth: { tokenSecretRef: { name: vault, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: by-address }
spec:
  provider:
    vault: { server: "https://192.0.2.7", auth: { tokenSecretRef: { name: vault, key: token } } }
`,
    `
# Names that no rule names; pods of another namespace than the server's.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  endpointSelector: {}
  egress: # finding: it cuts the controller off from vault.example.com (TCP 443) and bao.openbao.svc
    - toEntities: [kube-apiserver]
    - toEndpoints: [{ matchLabels: { k8s:io.kubernetes.pod.namespace: kube-system, k8s-app: kube-dns } }]
      toPorts: [{ ports: [{ port: "53", protocol: ANY }], rules: { dns: [{ matchPattern: "*" }] } }]
    - toFQDNs: [{ matchPattern: "*.vault.example.com" }, { matchName: other.example.com }]
    - toEndpoints: [{ matchLabels: { k8s:io.kubernetes.pod.namespace: vault } }]
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
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault: { server: "https://vault.example.com", auth: { tokenSecretRef: { name: vault, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: inside }
spec:
  provider:
    vault: { server: "http://bao.openbao.svc:8200", auth: { tokenSecretRef: { name: vault, key: token } } }
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
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Ingress, Egress]
  ingress:
    - from: [{ ipBlock: { cidr: 10.0.0.0/8 } }]
      ports: [{ port: webhook }]
  egress:
    - to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: kube-system } } }]
      ports: [{ port: 53, protocol: UDP }, { port: 53 }]
    - to: [{ ipBlock: { cidr: 10.0.0.1/32 } }]
      ports: [{ port: 6443 }]
    # A public name may have a private address.
    - to: [{ ipBlock: { cidr: 10.1.0.0/16 } }, { ipBlock: { cidr: 192.0.2.0/24 } }]
      ports: [{ port: 443 }, { port: 8200 }]
    - to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: openbao } } }]
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
metadata: { name: external-secrets-webhook, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: webhook
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          args: [webhook]
          ports: [{ name: webhook, containerPort: 10250, protocol: TCP }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault: { server: "https://vault.example.com:8200", auth: { tokenSecretRef: { name: vault, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: inside }
spec:
  provider:
    vault: { server: "http://bao.openbao.svc:80", auth: { tokenSecretRef: { name: vault, key: token } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: later }
spec:
  provider:
    vault: { server: "https://\${VAULT}", auth: { tokenSecretRef: { name: vault, key: token } } }
`,
    `
# What is filled in later may be what is needed; through a proxy the provider's address does not matter.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: later, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to: [{ ipBlock: { cidr: "\${CLUSTER_CIDR}" } }]
---
apiVersion: projectcalico.org/v3
kind: NetworkPolicy
metadata: { name: proxied, namespace: other }
spec:
  types: [Egress]
  egress:
    - action: Pass
      destination: { selector: all() }
    - action: Allow
      protocol: UDP
      destination: { ports: [53] }
    - action: Allow
      protocol: TCP
      destination: { nets: [10.0.0.0/8], ports: [443, "3128:3130"] }
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
metadata: { name: external-secrets, namespace: other }
spec:
  template:
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
          env: [{ name: HTTPS_PROXY, value: "http://10.0.0.9:3128" }]
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault: { server: "https://vault.example.com:8200", auth: { tokenSecretRef: { name: vault, key: token } } }
`,
  ],
  *check(policy, world) {
    const cuts = componentsSelectedBy(policy, world).flatMap(component =>
      DIRECTIONS.flatMap(direction => {
        const deciding = decidingPolicy(component, direction, world)
        if (deciding?.policy !== policy) return []
        const path = [...deciding.path, direction]
        return blockedTraffic(component, direction, world).map(blocked => ({ role: component.role, blocked, path }))
      }),
    )
    for (const same of Map.groupBy(cuts, ({ path }) => JSON.stringify(path)).values()) {
      yield {
        path: same[0]?.path ?? [],
        message: `it cuts ${cutsText(same)}`,
        related: same.flatMap(({ blocked }) => blocked.related),
      }
    }
  },
})

interface Cut {
  readonly role: ComponentRole
  readonly blocked: Blocked
}

/** `the controller off from a and b, and the cert-controller off from b`. */
const cutsText = (cuts: readonly Cut[]): string =>
  [...Map.groupBy(cuts, ({ role }) => role)]
    .map(([role, own]) => `the ${role} off from ${joined([...new Set(own.map(({ blocked }) => blocked.from))])}`)
    .join(', and ')

import { mayNeedMetadata } from '../check/metadata-use.ts'
import {
  componentsUnder,
  isEveryPort,
  openingRules,
  openToInternet,
  POLICY_KINDS,
  rolesText,
} from '../check/network.ts'
import { setting, unsafe } from '../check/offer.ts'
import { defineRule } from '../check/rule.ts'
import type { Component } from '../model/eso/eso.ts'
import { AddressSet } from '../model/network/addresses.ts'
import type { Peer } from '../model/network/peers.ts'
import { type PortQuery, takesPort } from '../model/network/ports.ts'
import type { TrafficRule } from '../model/network/traffic.ts'
import type { World } from '../model/world.ts'
import { asList, asText, asTexts, valueAt } from '../parse/untyped.ts'

export default defineRule({
  id: 'metadata-service-reachable',
  title: 'A network policy leaves the cloud’s metadata service open to the operator',
  severities: ['medium'],
  kinds: POLICY_KINDS,
  needs: ['install', 'stores'],
  why: 'On 169.254.169.254 clouds hand the credentials of the node to whoever asks from it. No store of this set signs in that way, so the operator’s pod has no business there; whoever takes it over, or writes a store with that address as its server, leaves with the rights of the node.',
  remedy:
    'Except the block in the egress rule (`except: [169.254.0.0/16]` beside the `cidr`), or name the providers’ addresses instead; with Cilium or Calico deny it. On the node’s side, let the metadata service answer pods no more (hop limit 1 on AWS, Workload Identity on Google’s and Azure’s clusters): that is for whoever runs the nodes.',
  references: [
    'https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-resource',
    'https://kubernetes.io/docs/tasks/administer-cluster/securing-a-cluster/#restricting-cloud-metadata-api-access',
  ],
  guide: ['NS2', 'TM2'],
  bad: [
    `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 53, protocol: UDP }]
    - to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [10.0.0.0/8] } }] # finding: it lets the controller connect to the metadata service (169.254.169.254), and no store of the set needs it
      ports: [{ port: 80 }, { port: 443 }]
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
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: shop } } }
`,
    `
# IRSA signs in with a token of its own.
apiVersion: cilium.io/v2
kind: CiliumNetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  endpointSelector: {}
  egress:
    - toEntities: [world] # finding: connect to the metadata service (169.254.169.254)
      toPorts: [{ ports: [{ port: "1", endPort: 1024, protocol: TCP }] }]
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
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: shop } } } }
`,
  ],
  good: [
    `
# Without auth this store signs in as the pod or its node.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - ports: [{ port: 80 }, { port: 443 }]
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
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { service: SecretsManager, region: eu-west-1 }
`,
    `
# The block is excepted, the port is another one, or the address is filled in later.
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: egress, namespace: eso }
spec:
  podSelector: {}
  policyTypes: [Egress]
  egress:
    - to: [{ ipBlock: { cidr: 0.0.0.0/0, except: [169.254.0.0/16] } }]
      ports: [{ port: 80 }]
    - ports: [{ port: 443 }]
    - to: [{ ipBlock: { cidr: "\${NETWORK}" } }]
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
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { tokenSecretRef: { name: vault, key: token } }
`,
  ],
  *check(policy, world) {
    const components = componentsUnder(policy, 'egress', world)
    if (components.length === 0 || mayNeedMetadata(world)) return
    const open = components.flatMap(component =>
      openingRules(policy, component, 'egress', world)
        .filter(rule => opensMetadata(rule, component, world))
        .map(rule => ({ component, path: rule.path })),
    )
    for (const same of Map.groupBy(open, ({ path }) => JSON.stringify(path)).values()) {
      const roles = rolesText(same.map(({ component }) => component))
      yield {
        path: same[0]?.path ?? [],
        message: `it lets ${roles} connect to the metadata service (${ADDRESS}), and no store of the set needs it`,
      }
    }
  },
  fix({ manifest, path }) {
    const peers = asList(manifest?.get(...path, 'to'))
    const i = peers.findIndex(peer => asText(valueAt(peer, ['ipBlock', 'cidr']))?.endsWith('/0'))
    if (!manifest?.groupKind.startsWith('networking.k8s.io/') || i < 0) return undefined
    const block = [...path, 'to', i, 'ipBlock', 'except']
    return unsafe(IDENTITY, setting(block, [...asTexts(manifest.get(...block)), `${ADDRESS}/32`]))
  },
})

const IDENTITY = "Does a store that is not in this set sign in with the identity of the operator's pod or node?"

const ADDRESS = '169.254.169.254'
const METADATA: Peer = { kind: 'address', within: AddressSet.of(ADDRESS) }
const HTTP: PortQuery = { protocol: 'TCP', port: 80 }

/** What is open to everything is reported as that: unrestricted-egress. */
const opensMetadata = (rule: TrafficRule, component: Component, world: World): boolean =>
  takesPort(rule.ports, HTTP) === 'yes' &&
  rule.peers.takes(METADATA) === 'yes' &&
  world.network.allows(component.pod, 'egress', METADATA, HTTP) === 'yes' &&
  !isEveryPort(openToInternet(rule, component, 'egress', world))

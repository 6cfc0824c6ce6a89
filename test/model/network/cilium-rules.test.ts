import { describe, expect, test } from 'vitest'
import { allows } from '../isolation.ts'

const policy = (spec: string, kind = 'CiliumNetworkPolicy'): string => `
apiVersion: cilium.io/v2
kind: ${kind}
metadata: { name: p, ${kind === 'CiliumNetworkPolicy' ? 'namespace: eso' : ''} }
spec: { endpointSelector: {}, ${spec} }
`
const egress = (rule: string): string => policy(`egress: [${rule}]`)

describe('what a rule without peers lets through', () => {
  test.each([
    ['{}', 'no'],
    ['{ toPorts: [{ ports: [{ port: "443" }] }] }', 'yes'],
    ['{ toPorts: [{ ports: [{ port: "53" }] }] }', 'no'],
    ['{ toEndpoints: [], toPorts: [{ ports: [{ port: "443" }] }] }', 'no'],
    ['{ icmps: [{ fields: [{ type: 8 }] }] }', 'no'],
    ['{ toCIDR: [] }', 'unknown'],
    ['{ toPorts: "${PORTS}" }', 'unknown'],
    ['{ toPorts: [{ ports: ["${PORT}"] }] }', 'unknown'],
    ['{ toPorts: [{ ports: [{ port: "443", protocol: "${PROTOCOL}" }] }] }', 'unknown'],
    ['{ toPorts: [{ ports: [{ port: 0 }] }] }', 'yes'],
    ['{ toPorts: [{ ports: [{ protocol: TCP }] }] }', 'yes'],
    ['{ toPorts: [{ ports: [{ port: "443", endPort: 0 }] }] }', 'yes'],
    ['{ toPorts: [{ ports: [{ port: "443", protocol: any }] }] }', 'yes'],
    ['{ toEntities: [all], icmps: [{ fields: [{ type: 8 }] }] }', 'no'],
    ['"${RULE}"', 'unknown'],
  ])('%s', (rule, answer) => expect(allows(egress(rule), 'egress', '8.8.8.8:443')).toBe(answer))
})

describe('peers', () => {
  test.each([
    ['toCIDR: [8.8.8.8]', '8.8.8.8:443', 'yes'],
    ['toCIDR: [0.0.0.0/0]', '10.0.0.1:443', 'yes'],
    ['toCIDR: [0.0.0.0/0]', 'kube-system:53', 'no'],
    ['toCIDR: [0.0.0.0/0]', 'api:443', 'unknown'],
    ['toCIDR: [192.0.2.0/24]', 'api:443', 'no'],
    ['toCIDRSet: [{ cidr: 8.0.0.0/8, except: [8.8.8.0/24] }]', '8.8.8.8:443', 'no'],
    ['toCIDRSet: [{ cidr: 8.0.0.0/8, except: [8.8.8.0/24] }]', '8.8.4.4:443', 'yes'],
    ['toCIDRSet: [{ cidr: 8.0.0.0/8, except: ["${NET}"] }]', '8.8.8.8:443', 'unknown'],
    ['toCIDRSet: [{ cidr: 8.0.0.0/8, except: "${NETS}" }]', '8.8.8.8:443', 'unknown'],
    ['toCIDRSet: [{ cidr: nonsense }]', '8.8.8.8:443', 'no'],
    ['toCIDRSet: "${BLOCKS}"', '8.8.8.8:443', 'unknown'],
    ['toCIDRSet: [{ cidrGroupRef: office }]', '8.8.8.8:443', 'unknown'],
    ['toCIDRSet: [{ cidrGroupRef: office }]', 'kube-system:443', 'no'],
    ['toEntities: [all]', 'kube-system:443', 'yes'],
    ['toEntities: [world]', '8.8.8.8:443', 'yes'],
    ['toEntities: [world]', '169.254.169.254:443', 'yes'],
    ['toEntities: [world]', '10.0.0.1:443', 'unknown'],
    ['toEntities: [world]', 'vault.example.com:443', 'yes'],
    ['toEntities: [world]', 'kube-system:443', 'no'],
    ['toEntities: [world-ipv6]', '8.8.8.8:443', 'no'],
    ['toEntities: [world-ipv4]', '8.8.8.8:443', 'yes'],
    ['toEntities: [cluster]', 'kube-system:443', 'yes'],
    ['toEntities: [cluster]', '8.8.8.8:443', 'no'],
    ['toEntities: [cluster]', '169.254.169.254:443', 'no'],
    ['toEntities: [cluster]', 'api:443', 'unknown'],
    ['toEntities: [cluster]', '10.0.0.1:443', 'unknown'],
    ['toEntities: [cluster]', 'vault.example.com:443', 'no'],
    ['toEntities: [world]', 'api:443', 'unknown'],
    ['toEntities: [remote-node]', '10.0.0.1:443', 'unknown'],
    ['toEntities: [remote-node]', '8.8.8.8:443', 'no'],
    ['toEntities: [world-ipv6]', '2606:4700::1111:443', 'yes'],
    ['toEntities: [host]', 'kube-system:443', 'no'],
    ['toEntities: [kube-apiserver]', 'api:443', 'yes'],
    ['toEntities: [kube-apiserver]', '8.8.8.8:443', 'no'],
    ['toEntities: [init]', 'kube-system:443', 'no'],
    ['toEntities: [unmanaged]', 'kube-system:443', 'unknown'],
    ['toEntities: "${ENTITIES}"', '8.8.8.8:443', 'unknown'],
    ['toServices: [{ k8sService: { serviceName: vault } }]', 'vault:443', 'unknown'],
    ['toGroups: [{ aws: {} }]', '8.8.8.8:443', 'unknown'],
    ['toNodes: [{}]', '10.0.0.1:443', 'unknown'],
    ['toRequires: [{}], toCIDR: [8.8.8.8]', '8.8.8.8:443', 'unknown'],
    ['toCIDR: [8.8.8.8], toEntities: [cluster]', 'kube-system:443', 'yes'],
  ])('%s for %s', (rule, connection, answer) =>
    expect(allows(egress(`{ ${rule} }`), 'egress', connection)).toBe(answer),
  )
})

describe('names', () => {
  test.each([
    ['matchName: vault.example.com', 'yes'],
    ['matchName: Vault.Example.com.', 'yes'],
    ['matchName: other.example.com', 'no'],
    ['matchPattern: "*.example.com"', 'yes'],
    ['matchPattern: "*.com"', 'no'],
    ['matchPattern: "v*.example.com"', 'yes'],
    ['matchPattern: "**.com"', 'yes'],
    ['matchPattern: "*"', 'yes'],
    ['matchPattern: "*a*b*c*d*e*"', 'unknown'],
    ['matchPattern: "*a*x*c*"', 'no'],
    ['matchPattern: "**.example.com"', 'yes'],
    ['matchPattern: "**."', 'yes'],
    ['matchPattern: "VAULT.*.com"', 'yes'],
    ['', 'no'],
    ['matchName: "${HOST}"', 'unknown'],
  ])('%s', (name, answer) =>
    expect(allows(egress(`{ toFQDNs: [{ ${name} }] }`), 'egress', 'vault.example.com:443')).toBe(answer),
  )

  test('a name is no address, every name is every address', () => {
    expect(allows(egress('{ toFQDNs: [{ matchName: a.example.com }] }'), 'egress', '8.8.8.8:443')).toBe('no')
    expect(allows(egress('{ toFQDNs: [{ matchPattern: "*" }] }'), 'egress', '8.8.8.8:443')).toBe('yes')
    expect(allows(egress('{ toFQDNs: [{ matchPattern: "*" }] }'), 'egress', 'kube-system:443')).toBe('no')
  })
})

describe('endpoints', () => {
  const NAMESPACE = 'k8s:io.kubernetes.pod.namespace'
  test.each([
    ['{}', 'eso:80', 'yes', 'no'],
    ['{ matchLabels: { app: db } }', 'eso:80', 'unknown', 'no'],
    [`{ matchLabels: { "${NAMESPACE}": shop } }`, 'shop:80', 'yes', 'no'],
    [`{ matchLabels: { "${NAMESPACE}": shop } }`, 'bank:80', 'no', 'no'],
    [`{ matchExpressions: [{ key: "${NAMESPACE}", operator: Exists }] }`, 'bank:80', 'yes', 'yes'],
    ['{ matchLabels: { k8s:io.cilium.k8s.namespace.labels.team: shop } }', 'shop:80', 'unknown', 'no'],
    ['{ matchLabels: { "reserved:world": "" } }', 'shop:80', 'unknown', 'unknown'],
    [
      '{ matchLabels: { k8s:io.cilium.k8s.namespace.labels.kubernetes.io/metadata.name: shop } }',
      'shop:80',
      'yes',
      'no',
    ],
    ['{ matchLabels: { io.cilium.k8s.namespace.labels.kubernetes.io/metadata.name: shop } }', 'bank:80', 'no', 'no'],
    ['{ matchLabels: { app: 7 } }', 'eso:80', 'no', 'no'],
  ])('%s for %s and for a stranger', (selector, connection, answer, stranger) => {
    const text = policy(`ingress: [{ fromEndpoints: [${selector}] }]`)
    expect(allows(text, 'ingress', connection)).toBe(answer)
    expect(allows(text, 'ingress', 'stranger:80')).toBe(stranger)
  })

  test('clusterwide an empty selector is for all namespaces', () => {
    const text = policy('ingress: [{ fromEndpoints: [{}] }]', 'CiliumClusterwideNetworkPolicy')
    expect(allows(text, 'ingress', 'stranger:80')).toBe('yes')
  })
})

describe('ports', () => {
  test.each([
    ['ports: [{ port: "443", protocol: TCP }]', '8.8.8.8:443', 'yes'],
    ['ports: [{ port: "443", protocol: TCP }]', 'udp 8.8.8.8:443', 'no'],
    ['ports: [{ port: "443", protocol: ANY }]', 'udp 8.8.8.8:443', 'yes'],
    ['ports: [{ port: "443" }]', 'udp 8.8.8.8:443', 'yes'],
    ['ports: [{ port: "0", protocol: TCP }]', '8.8.8.8:9', 'yes'],
    ['ports: [{ port: "8000", endPort: 8100 }]', '8.8.8.8:8100', 'yes'],
    ['ports: [{ port: "8000", endPort: 0 }]', '8.8.8.8:8001', 'no'],
    ['ports: []', '8.8.8.8:9', 'yes'],
    ['ports: [{ port: "443", protocol: ICMP }]', '8.8.8.8:443', 'no'],
    ['ports: [{ port: "443" }], rules: { http: [{}] }', '8.8.8.8:443', 'unknown'],
    ['ports: [{ port: "443" }], rules: { dns: [{}] }', '8.8.8.8:443', 'yes'],
    ['ports: [{ port: "443" }], serverNames: [a.example.com]', '8.8.8.8:443', 'unknown'],
  ])('%s for %s', (ports, connection, answer) =>
    expect(allows(egress(`{ toCIDR: [0.0.0.0/0], toPorts: [{ ${ports} }] }`), 'egress', connection)).toBe(answer),
  )

  test('a name means a port of the pod', () => {
    const text = policy('ingress: [{ fromEntities: [all], toPorts: [{ ports: [{ port: http, protocol: TCP }] }] }]')
    expect(['8080', '8081'].map(port => allows(text, 'ingress', `stranger:${port}`))).toEqual(['yes', 'no'])
  })
})

test('what is denied stays denied, in whatever policy it is allowed', () => {
  const denied = policy('egress: [{ toEntities: [all] }], egressDeny: [{ toCIDR: [8.8.8.0/24] }]')
  const open = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: q, namespace: eso }
spec: { policyTypes: [Egress], egress: [{}] }`
  for (const text of [denied, `${open}\n---${denied}`])
    expect(['8.8.8.8:443', '9.9.9.9:443'].map(peer => allows(text, 'egress', peer))).toEqual(['no', 'yes'])
})

test('Cilium and Kubernetes policies add up', () => {
  const kubernetes = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: q, namespace: eso }
spec: { policyTypes: [Egress], egress: [{ ports: [{ port: 53 }] }] }`
  const both = `${kubernetes}\n---${egress('{ toEntities: [world], toPorts: [{ ports: [{ port: "443" }] }] }')}`
  expect(['53', '443', '80'].map(port => allows(both, 'egress', `8.8.8.8:${port}`))).toEqual(['yes', 'yes', 'no'])
})

test('without default deny a rule allows, and denies nothing', () => {
  const text = policy('egress: [{ toCIDR: [8.8.8.8] }], enableDefaultDeny: { egress: false }')
  expect(allows(text, 'egress', '9.9.9.9:443')).toBe('yes')
})

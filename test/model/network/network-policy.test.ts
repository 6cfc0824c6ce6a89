import { describe, expect, test } from 'vitest'
import { allows } from '../isolation.ts'

const policy = (spec: string): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p, namespace: eso }
spec: { podSelector: {}, policyTypes: [Ingress, Egress], ${spec} }
`
const egress = (rule: string): string => policy(`egress: [${rule}]`)
const ingress = (rule: string): string => policy(`ingress: [${rule}]`)

describe('lists that are empty or missing', () => {
  test.each([
    ['no rules', 'egress: []', 'no'],
    ['rules that are null', 'egress: null', 'no'],
    ['no field', '', 'no'],
    ['an empty rule', 'egress: [{}]', 'yes'],
    ['an empty list of peers', 'egress: [{ to: [] }]', 'yes'],
    ['peers that are null', 'egress: [{ to: null }]', 'yes'],
    ['empty ports', 'egress: [{ ports: [] }]', 'yes'],
    ['a peer that says nothing', 'egress: [{ to: [{}] }]', 'no'],
    ['a rule without a value, as after a lonely dash', 'egress: [null]', 'yes'],
    ['a port without a value', 'egress: [{ ports: [null] }]', 'yes'],
    ['a peer without a value', 'egress: [{ to: [null] }]', 'no'],
    ['a rule that is no mapping', 'egress: [7]', 'no'],
    ['a rule that is filled in later', 'egress: ["${RULE}"]', 'unknown'],
    ['peers that are filled in later', 'egress: [{ to: "${PEERS}" }]', 'unknown'],
    ['ports that are filled in later', 'egress: [{ ports: "${PORTS}" }]', 'unknown'],
  ])('%s', (_, spec, answer) => expect(allows(policy(spec), 'egress', '8.8.8.8:443')).toBe(answer))
})

describe('blocks', () => {
  test.each([
    ['{ cidr: 8.8.8.0/24 }', '8.8.8.8:443', 'yes'],
    ['{ cidr: 8.8.8.0/24 }', '8.8.9.8:443', 'no'],
    ['{ cidr: 0.0.0.0/0, except: [8.8.8.0/24] }', '8.8.8.8:443', 'no'],
    ['{ cidr: 0.0.0.0/0, except: [8.8.8.0/24] }', '8.8.9.8:443', 'yes'],
    ['{ cidr: 0.0.0.0/0 }', '2606:4700::1111:443', 'no'],
    ['{ cidr: "::/0" }', '2606:4700::1111:443', 'yes'],
    ['{ cidr: 8.8.8.8 }', '8.8.8.8:443', 'no'],
    ['{ cidr: "${CIDR}" }', '8.8.8.8:443', 'unknown'],
    ['{ cidr: 0.0.0.0/0, except: ["${CIDR}"] }', '8.8.8.8:443', 'unknown'],
    ['{ cidr: 10.0.0.0/8 }', 'vault.example.com:443', 'unknown'],
    ['{ cidr: 0.0.0.0/0 }', 'vault.example.com:443', 'yes'],
    ['{ cidr: 192.0.2.0/24 }', 'vault.example.com:443', 'no'],
    // Whether a pod is taken by its address depends on the network.
    ['{ cidr: 0.0.0.0/0 }', 'kube-system:53', 'unknown'],
    ['{ cidr: 8.8.8.0/24 }', 'kube-system:53', 'no'],
    ['{ cidr: 10.0.0.0/8 }', 'api:443', 'unknown'],
  ])('%s for %s', (block, connection, answer) =>
    expect(allows(egress(`{ to: [{ ipBlock: ${block} }] }`), 'egress', connection)).toBe(answer),
  )

  test('several blocks together', () => {
    const halves = egress('{ to: [{ ipBlock: { cidr: 0.0.0.0/1 } }, { ipBlock: { cidr: 128.0.0.0/1 } }] }')
    expect(allows(halves, 'egress', 'vault.example.com:443')).toBe('yes')
  })

  test('a block beside a selector is refused', () => {
    const both = egress('{ to: [{ ipBlock: { cidr: 0.0.0.0/0 }, podSelector: {} }] }')
    expect(allows(both, 'egress', '8.8.8.8:443')).toBe('no')
  })
})

describe('selectors', () => {
  test.each([
    ['{ podSelector: {} }', 'eso:80', 'yes'],
    ['{ podSelector: {} }', 'shop:80', 'no'],
    ['{ podSelector: { matchLabels: { app: db } } }', 'eso:80', 'unknown'],
    ['{ namespaceSelector: {} }', 'shop:80', 'yes'],
    ['{ namespaceSelector: {} }', 'stranger:80', 'yes'],
    ['{ namespaceSelector: {} }', '8.8.8.8:80', 'no'],
    ['{ namespaceSelector: {}, podSelector: null }', 'shop:80', 'yes'],
    ['{ namespaceSelector: {}, podSelector: { matchLabels: { app: db } } }', 'shop:80', 'unknown'],
    ['{ namespaceSelector: {}, podSelector: { matchLabels: { app: db } } }', 'stranger:80', 'no'],
    ['{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } } }', 'shop:80', 'yes'],
    ['{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: shop } } }', 'bank:80', 'no'],
    ['{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: "${NS}" } } }', 'bank:80', 'unknown'],
    ['{ namespaceSelector: { matchLabels: { team: shop } } }', 'shop:80', 'unknown'],
    ['{ namespaceSelector: { matchLabels: { team: shop } } }', 'stranger:80', 'no'],
    ['{ namespaceSelector: { matchExpressions: [{ key: team, operator: DoesNotExist }] } }', 'stranger:80', 'yes'],
    ['{ namespaceSelector: { matchLabels: { team: 7 } } }', 'shop:80', 'no'],
    // It runs on its node's network, which selectors of pods seldom take.
    ['{ namespaceSelector: {} }', 'api:443', 'unknown'],
    ['{ podSelector: {} }', 'api:443', 'no'],
    ['{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: vault } } }', 'api:443', 'no'],
  ])('%s for %s', (peer, connection, answer) =>
    expect(allows(ingress(`{ from: [${peer}] }`), 'ingress', connection)).toBe(answer),
  )
})

describe('ports', () => {
  test.each([
    ['{ port: 443 }', '8.8.8.8:443', 'yes'],
    ['{ port: 443 }', '8.8.8.8:80', 'no'],
    ['{ port: 443 }', 'udp 8.8.8.8:443', 'no'],
    ['{ port: 53, protocol: UDP }', 'udp 8.8.8.8:53', 'yes'],
    ['{ protocol: TCP }', '8.8.8.8:9', 'yes'],
    ['{ protocol: UDP }', '8.8.8.8:9', 'no'],
    ['{ port: 32000, endPort: 32768 }', '8.8.8.8:32768', 'yes'],
    ['{ port: 32000, endPort: 32768 }', '8.8.8.8:32769', 'no'],
    ['{ port: 443, endPort: null }', '8.8.8.8:444', 'no'],
    ['{ port: "443" }', '8.8.8.8:443', 'no'],
    ['{ port: https }', '8.8.8.8:443', 'unknown'],
    ['{ port: "${PORT}" }', '8.8.8.8:443', 'unknown'],
    ['{ port: 443, protocol: "${PROTOCOL}" }', '8.8.8.8:443', 'unknown'],
    ['"${ENTRY}"', '8.8.8.8:443', 'unknown'],
    ['{ port: null }', '8.8.8.8:9', 'yes'],
    ['{ port: x443 }', '8.8.8.8:443', 'unknown'],
    ['{ port: 443x }', '8.8.8.8:443', 'unknown'],
    ['{ port: 443, protocol: QUIC }', '8.8.8.8:443', 'no'],
    ['{ port: 443 }', '8.8.8.8:any', 'unknown'],
  ])('%s for %s', (port, connection, answer) =>
    expect(allows(egress(`{ ports: [${port}] }`), 'egress', connection)).toBe(answer),
  )

  test('a name means a port of the pod that is connected to', () => {
    expect(allows(ingress('{ ports: [{ port: http }] }'), 'ingress', 'stranger:8080')).toBe('yes')
    expect(allows(ingress('{ ports: [{ port: http, protocol: UDP }] }'), 'ingress', 'udp stranger:8080')).toBe('no')
    expect(allows(ingress('{ ports: [{ port: other }] }'), 'ingress', 'stranger:8080')).toBe('no')
  })
})

test('rules add up, over policies as well', () => {
  const both = `${egress('{ ports: [{ port: 53 }] }')}---${egress('{ ports: [{ port: 443 }] }')}`
  expect(['53', '443', '80'].map(port => allows(both, 'egress', `8.8.8.8:${port}`))).toEqual(['yes', 'yes', 'no'])
})

test('rules of a direction that the policy is not for do not count', () => {
  const one = egress('{}').replace('[Ingress, Egress]', '[Ingress]')
  expect(allows(`${one}---${egress('{ ports: [{ port: 53 }] }')}`, 'egress', '8.8.8.8:443')).toBe('no')
  expect(allows(one, 'egress', '8.8.8.8:443'), 'nothing isolates it').toBe('yes')
})

test('two halves of the internet are the internet', () => {
  const halves = egress('{ to: [{ ipBlock: { cidr: 0.0.0.0/1 } }, { ipBlock: { cidr: 128.0.0.0/1 } }] }')
  expect(allows(halves, 'egress', '0.0.0.0/0:443')).toBe('yes')
  expect(allows(egress('{ to: [{ ipBlock: { cidr: 0.0.0.0/1 } }] }'), 'egress', '0.0.0.0/0:443')).toBe('unknown')
})

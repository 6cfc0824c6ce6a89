import { describe, expect, test } from 'vitest'
import { blockedTraffic } from '../../src/check/required-traffic.ts'
import { worldOf } from '../world.ts'

const controller = (spec = '', env = '', name = 'eso') => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: ${name}, namespace: ${name} }
spec: { template: { spec: { ${spec} containers: [{ name: c, image: external-secrets:v2.9.0, ${env} }] } } }
`
const policy = (egress: string) => `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p, namespace: eso }
spec: { policyTypes: [Egress], egress: [${egress}] }
`
const store = (server: string) => `
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: s }
spec: { provider: { vault: { server: "${server}", auth: { tokenSecretRef: { name: t, key: t } } } } }
`

function blocked(yaml: string): string[] {
  const world = worldOf(yaml)
  const component = world.eso.installs[0]?.controller
  return component ? blockedTraffic(component, 'egress', world).map(({ from }) => from) : []
}

const DNS = 'DNS (UDP 53)'
const API = 'the API server (TCP 443 or 6443)'
const dns = '{ ports: [{ port: 53, protocol: UDP }] }'
const api = '{ ports: [{ port: 443 }], to: [{ ipBlock: { cidr: 10.0.0.0/8 } }] }'

describe('DNS and the API server', () => {
  test.each([
    ['nothing is let out', '', [DNS, API]],
    ['both', `${dns}, ${api}`, []],
    ['everything', '{}', []],
    ['DNS over TCP alone', `{ ports: [{ port: 53 }] }, ${api}`, [DNS]],
    ['the port of OpenShift', `{ ports: [{ port: 5353, protocol: UDP }] }, ${api}`, []],
    [
      'DNS in a namespace that nobody knows',
      `{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: dns } } }], ports: [{ port: 53, protocol: UDP }] }, ${api}`,
      [],
    ],
    [
      'another namespace on every port',
      `{ to: [{ namespaceSelector: { matchLabels: { kubernetes.io/metadata.name: vault } } }] }, ${api}`,
      [DNS],
    ],
    ['pods of its own namespace', '{ to: [{ podSelector: {} }] }', [DNS, API]],
    ['every namespace', '{ to: [{ namespaceSelector: {} }] }', []],
    ['a public address on every port', '{ to: [{ ipBlock: { cidr: 8.8.8.8/32 } }] }', [DNS]],
    ['the API server’s own port', `${dns}, { ports: [{ port: 6443 }] }`, []],
    ['a port that is no API server’s', `${dns}, { ports: [{ port: 8200 }] }`, [API]],
  ])('%s', (_, egress, expected) => expect(blocked(controller() + policy(egress))).toEqual(expected))

  test('a pod with its node’s resolver may ask a public one', () => {
    const egress = policy(`{ to: [{ ipBlock: { cidr: 8.8.8.8/32 } }] }, ${api}`)
    expect(blocked(controller('dnsPolicy: Default,') + egress)).toEqual([])
  })

  test('without a policy nothing is cut', () => expect(blocked(controller())).toEqual([]))
})

describe('providers', () => {
  test.each([
    ['another port', 'https://vault.example.com:8200', ['vault.example.com (TCP 8200)']],
    ['a name may lead to an address that is let in', 'https://vault.example.com', []],
    ['an address outside the block', 'https://192.0.2.7', ['192.0.2.7 (TCP 443)']],
    ['an address inside', 'https://10.1.2.3', []],
    ['a Service, whose pods a block may take', 'http://vault.vault.svc:8200', []],
    ['the API server by its name', 'https://kubernetes.default.svc', []],
    ['one that is filled in later', 'https://${VAULT}:8200', []],
  ])('%s', (_, server, expected) =>
    expect(blocked(controller() + policy(`${dns}, ${api}`) + store(server))).toEqual(expected),
  )

  const all = policy(`${dns}, ${api}`) + store('https://vault.example.com:8200')
  test('through a proxy the provider does not matter', () => {
    expect(blocked(controller('', 'env: [{ name: https_proxy, value: "http://10.0.0.1:443" }]') + all)).toEqual([])
    expect(blocked(controller('', 'envFrom: [{ configMapRef: { name: proxy } }]') + all)).toEqual([])
  })

  test('of several controllers nobody knows which one it is', () => {
    expect(blocked(`${controller()}---${controller('', '', 'other')}${all}`)).toEqual([])
  })
})

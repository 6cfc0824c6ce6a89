import { describe, expect, test } from 'vitest'
import { allows, isolatedIn } from '../isolation.ts'

const admin = (spec: string, subject = '{ namespaces: {} }', priority = 10): string => `
apiVersion: policy.networking.k8s.io/v1alpha1
kind: AdminNetworkPolicy
metadata: { name: a${priority} }
spec: { priority: ${priority}, subject: ${subject}, ${spec} }
`
const baseline = (spec: string): string =>
  admin(spec).replace('kind: Admin', 'kind: BaselineAdmin').replace('a10', 'default').replace('priority: 10,', '')
const kubernetes = (egress: string): string => `
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: q, namespace: eso }
spec: { policyTypes: [Egress], egress: ${egress} }
`
const rule = (action: string, to: string, more = ''): string => `egress: [{ action: ${action}, to: [${to}]${more} }]`
const EVERYWHERE = '{ networks: [0.0.0.0/0] }'

describe('tiers', () => {
  test.each([
    [
      'a denial goes before what a namespace allows',
      `${admin(rule('Deny', EVERYWHERE))}---${kubernetes('[{}]')}`,
      'no',
    ],
    ['what is allowed, too', `${admin(rule('Allow', EVERYWHERE))}---${kubernetes('[]')}`, 'yes'],
    ['Pass leaves it to the namespace', `${admin(rule('Pass', EVERYWHERE))}---${kubernetes('[]')}`, 'no'],
    ['the baseline is for pods that nobody isolates', baseline(rule('Deny', EVERYWHERE)), 'no'],
    ['not for the others', `${baseline(rule('Deny', EVERYWHERE))}---${kubernetes('[{}]')}`, 'yes'],
    ['Pass leads to it', `${admin(rule('Pass', EVERYWHERE))}---${baseline(rule('Deny', EVERYWHERE))}`, 'no'],
    [
      'the lower number goes first',
      `${admin(rule('Deny', EVERYWHERE), undefined, 20)}---${admin(rule('Allow', EVERYWHERE), undefined, 5)}`,
      'yes',
    ],
    ['nothing said is open', admin('egress: []'), 'yes'],
    ['an action nobody knows does nothing', admin(rule('Maybe', EVERYWHERE)), 'yes'],
    ['nor does a rule that is none', admin('egress: [null, 7]'), 'yes'],
  ])('%s', (_, policies, answer) => expect(allows(policies, 'egress', '8.8.8.8:443')).toBe(answer))
})

describe('subjects', () => {
  const own = 'kubernetes.io/metadata.name'
  test.each([
    ['{ namespaces: {} }', 'no'],
    [`{ namespaces: { matchLabels: { ${own}: eso } } }`, 'no'],
    [`{ namespaces: { matchLabels: { ${own}: shop } } }`, 'yes'],
    ['{ namespaces: { matchLabels: { team: shop } } }', 'yes'],
    ['{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: eso } } } }', 'no'],
    ['{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: other } } } }', 'yes'],
    ['{ pods: { namespaceSelector: { matchLabels: { team: shop } }, podSelector: {} } }', 'yes'],
    ['{ pods: 7 }', 'yes'],
    ['{}', 'yes'],
  ])('%s', (subject, answer) =>
    expect(allows(admin(rule('Deny', EVERYWHERE), subject), 'egress', '8.8.8.8:443')).toBe(answer),
  )
})

describe('peers and ports', () => {
  test.each([
    ['{ namespaces: {} }', '', 'shop:443', 'no'],
    ['{ namespaces: {} }', '', '8.8.8.8:443', 'yes'],
    ['{ namespaces: { matchLabels: { team: shop } } }', '', 'shop:443', 'unknown'],
    ['{ pods: { namespaceSelector: {}, podSelector: { matchLabels: { app: db } } } }', '', 'shop:443', 'unknown'],
    ['{ networks: [8.0.0.0/8, 9.0.0.0/8] }', '', '9.9.9.9:443', 'no'],
    ['{ networks: ["${NET}"] }', '', '9.9.9.9:443', 'unknown'],
    ['{ domainNames: ["*.example.com"] }', '', 'vault.example.com:443', 'no'],
    ['{ nodes: {} }', '', '10.0.0.1:443', 'unknown'],
    ['{}', '', '10.0.0.1:443', 'yes'],
    ['"${PEER}"', '', '10.0.0.1:443', 'unknown'],
    ['{ networks: "${NETWORKS}" }', '', '10.0.0.1:443', 'unknown'],
    [EVERYWHERE, ', ports: "${PORTS}"', '8.8.8.8:443', 'unknown'],
    [EVERYWHERE, ', ports: [{ namedPort: "${PORT}" }]', '8.8.8.8:443', 'unknown'],
    [EVERYWHERE, ', ports: [{}]', '8.8.8.8:443', 'yes'],
    [EVERYWHERE, ', ports: [{ portNumber: { protocol: ICMP, port: 443 } }]', '8.8.8.8:443', 'yes'],
    [EVERYWHERE, ', ports: [{ portNumber: { protocol: TCP, port: https } }]', '8.8.8.8:443', 'yes'],
    [EVERYWHERE, ', ports: [{ portNumber: { protocol: TCP, port: 80 } }]', '8.8.8.8:443', 'yes'],
    [EVERYWHERE, ', ports: [{ portNumber: { protocol: TCP, port: 80 } }]', '8.8.8.8:80', 'no'],
    [EVERYWHERE, ', ports: [{ portRange: { start: 400, end: 500 } }]', '8.8.8.8:443', 'no'],
    [EVERYWHERE, ', ports: [{ namedPort: https }]', '8.8.8.8:443', 'unknown'],
  ])('a denial of %s%s for %s', (to, ports, connection, answer) =>
    expect(allows(admin(rule('Deny', to, ports)), 'egress', connection)).toBe(answer),
  )

  test('a name means a port of the pod', () => {
    const text = admin('ingress: [{ action: Deny, from: [{ namespaces: {} }], ports: [{ namedPort: http }] }]')
    expect(['8080', '80'].map(port => allows(text, 'ingress', `stranger:${port}`))).toEqual(['no', 'yes'])
  })
})

test('it isolates only where it denies every namespace, or the internet', () => {
  expect(isolatedIn(baseline(rule('Deny', EVERYWHERE)))).toEqual(['egress'])
  expect(isolatedIn(baseline(rule('Deny', '{ namespaces: {} }')))).toEqual([])
  expect(isolatedIn(baseline(rule('Deny', '{ networks: [8.0.0.0/8] }')))).toEqual([])
  const deny = 'ingress: [{ action: Deny, from: [{ namespaces: {} }] }]'
  expect(isolatedIn(baseline(deny))).toEqual(['ingress'])
  expect(isolatedIn(admin(deny.replace('{ namespaces: {} }', '{ namespaces: { matchLabels: { a: b } } }')))).toEqual([])
  expect(isolatedIn(admin(deny.replace('Deny', 'Allow')))).toEqual([])
  expect(isolatedIn(admin(deny.replace('] }]', '], ports: [{ portNumber: { protocol: TCP, port: 80 } }] }]')))).toEqual(
    [],
  )
})

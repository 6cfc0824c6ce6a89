import fc from 'fast-check'
import { asMapping, type Mapping } from '../../src/parse/untyped.ts'
import { often, some } from './random-fields.ts'

/** A connection, asked about at one of its ends; as test/engines/k8s-oracle declares it. */
export interface Connection {
  readonly isIngress: boolean
  /** Its place among the pods. */
  readonly pod: number
  /** The other end: a pod by its place, or an address outside the pods' network. */
  readonly peerPod: number | null
  readonly address: string
  readonly protocol: 'TCP' | 'UDP' | 'SCTP'
  readonly port: number
}

/** Pods, what isolates them, and connections of theirs. */
export interface NetworkCase {
  readonly namespaces: readonly Mapping[]
  readonly pods: readonly Mapping[]
  readonly policies: readonly Mapping[]
  readonly connections: readonly Connection[]
}

/** Of each private block below, one that lies in it and one that lies in none of the smaller ones. */
export const POD_ADDRESSES = [
  '10.0.0.1',
  '10.1.0.1',
  '10.200.0.1',
  '100.64.0.1',
  '172.16.0.1',
  '192.168.0.1',
  'fd00::1',
  'fd00:1::1',
]

const NAME = 'kubernetes.io/metadata.name'
const namespace = (name: string, labels: Mapping): Mapping => ({
  apiVersion: 'v1',
  kind: 'Namespace',
  metadata: { name, labels: { ...labels, [NAME]: name } },
})
const NAMESPACES = [
  namespace('shop', { team: 'a' }),
  namespace('bank', { team: 'b', env: '' }),
  namespace('kube-system', {}),
]

const PORTS = [
  [{ name: 'http', containerPort: 8080 }],
  [{ name: 'http', containerPort: 80, protocol: 'TCP' }],
  [
    { name: 'dns', containerPort: 53, protocol: 'UDP' },
    { name: 'http', containerPort: 80 },
  ],
  [{ name: 'http', containerPort: 80, protocol: 'UDP' }],
  [{ containerPort: 80 }],
  [],
]
const label = fc.constantFrom('app', 'tier', 'constructor')
const value = fc.constantFrom('a', 'b', '')
const container = fc.record({ name: fc.constantFrom('c'), image: fc.constant('i'), ports: fc.constantFrom(...PORTS) })
const pod = fc.record({
  namespace: often('shop', 'bank', 'kube-system'),
  labels: fc.dictionary(label, value, { maxKeys: 2, noNullPrototype: true }),
  containers: fc.array(container, { minLength: 1, maxLength: 2 }),
})

const requirement = (keys: fc.Arbitrary<string>) =>
  fc.oneof(
    fc.record({
      key: keys,
      operator: fc.constantFrom('In', 'NotIn'),
      values: fc.array(value, { minLength: 1, maxLength: 2 }),
    }),
    fc
      .record({ key: keys, operator: fc.constantFrom('Exists', 'DoesNotExist') })
      .chain(given => some({ values: fc.constant([]) }).map(more => ({ ...given, ...more }))),
  )
export const randomSelector = (keys: fc.Arbitrary<string>) =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    {
      weight: 2,
      arbitrary: some({
        matchLabels: fc.dictionary(keys, value, { maxKeys: 1, noNullPrototype: true }),
        matchExpressions: fc.array(requirement(keys), { maxLength: 2 }),
      }),
    },
  )
export const podSelector = randomSelector(label)
const namespaceSelector = fc.oneof(
  randomSelector(fc.constantFrom('team', 'env')),
  fc.constantFrom('shop', 'other').map(name => ({ matchLabels: { [NAME]: name } })),
)

export const ipBlock = fc.oneof(
  fc.constantFrom<Mapping>(
    { cidr: '10.0.0.0/8' },
    { cidr: '10.1.2.3/16' },
    { cidr: '8.8.8.0/24' },
    { cidr: '8.8.8.8/32', except: [] },
    { cidr: '::/0', except: null },
    { cidr: '2001:4860::/32' },
    { cidr: 'fd00::/8', except: ['fd00:1::/32'] },
    { cidr: '10.0.0.0/8', except: ['10.1.0.0/16'] },
    { cidr: '10.0.0.0/8', except: ['10.0.0.0/9', '10.128.0.0/9'] },
    { cidr: '8.8.8.0/24', except: ['8.8.8.8/32', '8.8.8.64/26'] },
  ),
  fc
    .subarray(['10.0.0.0/8', '8.8.0.0/16', '192.168.0.0/16', '0.0.0.0/1', '128.0.0.0/1'])
    .map(except => ({ cidr: '0.0.0.0/0', except })),
)
/** A peer without a selector and a block is refused, and so is one with both. */
const peer = fc.oneof(
  {
    weight: 2,
    arbitrary: ipBlock.chain(block =>
      some({ podSelector: fc.constant(null) }).map(more => ({ ...more, ipBlock: block })),
    ),
  },
  podSelector.chain(pods => some({ ipBlock: fc.constant(null) }).map(more => ({ ...more, podSelector: pods }))),
  namespaceSelector.chain(spaces => some({ podSelector }).map(more => ({ ...more, namespaceSelector: spaces }))),
)
const protocol = often<Connection['protocol']>('TCP', 'UDP', 'SCTP')
export const port = fc.oneof(
  fc.constant(null),
  some({ protocol }),
  fc
    .constantFrom(80, 443, 1, 65535)
    .chain(number => some({ protocol, endPort: fc.constant(null) }).map(more => ({ ...more, port: number }))),
  fc
    .constantFrom([80, 90], [1, 65535], [443, 443], [81, 8080])
    .chain(([first, last]) => some({ protocol }).map(more => ({ ...more, port: first, endPort: last }))),
  fc.constantFrom('http', 'dns').chain(name => some({ protocol }).map(more => ({ ...more, port: name }))),
)
const ports = fc.array(port, { maxLength: 2 })
/** An item of a list that is null, as a lonely dash in YAML is, counts as one without fields. */
const rules = (peers: 'from' | 'to') =>
  fc.array(
    fc.oneof({ weight: 12, arbitrary: some({ [peers]: fc.array(peer, { maxLength: 2 }), ports }) }, fc.constant(null)),
    {
      maxLength: 2,
    },
  )
const policyTypes = fc.constantFrom([], ['Ingress'], ['Egress'], ['Ingress', 'Egress'], ['Egress', 'Ingress'])
const policy = fc.record({
  namespace: often('shop', 'bank'),
  spec: some({ podSelector, policyTypes, ingress: rules('from'), egress: rules('to') }),
})

const ADDRESSES = [
  '8.8.8.8',
  '8.8.8.70',
  '8.8.4.4',
  '10.1.9.9',
  '10.200.0.9',
  '192.168.7.7',
  '1.1.1.1',
  '2001:4860::1',
  'fd00:1::9',
]
const connection: fc.Arbitrary<Connection> = fc.record({
  isIngress: fc.boolean(),
  pod: fc.constantFrom(0, 1, 2),
  peerPod: fc.oneof(fc.constant(null), fc.constantFrom(0, 1, 2)),
  address: fc.constantFrom(...ADDRESSES),
  protocol,
  port: often(80, 1, 53, 79, 85, 90, 91, 443, 8080, 65535),
})

/** Three pods with up to three policies, and up to 24 connections that are asked about. */
export const networkWith = (policies: fc.Arbitrary<Mapping>): fc.Arbitrary<NetworkCase> =>
  fc
    .record({
      pods: fc.array(pod, { minLength: 3, maxLength: 3 }),
      policies: fc.array(policies, { minLength: 1, maxLength: 3 }),
      connections: fc.array(connection, { minLength: 1, maxLength: 24 }),
    })
    .map(({ pods, policies: made, connections }) => ({
      namespaces: NAMESPACES,
      pods: pods.map(({ namespace: home, labels, containers }, i) => ({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: `pod${i}`, namespace: home, labels },
        spec: { containers: containers.map((given, j) => ({ ...given, name: `c${j}` })) },
      })),
      policies: made.map((one, i) => ({ ...one, metadata: { ...asMapping(one.metadata), name: `policy${i}` } })),
      connections,
    }))

/** Worlds whose policies the API server takes. */
export const randomNetwork: fc.Arbitrary<NetworkCase> = networkWith(
  policy.map(({ namespace: home, spec }) => ({
    apiVersion: 'networking.k8s.io/v1',
    kind: 'NetworkPolicy',
    metadata: { namespace: home },
    spec,
  })),
)

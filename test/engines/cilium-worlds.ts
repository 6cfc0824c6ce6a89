import fc from 'fast-check'
import type { Mapping } from '../../src/parse/untyped.ts'
import { type NetworkCase, networkWith, randomSelector } from './network-worlds.ts'
import { often, some } from './random-fields.ts'

const NAMESPACE = 'k8s:io.kubernetes.pod.namespace'
const NAMESPACE_LABEL = 'k8s:io.cilium.k8s.namespace.labels.team'

const endpoints = fc.oneof(
  { weight: 3, arbitrary: randomSelector(fc.constantFrom('app', 'tier', 'k8s:app', 'any:tier')) },
  fc.constantFrom<Mapping>(
    { matchLabels: { [NAMESPACE]: 'shop' } },
    { matchLabels: { 'io.kubernetes.pod.namespace': 'bank', app: 'a' } },
    { matchLabels: { [NAMESPACE_LABEL]: 'a' } },
    { matchExpressions: [{ key: NAMESPACE, operator: 'NotIn', values: ['kube-system'] }] },
    { matchExpressions: [{ key: NAMESPACE, operator: 'Exists' }] },
  ),
)
const block = fc.constantFrom('8.8.8.0/24', '8.8.8.8', '8.8.8.8/32', '0.0.0.0/0', '::/0', '2001:4860::/32', '1.1.1.1/8')
const blockSet = fc.oneof(
  block.filter(cidr => cidr.includes('/')).map(cidr => ({ cidr })),
  fc.subarray(['8.8.8.8/32', '8.8.8.64/26', '8.8.4.0/24']).map(except => ({ cidr: '8.0.0.0/8', except })),
  fc.constantFrom({ cidr: '0.0.0.0/0', except: ['8.8.0.0/16'] }, { cidr: '8.8.8.0/24', except: ['8.8.8.0/24'] }),
)
const entity = fc.constantFrom('all', 'world', 'world-ipv4', 'world-ipv6', 'cluster', 'host', 'none', 'health')

/** Peers of several kinds in one rule are refused by Cilium, but for a few. */
const peers = (side: 'from' | 'to') =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant({}) },
    { weight: 3, arbitrary: fc.array(endpoints, { maxLength: 2 }).map(list => ({ [`${side}Endpoints`]: list })) },
    { weight: 2, arbitrary: fc.array(block, { minLength: 1, maxLength: 2 }).map(list => ({ [`${side}CIDR`]: list })) },
    fc.array(blockSet, { minLength: 1, maxLength: 2 }).map(list => ({ [`${side}CIDRSet`]: list })),
    {
      weight: 2,
      arbitrary: fc.array(entity, { minLength: 1, maxLength: 2 }).map(list => ({ [`${side}Entities`]: list })),
    },
    fc.record({
      [`${side}Endpoints`]: fc.array(endpoints, { maxLength: 1 }),
      [`${side}Entities`]: fc.constant(['world']),
    }),
    fc.record({
      [`${side}CIDR`]: fc.array(block, { minLength: 1, maxLength: 1 }),
      [`${side}Entities`]: fc.constant(['host']),
    }),
  )

const protocol = fc.constantFrom('TCP', 'UDP', 'ANY')
const port = (names: readonly string[]) =>
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc
        .constantFrom('80', '443', '53', '0', '65535')
        .chain(number => some({ protocol }).map(more => ({ ...more, port: number }))),
    },
    fc
      .constantFrom(['80', 90], ['1', 65535], ['443', 443])
      .chain(([first, endPort]) => some({ protocol }).map(more => ({ ...more, port: first, endPort }))),
    ...names.map(name => some({ protocol: often('TCP', 'UDP') }).map(more => ({ ...more, port: name }))),
  )
const ports = (names: readonly string[]) =>
  fc.oneof(
    { weight: 2, arbitrary: fc.constant({}) },
    {
      weight: 3,
      arbitrary: fc
        .array(fc.record({ ports: fc.array(port(names), { minLength: 1, maxLength: 2 }) }), {
          minLength: 1,
          maxLength: 2,
        })
        .map(toPorts => ({ toPorts })),
    },
    fc.constant({ icmps: [{ fields: [{ type: 8 }] }] }),
  )

/** Of which port a name stands for at the other end nobody knows. */
const rules = (side: 'from' | 'to') =>
  fc.array(
    fc.tuple(peers(side), ports(side === 'from' ? ['http', 'dns'] : [])).map(([who, where]) => ({ ...who, ...where })),
    { maxLength: 2 },
  )
const spec = fc
  .tuple(
    fc.oneof({ weight: 2, arbitrary: fc.constant({}) }, randomSelector(fc.constantFrom('app', 'tier'))),
    some({
      ingress: rules('from'),
      egress: rules('to'),
      ingressDeny: rules('from'),
      egressDeny: rules('to'),
      enableDefaultDeny: some({ ingress: fc.boolean(), egress: fc.boolean() }),
    }),
  )
  .map(([endpointSelector, more]) => ({ endpointSelector, ...more }))

const policy = fc
  .record({ spec, namespace: often('shop', 'bank'), isClusterwide: fc.integer({ min: 0, max: 3 }) })
  .map(({ spec: written, namespace, isClusterwide }) => ({
    apiVersion: 'cilium.io/v2',
    kind: isClusterwide === 0 ? 'CiliumClusterwideNetworkPolicy' : 'CiliumNetworkPolicy',
    metadata: isClusterwide === 0 ? {} : { namespace },
    spec: written,
  }))

const isPrivate = (address: string): boolean => /^(10\.|192\.168\.|fd)/.test(address)

/** What belongs to nodes, and SCTP, which has to be switched on, is not asked about. */
export const randomCilium: fc.Arbitrary<NetworkCase> = networkWith(policy).map(({ connections, ...world }) => ({
  ...world,
  connections: connections.map(({ address, protocol: spoken, ...rest }) => ({
    ...rest,
    address: isPrivate(address) ? '8.8.8.8' : address,
    protocol: spoken === 'SCTP' ? ('TCP' as const) : spoken,
  })),
}))

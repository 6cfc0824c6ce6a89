import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AddressSet } from '../../../src/model/network/addresses.ts'
import { atAddresses, EVERYONE, NOBODY, perhaps, STRANGER } from '../../../src/model/network/peers.ts'
import { EVERY_PORT, portRange, somePort } from '../../../src/model/network/ports.ts'
import { admitted, type Pipeline, type TrafficRule, verdict } from '../../../src/model/network/traffic.ts'
import { manifestsOf } from '../../world.ts'
import { onePod } from '../isolation.ts'

const [policy] = manifestsOf('{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: p } }')
if (!policy) throw new Error('there must be a policy')
const rule = (action: TrafficRule['action'], peers = EVERYONE, ports = EVERY_PORT): TrafficRule => ({
  policy,
  path: [],
  action,
  peers,
  ports,
})
const HTTPS = { protocol: 'TCP', port: 443 } as const

const ADDRESSES = ['10.0.0.0', '10.0.0.1', '10.0.0.2', '10.0.0.3', '::1'].map(address => AddressSet.of(address))
const peers = fc.oneof(
  fc.constantFrom(EVERYONE, NOBODY),
  fc.subarray(ADDRESSES).map(some => atAddresses(AddressSet.union(some))),
  fc.subarray(ADDRESSES).map(some => perhaps(atAddresses(AddressSet.union(some)))),
)
const ports = fc.constantFrom(EVERY_PORT, portRange('TCP', 443), portRange('TCP', 80), somePort('TCP'))
const rules = fc.array(fc.tuple(fc.constantFrom('allow', 'deny', 'pass'), peers, ports), { maxLength: 4 })
const pipelines: fc.Arbitrary<Pipeline> = fc.array(
  fc.record({
    rules: rules.map(list => list.map(([action, who, where]) => rule(action as TrafficRule['action'], who, where))),
    otherwise: fc.constantFrom('deny', 'pass', 'unknown'),
  }),
  { maxLength: 3 },
)

test('the admitted addresses are those whose verdict is yes', () => {
  fc.assert(
    fc.property(pipelines, tiers => {
      const set = admitted(tiers, HTTPS)
      for (const within of ADDRESSES)
        expect(set.covers(within)).toBe(verdict(tiers, { kind: 'address', within }, HTTPS) === 'yes')
    }),
    { numRuns: 500 },
  )
})

/** Every way in which what is not known may turn out. */
function* outcomes(tiers: Pipeline, within: AddressSet): Generator<boolean> {
  const [tier, ...later] = tiers
  if (!tier) return yield true
  const [first, ...rest] = tier.rules
  if (!first) {
    if (tier.otherwise !== 'pass') yield false
    if (tier.otherwise !== 'deny') yield* outcomes(later, within)
    return
  }
  const takes = first.peers.takes({ kind: 'address', within })
  const answers = [takes, first.ports === EVERY_PORT ? 'yes' : portAnswer(first)]
  const isSure = answers.every(answer => answer === 'yes')
  if (!answers.includes('no')) {
    if (first.action === 'pass') yield* outcomes(later, within)
    else yield first.action === 'allow'
  }
  if (!isSure) yield* outcomes([{ ...tier, rules: rest }, ...later], within)
}
const portAnswer = ({ ports: { certain, possible } }: TrafficRule): string =>
  certain.some(({ first }) => first === 443) ? 'yes' : possible.length > 0 ? 'unknown' : 'no'

test('a verdict is yes or no only when no way of turning out says otherwise', () => {
  fc.assert(
    fc.property(pipelines, fc.constantFrom(...ADDRESSES), (tiers, within) => {
      const all = new Set(outcomes(tiers, within))
      const expected = all.size > 1 ? 'unknown' : all.has(true) ? 'yes' : 'no'
      expect(verdict(tiers, { kind: 'address', within }, HTTPS)).toBe(expected)
    }),
    { numRuns: 500 },
  )
})

describe('policies of strange content', () => {
  const word = fc.constantFrom(
    ...['Allow', 'Deny', 'Pass', 'TCP', '443', '10.0.0.0/8', '::/0', '*.example.com', '${X}', 'all', 'world', 'all()'],
    ...['Ingress', 'Egress', '80:90', ''],
  )
  const key = fc.constantFrom(
    ...['podSelector', 'policyTypes', 'types', 'ingress', 'egress', 'ingressDeny', 'egressDeny', 'from', 'to', 'ports'],
    ...['port', 'endPort', 'protocol', 'ipBlock', 'cidr', 'except', 'namespaceSelector', 'matchLabels', 'action'],
    ...['toPorts', 'toCIDR', 'toCIDRSet', 'toEntities', 'toFQDNs', 'matchPattern', 'fromEndpoints', 'rules', 'source'],
    ...['destination', 'nets', 'notNets', 'selector', 'domains', 'subject', 'namespaces', 'pods', 'networks'],
    ...['portNumber', 'portRange', 'namedPort', 'order', 'tier', 'priority', 'endpointSelector'],
  )
  const { value } = fc.letrec(tie => ({
    value: fc.oneof(
      { maxDepth: 6 },
      word,
      fc.constantFrom(443, null, true, {}, []),
      fc.array(tie('value'), { maxLength: 3 }),
      fc.dictionary(key, tie('value'), { maxKeys: 4 }),
    ),
  }))
  const spec = fc.tuple(value, value, value).map(([ingress, egress, more]) => ({
    ...(typeof more === 'object' ? more : {}),
    ingress: [ingress],
    egress: [egress],
    endpointSelector: {},
    subject: { namespaces: {} },
  }))

  test.each([
    ['networking.k8s.io/v1', 'NetworkPolicy'],
    ['cilium.io/v2', 'CiliumNetworkPolicy'],
    ['cilium.io/v2', 'CiliumClusterwideNetworkPolicy'],
    ['projectcalico.org/v3', 'NetworkPolicy'],
    ['projectcalico.org/v3', 'GlobalNetworkPolicy'],
    ['policy.networking.k8s.io/v1alpha1', 'AdminNetworkPolicy'],
    ['policy.networking.k8s.io/v1alpha1', 'BaselineAdminNetworkPolicy'],
  ])('%s %s never throws', (apiVersion, kind) => {
    fc.assert(
      fc.property(spec, body => {
        const text = JSON.stringify({ apiVersion, kind, metadata: { name: 'p', namespace: 'eso' }, spec: body })
        const { world, pod } = onePod(text)
        for (const direction of ['ingress', 'egress'] as const) {
          const answer = world.network.allows(pod, direction, STRANGER, HTTPS)
          expect(['yes', 'no', 'unknown']).toContain(answer)
          expect(world.network.admitted(pod, direction, HTTPS)).toBeInstanceOf(AddressSet)
        }
      }),
    )
  })
})

import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, isPlaceholder, type Mapping } from '../../parse/untyped.ts'
import { allOf } from '../answer.ts'
import type { Pod } from '../pods/workloads.ts'
import { AddressSet, PUBLIC_V4 } from './addresses.ts'
import { matchingNames, SOMEWHERE } from './cilium-peers.ts'
import { DIRECTIONS, type Direction, type Endpoint, type Isolation, selectorAnswer } from './endpoint.ts'
import { namedPort } from './network-policy.ts'
import { atAddresses, either, NOBODY, type PeerSet, podsThat, SOMEBODY, STRANGER } from './peers.ts'
import { EVERY_PORT, NO_PORT, type PortSet, portOf, portUnion, protocolOf, somePort } from './ports.ts'
import type { TrafficRule } from './traffic.ts'

const ACTIONS: Readonly<Record<string, TrafficRule['action']>> = { Allow: 'allow', Deny: 'deny', Pass: 'pass' }

/**
 * An AdminNetworkPolicy, which goes before the policies of namespaces, or the BaselineAdminNetworkPolicy, which holds
 * where none of these does. Neither denies anything by its mere presence: a pod counts as isolated when a rule denies
 * the connections from every namespace, or those to the internet. https://network-policy-api.sigs.k8s.io/api-overview/
 */
export function adminIsolation(policy: Manifest): Isolation {
  const subject = asMapping(policy.get('spec', 'subject')) ?? {}
  const priority = policy.get('spec', 'priority')
  return {
    policy,
    engine: policy.kind === 'AdminNetworkPolicy' ? 'admin' : 'baseline',
    path: ['spec'],
    selectorPath: ['spec', 'subject'],
    directions: new Set(DIRECTIONS.filter(direction => deniesAll(policy, direction))),
    ...(typeof priority === 'number' && { order: priority }),
    selects: endpoint => isSubject(subject, endpoint),
    rules: (direction, pod) => rulesOf(policy, direction, pod),
  }
}

/** Exactly one of both is asked for. */
function isSubject({ namespaces, pods }: Mapping, { pod, namespace }: Endpoint): boolean {
  if (asMapping(namespaces)) return selectorAnswer(namespaces, namespace) === 'yes'
  const both = asMapping(pods)
  const known = { labels: pod.labels, knows: () => true }
  return (
    selectorAnswer(both?.namespaceSelector, namespace) === 'yes' && selectorAnswer(both?.podSelector, known) === 'yes'
  )
}

const deniesAll = (policy: Manifest, direction: Direction): boolean =>
  rulesOf(policy, direction, undefined).some(
    ({ action, peers, ports }) =>
      action === 'deny' &&
      ports === EVERY_PORT &&
      (direction === 'ingress' ? peers.takes(STRANGER) === 'yes' : peers.certain.covers(PUBLIC_V4)),
  )

const rulesOf = (policy: Manifest, direction: Direction, pod: Pod | undefined): TrafficRule[] =>
  asList(policy.get('spec', direction)).flatMap((value, i) => {
    const rule = asMapping(value)
    const action = ACTIONS[asText(rule?.action) ?? '']
    const path: Path = ['spec', direction, i]
    if (!rule || !action) return []
    const peers = asList(rule[direction === 'ingress' ? 'from' : 'to']).map(peerOf)
    return {
      policy,
      path,
      action,
      peers: either(peers),
      ports: portsOf(rule.ports, direction === 'ingress' ? pod : undefined),
    }
  })

function peerOf(value: unknown): PeerSet {
  if (isPlaceholder(value)) return SOMEBODY
  const { namespaces, pods, networks, domainNames, nodes } = asMapping(value) ?? {}
  if (namespaces !== undefined) return podsThat(pod => selectorAnswer(namespaces, pod.namespaceLabels))
  const both = asMapping(pods)
  if (both)
    return podsThat(pod =>
      allOf([
        selectorAnswer(both.namespaceSelector, pod.namespaceLabels),
        selectorAnswer(both.podSelector, pod.labels),
      ]),
    )
  if (Array.isArray(networks))
    return either(networks.map(block => (isPlaceholder(block) ? SOMEWHERE : atBlock(asText(block) ?? ''))))
  if (Array.isArray(domainNames))
    return either(domainNames.map(name => (isPlaceholder(name) ? SOMEWHERE : matchingNames(asText(name) ?? ''))))
  return nodes === undefined && !isPlaceholder(networks) ? NOBODY : SOMEWHERE
}

const atBlock = (text: string): PeerSet => atAddresses(AddressSet.parse(text) ?? AddressSet.none)

/** Absent: every port. */
function portsOf(value: unknown, pod: Pod | undefined): PortSet {
  if (isPlaceholder(value)) return somePort(undefined)
  const entries = asList(value)
  return entries.length === 0 ? EVERY_PORT : portUnion(entries.map(entry => entryOf(asMapping(entry) ?? {}, pod)))
}

function entryOf({ portNumber, portRange, namedPort: name }: Mapping, pod: Pod | undefined): PortSet {
  if (typeof name === 'string')
    return isPlaceholder(name)
      ? somePort(undefined)
      : portUnion((['TCP', 'UDP', 'SCTP'] as const).map(protocol => namedPort(name, protocol, pod)))
  const range = asMapping(portNumber) ?? asMapping(portRange)
  const protocol = protocolOf(range?.protocol)
  if (!range || !protocol) return NO_PORT
  return portOf(range.port ?? range.start, protocol, () => NO_PORT, range.end)
}

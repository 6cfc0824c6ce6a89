import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, asTexts, isPlaceholder, type Mapping } from '../../parse/untyped.ts'
import { allOf, answerOf } from '../answer.ts'
import { type Pod, portsNamed } from '../pods/workloads.ts'
import { selects } from '../selectors.ts'
import { AddressSet } from './addresses.ts'
import { type Direction, type Isolation, inSameNamespace, namedDirections, selectorAnswer } from './endpoint.ts'
import { atAddresses, EVERYONE, either, NOBODY, type PeerSet, podsThat, SOMEBODY } from './peers.ts'
import { EVERY_PORT, NO_PORT, type PortSet, type Protocol, portOf, portUnion, protocolOf, somePort } from './ports.ts'
import type { TrafficRule } from './traffic.ts'

/**
 * https://kubernetes.io/docs/reference/kubernetes-api/networking/network-policy-v1/ - a missing `podSelector` is an
 * empty one. Without `policyTypes` it is Ingress, and Egress when there is a rule of it (SetDefaults_NetworkPolicy in
 * kubernetes/kubernetes pkg/apis/networking/v1/defaults.go): `egress: []` or null alone isolates nothing.
 */
export function kubernetesIsolation(policy: Manifest): Isolation {
  const selector = policy.get('spec', 'podSelector') ?? {}
  const hasEgressRules = asList(policy.get('spec', 'egress')).length > 0
  const byDefault: readonly Direction[] = hasEgressRules ? ['ingress', 'egress'] : ['ingress']
  const directions = new Set(namedDirections(policy.get('spec', 'policyTypes')) ?? byDefault)
  return {
    policy,
    engine: 'kubernetes',
    path: ['spec'],
    selectorPath: ['spec', 'podSelector'],
    directions,
    selects: ({ pod }) => inSameNamespace(policy, pod.manifest) && selects(selector, pod.labels),
    rules: (direction, pod) => (directions.has(direction) ? rulesOf(policy, direction, pod) : []),
  }
}

const rulesOf = (policy: Manifest, direction: Direction, pod: Pod): TrafficRule[] =>
  asList(policy.get('spec', direction)).map((value, i) => {
    const rule = fieldsOf(value)
    const path: Path = ['spec', direction, i]
    if (!rule || isPlaceholder(value))
      return { policy, path, action: 'allow', peers: isPlaceholder(value) ? SOMEBODY : NOBODY, ports: EVERY_PORT }
    const peers = peersOf(rule[direction === 'ingress' ? 'from' : 'to'], policy)
    return {
      policy,
      path,
      action: 'allow',
      peers,
      ports: portsOf(rule.ports, direction === 'ingress' ? pod : undefined),
    }
  })

/** An item of a list without a value, as a lonely dash is, counts as one without fields. */
const fieldsOf = (item: unknown): Mapping | undefined => asMapping(item === null ? {} : item)

/** An absent or empty list means everyone. */
function peersOf(value: unknown, policy: Manifest): PeerSet {
  if (isPlaceholder(value)) return SOMEBODY
  const peers = asList(value)
  return peers.length === 0 ? EVERYONE : either(peers.map(peer => peerOf(peer, policy)))
}

/** One peer: a block, or selectors of pods and namespaces. The API server refuses both together, and neither. */
function peerOf(value: unknown, policy: Manifest): PeerSet {
  if (isPlaceholder(value)) return SOMEBODY
  const { ipBlock, podSelector, namespaceSelector } = asMapping(value) ?? {}
  const block = asMapping(ipBlock)
  const pods = podSelector ?? undefined
  const namespaces = namespaceSelector ?? undefined
  const hasSelector = pods !== undefined || namespaces !== undefined
  if (block) return hasSelector ? NOBODY : blockOf(block)
  if (!hasSelector) return isPlaceholder(ipBlock) ? SOMEBODY : NOBODY
  return podsThat(pod =>
    allOf([
      namespaces === undefined
        ? answerOf(pod.namespace === policy.namespace)
        : selectorAnswer(namespaces, pod.namespaceLabels),
      pods === undefined ? 'yes' : selectorAnswer(pods, pod.labels),
    ]),
  )
}

function blockOf({ cidr, except }: Mapping): PeerSet {
  const isOpen = isPlaceholder(cidr) || isPlaceholder(except) || asList(except).some(isPlaceholder)
  const block = parseBlock(asText(cidr) ?? '')
  if (isOpen || !block) return isOpen ? SOMEBODY : NOBODY
  return atAddresses(block.minus(AddressSet.of(...asTexts(except))))
}

/** Here a block must have a length. */
const parseBlock = (text: string): AddressSet | undefined => (text.includes('/') ? AddressSet.parse(text) : undefined)

/** An absent or empty list means every port. A name means the port of the pod that is connected to. */
export function portsOf(value: unknown, pod: Pod | undefined): PortSet {
  if (isPlaceholder(value)) return somePort(undefined)
  const entries = asList(value)
  return entries.length === 0 ? EVERY_PORT : portUnion(entries.map(entry => entryOf(entry, pod)))
}

function entryOf(value: unknown, pod: Pod | undefined): PortSet {
  const entry = fieldsOf(value)
  if (isPlaceholder(value) || isPlaceholder(entry?.protocol)) return somePort(undefined)
  if (!entry) return NO_PORT
  const protocol = protocolOf(entry.protocol)
  if (!protocol) return NO_PORT
  if (entry.port === undefined || entry.port === null) return portOf(0, protocol, () => NO_PORT, 65535)
  // The API server takes numbers as numbers only: "443" is the name of a port, and no legal one.
  const named = typeof entry.port === 'string' && /^\d+$/.test(entry.port) ? undefined : entry.port
  return portOf(named, protocol, name => namedPort(name, protocol, pod), entry.endPort)
}

/** The ports that a pod gives a name; of a pod that nobody knows they may be any. */
export const namedPort = (name: string, protocol: Protocol, pod: Pod | undefined): PortSet =>
  pod
    ? portUnion(portsNamed(pod, name, protocol).map(port => portOf(port, protocol, () => NO_PORT)))
    : somePort(protocol)

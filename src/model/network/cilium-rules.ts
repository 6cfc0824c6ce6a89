import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, isPlaceholder, type Mapping } from '../../parse/untyped.ts'
import { allOf, answerOf } from '../answer.ts'
import { containerPorts, type Pod } from '../pods/workloads.ts'
import { type Requirement, requirementsOf } from '../selectors.ts'
import { ciliumBlock, ciliumEntity, ciliumName } from './cilium-peers.ts'
import { type Direction, requirementAnswer } from './endpoint.ts'
import { EVERYONE, either, NOBODY, type PeerSet, type PodPeer, perhaps, podsThat, SOMEBODY } from './peers.ts'
import {
  EVERY_PORT,
  LAST_PORT,
  NO_PORT,
  type PortSet,
  type Protocol,
  portOf,
  portUnion,
  protocolOf,
  somePort,
} from './ports.ts'
import type { TrafficRule } from './traffic.ts'

const NAMESPACE = 'io.kubernetes.pod.namespace'
const NAMESPACE_LABELS = 'io.cilium.k8s.namespace.labels.'
const GIVEN_LABELS = 'io.cilium.k8s.'

/** The rules of a `spec` of a Cilium policy for a direction. https://docs.cilium.io/en/stable/security/policy/language/ */
export const ciliumRules = (
  policy: Manifest,
  path: Path,
  rule: Mapping,
  direction: Direction,
  pod: Pod,
): TrafficRule[] =>
  ([direction, `${direction}Deny`] as const).flatMap(section =>
    asList(rule[section]).map((value, i) => ({
      policy,
      path: [...path, section, i],
      action: section === direction ? ('allow' as const) : ('deny' as const),
      ...matchOf(value, direction, policy, pod),
    })),
  )

function matchOf(value: unknown, direction: Direction, policy: Manifest, pod: Pod): { peers: PeerSet; ports: PortSet } {
  const rule = asMapping(value) ?? {}
  if (isPlaceholder(value)) return { peers: SOMEBODY, ports: EVERY_PORT }
  const ports = portsOf(rule, direction === 'ingress' ? pod : undefined)
  const peers = peersOf(rule, direction === 'ingress' ? 'from' : 'to', policy)
  // `{}` and what has neither peers nor ports lets nobody in: the usual way to deny everything.
  return { peers: peers ?? (ports === EVERY_PORT ? NOBODY : EVERYONE), ports }
}

type Side = 'from' | 'to'

/** Undefined when the rule names no peers. An empty list of endpoints takes nobody, whatever stands beside it. */
function peersOf(rule: Mapping, side: Side, policy: Manifest): PeerSet | undefined {
  const given = (field: string): unknown => rule[`${side}${field}`] ?? undefined
  const items = (field: string): readonly unknown[] => (isPlaceholder(given(field)) ? ['${}'] : asList(given(field)))
  if (Array.isArray(given('Endpoints')) && items('Endpoints').length === 0) return NOBODY
  const sets = [
    ...items('Endpoints').map(selector => endpointsOf(selector, policy)),
    ...items('CIDR').map(block => ciliumBlock({ cidr: block })),
    ...items('CIDRSet').map(block => ciliumBlock(block)),
    ...items('Entities').map(ciliumEntity),
    ...items('FQDNs').map(ciliumName),
    ...['Services', 'Groups', 'Nodes'].flatMap(field => items(field).map(() => SOMEBODY)),
  ]
  const isNarrowed = given('Requires') !== undefined
  if (sets.length > 0) return isNarrowed ? perhaps(either(sets)) : either(sets)
  const isEmptyList = FIELDS.some(field => given(field) !== undefined)
  return isEmptyList || isNarrowed ? SOMEBODY : undefined
}

const FIELDS = ['CIDR', 'CIDRSet', 'Entities', 'FQDNs', 'Services', 'Groups', 'Nodes']

/**
 * The endpoints of a selector. In a namespaced policy one that says nothing of namespaces means its own:
 * getEndpointSelector in cilium/cilium pkg/k8s/apis/cilium.io/utils/utils.go.
 */
function endpointsOf(selector: unknown, policy: Manifest): PeerSet {
  const requirements = requirementsOf(selector)
  if (!requirements) return isPlaceholder(selector) ? SOMEBODY : NOBODY
  // Reserved labels are another spelling of entities.
  if (requirements.some(({ key }) => key.startsWith('reserved:'))) return SOMEBODY
  const plain = requirements.map(requirement => ({ ...requirement, key: requirement.key.replace(/^(?:k8s|any):/, '') }))
  const namesNamespace = plain.some(({ key }) => key === NAMESPACE || key.startsWith(NAMESPACE_LABELS))
  const staysHome = policy.kind === 'CiliumNetworkPolicy' && !namesNamespace
  return podsThat(pod =>
    allOf([
      ...(staysHome ? [answerOf(pod.namespace === policy.namespace)] : []),
      ...plain.map(requirement => endpointAnswer(requirement, pod)),
    ]),
  )
}

function endpointAnswer(requirement: Requirement, pod: PodPeer): ReturnType<typeof requirementAnswer> {
  const { key } = requirement
  if (key === NAMESPACE)
    return requirementAnswer(requirement, { labels: { [NAMESPACE]: pod.namespace }, knows: () => true })
  if (key.startsWith(NAMESPACE_LABELS))
    return requirementAnswer({ ...requirement, key: key.slice(NAMESPACE_LABELS.length) }, pod.namespaceLabels)
  return key.startsWith(GIVEN_LABELS) ? 'unknown' : requirementAnswer(requirement, pod.labels)
}

/** Rules of the application layer narrow what they stand at; those for DNS only watch the names that are asked for. */
function portsOf(rule: Mapping, pod: Pod | undefined): PortSet {
  const entries = asList(rule.toPorts)
  if (isPlaceholder(rule.toPorts)) return somePort(undefined)
  if (entries.length === 0) return asList(rule.icmps).length > 0 ? NO_PORT : EVERY_PORT
  return portUnion(
    entries.map(value => {
      const entry = asMapping(value) ?? {}
      const list = asList(entry.ports)
      const ports = list.length === 0 ? EVERY_PORT : portUnion(list.map(port => portEntry(port, pod)))
      const layers = Object.keys(asMapping(entry.rules) ?? {}).filter(layer => layer !== 'dns')
      const isNarrowed = layers.length > 0 || asList(entry.serverNames).length > 0 || isPlaceholder(entry.rules)
      return isNarrowed ? { certain: [], possible: [...ports.certain, ...ports.possible] } : ports
    }),
  )
}

/** Ports are texts; `0` is every port, and no protocol or `ANY` every protocol. */
function portEntry(value: unknown, pod: Pod | undefined): PortSet {
  const entry = asMapping(value) ?? {}
  const word = asText(entry.protocol)?.toUpperCase() ?? 'ANY'
  if (isPlaceholder(value) || isPlaceholder(entry.protocol)) return somePort(undefined)
  const protocol = word === 'ANY' ? undefined : protocolOf(word)
  if (word !== 'ANY' && !protocol) return NO_PORT
  const isEvery = entry.port === '0' || entry.port === 0 || entry.port === undefined
  if (isEvery) return portOf(0, protocol, () => NO_PORT, LAST_PORT)
  const last = entry.endPort === 0 ? undefined : entry.endPort
  const resolve = (name: string): PortSet => (pod ? ownPort(pod, name, protocol) : somePort(protocol))
  return portOf(entry.port, protocol, resolve, last)
}

/** Of a name that several containers give only the last counts: NamedPortMap in cilium/cilium pkg/types/portmap.go. */
function ownPort(pod: Pod, name: string, protocol: Protocol | undefined): PortSet {
  const own = containerPorts(pod).findLast(port => port.name === name)
  const spoken = own && protocolOf(own.protocol)
  return own && spoken && (protocol ?? spoken) === spoken ? portOf(own.port, spoken, () => NO_PORT) : NO_PORT
}

import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, isPlaceholder, type Mapping } from '../../parse/untyped.ts'
import { type Answer, allOf, answerOf } from '../answer.ts'
import type { Pod } from '../pods/workloads.ts'
import { AddressSet, EVERY_V4, EVERY_V6 } from './addresses.ts'
import { calicoPorts } from './calico-ports.ts'
import { parseCalicoSelector } from './calico-selector.ts'
import { matchingNames } from './cilium-peers.ts'
import type { Direction, KnownLabels } from './endpoint.ts'
import {
  all,
  atAddresses,
  EVERYONE,
  either,
  others,
  type PeerSet,
  perhaps,
  podsThat,
  SOMEBODY,
  THE_API_SERVER,
} from './peers.ts'
import type { TrafficRule } from './traffic.ts'

const ACTIONS = { allow: 'allow', deny: 'deny', pass: 'pass' } as const

/** The rules of a policy of Calico; `Log` decides nothing. https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#rule */
export const calicoRules = (policy: Manifest, direction: Direction, pod: Pod): TrafficRule[] =>
  asList(policy.get('spec', direction)).flatMap((value, i) => {
    const rule = asMapping(value) ?? {}
    const path: Path = ['spec', direction, i]
    if (isPlaceholder(value))
      return [{ policy, path, action: 'allow', peers: SOMEBODY, ports: calicoPorts({}, undefined) }]
    const word = asText(rule.action)?.toLowerCase() ?? ''
    if (!isAction(word)) return []
    const ports = calicoPorts(rule, direction === 'ingress' ? pod : undefined)
    return [{ policy, path, action: ACTIONS[word], peers: peersOf(rule, direction, policy), ports }]
  })

const isAction = (word: string): word is keyof typeof ACTIONS => Object.hasOwn(ACTIONS, word)

function peersOf(rule: Mapping, direction: Direction, policy: Manifest): PeerSet {
  const [peer, own] = direction === 'ingress' ? ['source', 'destination'] : ['destination', 'source']
  const entity = asMapping(rule[peer]) ?? {}
  const self = Object.keys(asMapping(rule[own]) ?? {}).filter(field => field !== 'ports' && field !== 'notPorts')
  const sourcePorts = asMapping(rule.source) ?? {}
  // What a rule asks of the pod itself, of the port of a client or of a request nobody can tell here.
  const isNarrowed =
    self.length > 0 || rule.http !== undefined || sourcePorts.ports !== undefined || sourcePorts.notPorts !== undefined
  const set = all([...familyOf(rule.ipVersion), ...criteriaOf(entity, policy)])
  return isNarrowed ? perhaps(set) : set
}

const familyOf = (version: unknown): PeerSet[] =>
  version === 4 || version === 6
    ? [{ ...atAddresses(version === 4 ? EVERY_V4 : EVERY_V6, version === 4 ? 'yes' : 'unknown') }]
    : []

/** What all must hold of the other end; nothing: it may be anybody. */
function criteriaOf(entity: Mapping, policy: Manifest): PeerSet[] {
  const { nets, notNets, domains, selector, notSelector, namespaceSelector, serviceAccounts, services } = entity
  const places = [...blocks(nets), ...namesOf(domains)]
  return [
    ...(places.length > 0 ? [either(places)] : []),
    ...blocks(notNets).map(others),
    ...(isGiven(selector) || isGiven(namespaceSelector) ? [selected(selector, namespaceSelector, policy)] : []),
    ...(isGiven(notSelector) ? [others(selected(notSelector, undefined, policy))] : []),
    ...(asMapping(serviceAccounts) ? [SOMEBODY] : []),
    ...(asMapping(services) ? [behind(services)] : []),
  ]
}

/** Who is behind a Service: https://docs.tigera.io/calico/latest/reference/resources/networkpolicy#servicematch */
function behind(service: unknown): PeerSet {
  const { name, namespace } = asMapping(service) ?? {}
  return name === 'kubernetes' && namespace === 'default' ? THE_API_SERVER : SOMEBODY
}

const isGiven = (value: unknown): boolean => value !== undefined && value !== null && value !== ''

const blocks = (value: unknown): PeerSet[] => {
  if (isPlaceholder(value)) return [SOMEBODY]
  return asList(value).map(item => {
    const set = AddressSet.parse(asText(item) ?? '')
    if (!set) return SOMEBODY
    return set.covers(EVERY_V4) ? atAddresses(set, 'yes') : atAddresses(set)
  })
}

const namesOf = (value: unknown): PeerSet[] => {
  if (isPlaceholder(value)) return [SOMEBODY]
  return asList(value).map(item => (typeof item === 'string' && !isPlaceholder(item) ? matchingNames(item) : SOMEBODY))
}

/**
 * Pods by their labels and their namespace's. A policy of a namespace stays in it when it says nothing of namespaces;
 * elsewhere a selector may also mean a NetworkSet, whose addresses nobody tells.
 */
function selected(selector: unknown, namespaceSelector: unknown, policy: Manifest): PeerSet {
  const pods = parse(selector)
  const namespaces = parse(namespaceSelector)
  const isGlobal = policy.kind === 'GlobalNetworkPolicy'
  if (!pods || !namespaces || asText(namespaceSelector)?.includes('global(')) return SOMEBODY
  const staysHome = !isGlobal && !isGiven(namespaceSelector)
  const set = podsThat(pod =>
    allOf([
      staysHome ? answerOf(pod.namespace === policy.namespace) : 'yes',
      pods(
        withLabels(pod.labels, {
          'projectcalico.org/namespace': pod.namespace,
          'projectcalico.org/orchestrator': 'k8s',
        }),
      ),
      namespaces(withLabels(pod.namespaceLabels, { 'projectcalico.org/name': pod.namespace })),
    ]),
  )
  return isGlobal && isGiven(selector) && !isGiven(namespaceSelector) ? orSomewhere(set) : set
}

const orSomewhere = (set: PeerSet): PeerSet => ({
  certain: AddressSet.none,
  possible: EVERYONE.possible,
  takes: peer => (peer.kind === 'pod' ? set.takes(peer) : 'unknown'),
})

type Test = (known: KnownLabels) => Answer

/** Undefined for an expression that cannot be read. */
function parse(value: unknown): Test | undefined {
  if (isPlaceholder(value)) return undefined
  const selector = parseCalicoSelector(asText(value ?? '') ?? '!')
  if (!selector) return undefined
  return ({ labels, knows }) => (selector.keys.values().every(knows) ? answerOf(selector.matches(labels)) : 'unknown')
}

const withLabels = ({ labels, knows }: KnownLabels, more: Readonly<Record<string, string>>): KnownLabels => ({
  labels: { ...labels, ...more },
  knows: key => Object.hasOwn(more, key) || knows(key),
})

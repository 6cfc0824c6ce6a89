import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, type Mapping } from '../../parse/untyped.ts'
import { meets, type Requirement, requirementsOf } from '../selectors.ts'
import { ciliumRules } from './cilium-rules.ts'
import {
  DIRECTIONS,
  type Direction,
  type Endpoint,
  type Isolation,
  inSameNamespace,
  type KnownLabels,
} from './endpoint.ts'

// Labels that Cilium gives a pod: https://docs.cilium.io/en/stable/network/kubernetes/policy/#namespaces
const NAMESPACE = 'io.kubernetes.pod.namespace'
const SERVICE_ACCOUNT = 'io.cilium.k8s.policy.serviceaccount'
const CLUSTER = 'io.cilium.k8s.policy.cluster'
const NAMESPACE_LABELS = 'io.cilium.k8s.namespace.labels.'

/**
 * What a CiliumNetworkPolicy or CiliumClusterwideNetworkPolicy isolates: `spec` and each of `specs` by itself.
 * The agent takes all of them or none, so one rule that it refuses leaves the whole policy without effect.
 * https://docs.cilium.io/en/stable/security/policy/intro/#endpoint-default-policy
 */
export function ciliumIsolations(policy: Manifest): Isolation[] {
  const isNamespaced = policy.kind === 'CiliumNetworkPolicy'
  const written = [
    { path: ['spec'], value: policy.get('spec') },
    ...asList(policy.get('specs')).map((value, i) => ({ path: ['specs', i], value })),
  ].filter(({ value }) => value !== undefined && value !== null)
  const rules = written.map(({ path, value }) => ({ path, rule: asMapping(value) }))
  return rules.every(({ rule }) => isAccepted(rule, isNamespaced))
    ? rules.flatMap(({ path, rule }) => (rule?.endpointSelector ? [isolationOf(policy, path, rule, isNamespaced)] : []))
    : []
}

/**
 * Rule.Validate in cilium/cilium pkg/policy/api/rule_validation.go: one selector, for nodes only clusterwide, and
 * "rule must have at least one of Ingress, IngressDeny, Egress, EgressDeny". `ingress: []` alone is therefore applied
 * by kubectl, then marked `Valid: False` and not enforced; the empty rule `ingress: [{}]` is what denies everything.
 */
function isAccepted(rule: Mapping | undefined, isNamespaced: boolean): boolean {
  if (!rule || (isNamespaced && asMapping(rule.nodeSelector))) return false
  const hasOneSelector = !requirementsOf(rule.endpointSelector) !== !requirementsOf(rule.nodeSelector)
  return (
    hasOneSelector &&
    DIRECTIONS.some(direction => hasRules(rule, direction)) &&
    DIRECTIONS.every(direction => entriesOf(rule, direction).every(entry => isCombinable(entry, direction)))
  )
}

/**
 * "combining … is not supported yet": an entry has peers of one kind, and no ports beside ICMP. Services may stand beside
 * what Cilium itself makes of them only.
 */
function isCombinable(entry: unknown, direction: Direction): boolean {
  const given = asMapping(entry) ?? {}
  const side = direction === 'ingress' ? 'from' : 'to'
  const kinds = PEERS.filter(kind => asList(given[`${side}${kind}`]).length > 0)
  return kinds.length <= 1 && (asList(given.icmps).length === 0 || asList(given.toPorts).length === 0)
}

const PEERS = ['Endpoints', 'CIDR', 'CIDRSet', 'Entities', 'Nodes', 'Groups', 'FQDNs', 'Services']

const entriesOf = (rule: Mapping, direction: Direction): readonly unknown[] => [
  ...asList(rule[direction]),
  ...asList(rule[`${direction}Deny`]),
]

const hasRules = (rule: Mapping, direction: Direction): boolean => entriesOf(rule, direction).length > 0

function isolationOf(policy: Manifest, path: Path, rule: Mapping, isNamespaced: boolean): Isolation {
  const requirements = requirementsOf(isNamespaced ? withoutNamespace(rule.endpointSelector) : rule.endpointSelector)
  return {
    policy,
    engine: 'cilium',
    path,
    selectorPath: [...path, 'endpointSelector'],
    directions: new Set(DIRECTIONS.filter(direction => deniesByDefault(rule, direction))),
    selects: endpoint =>
      (!isNamespaced || inSameNamespace(policy, endpoint.pod.manifest)) && holds(requirements, labelsOf(endpoint)),
    rules: (direction, pod) => ciliumRules(policy, path, rule, direction, pod),
  }
}

/**
 * Only a direction with rules can be denied by default; `enableDefaultDeny` switches it off, but `true` without rules
 * does nothing: computePolicyEnforcementAndRules in cilium/cilium pkg/policy/repository.go asks for both.
 */
const deniesByDefault = (rule: Mapping, direction: Direction): boolean =>
  hasRules(rule, direction) && asMapping(rule.enableDefaultDeny)?.[direction] !== false

/**
 * In a namespaced policy the agent puts its own namespace over this one pair (ParseToCiliumRule in cilium/cilium
 * pkg/k8s/apis/cilium.io/utils/utils.go); under any other spelling another namespace selects nothing.
 */
function withoutNamespace(selector: unknown): unknown {
  const pairs = asMapping(asMapping(selector)?.matchLabels)
  if (!pairs) return selector
  const kept = Object.entries(pairs).filter(([key]) => key !== `k8s:${NAMESPACE}`)
  return { ...asMapping(selector), matchLabels: Object.fromEntries(kept) }
}

function holds(requirements: readonly Requirement[] | undefined, { labels, knows }: KnownLabels): boolean {
  return (
    requirements?.every(requirement => {
      // A pod's labels are of the source `k8s`; keys of other sources (`reserved:`, `cidr:`) are on no pod.
      const key = requirement.key.replace(/^(?:k8s|any):/, '')
      return knows(key) && meets({ ...requirement, key }, labels)
    }) ?? false
  )
}

function labelsOf({ pod, namespace }: Endpoint): KnownLabels {
  const ofNamespace = Object.entries(namespace.labels).map(([key, value]) => [NAMESPACE_LABELS + key, value])
  const labels = {
    ...pod.labels,
    ...Object.fromEntries(ofNamespace),
    [SERVICE_ACCOUNT]: pod.serviceAccountName,
    ...(pod.namespace !== undefined && { [NAMESPACE]: pod.namespace }),
  }
  const knows = (key: string): boolean => {
    if (Object.hasOwn(labels, key)) return true
    if (key.startsWith(NAMESPACE_LABELS)) return namespace.knows(key.slice(NAMESPACE_LABELS.length))
    return key !== NAMESPACE && key !== CLUSTER
  }
  return { labels, knows }
}

import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText, type Mapping } from '../../parse/untyped.ts'
import { calicoRules } from './calico-rules.ts'
import { type CalicoSelector, parseCalicoSelector } from './calico-selector.ts'
import {
  type Direction,
  type Endpoint,
  type Isolation,
  inSameNamespace,
  type KnownLabels,
  namedDirections,
} from './endpoint.ts'

/** Where a policy stands that names no tier, and the policies of Kubernetes with it. */
export const DEFAULT_TIER = 'default'

// Labels that Calico gives: https://docs.tigera.io/calico/latest/network-policy/get-started/calico-policy/calico-labels
const NAME = 'projectcalico.org/name'
const NAMESPACE = 'projectcalico.org/namespace'
const SERVICE_ACCOUNT = 'projectcalico.org/serviceaccount'
const ORCHESTRATOR = 'projectcalico.org/orchestrator'

/**
 * What a NetworkPolicy or GlobalNetworkPolicy of Calico isolates; nothing when one of its selectors cannot be read.
 * https://docs.tigera.io/calico/latest/reference/resources/globalnetworkpolicy
 */
export function calicoIsolations(policy: Manifest): Isolation[] {
  const spec = asMapping(policy.get('spec')) ?? {}
  const isGlobal = policy.kind === 'GlobalNetworkPolicy'
  // These act at the interfaces of hosts: https://docs.tigera.io/calico/latest/reference/host-endpoints/summary
  // `applyOnForward` by itself takes nothing from what the policy does for pods.
  if (isGlobal && (spec.doNotTrack === true || spec.preDNAT === true)) return []
  const pods = selectorOf(spec.selector)
  const serviceAccounts = selectorOf(spec.serviceAccountSelector)
  const namespaces = selectorOf(isGlobal ? spec.namespaceSelector : undefined)
  if (!pods || !serviceAccounts || !namespaces) return []
  const selects = (endpoint: Endpoint): boolean =>
    (isGlobal || inSameNamespace(policy, endpoint.pod.manifest)) &&
    takes(pods, podLabels(endpoint)) &&
    takes(serviceAccounts, named(endpoint.serviceAccount, endpoint.pod.serviceAccountName)) &&
    takes(namespaces, named(endpoint.namespace, endpoint.pod.namespace))
  const directions = new Set(namedDirections(spec.types) ?? defaultDirections(spec))
  const { order, tier } = spec
  return [
    {
      policy,
      engine: 'calico',
      path: ['spec'],
      selectorPath: ['spec', 'selector'],
      directions,
      ...(typeof order === 'number' && { order }),
      tier: asText(tier) || DEFAULT_TIER,
      selects,
      rules: (direction, pod) => (directions.has(direction) ? calicoRules(policy, direction, pod) : []),
    },
  ]
}

/** Without rules it is Ingress alone; else what there are rules of. */
function defaultDirections(spec: Mapping): readonly Direction[] {
  if (asList(spec.egress).length === 0) return ['ingress']
  return asList(spec.ingress).length === 0 ? ['egress'] : ['ingress', 'egress']
}

/** The API refuses `global()` where pods are selected: it is for the namespaces of peers. */
function selectorOf(value: unknown): CalicoSelector | undefined {
  const text = asText(value ?? '')
  return text === undefined || text.includes('global(') ? undefined : parseCalicoSelector(text)
}

const takes = ({ keys, matches }: CalicoSelector, { labels, knows }: KnownLabels): boolean =>
  keys.values().every(knows) && matches(labels)

function podLabels({ pod }: Endpoint): KnownLabels {
  const labels = {
    ...pod.labels,
    [ORCHESTRATOR]: 'k8s',
    [SERVICE_ACCOUNT]: pod.serviceAccountName,
    ...(pod.namespace !== undefined && { [NAMESPACE]: pod.namespace }),
  }
  return { labels, knows: key => key !== NAMESPACE || pod.namespace !== undefined }
}

/** The labels of a Namespace or ServiceAccount with the one that says its name. */
const named = ({ labels, knows }: KnownLabels, name: string | undefined): KnownLabels => ({
  labels: name === undefined ? labels : { ...labels, [NAME]: name },
  knows: key => (key === NAME && name !== undefined) || knows(key),
})

import { API_PORTS, asksApiServer, looksUpNames } from '../../check/required-traffic.ts'
import type { Component } from '../../model/eso/eso.ts'
import { PRIVATE_BLOCKS } from '../../model/network/addresses.ts'
import { listenersOf } from '../../model/network/listening.ts'
import { isScraped } from '../../model/pods/monitoring.ts'
import type { World } from '../../model/world.ts'
import { asMapping, asTexts } from '../../parse/untyped.ts'
import { metadataClosed } from './metadata.ts'
import { monitoringNamespaces } from './monitoring.ts'
import { type Opening, type Party, type Traffic, tcp } from './opening.ts'
import { providerTraffic } from './provider-traffic.ts'
import { blockOf } from './store-addresses.ts'

/** All that a component needs: the rules of `check` ask for the same. */
export function trafficOf(component: Component, world: World): Traffic {
  const metrics = metricsOpenings(component, world)
  const providers = component.role === 'controller' ? providerTraffic(component, world) : { openings: [], notes: [] }
  return {
    ingress: [...webhookOpenings(component, world), ...metrics.openings, ...healthOpenings(component)],
    egress: [
      ...(looksUpNames(component) ? dnsOpenings(component) : []),
      ...(asksApiServer(component) ? [apiServerOpening(world)] : []),
      ...providers.openings,
    ],
    closed: metadataClosed(providers.openings),
    notes: [...metrics.notes, ...providers.notes],
  }
}

/** The API server of the world's cluster. */
const apiServer = ({ config, cluster }: World): Party => ({
  kind: 'api-server',
  blocks: config.clusters?.[cluster]?.apiServer ?? [],
})

const apiServerOpening = (world: World): Opening => ({
  purpose: 'the Kubernetes API',
  parties: [apiServer(world)],
  ports: API_PORTS.map(tcp),
})

const dnsOpening = (parties: Opening['parties'], port: number): Opening => ({
  ...{ purpose: 'looking up names', isDns: true, parties },
  ports: [{ protocol: 'UDP', port }, tcp(port)],
})

/**
 * CoreDNS as usual installs label it, and the cache on the node, a pod or an address of it; and the DNS of OpenShift,
 * whose pods answer on 5353.
 * https://kubernetes.io/docs/tasks/administer-cluster/nodelocaldns/
 */
const CLUSTER_DNS: readonly Opening[] = [
  dnsOpening(
    [
      { kind: 'pods', namespace: 'kube-system', labels: { 'k8s-app': 'kube-dns' } },
      { kind: 'pods', namespace: 'kube-system', labels: { 'k8s-app': 'node-local-dns' } },
      { kind: 'blocks', blocks: ['169.254.20.10/32'] },
    ],
    53,
  ),
  dnsOpening(
    [{ kind: 'pods', namespace: 'openshift-dns', labels: { 'dns.operator.openshift.io/daemonset-dns': 'default' } }],
    5353,
  ),
]

/** A pod that does not ask the cluster's DNS asks the servers it names, or those of its node, which nobody tells. */
function dnsOpenings({ pod }: Component): readonly Opening[] {
  const { dnsPolicy, dnsConfig } = pod.spec
  if (dnsPolicy !== 'None' && dnsPolicy !== 'Default') return CLUSTER_DNS
  const own = asTexts(asMapping(dnsConfig)?.nameservers).flatMap(address => blockOf(address) ?? [])
  return [dnsOpening([{ kind: 'blocks', blocks: own.length > 0 ? own : PRIVATE_BLOCKS }], 53)]
}

const webhookOpenings = (component: Component, world: World): Opening[] =>
  portsFor(component, 'webhook').map(port => ({
    purpose: 'its calls of the webhook',
    parties: [apiServer(world)],
    ports: [tcp(port)],
  }))

/** Probes come from the node of the pod. */
const healthOpenings = (component: Component): Opening[] =>
  portsFor(component, 'health').map(port => ({
    purpose: 'probes of the kubelet',
    parties: [{ kind: 'node' }],
    ports: [tcp(port)],
  }))

function metricsOpenings(component: Component, world: World): { openings: Opening[]; notes: string[] } {
  const ports = portsFor(component, 'metrics')
  const [first, ...others] = monitoringNamespaces(world).map(
    (namespace): Party => ({ kind: 'pods', namespace, labels: {} }),
  )
  if (ports.length === 0 || !first) {
    const isMissed = ports.length > 0 && isScraped(component.pod, world)
    return { openings: [], notes: isMissed ? [missedMetrics(component, world)] : [] }
  }
  return { openings: [{ purpose: 'reading metrics', parties: [first, ...others], ports: ports.map(tcp) }], notes: [] }
}

const missedMetrics = ({ role }: Component, { cluster }: World): string =>
  `something reads the metrics of the ${role}, but not from a namespace that is known: name it in clusters.${cluster}.monitoringNamespaces of the config, or it is cut off`

const portsFor = (component: Component, purpose: 'webhook' | 'health' | 'metrics'): number[] => [
  ...new Set(listenersOf(component).flatMap(listener => (listener.purpose === purpose ? listener.port : []))),
]

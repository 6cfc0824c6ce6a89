import type { Component } from '../model/eso/eso.ts'
import { EVERY_ADDRESS, LINK_LOCAL, PRIVATE } from '../model/network/addresses.ts'
import type { Direction } from '../model/network/endpoint.ts'
import { listenersOf } from '../model/network/listening.ts'
import { type Peer, somePodIn } from '../model/network/peers.ts'
import { type Protocol, takesPort } from '../model/network/ports.ts'
import { flagsOf, isOn } from '../model/pods/flags.ts'
import { environmentOf } from '../model/pods/workloads.ts'
import type { World } from '../model/world.ts'
import { API_SERVER, type ProviderPeer, providerPeers } from './provider-peers.ts'
import type { Related } from './rule.ts'

/** Something a component cannot do without and the policies do not let through. */
export interface Blocked {
  /** Part of a sentence: cut off from … */
  readonly from: string
  readonly related: readonly Related[]
}

/** What the policies of a set keep a component from, in one direction; nothing where it might still get through. */
export const blockedTraffic = (component: Component, direction: Direction, world: World): Blocked[] =>
  direction === 'ingress'
    ? blockedCalls(component, world)
    : [...blockedInCluster(component, world), ...blockedProviders(component, world)]

function blockedInCluster(component: Component, world: World): Blocked[] {
  const lacksDns =
    looksUpNames(component) &&
    isCut(component, 'egress', dnsServers(component), 'UDP', DNS_PORTS, world) &&
    !hasDnsRule(component, world)
  const lacksApi = asksApiServer(component) && isCut(component, 'egress', [API_SERVER], 'TCP', API_PORTS, world)
  return [
    ...(lacksDns ? [{ from: 'DNS (UDP 53)', related: [] }] : []),
    ...(lacksApi ? [{ from: 'the API server (TCP 443 or 6443)', related: [] }] : []),
  ]
}

/** Only the controller speaks to servers that have names. */
export const looksUpNames = ({ role }: Component): boolean => role === 'controller'

/** The webhook's server asks nobody: it has no rights to ask with, unless it asks who may read its metrics. */
export const asksApiServer = (component: Component): boolean =>
  component.role !== 'webhook' || isOn(flagsOf(component), 'metrics-auth', false)

/** Of several controllers nobody knows which one works on a store. */
function blockedProviders(component: Component, world: World): Blocked[] {
  const controllers = world.eso.installs.filter(({ controller }) => controller)
  if (component.role !== 'controller' || controllers.length > 1 || usesProxy(component)) return []
  return providerPeers(world)
    .filter(({ peer, port }) => isCut(component, 'egress', [peer], 'TCP', [port], world))
    .map(ofProvider)
}

const blockedCalls = (component: Component, world: World): Blocked[] =>
  listenersOf(component)
    .filter(
      ({ purpose, port }) => purpose === 'webhook' && isCut(component, 'ingress', [API_SERVER], 'TCP', [port], world),
    )
    .map(({ port }) => ({ from: `the API server, which calls it on TCP ${port}`, related: [] }))

/** Whether a component can for certain exchange nothing with any of these at any of the ports. */
const isCut = (
  { pod }: Component,
  direction: Direction,
  peers: readonly Peer[],
  protocol: Protocol,
  ports: readonly Port[],
  { network }: World,
): boolean =>
  peers.every(peer => ports.every(port => network.allows(pod, direction, peer, { protocol, port }) === 'no'))

type Port = number | undefined

/** Policies see the port of the pod that answers: 5353 on OpenShift. */
const DNS_PORTS = [53, 5353]
/** Where API servers listen: usual installs, and those of minikube and MicroK8s. */
export const API_PORTS = [443, 6443, 8443, 7443, 16443]

/** The cluster's DNS, be it in pods or on the node's link; a server anywhere where the pod has its node's settings. */
function dnsServers({ pod }: Component): Peer[] {
  const isOwn = pod.spec.dnsPolicy === 'Default' || pod.spec.dnsPolicy === 'None'
  const within = isOwn ? EVERY_ADDRESS : PRIVATE
  return [
    ...['kube-system', 'openshift-dns'].map(somePodIn),
    { kind: 'address', within },
    { kind: 'address', within: LINK_LOCAL },
  ]
}

/** A rule that speaks of this port is about DNS, wherever that lives. */
const hasDnsRule = ({ pod }: Component, { network }: World): boolean =>
  network
    .rules(pod, 'egress')
    .some(
      ({ action, ports }) =>
        action !== 'deny' &&
        DNS_PORTS.some(port => takesPort(ports, { protocol: 'UDP', port }) !== 'no') &&
        takesPort(ports, { protocol: 'UDP', port: 1 }) === 'no',
    )

/** Whoever goes through a proxy does not go to the provider. */
export const usesProxy = ({ pod, container }: Component): boolean =>
  environmentOf(pod, container).some(({ name }) => /^https?_proxy$/i.test(name)) ||
  Array.isArray(pod.manifest.get(...container.path, 'envFrom'))

const ofProvider = ({ host, port, store, path }: ProviderPeer): Blocked => ({
  from: port === undefined ? host : `${host} (TCP ${port})`,
  related: [{ manifest: store, path, message: 'the server that cannot be reached' }],
})

import type { Manifest } from '../../parse/manifest.ts'
import { type Answer, allOf } from '../answer.ts'
import { ByNamespace } from '../by-namespace.ts'
import { staysInstalled } from '../pods/hooks.ts'
import type { Pod } from '../pods/workloads.ts'
import type { AddressSet } from './addresses.ts'
import { adminIsolation } from './admin-policy.ts'
import { calicoIsolations } from './calico.ts'
import { ciliumIsolations } from './cilium.ts'
import { type Direction, endpointOf, type Isolation } from './endpoint.ts'
import { kubernetesIsolation } from './network-policy.ts'
import type { Peer } from './peers.ts'
import { pipelinesOf } from './pipelines.ts'
import type { PortQuery } from './ports.ts'
import { admitted, type Pipeline, type TrafficRule, verdict } from './traffic.ts'

/**
 * What the network policies of a set let through: Kubernetes' own, those of the administrator, Cilium's and Calico's.
 * A pod that no policy selects for a direction is open in it. What the manifests do not tell never counts as
 * protection, and never as a fault.
 */
export class Network {
  /** Every policy of the set; a Cilium policy once for each of its rules. */
  readonly isolations: readonly Isolation[]
  readonly #isolations: ByNamespace<Isolation>
  #byPolicy: ReadonlyMap<Manifest, readonly Isolation[]> | undefined
  readonly #namespaces: ReadonlyMap<string, Manifest>
  readonly #serviceAccounts: ReadonlyMap<string, Manifest>
  readonly #selecting = new Map<Pod, readonly Isolation[]>()
  readonly #pipelines = new Map<Pod, Partial<Record<Direction, readonly Pipeline[]>>>()

  constructor(manifests: readonly Manifest[]) {
    this.isolations = manifests.filter(staysInstalled).flatMap(isolationsOf)
    this.#isolations = new ByNamespace(this.isolations, ({ policy }) => policy.namespace)
    this.#namespaces = firstOf(manifests, 'core/Namespace', ({ name }) => name)
    this.#serviceAccounts = firstOf(manifests, 'core/ServiceAccount', ({ namespace, name }) =>
      accountKey(namespace, name),
    )
  }

  /** What a policy of the set decides about the pods it selects. */
  isolationsBy(policy: Manifest): readonly Isolation[] {
    this.#byPolicy ??= Map.groupBy(this.isolations, isolation => isolation.policy)
    return this.#byPolicy.get(policy) ?? []
  }

  /** The policies that put a pod into default deny for a direction; none: everything is let through. */
  isolating(pod: Pod, direction: Direction): readonly Manifest[] {
    const isolations = this.selecting(pod).filter(({ directions }) => directions.has(direction))
    return [...new Set(isolations.map(({ policy }) => policy))]
  }

  /** What of the set decides about a pod. */
  selecting(pod: Pod): readonly Isolation[] {
    const known = this.#selecting.get(pod)
    if (known) return known
    const endpoint = endpointOf(
      pod,
      this.#namespaces.get(pod.namespace ?? ''),
      this.#serviceAccounts.get(accountKey(pod.manifest.namespace, pod.serviceAccountName)),
    )
    // A policy without a namespace may be of the whole cluster.
    const near = sharesNodeNetwork(pod) ? [] : this.#isolations.in(pod.manifest.namespace)
    const found = near.filter(isolation => isolation.selects(endpoint))
    this.#selecting.set(pod, found)
    return found
  }

  /** Whether a pod may connect to the peer (`egress`), or the peer to a port of the pod (`ingress`). */
  allows(pod: Pod, direction: Direction, peer: Peer, port: PortQuery): Answer {
    return allOf(this.#pipelinesOf(pod, direction).map(tiers => verdict(tiers, peer, port)))
  }

  /** The addresses outside the pods' network that a pod may connect to for certain, or that may connect to it. */
  admitted(pod: Pod, direction: Direction, port: PortQuery): AddressSet {
    const sets = this.#pipelinesOf(pod, direction).map(tiers => admitted(tiers, port))
    return sets.reduce((left, set) => left.intersect(set))
  }

  /** The rules that decide about a pod, in no order. */
  rules(pod: Pod, direction: Direction): readonly TrafficRule[] {
    return [...new Set(this.#pipelinesOf(pod, direction).flatMap(tiers => tiers.flatMap(({ rules }) => rules)))]
  }

  #pipelinesOf(pod: Pod, direction: Direction): readonly Pipeline[] {
    const known = this.#pipelines.get(pod)?.[direction]
    if (known) return known
    const made = pipelinesOf(this.selecting(pod), direction, pod)
    this.#pipelines.set(pod, { ...this.#pipelines.get(pod), [direction]: made })
    return made
  }
}

/**
 * Whether a pod has its node's network instead of one of its own. Policies pass over such pods.
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods
 */
export const sharesNodeNetwork = ({ spec }: Pod): boolean => spec.hostNetwork === true

/** The first manifest of a kind under each key. */
const firstOf = (
  manifests: readonly Manifest[],
  groupKind: string,
  keyOf: (manifest: Manifest) => string,
): ReadonlyMap<string, Manifest> =>
  new Map(
    manifests
      .filter(manifest => manifest.groupKind === groupKind)
      .map(manifest => [keyOf(manifest), manifest] as const)
      .reverse(),
  )

const accountKey = (namespace: string | undefined, name: string): string => `${namespace ?? ''}/${name}`

function isolationsOf(manifest: Manifest): Isolation[] {
  switch (manifest.groupKind) {
    case 'networking.k8s.io/NetworkPolicy':
      return [kubernetesIsolation(manifest)]
    case 'policy.networking.k8s.io/AdminNetworkPolicy':
    case 'policy.networking.k8s.io/BaselineAdminNetworkPolicy':
      return [adminIsolation(manifest)]
    case 'cilium.io/CiliumNetworkPolicy':
    case 'cilium.io/CiliumClusterwideNetworkPolicy':
      return ciliumIsolations(manifest)
    case 'projectcalico.org/NetworkPolicy':
    case 'projectcalico.org/GlobalNetworkPolicy':
    case 'crd.projectcalico.org/NetworkPolicy':
    case 'crd.projectcalico.org/GlobalNetworkPolicy':
      return calicoIsolations(manifest)
    default:
      return []
  }
}

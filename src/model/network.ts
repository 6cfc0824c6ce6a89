import type { Manifest } from '../parse/manifest.ts'
import { asList } from '../parse/untyped.ts'
import { calicoIsolations } from './calico.ts'
import { ciliumIsolations } from './cilium.ts'
import { type Direction, endpointOf, type Isolation, inSameNamespace, namedDirections } from './endpoint.ts'
import { staysInstalled } from './hooks.ts'
import { selects } from './selectors.ts'
import type { Pod } from './workloads.ts'

/**
 * Which pods the network policies of a set isolate: Kubernetes' own, Cilium's and Calico's. A pod that no policy
 * selects for a direction is open in it. What the manifests do not tell never counts as protection.
 */
export class Network {
  readonly #isolations: readonly Isolation[]
  readonly #namespaces: readonly Manifest[]
  readonly #serviceAccounts: readonly Manifest[]

  constructor(manifests: readonly Manifest[]) {
    this.#isolations = manifests.filter(staysInstalled).flatMap(isolationsOf)
    this.#namespaces = manifests.filter(({ groupKind }) => groupKind === 'core/Namespace')
    this.#serviceAccounts = manifests.filter(({ groupKind }) => groupKind === 'core/ServiceAccount')
  }

  /** The policies that put a pod into default deny for a direction; none: everything is let through. */
  isolating(pod: Pod, direction: Direction): readonly Manifest[] {
    if (sharesNodeNetwork(pod)) return []
    const endpoint = endpointOf(pod, this.#namespaces, this.#serviceAccounts)
    const isolations = this.#isolations.filter(({ directions }) => directions.has(direction))
    return [...new Set(isolations.filter(isolation => isolation.selects(endpoint)).map(({ policy }) => policy))]
  }
}

/**
 * Whether a pod has its node's network instead of one of its own. Policies pass over such pods.
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/#networkpolicy-and-hostnetwork-pods
 */
export const sharesNodeNetwork = ({ spec }: Pod): boolean => spec.hostNetwork === true

function isolationsOf(manifest: Manifest): Isolation[] {
  switch (manifest.groupKind) {
    case 'networking.k8s.io/NetworkPolicy':
      return [kubernetesIsolation(manifest)]
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

/**
 * https://kubernetes.io/docs/reference/kubernetes-api/networking/network-policy-v1/ - a missing `podSelector` is an
 * empty one. Without `policyTypes` it is Ingress, and Egress when there is a rule of it (SetDefaults_NetworkPolicy in
 * kubernetes/kubernetes pkg/apis/networking/v1/defaults.go): `egress: []` or null alone isolates nothing.
 */
function kubernetesIsolation(policy: Manifest): Isolation {
  const selector = policy.get('spec', 'podSelector') ?? {}
  const hasEgressRules = asList(policy.get('spec', 'egress')).length > 0
  const byDefault: readonly Direction[] = hasEgressRules ? ['ingress', 'egress'] : ['ingress']
  return {
    policy,
    directions: new Set(namedDirections(policy.get('spec', 'policyTypes')) ?? byDefault),
    selects: ({ pod }) => inSameNamespace(policy, pod.manifest) && selects(selector, pod.labels),
  }
}

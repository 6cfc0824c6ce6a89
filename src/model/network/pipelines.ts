import type { Pod } from '../pods/workloads.ts'
import { DEFAULT_TIER } from './calico.ts'
import type { Direction, Engine, Isolation } from './endpoint.ts'
import type { Pipeline, Tier, TrafficRule } from './traffic.ts'

/**
 * How the policies that select a pod are asked for a direction. Cilium and Calico read the policies of Kubernetes
 * beside their own; where both are in use, both must let a connection through.
 */
export function pipelinesOf(selecting: readonly Isolation[], direction: Direction, pod: Pod): readonly Pipeline[] {
  const rulesOf = (isolations: readonly Isolation[]): TrafficRule[] =>
    isolations.flatMap(isolation => isolation.rules(direction, pod))
  const of = (engine: Engine): Isolation[] => selecting.filter(isolation => isolation.engine === engine)
  const isolates = (isolations: readonly Isolation[]): boolean =>
    isolations.some(({ directions }) => directions.has(direction))
  const ends = (isolations: readonly Isolation[]): Tier['otherwise'] => (isolates(isolations) ? 'deny' : 'pass')

  const [kubernetes, cilium] = [of('kubernetes'), of('cilium')]
  const calico = of('calico').filter(({ directions }) => directions.has(direction))
  const admin: Tier = { rules: rulesOf(of('admin').sort(inOrder)), otherwise: 'pass' }
  const baseline: Tier = { rules: rulesOf(of('baseline')), otherwise: 'pass' }

  const ciliumTiers = (): Tier[] => {
    const rules = rulesOf(cilium)
    const allowing = rules.filter(({ action }) => action === 'allow')
    return [
      { rules: rules.filter(({ action }) => action === 'deny'), otherwise: 'pass' },
      { rules: [...allowing, ...rulesOf(kubernetes)], otherwise: ends([...cilium, ...kubernetes]) },
    ]
  }
  const calicoTiers = (): Tier[] => {
    const custom = Map.groupBy(
      calico.filter(({ tier }) => tier !== DEFAULT_TIER),
      ({ tier }) => tier ?? '',
    )
    const before = [...custom].sort(([a], [b]) => (a < b ? -1 : 1))
    const inDefault = [...calico.filter(({ tier }) => tier === DEFAULT_TIER), ...kubernetes.map(asCalico)].sort(inOrder)
    return [
      // What a tier of somebody's own does in the end its Tier says, which is not read.
      ...before.map(([, policies]): Tier => ({ rules: rulesOf(policies.sort(inOrder)), otherwise: 'unknown' })),
      { rules: rulesOf(inDefault), otherwise: ends(inDefault) },
    ]
  }
  const engines = [...(calico.length > 0 ? [calicoTiers()] : []), ...(cilium.length > 0 ? [ciliumTiers()] : [])]
  if (engines.length === 0) engines.push([{ rules: rulesOf(kubernetes), otherwise: ends(kubernetes) }])
  return engines.map(tiers => [admin, ...tiers, baseline])
}

/** https://docs.tigera.io/calico/latest/network-policy/get-started/calico-policy/calico-network-policy: their order is 1000. */
const asCalico = (isolation: Isolation): Isolation => ({ ...isolation, order: 1000 })

/** Without an order a policy is the last one; of one order the names decide. */
const inOrder = (a: Isolation, b: Isolation): number => {
  const [first, second] = [a.order ?? Number.POSITIVE_INFINITY, b.order ?? Number.POSITIVE_INFINITY]
  if (first !== second) return first < second ? -1 : 1
  return a.policy.name < b.policy.name ? -1 : a.policy.name > b.policy.name ? 1 : 0
}

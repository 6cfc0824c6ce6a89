import type { Component } from '../model/eso/eso.ts'
import { type AddressSet, PUBLIC_V4, PUBLIC_V6 } from '../model/network/addresses.ts'
import type { Direction, Isolation } from '../model/network/endpoint.ts'
import { LAST_PORT, type Protocol, portEdges, takesPort } from '../model/network/ports.ts'
import type { TrafficRule } from '../model/network/traffic.ts'
import { remember } from '../model/remember.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { joined } from './words.ts'

/** The kinds of network policies that are read, as `group/Kind`. */
export const NAMESPACED_POLICY_KINDS = [
  'networking.k8s.io/NetworkPolicy',
  'cilium.io/CiliumNetworkPolicy',
  'projectcalico.org/NetworkPolicy',
  'crd.projectcalico.org/NetworkPolicy',
] as const
export const POLICY_KINDS = [
  ...NAMESPACED_POLICY_KINDS,
  'policy.networking.k8s.io/AdminNetworkPolicy',
  'policy.networking.k8s.io/BaselineAdminNetworkPolicy',
  'cilium.io/CiliumClusterwideNetworkPolicy',
  'projectcalico.org/GlobalNetworkPolicy',
  'crd.projectcalico.org/GlobalNetworkPolicy',
] as const

/** The operator's workloads. */
export const componentsOf = ({ eso }: World): Component[] => eso.installs.flatMap(({ components }) => components)

/** The operator's workloads that policies isolate for a direction, this one among those that select them. */
export const componentsUnder = (policy: Manifest, direction: Direction, world: World): Component[] =>
  componentsSelectedBy(policy, world).filter(({ pod }) => world.network.isolating(pod, direction).length > 0)

/** The operator's workloads that a policy selects. */
export const componentsSelectedBy = (policy: Manifest, world: World): readonly Component[] => [
  ...(selected(world).get(policy) ?? []),
]

const selected = remember((world: World): ReadonlyMap<Manifest, ReadonlySet<Component>> => {
  const pairs = componentsOf(world).flatMap(component =>
    world.network.selecting(component.pod).map(({ policy }) => ({ policy, component })),
  )
  const groups = Map.groupBy(pairs, ({ policy }) => policy)
  return new Map([...groups].map(([policy, group]) => [policy, new Set(group.map(({ component }) => component))]))
})

/** The rules of a policy that let something through to or from a component. */
export const openingRules = (policy: Manifest, { pod }: Component, direction: Direction, world: World): TrafficRule[] =>
  world.network.rules(pod, direction).filter(rule => rule.policy === policy && rule.action !== 'deny')

/** Whether a set holds most of the internet of one family: a few exceptions make nobody safe. */
export const isMostOfInternet = (set: AddressSet): boolean =>
  [PUBLIC_V4, PUBLIC_V6].some(internet => set.intersect(internet).size * 2n >= internet.size)

/** Ports of one protocol, from the first to the last. */
export interface OpenPorts {
  readonly protocol: Protocol
  readonly first: number
  readonly last: number
}

/** The ports at which a rule lets a component connect to most of the internet, or the other way round. */
export function openToInternet(rule: TrafficRule, { pod }: Component, direction: Direction, world: World): OpenPorts[] {
  const { network } = world
  if (!isMostOfInternet(rule.peers.certain)) return []
  const sets = network.rules(pod, direction).map(({ ports }) => ports)
  return (['TCP', 'UDP'] as const).flatMap(protocol => {
    const edges = portEdges(sets, protocol)
    const open = edges.flatMap((first, i) => {
      const query = { protocol, port: first }
      const isOpen =
        takesPort(rule.ports, query) === 'yes' &&
        isMostOfInternet(network.admitted(pod, direction, query).intersect(rule.peers.certain))
      return isOpen ? { protocol, first, last: (edges[i + 1] ?? LAST_PORT + 1) - 1 } : []
    })
    return merged(open)
  })
}

function merged(ranges: readonly OpenPorts[]): OpenPorts[] {
  const result: OpenPorts[] = []
  for (const range of ranges) {
    const before = result.at(-1)
    if (before && before.last + 1 === range.first) result[result.length - 1] = { ...before, last: range.last }
    else result.push(range)
  }
  return result
}

/** Whether these are all ports of TCP. */
export const isEveryPort = (ports: readonly OpenPorts[]): boolean =>
  ports.some(({ protocol, first, last }) => protocol === 'TCP' && first <= 1 && last === LAST_PORT)

/** The policy that an author would open for a direction: one that has rules for it, else any that isolates. */
export function decidingPolicy({ pod }: Component, direction: Direction, world: World): Isolation | undefined {
  const isolating = world.network.selecting(pod).filter(({ directions }) => directions.has(direction))
  return isolating.find(isolation => isolation.rules(direction, pod).length > 0) ?? isolating[0]
}

/** `the controller, the webhook and the cert-controller`. */
export const rolesText = (components: readonly Component[]): string =>
  joined(ROLES.filter(known => components.some(({ role }) => role === known)).map(role => `the ${role}`))

const ROLES = ['controller', 'webhook', 'cert-controller'] as const

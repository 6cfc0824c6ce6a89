import type { Path } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { type Answer, allOf } from '../answer.ts'
import { AddressSet, EVERY_ADDRESS } from './addresses.ts'
import type { Peer, PeerSet } from './peers.ts'
import { type PortQuery, type PortSet, takesPort } from './ports.ts'

/** One rule of a policy, for one direction. */
export interface TrafficRule {
  readonly policy: Manifest
  /** In the policy. */
  readonly path: Path
  /** `pass` hands the decision to the next tier. */
  readonly action: 'allow' | 'deny' | 'pass'
  readonly peers: PeerSet
  readonly ports: PortSet
}

/** Rules that are asked in their order: the first one that takes the connection decides. */
export interface Tier {
  readonly rules: readonly TrafficRule[]
  /** What holds when none does; `unknown` when the manifests do not tell. */
  readonly otherwise: 'deny' | 'pass' | 'unknown'
}

/** The tiers of one engine, in their order; what passes all of them is let through. */
export type Pipeline = readonly Tier[]

/** Whether a connection is let through. */
export function verdict(tiers: Pipeline, peer: Peer, port: PortQuery): Answer {
  const outcomes = new Set<'allow' | 'deny'>()
  let isReached = true
  for (const { rules, otherwise } of tiers) {
    if (!isReached) break
    let goesOn = true
    isReached = false
    for (const rule of rules) {
      const answer = allOf([takesPort(rule.ports, port), rule.peers.takes(peer)])
      if (answer === 'no') continue
      if (rule.action === 'pass') isReached = true
      else outcomes.add(rule.action)
      goesOn = answer !== 'yes'
      if (!goesOn) break
    }
    if (!goesOn) continue
    if (otherwise !== 'pass') outcomes.add('deny')
    if (otherwise !== 'deny') isReached = true
  }
  if (isReached) outcomes.add('allow')
  if (outcomes.size > 1) return 'unknown'
  return outcomes.has('allow') ? 'yes' : 'no'
}

/** The addresses outside the pods' network to which connections at a port are let through for certain. */
export function admitted(tiers: Pipeline, port: PortQuery): AddressSet {
  const allowed: AddressSet[] = []
  const denied: AddressSet[] = []
  let reaching = EVERY_ADDRESS
  for (const { rules, otherwise } of tiers) {
    let left = reaching
    const passed: AddressSet[] = []
    for (const { action, peers, ports } of rules) {
      const answer = takesPort(ports, port)
      if (answer === 'no') continue
      const place = action === 'pass' ? passed : action === 'allow' ? allowed : denied
      place.push(left.intersect(peers.possible))
      if (answer === 'yes') left = left.minus(peers.certain)
    }
    if (otherwise !== 'pass') denied.push(left)
    if (otherwise !== 'deny') passed.push(left)
    reaching = AddressSet.union(passed)
  }
  return AddressSet.union([...allowed, reaching]).minus(AddressSet.union(denied))
}

import { asList, asMapping, asText, asTexts, isPlaceholder } from '../../parse/untyped.ts'
import type { Answer } from '../answer.ts'
import { AddressSet, EVERY_V4, EVERY_V6, PRIVATE, PUBLIC } from './addresses.ts'
import { atAddresses, EVERYONE, NOBODY, named, type Peer, type PeerSet, SOMEBODY, THE_API_SERVER } from './peers.ts'

/**
 * A CIDR block with exceptions, or a reference to a group of them. Pods and nodes are not taken by their address:
 * https://docs.cilium.io/en/stable/security/policy/language/#ip-cidr-based
 */
export function ciliumBlock(value: unknown): PeerSet {
  const { cidr, except } = asMapping(value) ?? {}
  const isOpen = [value, cidr, except, ...asList(except)].some(isPlaceholder)
  const block = AddressSet.parse(asText(cidr) ?? '')
  if (isOpen || !block) return isOpen || cidr === undefined ? SOMEWHERE : NOBODY
  const set = atAddresses(block.minus(AddressSet.of(...asTexts(except))), 'no')
  return { ...set, takes: peer => (isApiServer(peer) ? weaker(set.takes(peer)) : set.takes(peer)) }
}

/** An address that the manifests do not tell. */
export const SOMEWHERE: PeerSet = { ...SOMEBODY, takes: peer => (peer.kind === 'pod' ? 'no' : 'unknown') }

const isApiServer = (peer: Peer): boolean => peer.kind === 'address' && peer.isApiServer === true
const weaker = (answer: Answer): Answer => (answer === 'yes' ? 'unknown' : answer)

/** https://docs.cilium.io/en/stable/security/policy/language/#entities-based */
export function ciliumEntity(value: unknown): PeerSet {
  switch (value) {
    case 'all':
      return EVERYONE
    case 'world':
      return outside(AddressSet.union([EVERY_V4, EVERY_V6]))
    case 'world-ipv4':
      return outside(EVERY_V4)
    case 'world-ipv6':
      return outside(EVERY_V6)
    case 'cluster':
      return { ...ON_NODES, takes: peer => (peer.kind === 'pod' ? 'yes' : ON_NODES.takes(peer)) }
    case 'host':
    case 'remote-node':
      return ON_NODES
    case 'kube-apiserver':
      return THE_API_SERVER
    case 'health':
    case 'ingress':
    case 'init':
    case 'none':
      return NOBODY
    default:
      return SOMEBODY
  }
}

/** What is no part of the cluster. Whether a private address belongs to a node nobody tells. */
const outside = (family: AddressSet): PeerSet => {
  const certain = family.minus(PRIVATE)
  return {
    certain,
    possible: family,
    takes: peer => {
      if (peer.kind === 'pod') return 'no'
      if (peer.isApiServer) return 'unknown'
      if (peer.name !== undefined && family.covers(EVERY_V4)) return 'yes'
      return certain.covers(peer.within) ? 'yes' : family.meets(peer.within) ? 'unknown' : 'no'
    },
  }
}

/** The cluster's machines, at private addresses that nobody tells. */
const ON_NODES: PeerSet = {
  certain: AddressSet.none,
  possible: PRIVATE,
  takes: peer => {
    if (peer.kind === 'pod') return 'no'
    if (peer.isApiServer) return 'unknown'
    return peer.name === undefined && peer.within.meets(PRIVATE) && !peer.within.meets(PUBLIC) ? 'unknown' : 'no'
  },
}

/** An entry of `toFQDNs`. Between dots `*` takes any letters, `**` takes dots as well, and alone they take every name. */
export function ciliumName(value: unknown): PeerSet {
  const entry = asMapping(value) ?? {}
  if ([value, entry.matchName, entry.matchPattern].some(isPlaceholder)) return SOMEWHERE
  const name = asText(entry.matchName)
  if (name !== undefined) return named(asked => clean(asked) === clean(name), false)
  const pattern = asText(entry.matchPattern)
  return pattern === undefined ? NOBODY : matchingNames(pattern)
}

/** More stars than anybody needs would make the matching slow. */
const MOST_STARS = 4

/** Names that a pattern takes. */
export function matchingNames(pattern: string): PeerSet {
  if (pattern.split(/\*+/).length > MOST_STARS + 1) return SOMEWHERE
  const expression = clean(pattern)
    .replace(/[.+?^${}()|[\]\\]/g, '\\$&')
    .replace(/\*+/g, stars => (stars.length > 1 ? '.*' : '[-\\w]*'))
  const matcher = new RegExp(`^${expression}$`)
  return named(name => matcher.test(clean(name)), /^\*+\.?$/.test(pattern))
}

const clean = (name: string): string => name.toLowerCase().replace(/\.$/, '')

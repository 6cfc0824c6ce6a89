import { type Answer, allOf, answerOf, anyOf, not } from '../answer.ts'
import { AddressSet, EVERY_ADDRESS, PRIVATE } from './addresses.ts'
import type { KnownLabels } from './endpoint.ts'

/** Another pod, as far as it is known. */
export interface PodPeer {
  readonly kind: 'pod'
  readonly namespace: string
  readonly namespaceLabels: KnownLabels
  readonly labels: KnownLabels
}

/** Something with an address of its own, which is no more than known to lie within a set. */
export interface AddressPeer {
  readonly kind: 'address'
  readonly within: AddressSet
  /** The name it is looked up by. */
  readonly name?: string
  readonly isApiServer?: true
  /** It might be a Service, so that selectors of pods may take it. */
  readonly mayBePod?: true
}

/** The other end of a connection. */
export type Peer = PodPeer | AddressPeer

/** Who a rule of a policy is about. */
export interface PeerSet {
  /** Addresses outside the pods' network: those it takes for certain, and those it may take. */
  readonly certain: AddressSet
  readonly possible: AddressSet
  takes(peer: Peer): Answer
}

export const EVERYONE: PeerSet = { certain: EVERY_ADDRESS, possible: EVERY_ADDRESS, takes: () => 'yes' }
export const NOBODY: PeerSet = { certain: AddressSet.none, possible: AddressSet.none, takes: () => 'no' }
/** Somebody, but the manifests do not tell who. */
export const SOMEBODY: PeerSet = { certain: AddressSet.none, possible: EVERY_ADDRESS, takes: () => 'unknown' }

/** The API server and nobody else, wherever it is. */
export const THE_API_SERVER: PeerSet = {
  ...NOBODY,
  takes: peer => answerOf(peer.kind === 'address' && peer.isApiServer === true),
}

/**
 * Whoever has one of these addresses. Whether a block takes pods by their address depends on the engine:
 * https://kubernetes.io/docs/concepts/services-networking/network-policies/#behavior-of-ipblock-selectors
 */
export const atAddresses = (set: AddressSet, takesPods: Answer = podsWithin(set)): PeerSet => ({
  certain: set,
  possible: set,
  takes: peer => (peer.kind === 'pod' ? takesPods : within(set, peer)),
})

const podsWithin = (set: AddressSet): Answer => (set.meets(PRIVATE) ? 'unknown' : 'no')

function within(set: AddressSet, peer: AddressPeer): Answer {
  if (set.covers(peer.within)) return 'yes'
  return set.meets(peer.within) ? 'unknown' : 'no'
}

/** Pods for which `selects` holds. Selectors by name seldom take the API server, which runs on its node's network. */
export const podsThat = (selects: (pod: PodPeer) => Answer): PeerSet => ({
  ...NOBODY,
  takes: peer => {
    if (peer.kind === 'pod') return selects(peer)
    if (peer.isApiServer) return anyOf(API_SERVER_PODS.map(selects)) === 'no' ? 'no' : 'unknown'
    return peer.mayBePod ? 'unknown' : 'no'
  },
})

/** A pod of a namespace of which nothing but its name is known. */
export const somePodIn = (namespace: string): PodPeer => ({
  kind: 'pod',
  namespace,
  namespaceLabels: partlyKnown({ 'kubernetes.io/metadata.name': namespace }),
  labels: partlyKnown({}),
})

const partlyKnown = (labels: Readonly<Record<string, string>>): KnownLabels => ({
  labels,
  knows: key => Object.hasOwn(labels, key),
})

const API_SERVER_PODS = ['kube-system', 'default', 'openshift-kube-apiserver'].map(somePodIn)

/** A pod of a namespace that no policy knows, with no labels: whoever can start a pod anywhere. */
export const STRANGER: PodPeer = {
  kind: 'pod',
  // No namespace can be called so.
  namespace: '(any)',
  namespaceLabels: { labels: { 'kubernetes.io/metadata.name': '(any)' }, knows: () => true },
  labels: { labels: {}, knows: () => true },
}

/** Whoever one of these takes. */
export const either = (sets: readonly PeerSet[]): PeerSet => {
  const certain = AddressSet.union(sets.map(set => set.certain))
  const possible = AddressSet.union(sets.map(set => set.possible))
  return {
    certain,
    possible,
    takes: peer => {
      const answer = anyOf(sets.map(set => set.takes(peer)))
      if (answer !== 'unknown' || peer.kind === 'pod' || peer.isApiServer) return answer
      // Two halves of the internet are the internet.
      return certain.covers(peer.within) ? 'yes' : 'unknown'
    },
  }
}

/** Whom all of these take. */
export const all = (sets: readonly PeerSet[]): PeerSet => ({
  certain: sets.reduce((left, { certain }) => left.intersect(certain), EVERY_ADDRESS),
  possible: sets.reduce((left, { possible }) => left.intersect(possible), EVERY_ADDRESS),
  takes: peer => allOf(sets.map(set => set.takes(peer))),
})

/** Whom it does not take. */
export const others = (set: PeerSet): PeerSet => ({
  certain: EVERY_ADDRESS.minus(set.possible),
  possible: EVERY_ADDRESS.minus(set.certain),
  takes: peer => not(set.takes(peer)),
})

/** What `set` would take, were it known: nobody for certain. */
export const perhaps = (set: PeerSet): PeerSet => ({
  certain: AddressSet.none,
  possible: set.possible,
  takes: peer => (set.takes(peer) === 'no' ? 'no' : 'unknown'),
})

/** Whoever is looked up by one of these names; `isEverything` for a pattern that takes every name. */
export const named = (matches: (name: string) => boolean, isEverything: boolean): PeerSet =>
  isEverything
    ? { ...EVERYONE, takes: peer => answerOf(peer.kind === 'address') }
    : {
        ...NOBODY,
        takes: peer => {
          if (peer.kind === 'pod') return 'no'
          if (peer.name !== undefined) return answerOf(matches(peer.name))
          return peer.isApiServer ? 'unknown' : 'no'
        },
      }

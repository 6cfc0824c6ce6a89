import { STORE_KINDS } from '../model/eso/eso.ts'
import { AddressSet, EVERY_ADDRESS, LINK_LOCAL, PRIVATE } from '../model/network/addresses.ts'
import { type Peer, somePodIn } from '../model/network/peers.ts'
import { remember } from '../model/remember.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { type EndpointInUse, endpointsOf } from './endpoints.ts'
import type { Related } from './rule.ts'

/** A server that a store names. */
export interface ProviderPeer {
  readonly store: Manifest
  /** Of the field that names it, in the store. */
  readonly path: Related['path']
  readonly host: string
  readonly peer: Peer
  /** Undefined for a Service, whose port need not be the pod's. */
  readonly port: number | undefined
}

/** The servers that the stores of a set name; what is filled in later, or a provider's default, is left out. */
export const providerPeers = remember((world: World): readonly ProviderPeer[] =>
  STORE_KINDS.flatMap(kind => world.of(kind)).flatMap(store =>
    endpointsOf(store, world)
      .filter(({ path }) => path.length > PROVIDER_DEPTH)
      .map(endpoint => ({ store, path: endpoint.path, host: endpoint.host, ...peerOf(endpoint) })),
  ),
)

/** `spec.provider.<name>`: where an address stands that nobody wrote. */
const PROVIDER_DEPTH = 3

function peerOf({
  host,
  scheme,
  port = scheme === 'http' ? 80 : 443,
  isLocal,
}: EndpointInUse): Pick<ProviderPeer, 'peer' | 'port'> {
  const literal = AddressSet.parse(host)
  if (literal) return { port, peer: atAddress(literal) }
  if (/^kubernetes(?:\.default(?:\.svc(?:\..*)?)?)?$/.test(host)) return { port: undefined, peer: API_SERVER }
  const [, namespace] = /^[^.]+\.([^.]+)\.svc(?:\.|$)/.exec(host) ?? []
  if (namespace !== undefined) return { port: undefined, peer: somePodIn(namespace) }
  const peer: Peer = { kind: 'address', within: SOMEWHERE, name: host }
  return { port, peer: isLocal ? { ...peer, mayBePod: true } : peer }
}

/** A private address may be a Service's. */
const atAddress = (within: AddressSet): Peer =>
  within.meets(PRIVATE) ? { kind: 'address', within, mayBePod: true } : { kind: 'address', within }

/** Even a public name may lead to a private address: clouds have such endpoints for their services. */
const SOMEWHERE = EVERY_ADDRESS.minus(LINK_LOCAL)
export const API_SERVER: Peer = { kind: 'address', within: SOMEWHERE, isApiServer: true }

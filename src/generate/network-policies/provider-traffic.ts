import { type EndpointInUse, endpointsOf } from '../../check/endpoints.ts'
import { usesProxy } from '../../check/required-traffic.ts'
import { controllersFor } from '../../check/token-rights.ts'
import { joined, shortened } from '../../check/words.ts'
import { type Component, isGenerator } from '../../model/eso/eso.ts'
import { parseAddress } from '../../model/network/hosts.ts'
import { environmentOf } from '../../model/pods/workloads.ts'
import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { serviceHosts } from '../../providers/service-hosts.ts'
import { CONNECTED_KINDS, connectedOf, providerOf, titleOf } from '../../providers/store.ts'
import { metadataAt } from './metadata.ts'
import { isHostName } from './names.ts'
import { type Opening, type Party, tcp } from './opening.ts'
import { serviceAt } from './services.ts'
import { blockOf, hasUnreadAddress, isRefused, REFUSED } from './store-addresses.ts'

/** What a controller needs for the stores and generators it works on. */
export interface ProviderTraffic {
  readonly openings: readonly Opening[]
  readonly notes: readonly string[]
}

/** The servers of all stores and generators that a controller of the set works on, each once. */
export function providerTraffic(controller: Component, world: World): ProviderTraffic {
  const proxy = proxyOf(controller)
  const found = CONNECTED_KINDS.flatMap(kind => world.of(kind))
    .filter(manifest => isWorkedOnBy(controller, manifest, world))
    .map(manifest => openingsFor(manifest, world))
  const direct = found.flatMap(({ openings }) => openings)
  // Whoever goes through a proxy goes past it only to what is near.
  const openings = proxy ? [proxy, ...direct.filter(({ parties: [{ kind }] }) => kind !== 'host')] : direct
  return { openings: merged(openings), notes: found.flatMap(({ notes }) => notes) }
}

/** Of a ClusterSecretStore, and of one whose namespace or controller is filled in later, every controller may. */
function isWorkedOnBy(controller: Component, manifest: Manifest, world: World): boolean {
  if (manifest.namespace === undefined) return true
  return controllersFor(manifest, manifest.namespace, world)?.includes(controller) ?? true
}

function openingsFor(manifest: Manifest, world: World): ProviderTraffic {
  const connected = connectedOf(manifest)
  const who = `${manifest.kind} ${manifest.namespace === undefined ? '' : `${manifest.namespace}/`}${manifest.name}`
  if (!connected) return { openings: [], notes: [unknownHosts(who)] }
  if (isUnapproved(manifest, world))
    return {
      openings: [],
      notes: [`${who} is of a provider that allowedProviders of the config does not name: its servers stay closed`],
    }
  const written = endpointsOf(manifest, world)
  const refused = written.filter(endpoint => isRefused(endpoint, world))
  const hosts = serviceHosts(connected)
  const isUnknown = hasUnreadAddress(connected) || (written.length === 0 && hosts === undefined)
  return {
    openings: [
      ...written.filter(endpoint => !refused.includes(endpoint)).flatMap(found => openingAt(found, who, world)),
      ...publicOpening(hosts ?? [], who),
      ...metadataAt(connected).map(found => ({ purpose: `${who}, which signs in as the pod`, ...found })),
    ],
    notes: [
      ...(isUnknown ? [unknownHosts(`${who} (${titleOf(connected)})`)] : []),
      ...refused.map(({ host }) => `${who} names ${host}, which stays closed: ${REFUSED}`),
    ],
  }
}

const isUnapproved = (manifest: Manifest, { config: { allowedProviders } }: World): boolean => {
  const provider = allowedProviders && !isGenerator(manifest) ? providerOf(manifest) : undefined
  return provider !== undefined && !allowedProviders?.includes(provider.name)
}

const unknownHosts = (who: string): string =>
  `which servers ${who} speaks to is not known: add an egress rule for them, or it stops working`

function publicOpening(names: readonly string[], purpose: string): Opening[] {
  const [first, ...others] = names.map((name): Party => ({ kind: 'host', name, isLocal: false }))
  return first ? [{ purpose, parties: [first, ...others], ports: [tcp(443)] }] : []
}

/** None for the API server, which a controller reaches anyway. */
function openingAt(endpoint: EndpointInUse, purpose: string, world: World): Opening[] {
  const { host, scheme, isLocal, port = scheme === 'http' ? 80 : 443 } = endpoint
  const block = blockOf(host)
  if (block !== undefined) return [{ purpose, parties: [{ kind: 'blocks', blocks: [block] }], ports: [tcp(port)] }]
  const service = serviceAt(host, port, world)
  if (service === 'api-server') return []
  if (service) return [{ purpose, ...service }]
  return isHostName(host) ? [{ purpose, parties: [{ kind: 'host', name: host, isLocal }], ports: [tcp(port)] }] : []
}

/** The proxy that the environment of a controller names. */
function proxyOf(controller: Component): Opening | undefined {
  if (!usesProxy(controller)) return undefined
  const given = environmentOf(controller.pod, controller.container).find(({ name }) => /^https_proxy$/i.test(name))
  const address = parseAddress(given?.value ?? '')
  const block = address && blockOf(address.host)
  if (!address || (block === undefined && !isHostName(address.host))) return undefined
  const party: Party = block ? { kind: 'blocks', blocks: [block] } : { kind: 'host', name: address.host, isLocal: true }
  return {
    purpose: 'the proxy',
    parties: [party],
    ports: [tcp(address.port ?? (address.scheme === 'https' ? 443 : 80))],
  }
}

/** One opening for each party and its ports, with all that it is for. */
function merged(openings: readonly Opening[]): Opening[] {
  const groups = Map.groupBy(openings, ({ parties, ports }) => JSON.stringify([parties, ports]))
  return [...groups.values()].flatMap(group => {
    const [first] = group
    if (!first) return []
    const purposes = [...new Set(group.map(({ purpose }) => purpose))].sort()
    return { ...first, purpose: joined(shortened(purposes, 5)) }
  })
}

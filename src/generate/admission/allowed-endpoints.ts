import { type EndpointInUse, endpointsOf } from '../../check/endpoints.ts'
import { STORE_KINDS } from '../../model/eso/eso.ts'
import { parseAddress } from '../../model/network/hosts.ts'
import type { World } from '../../model/world.ts'
import type { Manifest } from '../../parse/manifest.ts'
import type { EndpointField } from '../../providers/connection.ts'
import { placesOf } from '../../providers/fields.ts'
import { CONNECTED_KINDS, connectedOf } from '../../providers/store.ts'
import { BLOCKS, type Block, inBlock } from './blocks.ts'
import { lines, optional, text } from './cel.ts'
import { ALL_GENERATORS, ON_WRITTEN_SPEC, type Policy, type PolicyMaker, STORES, type Validation } from './policy.ts'

/** Stores and generators may speak to hosts that the config allows, else to those in use, and with TLS. */
export const allowedEndpoints: PolicyMaker = world => {
  const { hosts, origin } = allowed(world)
  const notes =
    hosts === undefined ? [`the hosts that stores may speak to are not held to a list: ${origin}`] : undefined
  return {
    ...(notes && { notes }),
    policy: {
      id: 'eso-allowed-endpoints',
      comment: [
        hosts === undefined
          ? `Stores and generators must not speak plain HTTP. Hosts are not held to a list: ${origin}.`
          : `Stores and generators may speak to these hosts only: ${origin}. They must not speak plain HTTP.`,
        'Addresses that follow from a region, a tenant or another part of a name are not seen here.',
        'cleartext: hosts inside of the cluster that the set speaks plain HTTP to today.',
      ],
      kinds: [...STORES, ...ALL_GENERATORS],
      ...ON_WRITTEN_SPEC,
      settings: [
        ...(hosts === undefined ? [] : [{ name: 'hosts', value: hosts }]),
        { name: 'cleartext', value: cleartextHosts(world) },
      ],
      variables: [
        { name: 'endpoints', expression: lines('[', BLOCKS.flatMap(fieldsOf), ']') },
        {
          name: 'addresses',
          expression: "variables.endpoints.filter(o, o.hasValue()).map(o, string(o.value()).trim()).filter(a, a != '')",
        },
        { name: 'spoken', expression: hostsOf('variables.addresses') },
        {
          name: 'open',
          expression: hostsOf("variables.addresses.filter(a, a.lowerAscii().startsWith('http://'))"),
        },
        ...(hosts === undefined
          ? []
          : [{ name: 'refused', expression: `variables.spoken.filter(h, !${isIn('h', 'hosts')})` }]),
      ],
      validations: [...(hosts === undefined ? [] : [ALLOWED]), WITH_TLS],
      action: 'deny',
      holds: [
        ...(hosts === undefined ? [] : [{ id: 'unapproved-endpoint' }]),
        { id: 'cleartext-endpoint', severities: ['critical'] },
      ],
      ...examplesFor(hosts),
    },
  }
}

const ALLOWED: Validation = {
  expression: 'size(variables.refused) == 0',
  message: "'endpoint host not allowed: ' + variables.refused.join(', ')",
}
const WITH_TLS: Validation = {
  expression: 'variables.open.all(h, h in variables.cleartext)',
  message: "'endpoint without TLS: ' + variables.open.join(', ')",
}

/** The optionals of a block's addresses, with the provider's own where they are left out. */
const fieldsOf = (block: Block): string[] =>
  (block.connection.endpoints ?? [])
    .filter(({ form }) => form !== 'part')
    .map(endpoint => inBlock(block, fieldOf(block, endpoint), 'optional.none()'))

const fieldOf = ({ base }: Block, { field, default: fallback }: EndpointField): string =>
  fallback === undefined
    ? optional(base, field)
    : `${base}.optMap(b, ${optional('b', field)}.orValue(${text(fallback)}))`

/** As parseAddress reads them: what stands between the scheme and the path, without credentials and port. */
const hostsOf = (addresses: string): string =>
  `${addresses}.map(a, (a.contains('://') ? a.split('://', 2)[1] : a).split('/')[0].split('?')[0].split('#')[0])` +
  ".map(a, isURL('https://' + a) ? url('https://' + a).getHostname().lowerAscii() : '(no host in ' + a + ')')" +
  ".map(h, h.endsWith('.') ? h.substring(0, size(h) - 1) : h)"

/** As isHostIn compares them. */
const isIn = (host: string, setting: string): string =>
  `variables.${setting}.exists(p, ${host} == p || (p.startsWith('*.') && ${host}.endsWith(p.substring(1))))`

function allowed(world: World): { hosts?: readonly string[]; origin: string } {
  const given = world.config.allowedEndpoints
  if (given?.length === 0) return { origin: 'allowedEndpoints of the config is empty' }
  if (given) return { hosts: sorted(given.map(host => host.toLowerCase())), origin: 'allowedEndpoints of the config' }
  const connected = CONNECTED_KINDS.flatMap(kind => world.of(kind))
  if (!connected.every(isKnown)) return { origin: 'some are filled in later' }
  const hosts = sorted(connected.flatMap(manifest => endpointsOf(manifest, world).map(({ host }) => host)))
  return hosts.length > 0 ? { hosts, origin: 'those that the set speaks to' } : { origin: 'the set names none' }
}

/** Whether all addresses of a store or generator can be read. */
function isKnown(manifest: Manifest): boolean {
  const connected = connectedOf(manifest)
  if (!connected) return !(STORE_KINDS as readonly string[]).includes(manifest.groupKind)
  return (connected.known?.endpoints ?? [])
    .filter(({ form }) => form !== 'part')
    .flatMap(({ field }) => placesOf(connected.config, field))
    .every(({ value }) => value === '' || (typeof value === 'string' && parseAddress(value) !== undefined))
}

const cleartextHosts = (world: World): string[] =>
  sorted(
    CONNECTED_KINDS.flatMap(kind => world.of(kind))
      .flatMap(manifest => endpointsOf(manifest, world))
      .filter(({ scheme, isLocal }: EndpointInUse) => scheme === 'http' && isLocal)
      .map(({ host }) => host),
  )

const sorted = (hosts: readonly string[]): string[] => [...new Set(hosts)].sort()

function examplesFor(hosts: readonly string[] | undefined): Pick<Policy, 'examples'> {
  const host = hosts?.[0]?.replace(/^\*\./, 'any.') ?? 'vault.example.com'
  return { examples: { admitted: vaultAt(`https://${host}`), refused: vaultAt('http://vault.elsewhere.example') } }
}

const vaultAt = (server: string) => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'SecretStore',
  metadata: { name: 'vault', namespace: 'shop' },
  spec: { provider: { vault: { server, auth: { kubernetes: { mountPath: 'kubernetes', role: 'shop' } } } } },
})

import type { EndpointInUse } from '../../check/endpoints.ts'
import { AddressSet, LINK_LOCAL } from '../../model/network/addresses.ts'
import { isHostIn, parseAddress } from '../../model/network/hosts.ts'
import type { World } from '../../model/world.ts'
import { asText } from '../../parse/untyped.ts'
import { placesOf } from '../../providers/fields.ts'
import type { Connected } from '../../providers/store.ts'
import { isHostName } from './names.ts'

/** A single address as a block; undefined for a name. */
export function blockOf(address: string): string | undefined {
  if (address.includes('/') || !AddressSet.parse(address)) return undefined
  return `${address}/${address.includes(':') ? 128 : 32}`
}

/** Why an address is refused. */
export const REFUSED = 'it is the machine itself or its metadata service, or not among allowedEndpoints of the config'

/** Whoever writes a store must not thereby open a way that the config forbids, or one to the credentials of the node. */
export function isRefused({ host }: EndpointInUse, { config: { allowedEndpoints } }: World): boolean {
  const address = AddressSet.parse(host)
  if (host === 'localhost' || (address && OWN.meets(address))) return true
  return allowedEndpoints !== undefined && !isHostIn(host, allowedEndpoints)
}

const OWN = AddressSet.union([
  LINK_LOCAL,
  AddressSet.of('0.0.0.0/8', '127.0.0.0/8', '::/127', '::ffff:0:0/96', 'fd00:ec2::254'),
])

/** Whether an address is filled in later, or none that a host could have. */
export const hasUnreadAddress = ({ known, config }: Connected): boolean =>
  (known?.endpoints ?? []).some(
    ({ field, form }) =>
      form !== 'part' &&
      placesOf(config, field).some(({ value }) => !isReadable(parseAddress(asText(value) ?? '')?.host ?? '')),
  )

const isReadable = (host: string): boolean => blockOf(host) !== undefined || isHostName(host)

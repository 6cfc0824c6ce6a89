import type { Path } from '../finding.ts'
import { type Address, isClusterLocal, parseAddress } from '../model/network/hosts.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asText } from '../parse/untyped.ts'
import { placesOf } from '../providers/fields.ts'
import { type Connected, connectedOf } from '../providers/store.ts'

/** An address that a store or generator speaks to. */
export interface EndpointInUse extends Address {
  /** Of the field, or of the block where the address is the provider's default. */
  readonly path: Path
  /** As it is spoken to: `https` where the operator puts it in front. */
  readonly scheme: string | undefined
  /** Inside the cluster or its private network. */
  readonly isLocal: boolean
}

/** The addresses of a store or generator that are known: written in it, or the provider's default. */
export function endpointsOf(manifest: Manifest, world: World): EndpointInUse[] {
  const connected = connectedOf(manifest)
  if (!connected) return []
  const isNamespace = (name: string): boolean => world.isNamespace(name)
  return addressesOf(connected).map(({ path, address }) => ({
    ...address,
    path,
    isLocal: isClusterLocal(address.host, isNamespace),
  }))
}

function addressesOf({ known, path, config }: Connected): { path: Path; address: Address }[] {
  return (known?.endpoints ?? []).flatMap(({ field, form, default: fallback }) => {
    if (form === 'part') return []
    const given = placesOf(config, field)
    const written = given.length > 0 ? given : fallback === undefined ? [] : [{ path: [], value: fallback }]
    return written.flatMap(place => {
      const address = parseAddress(asText(place.value) ?? '')
      if (!address) return []
      const scheme = address.scheme ?? (form === 'host' ? 'https' : undefined)
      return { path: [...path, ...place.path], address: { ...address, scheme } }
    })
  })
}

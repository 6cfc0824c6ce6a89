import { remember } from '../model/remember.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { credentialsNamedBy, isNamed, type NamedCredential } from '../providers/named.ts'
import { CONNECTED_KINDS } from '../providers/store.ts'

/** The credentials that stores and generators of the set read from a Secret. */
export const credentialsIn = (secret: Manifest, world: World): NamedCredential[] =>
  (byName(world).get(secret.name) ?? []).filter(named => isNamed(named, secret))

const byName = remember((world: World): ReadonlyMap<string, readonly NamedCredential[]> => {
  const manifests: Manifest[] = CONNECTED_KINDS.flatMap(kind => world.of(kind))
  return Map.groupBy(manifests.flatMap(credentialsNamedBy), ({ name }) => name)
})

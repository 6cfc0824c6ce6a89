import { remember } from '../model/remember.ts'
import type { World } from '../model/world.ts'
import type { Manifest } from '../parse/manifest.ts'
import { isPlaceholder, valueAt } from '../parse/untyped.ts'
import type { AmbientIdentity } from '../providers/connection.ts'
import { hasValue, isSet, keysOf } from '../providers/fields.ts'
import { CONNECTED_KINDS, type Connected, connectedOf } from '../providers/store.ts'
import { teamsOfNamespace } from './teams.ts'

/** How a store or generator signs in as the controller's pod; undefined when it has a way of its own, or may have. */
export const ambientIdentity = (connected: Connected): AmbientIdentity | undefined =>
  ambientWay(connected, when => hasValue(connected.config, when))

/** Whether it does, or may once what decides it is filled in. */
export const maySignInAsPod = (connected: Connected): boolean =>
  ambientWay(
    connected,
    when => hasValue(connected.config, when) || isPlaceholder(valueAt(connected.config, keysOf(when.field))),
  ) !== undefined

const ambientWay = (
  { known, config }: Connected,
  holds: (when: NonNullable<AmbientIdentity['when']>) => boolean,
): AmbientIdentity | undefined =>
  known?.ambient?.find(
    ({ field, when, unless }) =>
      (field === undefined || isSet(config, field)) &&
      (!when || holds(when)) &&
      !unless.some(other => isSet(config, other)),
  )

/**
 * Who shares this identity by namespaced stores and generators of the set: the teams of the config, and the namespaces
 * that are in none of them.
 */
export const tenantsOf = ({ as }: AmbientIdentity, world: World): readonly string[] => tenants(world).get(as) ?? []

/** By the identity they share. */
const tenants = remember((world: World): ReadonlyMap<string, readonly string[]> => {
  const users = CONNECTED_KINDS.flatMap(kind => world.of(kind)).flatMap(manifest => {
    const connected = connectedOf(manifest)
    const as = connected && ambientIdentity(connected)?.as
    const tenant = tenantOf(manifest, world)
    return as === undefined || tenant === undefined ? [] : { as, tenant }
  })
  const groups = Map.groupBy(users, ({ as }) => as)
  return new Map([...groups].map(([as, group]) => [as, [...new Set(group.map(({ tenant }) => tenant))].sort()]))
})

function tenantOf({ namespace }: Manifest, world: World): string | undefined {
  if (namespace === undefined) return undefined
  const [team] = teamsOfNamespace(namespace, world)
  return team ? `team ${team.name}` : `namespace ${namespace}`
}

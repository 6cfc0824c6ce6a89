import type { Manifest } from '../parse/manifest.ts'
import { ByNamespace } from './by-namespace.ts'
import { remember } from './remember.ts'
import type { World } from './world.ts'

type ByName = ReadonlyMap<string, ByNamespace<Manifest>>

const indexes = remember((_: World) => new Map<string, ByName>())

/** The manifests of a `group/Kind` with this name, as far as they may be in the namespace; in the order of the world. */
export function namedIn(
  world: World,
  groupKind: string,
  name: string,
  namespace: string | undefined,
): readonly Manifest[] {
  const known = indexes(world).get(groupKind) ?? byName(world.of(groupKind))
  indexes(world).set(groupKind, known)
  return known.get(name)?.maybeIn(namespace) ?? []
}

const byName = (manifests: readonly Manifest[]): ByName =>
  new Map(
    [...Map.groupBy(manifests, ({ name }) => name)].map(([name, group]) => [
      name,
      new ByNamespace(group, ({ namespace }) => namespace),
    ]),
  )

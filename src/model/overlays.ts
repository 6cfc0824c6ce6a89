import type { Manifest } from '../parse/manifest.ts'
import type { PlainPart } from '../render/part.ts'

/** The builds of kustomizations of which only one can be in a cluster, a group each. */
export const alternativesAmong = (parts: readonly PlainPart[]): PlainPart[][] =>
  [...Map.groupBy(parts, ({ overlay }) => overlay?.group)].flatMap(([group, members]) =>
    group === undefined || members.length < 2 ? [] : [members],
  )

/** Manifests without those that several kustomizations build alike; of these, the first one stands for the others. */
export function withoutCopies(manifests: readonly Manifest[]) {
  const built = manifests.filter(({ composition }) => composition !== undefined)
  const same = Map.groupBy(built, ({ groupKind, namespace, name }) =>
    JSON.stringify([groupKind, namespace ?? null, name]),
  )
  const copies = new Map<Manifest, Manifest[]>()
  for (const namesakes of [...same.values()].filter(({ length }) => length > 1))
    for (const [first, ...others] of Map.groupBy(namesakes, ({ body }) => JSON.stringify(body)).values())
      if (first && others.length > 0) copies.set(first, others)
  const left = new Set([...copies.values()].flat())
  return { manifests: manifests.filter(manifest => !left.has(manifest)), copies }
}

/** What several clusters build of one document belongs to all of them; to every cluster, where nobody says to which a build does. */
export function claimsOfBuilt(
  claims: ReadonlyMap<Manifest, readonly string[]>,
  parts: readonly PlainPart[],
): Map<Manifest, readonly string[]> {
  const built = parts.flatMap(({ manifests }) => manifests.filter(({ composition }) => composition !== undefined))
  const all = new Map(claims)
  for (const manifests of Map.groupBy(built, ({ source }) => source).values()) {
    const named = manifests.map(manifest => claims.get(manifest))
    const clusters = named.includes(undefined) ? undefined : [...new Set(named.flatMap(claim => claim ?? []))].sort()
    for (const manifest of manifests) clusters ? all.set(manifest, clusters) : all.delete(manifest)
  }
  return all
}

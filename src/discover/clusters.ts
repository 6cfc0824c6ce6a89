import { matchesGlob } from 'node:path'
import type { LoadedConfig } from '../config/config.ts'
import { suggestion } from '../errors.ts'
import { relativeTo } from '../io/files.ts'
import type { Release } from './discover.ts'

/** The cluster of everything where the config names none, and the variant of a release that has one set of values. */
export const DEFAULT = 'default'

/** The clusters that something is said to belong to; undefined when none is: then it is shared, and in every cluster. */
export type Claim = readonly string[] | undefined

/** The clusters whose `paths` hold an absolute path. */
export function claimOf(path: string, { folder, clusters = {} }: LoadedConfig): Claim {
  const here = relativeTo(folder, path)
  const names = Object.entries(clusters).flatMap(([name, { paths = [] }]) =>
    paths.some(glob => holds(glob, here)) ? name : [],
  )
  return names.length > 0 ? names : undefined
}

function holds(text: string, path: string): boolean {
  const glob = text.replace(/^\.\//, '').replace(/\/+$/, '')
  return glob === '.' || glob === '' || matchesGlob(path, glob) || matchesGlob(path, `${glob}/**`)
}

/** The clusters that something is known of. One whose `paths` hold nothing that is looked at is none of them. */
export function clusterNames({ clusters = {} }: LoadedConfig, claims: readonly Claim[]): readonly string[] {
  const claimed = new Set(claims.flatMap(claim => claim ?? []))
  const declared = Object.keys(clusters).filter(name => claimed.has(name) || !clusters[name]?.paths)
  const names = [...new Set([...declared, ...claimed])]
  return names.length > 0 ? names : [DEFAULT]
}

/** What may be a slip of the pen: then things share a cluster that should not, or the other way round. */
export function clusterNotes({ clusters = {}, releases = [] }: LoadedConfig, claims: readonly Claim[]): string[] {
  const known = Object.keys(clusters)
  const claimed = new Set(claims.flatMap(claim => claim ?? []))
  const named = new Set(releases.flatMap(({ cluster }) => cluster ?? []))
  const empty = known.filter(name => clusters[name]?.paths && !claimed.has(name))
  const strange = known.length > 0 ? [...named].filter(name => !known.includes(name)) : []
  return [
    ...empty.map(name => `cluster ${name}: its paths hold nothing of what is checked here, so it is left out`),
    ...strange.map(
      name => `cluster ${name}: a release names it, but 'clusters' in the config does not: ${suggestion(name, known)}`,
    ),
  ]
}

/** A release in its clusters: once for all that have the same Kubernetes version, as it renders the same there. */
export function inClusters(release: Release, names: readonly string[], { clusters = {} }: LoadedConfig): Release[] {
  const versions = Map.groupBy(release.claim ?? names, name => release.kubeVersion ?? clusters[name]?.kubeVersion)
  return [...versions].map(([kubeVersion, group]) => ({ ...release, kubeVersion, clusters: group }))
}

import type { LoadedConfig } from '../../config/config.ts'
import type { Discovery, Release } from '../discover.ts'

/** A folder of plain manifests, relative to the repository, and the cluster that they are sent to. */
export interface SentFolder {
  readonly folder: string
  readonly destination: string
}

/** Which clusters there are, which files are for which of them, and where a release goes. */
export interface Placement extends Pick<Discovery, 'clusters' | 'claims'> {
  clustersOf(release: Release): readonly string[]
}

/**
 * Where Argo CD sends things, when that is more than one cluster and the config names none: what has no destination is in each of
 * them, as everything that nobody claims.
 */
export function placementOf(
  discovery: Discovery,
  releases: readonly Release[],
  folders: readonly SentFolder[],
  config: LoadedConfig,
): Placement {
  const sent = [...releases, ...folders].flatMap(({ destination }) => destination ?? [])
  const clusters = [...new Set(sent)].sort()
  if (clusters.length < 2 || config.clusters) return { ...discovery, clustersOf: ({ clusters: own }) => own }
  const claims = new Map(discovery.claims)
  for (const { folder, destination } of folders)
    for (const file of discovery.files)
      if (folder === '.' || file.startsWith(`${folder}/`))
        claims.set(file, [...new Set([...(claims.get(file) ?? []), destination])])
  return { clusters, claims, clustersOf: ({ destination }) => (destination === undefined ? clusters : [destination]) }
}

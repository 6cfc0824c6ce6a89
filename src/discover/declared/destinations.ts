import type { LoadedConfig } from '../../config/config.ts'
import { isNamespaced } from '../../parse/kinds.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asMapping } from '../../parse/untyped.ts'
import type { Discovery, Release } from '../discover.ts'
import { type DirectoryOptions, takesFile } from './directory-source.ts'

/** A folder of plain manifests, relative to the repository, and where they are sent. */
export interface SentFolder {
  readonly folder: string
  /** What of it is sent; everything without it. */
  readonly directory?: DirectoryOptions | undefined
  readonly destination: string | undefined
  /** What an object gets that names none. */
  readonly namespace: string
}

/** Which clusters there are, which files are for which of them, and where a release goes. */
export interface Placement extends Pick<Discovery, 'clusters' | 'claims'> {
  clustersOf(release: Release): readonly string[]
}

/**
 * Where Argo CD and Flux send things, when that is more than one cluster and the config names none: what has no destination is in
 * each of them, as everything that nobody claims.
 * @param applied the clusters that Flux applies what is in a file to
 */
export function placementOf(
  discovery: Discovery,
  releases: readonly Release[],
  folders: readonly SentFolder[],
  config: LoadedConfig,
  applied: ReadonlyMap<string, readonly string[]> = new Map(),
): Placement {
  const destinations = [...releases, ...folders].flatMap(({ destination }) => destination ?? [])
  const sent = [...destinations, ...[...applied.values()].flat()]
  const clusters = [...new Set(sent)].sort()
  if (clusters.length < 2 || config.clusters) return { ...discovery, clustersOf: ({ clusters: own }) => own }
  const claims = new Map([...discovery.claims, ...applied])
  for (const file of discovery.files) {
    const destinations = foldersOf(file, folders).flatMap(({ destination }) => destination ?? [])
    if (destinations.length > 0) claims.set(file, [...new Set([...(claims.get(file) ?? []), ...destinations])])
  }
  return { clusters, claims, clustersOf: ({ destination }) => (destination === undefined ? clusters : [destination]) }
}

/** Plain files with the namespace of their Application where an object names none, and all of its Applications agree. */
export const inSentNamespaces = <P extends Plain>(parts: readonly P[], folders: readonly SentFolder[]): readonly P[] =>
  folders.length === 0
    ? parts
    : parts.map(part => {
        const [namespace, ...others] = new Set(foldersOf(part.file, folders).map(folder => folder.namespace))
        if (namespace === undefined || others.length > 0) return part
        return { ...part, manifests: part.manifests.map(manifest => withNamespace(manifest, namespace)) }
      })

interface Plain {
  /** Relative to the repository. */
  readonly file: string
  readonly manifests: readonly Manifest[]
}

function withNamespace(manifest: Manifest, namespace: string): Manifest {
  if (!isNamespaced(manifest.groupKind) || manifest.namespace !== undefined) return manifest
  return manifest.withBody({ ...manifest.body, metadata: { ...asMapping(manifest.body.metadata), namespace } })
}

const foldersOf = (file: string, folders: readonly SentFolder[]): SentFolder[] =>
  folders.filter(({ folder, directory }) =>
    directory ? takesFile(folder, file, directory) : folder === '.' || file.startsWith(`${folder}/`),
  )

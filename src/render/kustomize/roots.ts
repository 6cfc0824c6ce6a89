import { posix } from 'node:path'
import { APPLICATION } from '../../discover/declared/argo-cd.ts'
import type { PhysicalLocation } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { asList, asMapping, asText } from '../../parse/untyped.ts'
import type { PlainPart } from '../part.ts'
import type { Ingredients } from './built.ts'
import { FLUX_KUSTOMIZATION, fluxRoot } from './flux.ts'
import type { Graph } from './graph.ts'
import { foldersOf, type KustomizationSource, objectFilesOf } from './sources.ts'

/** A kustomization that is built. Paths are relative to the repository. */
export interface Root {
  readonly folder: string
  /** Where it is shown that it does not build. */
  readonly location: PhysicalLocation
  /** What a tool puts over the kustomization: its fields, and where they stand. */
  readonly fields: Readonly<Record<string, unknown>>
  readonly outer: Ingredients['outer']
  /** Folders of components that a tool adds. */
  readonly components?: readonly string[]
  /** The Flux Kustomization that applies the folder. */
  readonly flux?: Manifest | undefined
  /** Of a folder without a kustomization: what Flux makes one of. */
  readonly generated?: { readonly files: readonly string[]; readonly folders: readonly string[] } | undefined
}

/** A kustomization that is built as it stands. */
export const plainRoot = ({ folder, file }: KustomizationSource): Root => ({
  folder,
  location: { file, startLine: 1, via: 'declaration' },
  fields: {},
  outer: { patches: [], settings: undefined },
})

/** The kustomizations of a root, the outermost first. */
export function sourcesOf({ folder, generated, components = [] }: Root, { byFolder }: Graph): KustomizationSource[] {
  const found = new Set<KustomizationSource>()
  const queue = [...components, ...(generated?.folders ?? [folder])]
  for (let next = queue.shift(); next !== undefined; next = queue.shift()) {
    const source = byFolder.get(next)
    if (!source || found.has(source)) continue
    found.add(source)
    queue.push(...foldersOf(source))
  }
  return [...found]
}

/** The files that a root takes objects from, and those that only patch them. */
export function filesOf(root: Root, sources: readonly KustomizationSource[]) {
  const objects = [...(root.generated?.files ?? []), ...sources.flatMap(objectFilesOf)]
  return { objects, patches: sources.flatMap(patchFilesOf) }
}

const patchFilesOf = ({ entries }: KustomizationSource): string[] =>
  entries.flatMap(({ role, found }) => (role === 'patch' || role === 'plugin' ? found : []))

/** Whether a build may give an object of a known kind. A file that nobody read may hold everything. */
export function mayHoldKnownKinds(
  root: Root,
  sources: readonly KustomizationSource[],
  parts: ReadonlyMap<string, PlainPart>,
): boolean {
  const generates = sources.some(
    ({ body, charts }) =>
      charts.length > 0 || asList(body.secretGenerator).length > 0 || asList(body.generators).length > 0,
  )
  const isUnread = sources.some(({ body }) => Object.keys(body).length === 0)
  return (
    generates ||
    isUnread ||
    filesOf(root, sources).objects.some(file => {
      const part = parts.get(file)
      return !part || part.manifests.length > 0 || part.failures.length > 0
    })
  )
}

/**
 * What is built: what Flux applies, what an Application of Argo CD names, and the kustomizations that nothing else takes in.
 */
export function rootsOf(graph: Graph, parts: readonly PlainPart[]): { roots: Root[]; elsewhere: Manifest[] } {
  const patches = new Set([...graph.byFolder.values()].flatMap(patchFilesOf))
  const applied = parts
    .filter(({ file }) => !patches.has(file))
    .flatMap(({ manifests }) => manifests.filter(({ groupKind }) => groupKind === FLUX_KUSTOMIZATION))
    .map(kustomization => ({ kustomization, root: fluxRoot(kustomization, graph, parts) }))
  const flux = applied.flatMap(({ root }) => root ?? [])
  const inside = new Set(flux.flatMap(root => sourcesOf(root, graph)))
  const named = new Set([...graph.roots, ...parts.flatMap(({ manifests }) => manifests.flatMap(applicationFolders))])
  const others = [...named].flatMap(folder => graph.byFolder.get(folder) ?? []).filter(source => !inside.has(source))
  return {
    roots: [...flux, ...others.map(plainRoot)],
    elsewhere: applied.flatMap(({ kustomization, root }) => (root ? [] : kustomization)),
  }
}

/** https://argo-cd.readthedocs.io/en/stable/user-guide/kustomize/ */
function applicationFolders(application: Manifest): string[] {
  if (application.groupKind !== APPLICATION) return []
  const sources = [application.get('spec', 'source'), ...asList(application.get('spec', 'sources'))]
  return sources.flatMap(source => {
    const path = asText(asMapping(source)?.path)
    return path === undefined ? [] : [posix.normalize(path).replace(/\/$/, '')]
  })
}

import { posix } from 'node:path'
import type { Manifest } from '../../parse/manifest.ts'
import { appliedFolder } from './flux.ts'
import type { Graph } from './graph.ts'
import { distinctNames } from './overlays.ts'
import { filesOf, type Root, sourcesOf } from './roots.ts'

/**
 * The clusters that Flux applies each root to, where there are several; a root that is not in it, or in all of them, is shared.
 * A cluster begins with a Kustomization that applies the folder it stands in, as `flux bootstrap` makes it, or, where there is
 * none, with the folders in one called `clusters`. It goes on with what the Kustomizations that are applied apply.
 * https://fluxcd.io/flux/guides/repository-structure/
 */
export function fluxClusters(roots: readonly Root[], graph: Graph): Map<Root, readonly string[]> {
  const applied = roots.filter(root => root.flux !== undefined)
  const files = new Map(applied.map(root => [root, new Set(filesOf(root, sourcesOf(root, graph)).objects)]))
  const own = applied.filter(root => root.flux && files.get(root)?.has(root.flux.file))
  const clusters = own.length > 0 ? byFolderOf(own, ({ folder }) => folder) : byFolderOf(applied, clusterFolder)
  if (clusters.size < 2) return new Map()
  const names = distinctNames([...clusters.keys()])
  const found = new Map<Root, string[]>()
  for (const [i, entries] of [...clusters.values()].entries())
    for (const root of reachedFrom(entries, applied, files))
      found.set(root, [...(found.get(root) ?? []), names[i] ?? ''])
  return new Map([...found].filter(([, members]) => members.length < clusters.size))
}

function byFolderOf(roots: readonly Root[], folderOf: (root: Root) => string | undefined): Map<string, Root[]> {
  const found = Map.groupBy(roots, root => folderOf(root) ?? '')
  found.delete('')
  return new Map([...found].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** `clusters/east/apps.yaml` is of `clusters/east`. */
function clusterFolder({ flux }: Root): string | undefined {
  const steps = posix.dirname(flux?.file ?? '').split('/')
  const at = steps.indexOf('clusters')
  return at < 0 || at + 1 >= steps.length ? undefined : steps.slice(0, at + 2).join('/')
}

/** What is applied, and what that applies. */
function reachedFrom(
  entries: readonly Root[],
  all: readonly Root[],
  files: ReadonlyMap<Root, ReadonlySet<string>>,
): Set<Root> {
  const reached = new Set<Root>()
  const queue = [...entries]
  for (let next = queue.pop(); next; next = queue.pop()) {
    if (reached.has(next)) continue
    reached.add(next)
    const inside = files.get(next)
    queue.push(...all.filter(({ flux }) => flux && inside?.has(flux.file)))
  }
  return reached
}

/** Kustomizations of a note that apply what is not here. */
export const noteOnElsewhere = (kustomization: Manifest): string => {
  const folder = appliedFolder(kustomization)
  const what = folder === undefined ? 'a folder that is filled in later' : `${folder}, which is not in this repository`
  return `${kustomization.file}: the Flux Kustomization ${kustomization.name} applies ${what}`
}

import type { LoadedConfig } from './config/config.ts'
import { type Discovery, discover, type ReleaseOptions } from './discover/discover.ts'
import type { Stopwatch } from './io/stopwatch.ts'
import { type Inhabited, worldsOf } from './model/worlds.ts'
import type { Manifest } from './parse/manifest.ts'
import { failuresOf, type PlainPart } from './render/part.ts'
import { readPlain } from './render/plain.ts'
import { type Rendered, type RenderOptions, renderReleases } from './render/releases.ts'
import type { Failure } from './render/render.ts'

/** What of a tree is read, and how its charts are rendered. */
export interface GatherOptions extends RenderOptions {
  /** Absolute; `paths` are relative to it. */
  readonly folder: string
  readonly paths: readonly string[]
  readonly release?: ReleaseOptions | undefined
}

/** What a tree holds: everything that its clusters would get. */
export interface Gathered {
  readonly discovery: Discovery
  readonly rendered: Rendered['parts']
  readonly capabilities: Rendered['capabilities']
  readonly plain: readonly PlainPart[]
  readonly manifests: readonly Manifest[]
  /** What could not be found, rendered or read. */
  readonly failures: readonly Failure[]
  readonly worlds: readonly Inhabited[]
}

/** The first half of the pipeline: finds charts and manifests, renders, parses, and joins what lives together. */
export async function gather(options: GatherOptions, config: LoadedConfig, clock: Stopwatch): Promise<Gathered> {
  const { root, folder, paths, release } = options
  const discovery = await discover(root, folder, paths, config, release)
  clock.lap('discover')
  const [{ parts: rendered, capabilities }, plain] = await Promise.all([
    renderReleases(discovery.releases, options),
    readPlain(discovery.manifests, root),
  ])
  clock.lap('render')
  const failures = [...discovery.failures, ...failuresOf(rendered, plain)]
  const isComplete = failures.length === 0
  return {
    ...{ discovery, rendered, capabilities, plain, failures },
    manifests: [...rendered, ...plain].flatMap(part => part.manifests),
    worlds: worldsOf(rendered, plain, { ...discovery, config, isComplete, kubeVersion: release?.kubeVersion }),
  }
}

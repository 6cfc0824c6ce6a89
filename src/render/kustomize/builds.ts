import { posix } from 'node:path'
import { isKustomization } from '../../discover/declared/kustomize.ts'
import type { PlainPart, RenderedPart } from '../part.ts'
import type { Failure } from '../render.ts'
import { type Shared, sharedOut } from './charts.ts'
import { fluxClusters, noteOnElsewhere } from './flux-clusters.ts'
import { type Graph, graphOf } from './graph.ts'
import { kustomized } from './kustomized.ts'
import { type BuiltPart, withOverlays } from './overlays.ts'
import { mayHoldKnownKinds, type Root, rootsOf, sourcesOf } from './roots.ts'
import { type BuildOptions, Builds, type Result } from './run-builds.ts'
import { KustomizationSources } from './sources.ts'

/** What came of the kustomizations among plain files. */
export interface Built {
  /** All files, without the objects of those that were built, and one part for each build. */
  readonly parts: readonly PlainPart[]
  readonly failures: readonly Failure[]
  readonly notes: readonly string[]
  /** The clusters that builds are for, by the files of their parts; others are for all. */
  readonly claims: ReadonlyMap<string, readonly string[]>
}

/** The kustomizations among plain files. */
export class Kustomizations {
  readonly #parts: readonly PlainPart[]
  readonly #byFile: ReadonlyMap<string, PlainPart>
  readonly #graph: Graph
  readonly #builds: Builds
  readonly #roots: readonly Root[]
  readonly #notes: readonly string[]
  readonly #results: Result[] = []
  #isBuilt = true

  constructor(parts: readonly PlainPart[], graph: Graph, options: BuildOptions) {
    this.#parts = parts
    this.#byFile = new Map(parts.map(part => [part.file, part]))
    this.#graph = graph
    const { roots, elsewhere } = rootsOf(graph, parts)
    const isFlux = roots.some(({ flux }) => flux) || elsewhere.length > 0
    const surroundings = { isFlux, clusters: fluxClusters(roots, graph) }
    this.#builds = new Builds(graph, this.#byFile, { ...options, ...surroundings })
    this.#notes = elsewhere.map(noteOnElsewhere)
    this.#roots = roots.filter(root => {
      const sources = sourcesOf(root, graph)
      const isReadable = sources.every(({ failure }) => failure === undefined)
      return isReadable && mayHoldKnownKinds(root, sources, this.#byFile)
    })
  }

  /** Finds the kustomizations among plain files. */
  static async among(parts: readonly PlainPart[], options: BuildOptions): Promise<Kustomizations> {
    const folders = parts.flatMap(({ file }) => (isKustomization(file) ? posix.dirname(file) : [])).sort()
    return new Kustomizations(parts, await graphOf(folders, new KustomizationSources(options.root)), options)
  }

  /** Builds those that have no chart inflated. */
  async build(): Promise<Built> {
    const roots = this.#roots.filter(root => !this.#hasCharts(root))
    const results = this.#roots.length > 0 ? await this.#builds.all(roots) : []
    this.#isBuilt = results !== undefined
    this.#results.push(...(results ?? []))
    return this.#built(withOverlays(partsOf(this.#results)))
  }

  /** Builds the others, now that their charts are rendered; `fresh` is what only they have. */
  async buildWith(
    rendered: readonly RenderedPart[],
  ): Promise<Built & Pick<Shared, 'rendered'> & { readonly fresh: readonly PlainPart[] }> {
    const roots = this.#isBuilt ? this.#roots.filter(root => this.#hasCharts(root)) : []
    const results = (roots.length > 0 && (await this.#builds.all(roots, rendered))) || []
    this.#results.push(...results)
    const builds = withOverlays(partsOf(this.#results))
    const { rendered: made, plain } = sharedOut(builds, rendered)
    return { ...this.#built(builds), rendered: made, fresh: plain.slice(plain.length - partsOf(results).length) }
  }

  #hasCharts(root: Root): boolean {
    return sourcesOf(root, this.#graph).some(({ charts }) => charts.length > 0)
  }

  #built(builds: readonly BuiltPart[]): Built {
    const notes = this.#isBuilt || this.#roots.length === 0 ? this.#notes : [...this.#notes, NO_KUSTOMIZE]
    const taken = new Set(this.#results.flatMap(({ taken }) => taken))
    const rest = kustomized(this.#parts).map(part => (taken.has(part.file) ? { ...part, manifests: [] } : part))
    const failures = this.#isBuilt ? joined(failuresOf(this.#graph), this.#results) : []
    return {
      parts: [...rest, ...sharedOut(builds, []).plain],
      failures: failures.filter(failure => !isKnown(failure, this.#byFile)),
      notes,
      claims: new Map(builds.flatMap(({ file, clusters }) => (clusters ? [[file, clusters]] : []))),
    }
  }
}

const partsOf = (results: readonly Result[]): BuiltPart[] => results.flatMap(({ part }) => part ?? [])

const NO_KUSTOMIZE =
  'neither kustomize nor kubectl is on PATH: kustomizations were not built, and their files were read without patches, images and generators'

/** What is not there, what leads in a circle, and what is no kustomization. */
const failuresOf = ({ byFolder, cycles }: Graph): Failure[] =>
  [
    ...[...byFolder.values()].flatMap(({ failure, missing }) => [failure, ...missing.map(entry => entry.failure)]),
    ...cycles.values(),
  ].filter(failure => failure !== undefined)

/** The same of several kustomizations is one. What is only missing says what became of the build without it. */
function joined(failures: readonly Failure[], results: readonly Result[]): Failure[] {
  const because = new Map(results.flatMap(({ cause, failure }) => (cause && failure ? [[cause, failure]] : [])))
  const all = [
    ...failures.map(failure => {
      const then = because.get(failure)
      return then ? { ...failure, message: `${failure.message}; without it ${then.message}` } : failure
    }),
    ...results.flatMap(({ cause, failure }) => (cause ? [] : (failure ?? []))),
  ]
  return [...new Map(all.map(failure => [JSON.stringify(failure), failure])).values()]
}

/** Whether the file's own reading says it already. */
const isKnown = ({ location }: Failure, parts: ReadonlyMap<string, PlainPart>): boolean =>
  location?.via === 'manifest' && (parts.get(location.file)?.failures.length ?? 0) > 0

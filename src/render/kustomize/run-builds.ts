import { createHash } from 'node:crypto'
import { availableParallelism } from 'node:os'
import { join, posix } from 'node:path'
import { digestOfFiles } from '../../io/digest.ts'
import { readText, withTemporaryFolder } from '../../io/files.ts'
import { mapConcurrently } from '../../io/pool.ts'
import { type Manifest, parseManifests } from '../../parse/manifest.ts'
import type { HelmResult } from '../helm.ts'
import type { PlainPart, RenderedPart } from '../part.ts'
import { redactAll } from '../redact.ts'
import type { RenderOptions } from '../releases.ts'
import type { Failure } from '../render.ts'
import { asItIs } from '../sharing.ts'
import { objectsOf } from './built.ts'
import { inflatedIn } from './charts.ts'
import type { Graph } from './graph.ts'
import { build, prepareKustomize } from './kustomize.ts'
import type { BuiltPart } from './overlays.ts'
import { filesOf, type Root, sourcesOf } from './roots.ts'
import type { KustomizationSource } from './sources.ts'
import { substituted } from './substitute.ts'
import { variablesOf } from './variables.ts'
import { Workspace } from './workspace.ts'

/** How kustomizations are built. */
export interface BuildOptions extends RenderOptions {
  /** Whether the config excludes an absolute path. */
  readonly isExcluded: (path: string) => boolean
}

/** What came of one root. */
export interface Result {
  readonly part: BuiltPart | undefined
  readonly failure: Failure | undefined
  /** What it was built without, where that may be why it failed. */
  readonly cause?: Failure | undefined
  /** The files that are judged by what was built. */
  readonly taken: readonly string[]
}

/** What is known of a repository as a whole. */
export interface Surroundings {
  /** Flux lets a kustomization take files from everywhere in the repository. */
  readonly isFlux: boolean
  readonly clusters: ReadonlyMap<Root, readonly string[]>
}

/** One root with all that its build takes. */
interface Build {
  readonly root: Root
  readonly sources: readonly KustomizationSource[]
  /** By the folder of the kustomization that has them inflated. */
  readonly charts: ReadonlyMap<string, readonly RenderedPart[]>
  readonly workspace: Workspace
}

/** A build is shared within a run alone: later runs may have another kustomize. */
const UNKNOWN = { identity: async () => undefined }

/** Builds roots. */
export class Builds {
  readonly #graph: Graph
  readonly #parts: ReadonlyMap<string, PlainPart>
  readonly #options: BuildOptions & Surroundings
  readonly #texts = new Map<string, string>()
  readonly #manifests = new Map<string, readonly Manifest[]>()

  constructor(graph: Graph, parts: ReadonlyMap<string, PlainPart>, options: BuildOptions & Surroundings) {
    this.#graph = graph
    this.#parts = parts
    this.#options = options
  }

  /** @param rendered the charts that kustomizations have inflated. @returns undefined when there is no kustomize. */
  all(roots: readonly Root[], rendered: readonly RenderedPart[] = []): Promise<Result[] | undefined> {
    return withTemporaryFolder(folder => this.#allIn(folder, roots, rendered))
  }

  async #allIn(
    folder: string,
    roots: readonly Root[],
    rendered: readonly RenderedPart[],
  ): Promise<Result[] | undefined> {
    const { root, jobs, isFlux, timeoutMs = 60_000 } = this.#options
    const kustomize = await prepareKustomize(folder, this.#options.kustomize, timeoutMs)
    if (!kustomize) return undefined
    const changes = { left: new Set(this.#graph.cycles.keys()), takesFromEverywhere: isFlux }
    const workspace = new Workspace(folder, root, changes)
    const wrapped: { readonly build: Build; readonly at: string }[] = []
    for (const root of roots) {
      const sources = sourcesOf(root, this.#graph)
      const charts = new Map(sources.map(source => [source.folder, inflatedIn(source, rendered)]))
      for (const source of sources) await workspace.add(source, charts.get(source.folder))
      await workspace.generate(root)
      await this.#readAll(root, sources)
      wrapped.push({ build: { root, sources, charts, workspace }, at: await workspace.wrap(root) })
    }
    return mapConcurrently(wrapped, jobs ?? availableParallelism(), async ({ build: one, at }) => {
      const result = await this.#shared(one, () => build(kustomize, at))
      return result.ok ? this.#built(one, result.stdout) : this.#failed(one, workspace.inWords(result.stderr))
    })
  }

  /** The same files give the same objects, in whichever copy of the repository they are. */
  async #shared(one: Build, work: () => Promise<HelmResult>): Promise<HelmResult> {
    const { renders } = this.#options
    const key = renders && (await this.#keyOf(one))
    const known = key === undefined ? undefined : await renders?.get(key, UNKNOWN)
    if (known) return known.result
    const result = await work()
    if (key !== undefined && result.ok) await renders?.set(key, asItIs(result), UNKNOWN)
    return result
  }

  /** Everything that decides what is built; undefined where a file cannot be read. */
  async #keyOf({ root, sources, charts }: Build): Promise<string | undefined> {
    const read = sources.flatMap(({ file, entries }) => [
      file,
      ...entries.flatMap(({ found, isFolder }) => (isFolder ? [] : found)),
    ])
    const paths = [...new Set([...(root.generated?.files ?? []), ...read])].sort()
    const digest = await digestOfFiles(paths.map(file => join(this.#options.root, file)))
    if (digest === undefined) return undefined
    const left = sources.flatMap(({ folder, entries, missing }) =>
      [...missing, ...entries.filter(entry => this.#graph.cycles.has(entry))].map(({ path }) => [folder, path]),
    )
    const inflated = [...charts.values()].flat().map(({ text = '' }) => createHash('sha256').update(text).digest('hex'))
    const { folder, fields, components = [], generated = null } = root
    const settings = [folder, fields, components, generated, this.#options.isFlux]
    return JSON.stringify(['kustomize', settings, paths, digest, left, inflated])
  }

  #built({ root, sources, charts, workspace }: Build, output: string): Result {
    const by = root.location.file
    const variables = root.flux && variablesOf(root.flux, [...this.#parts.values()], file => this.#isNear(root, file))
    const manifests = objectsOf(output, {
      ...{ by, sources, outer: root.outer },
      manifestsIn: file => this.#chartIn(file, charts, workspace)?.manifests ?? this.#manifestsIn(file),
      textOf: file => this.#texts.get(file) ?? '',
      originOf: path => workspace.originOf(path),
    })
      .filter(({ file }) => !this.#options.isExcluded(join(this.#options.root, file)))
      .map(manifest => (variables ? substituted(manifest, variables) : manifest))
    const { objects, patches } = filesOf(root, sources)
    return {
      part: {
        folder: root.folder,
        file: by,
        text: '',
        manifests,
        failures: [],
        clusters: this.#options.clusters.get(root),
        charts: [...charts.values()].flat(),
      },
      failure: undefined,
      taken: [...objects, ...patches],
    }
  }

  /** Whether a file is applied to a cluster that a root is applied to. */
  #isNear(root: Root, file: string): boolean {
    const { clusters } = this.#options
    const own = clusters.get(root) ?? []
    return [...clusters].some(
      ([other, names]) =>
        names.some(name => own.includes(name)) && filesOf(other, sourcesOf(other, this.#graph)).objects.includes(file),
    )
  }

  #chartIn(origin: string, charts: Build['charts'], workspace: Workspace): RenderedPart | undefined {
    const number = workspace.chartIn(origin)
    return number === undefined ? undefined : charts.get(posix.dirname(origin))?.[number]
  }

  #failed({ root: { location, folder }, sources }: Build, words: string): Result {
    const texts = sources.flatMap(({ text, entries }) => [text, ...this.#textsOf(entries)])
    const message = `kustomize does not build ${folder}: ${redactAll(words, texts)}`
    const cause = sources.flatMap(({ missing }) => missing.flatMap(entry => entry.failure ?? []))[0]
    return { part: undefined, failure: { release: null, message, location }, cause, taken: [] }
  }

  #textsOf(entries: KustomizationSource['entries']): string[] {
    return entries.flatMap(({ found }) => this.#texts.get(found) ?? [])
  }

  async #readAll(root: Root, sources: readonly KustomizationSource[]): Promise<void> {
    const { objects, patches } = filesOf(root, sources)
    for (const file of [...objects, ...patches]) {
      if (this.#texts.has(file)) continue
      const own = this.#parts.get(file)?.text
      const text = own ?? (await readText(join(this.#options.root, file)).catch(() => ''))
      this.#texts.set(file, text)
    }
  }

  #manifestsIn(file: string): readonly Manifest[] {
    const known = this.#parts.get(file)?.manifests ?? this.#manifests.get(file)
    if (known) return known
    const { manifests } = parseManifests(this.#texts.get(file) ?? '', { file, release: undefined })
    this.#manifests.set(file, manifests)
    return manifests
  }
}

import { join } from 'node:path'
import type { Release } from '../discover/discover.ts'
import { UserError } from '../errors.ts'
import { copyFolder, linkLeadingOut, makeFolders, readTree, relativeTo } from '../io/files.ts'
import { dependsOnMore } from '../io/observed.ts'
import type { ChartFiles } from '../template/chart/chart.ts'
import { type Dependency, dependenciesOf, dropDependencies, isLocked, localFolder } from './dependencies.ts'
import { fetchFailure } from './fetch-failure.ts'
import { fetchDependencies, type Helm, type HelmResult, packageChart, template } from './helm.ts'
import { switchedOff } from './switched-off.ts'

/** What a chart renders to whose dependencies are not all in its charts/ folder. */
export interface CopyResult extends Omit<Prepared, 'path'> {
  readonly result: HelmResult
}

/** A copy of a chart with its dependencies. */
interface Prepared {
  readonly path: string
  /** The dependencies that could not be had. */
  readonly missing: readonly string[]
  /** Why: helm's words where it was asked for one, or what would help. */
  readonly reason: string | undefined
  /** The chart's files with the dependencies, where none is missing. */
  readonly files: ChartFiles | undefined
  readonly isFetched: boolean
}

/** How far the search for dependencies goes. */
export interface Reach {
  /** Absolute: dependencies on charts in here are packed from their folders. */
  readonly root: string
  /** Whether helm may fetch those of other places. */
  readonly mayFetch: boolean
}

/** More than this many bytes of a chart are not kept to be traced. */
const MAX_BYTES = 64 * 1024 * 1024

/** What a helm knows of charts that lack dependencies. */
interface Known {
  /** The names that are missing, by chart. */
  readonly names: Map<string, readonly string[]>
  /** The copies, by chart and what of it is switched off: releases share them. */
  readonly copies: Map<string, Promise<Prepared>>
}

const known = new WeakMap<Helm, Known>()

function knownTo(helm: Helm): Known {
  const one = known.get(helm) ?? { names: new Map(), copies: new Map() }
  known.set(helm, one)
  return one
}

/** The dependencies that another release of a chart was found to lack; undefined where none was. */
export const namesMissing = (helm: Helm, chart: string): readonly string[] | undefined => knownTo(helm).names.get(chart)

/**
 * Renders a copy of a chart, with the missing dependencies as far as they can be had. What cannot be had is taken out of the
 * copy: what the chart itself renders can be judged, though not all that the cluster would get. What the values switch off is
 * not missed.
 */
export async function renderCopy(
  helm: Helm,
  release: Release,
  names: readonly string[],
  reach: Reach,
): Promise<CopyResult> {
  const { names: missing, copies } = knownTo(helm)
  const { path: chart } = release.chart
  const off = await switchedOff(release)
  missing.set(chart, names)
  const key = JSON.stringify([chart, [...off].sort()])
  // Charts stand in the folder where they stand in the repository.
  const folder = join(helm.folder, 'copies', `eso-hardener-${copies.size}`, 'tree')
  const copy = copies.get(key) ?? prepare(helm, { chart, names, off, folder }, reach)
  copies.set(key, copy)
  const { path, ...rest } = await copy
  return { result: await template(helm, release, path), ...rest }
}

interface Lacking {
  readonly chart: string
  /** What it declares and charts/ does not hold. */
  readonly names: readonly string[]
  /** What of its dependencies the values switch off. */
  readonly off: ReadonlySet<string>
  readonly folder: string
}

async function prepare(
  helm: Helm,
  { chart, names, off, folder }: Lacking,
  { root, mayFetch }: Reach,
): Promise<Prepared> {
  const copies = new Copies(helm, root, folder)
  const copy = await copies.add(chart)
  const needed = names.filter(name => !off.has(name))
  const missing = (await dependenciesOf(chart)).filter(({ name }) => needed.includes(name))
  const local = await copies.pack(chart, missing)
  const remote = missing.filter(dependency => mayFetch && isRemote(dependency))
  const repositories = remote.flatMap(({ repository }) => (repository.startsWith('oci://') ? [] : repository))
  if (remote.length > 0) dependsOnMore('dependencies of charts were fetched')
  const fetched =
    remote.length > 0
      ? await fetchDependencies(helm, copy, { repositories, isLocked: await isLocked(copy) })
      : undefined
  const had = new Set([...local.packed, ...(fetched?.ok ? remote.map(({ name }) => name) : [])])
  await dropDependencies(copy, new Set(names.filter(name => !had.has(name))))
  const without = needed.filter(name => !had.has(name))
  const mayHelp = !mayFetch && missing.some(isRemote)
  const reason =
    local.reason ??
    (fetched?.ok === false
      ? fetchFailure(fetched.stderr)
      : mayHelp
        ? '--fetch-dependencies lets helm fetch them'
        : undefined)
  const files = without.length === 0 ? filesOf(copy) : undefined
  return { path: copy, missing: without, reason, files, isFetched: fetched !== undefined }
}

/** Undefined where they cannot be read as helm reads them: then the chart is not traced. */
function filesOf(copy: string): ChartFiles | undefined {
  try {
    return readTree(copy, MAX_BYTES)
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

const isRemote = ({ repository }: Dependency): boolean => /^(?:https?|oci):\/\//.test(repository)

/** What became of dependencies that lie in the repository. */
interface Packed {
  readonly packed: readonly string[]
  readonly reason: string | undefined
}

/** Copies of charts of the repository, each made once, where they stand in it. */
class Copies {
  readonly #helm: Helm
  readonly #root: string
  readonly #top: string
  readonly #made = new Set<string>()

  constructor(helm: Helm, root: string, top: string) {
    this.#helm = helm
    this.#root = root
    this.#top = top
  }

  async add(chart: string): Promise<string> {
    const copy = this.#copyOf(chart)
    if (this.#made.has(chart)) return copy
    this.#made.add(chart)
    await copyFolder(chart, copy)
    return copy
  }

  /** Packs dependencies that lie in the repository into the charts/ folder of a chart's copy, with what they need themselves. */
  async pack(chart: string, dependencies: readonly Dependency[]): Promise<Packed> {
    const packed: string[] = []
    const charts = join(this.#copyOf(chart), 'charts')
    for (const dependency of dependencies) {
      const folder = await localFolder(chart, dependency, this.#root)
      // A chart that is being packed already depends on itself.
      if (folder === undefined || (this.#made.has(folder) && !this.#packed.has(folder))) continue
      const reason = await this.#packOne(folder, charts)
      if (reason !== undefined) return { packed, reason }
      packed.push(dependency.name)
    }
    return { packed, reason: undefined }
  }

  readonly #packed = new Set<string>()

  async #packOne(folder: string, charts: string): Promise<string | undefined> {
    if (!this.#packed.has(folder)) {
      const link = await linkLeadingOut(folder, this.#root)
      if (link !== undefined) return `${relativeTo(this.#root, link)} is a link that leads out of the repository`
      await this.add(folder)
      const { reason } = await this.pack(folder, await dependenciesOf(folder))
      if (reason !== undefined) return reason
      this.#packed.add(folder)
    }
    await makeFolders([charts])
    const { ok, stderr } = await packageChart(this.#helm, this.#copyOf(folder), charts)
    return ok ? undefined : stderr
  }

  #copyOf(chart: string): string {
    return join(this.#top, relativeTo(this.#root, chart))
  }
}

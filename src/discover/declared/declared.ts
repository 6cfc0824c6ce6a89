import type { LoadedConfig } from '../../config/config.ts'
import { relativeTo } from '../../io/files.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { parseText } from '../../parse/yaml.ts'
import type { Failure } from '../../render/render.ts'
import { inClusters } from '../clusters.ts'
import type { Discovery, Release } from '../discover.ts'
import { isInline } from '../values-source.ts'
import { APPLICATION_SET, applicationsOf } from './application-set.ts'
import { APPLICATION, applicationCharts } from './argo-cd.ts'
import type { Declaration } from './declaration.ts'
import { inSentNamespaces, type Placement, placementOf, type SentFolder } from './destinations.ts'
import { HELM_RELEASE, helmReleaseChart } from './flux.ts'
import { generatedConfigMaps, isKustomization, type Kustomization, kustomizationCharts } from './kustomize.ts'
import { releasesOf } from './releases.ts'

/** What a file or a chart holds that may declare releases. */
export interface Declaring {
  readonly manifests: readonly Manifest[]
  /** Of plain files: relative to the repository, with its text. */
  readonly file?: string
  readonly text?: string
}

/** How many things a note names. */
const MOST_NAMED = 20

/** Whether a text may declare a release; cheap. */
export const mayDeclare = (text: string): boolean =>
  text.includes('argoproj.io/') || text.includes('helm.toolkit.fluxcd.io/') || text.includes('helmCharts')

/**
 * The releases that the objects of a repository declare. Those objects may themselves come out of charts, so they are handed in
 * as they are found; what was declared before is not declared again.
 */
export class DeclaredReleases {
  readonly #discovery: Discovery
  readonly #root: string
  readonly #config: LoadedConfig
  readonly #manifests: Manifest[] = []
  readonly #kustomizations: Kustomization[] = []
  readonly #known = new Set<string>()
  readonly #failures = new Map<string, Failure>()
  readonly #folders: SentFolder[] = []
  readonly #elsewhere = new Set<string>()
  readonly #unknown = new Set<string>()
  readonly #texts = new Map<string, string>()
  readonly #paths: readonly string[]
  readonly #charts: ReadonlySet<string>
  /** The charts of which the config says how they are installed. */
  readonly #configured: ReadonlySet<string>
  #taken = new Set<string>()

  constructor(discovery: Discovery, root: string, config: LoadedConfig) {
    this.#discovery = discovery
    this.#root = root
    this.#config = config
    const configured = discovery.releases.filter(({ declaredIn, chart }) => declaredIn !== chart.file)
    this.#configured = new Set(configured.map(({ chart }) => chart.path))
    this.#paths = [...new Set([...discovery.files, ...discovery.releases.map(({ chart }) => chart.file)])].sort()
    this.#charts = new Set(discovery.releases.map(({ chart }) => relativeTo(root, chart.path)))
  }

  /** What of the declared could not be had. */
  get failures(): readonly Failure[] {
    return [...this.#failures.values()]
  }

  /** What is declared here and cannot be known, or lies in other repositories. */
  get notes(): readonly string[] {
    const named = [...this.#elsewhere].sort()
    const unknown = [...this.#unknown].sort()
    if (named.length === 0) return unknown
    const rest = named.length > MOST_NAMED ? ` and ${named.length - MOST_NAMED} more` : ''
    return [...unknown, `in other repositories, and not checked here: ${named.slice(0, MOST_NAMED).join(', ')}${rest}`]
  }

  /** Where things go, now that all releases are known. */
  placementOf(releases: readonly Release[]): Placement {
    return placementOf(this.#discovery, releases, this.#folders, this.#config)
  }

  /** Plain files in the namespaces that they are sent to. */
  inNamespaces<P extends Declaring & { readonly file: string }>(parts: readonly P[]): readonly P[] {
    return inSentNamespaces(parts, this.#folders)
  }

  /** The releases that these declare and nothing before them did, in each of their clusters. */
  async by(parts: readonly Declaring[]): Promise<Release[]> {
    const manifests = parts.flatMap(part => part.manifests)
    const kustomizations = parts.flatMap(({ file = '', text = '' }) =>
      isKustomization(file) ? readFile(file, text) : [],
    )
    for (const { file, text } of parts) if (file !== undefined && text !== undefined) this.#texts.set(file, text)
    this.#manifests.push(...manifests)
    this.#kustomizations.push(...kustomizations)
    const { releases, failures, folders, elsewhere } = await releasesOf(
      this.#declarationsIn(manifests, kustomizations),
      this.#root,
      this.#config,
    )
    this.#folders.push(...folders)
    for (const source of elsewhere) this.#elsewhere.add(source)
    for (const failure of failures) this.#failures.set(JSON.stringify(failure), failure)
    const fresh = releases.filter(release => !this.#configured.has(release.chart.path) && this.#isNew(release))
    this.#taken = new Set([...this.#taken, ...fresh.map(({ chart }) => chart.path)])
    return fresh.flatMap(release => inClusters(release, this.#discovery.clusters, this.#config))
  }

  /** Whether a chart is installed as somebody says; then the way in which charts are installed by default is not its own. */
  isTaken({ chart, declaredIn }: Release): boolean {
    return declaredIn === chart.file && chart.remote === undefined && this.#taken.has(chart.path)
  }

  #declarationsIn(manifests: readonly Manifest[], kustomizations: readonly Kustomization[]): Declaration[] {
    const generated = generatedConfigMaps(this.#kustomizations)
    return [
      ...manifests.flatMap(manifest => {
        if (manifest.groupKind === APPLICATION) return applicationCharts(manifest)
        if (manifest.groupKind === APPLICATION_SET) return this.#chartsOfSet(manifest)
        if (manifest.groupKind !== HELM_RELEASE) return []
        return helmReleaseChart(manifest, this.#manifests, generated)
      }),
      ...kustomizations.flatMap(document => kustomizationCharts(document, folder => this.#charts.has(folder))),
    ]
  }

  #chartsOfSet(set: Manifest): Declaration[] {
    const { expanded, unknown } = applicationsOf(set, { paths: this.#paths, read: path => this.#texts.get(path) })
    if (unknown.length > 0)
      this.#unknown.add(`${set.file}: what ApplicationSet ${set.name} makes by ${unknown.join(', ')} is not known here`)
    return expanded.flatMap(({ application, parameters }) => applicationCharts(application, parameters))
  }

  /** An application that makes itself is not a new one. */
  #isNew({ name, namespace, chart, destination, values, set, setTexts }: Release): boolean {
    const given = values.map(source => (isInline(source) ? source.text.trim() : source.path))
    const key = JSON.stringify([name, namespace, chart.path, chart.remote, destination, given, set, setTexts])
    return !this.#known.has(key) && this.#known.add(key) !== undefined
  }
}

function readFile(file: string, text: string): Kustomization {
  const { located, body } = parseText(text)
  return { file, text, located, body, startLine: 1, isWhole: true }
}

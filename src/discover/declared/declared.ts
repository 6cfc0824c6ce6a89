import type { LoadedConfig } from '../../config/config.ts'
import type { PhysicalLocation } from '../../finding.ts'
import { relativeTo } from '../../io/files.ts'
import { RepositoryFiles } from '../../io/repository-files.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { parseText } from '../../parse/yaml.ts'
import type { Failure } from '../../render/render.ts'
import { inClusters } from '../clusters.ts'
import type { Discovery, Release } from '../discover.ts'
import { isInline } from '../values-source.ts'
import { APPLICATION_SET, applicationsOf } from './application-set.ts'
import { APPLICATION, applicationCharts } from './argo-cd.ts'
import type { Declaration, Fault } from './declaration.ts'
import { inSentNamespaces, type Placement, placementOf, type SentFolder } from './destinations.ts'
import { HELM_RELEASE, helmReleaseChart } from './flux.ts'
import { helmfileDeclarations, isHelmfile } from './helmfile/helmfiles.ts'
import { generatedConfigMaps, isKustomization, type Kustomization, kustomizationCharts } from './kustomize.ts'
import { releasesOf } from './releases.ts'
import { isTerraform, mayInstall, terraformDeclarations } from './terraform/releases.ts'

/** What a file or a chart holds that may declare releases. */
export interface Declaring {
  readonly manifests: readonly Manifest[]
  /** Of plain files: relative to the repository, with its text. */
  readonly file?: string
  readonly text?: string | undefined
  /** The clusters that it is said to be applied to; undefined for all. */
  readonly clusters?: readonly string[] | undefined
  /** Which of several overlays it is. */
  readonly overlay?: { readonly variant: string } | undefined
}

/** How many things a note names. */
const MOST_NAMED = 20

/** Whether a file may declare a release; cheap. */
export const mayDeclare = ({ file, text }: { readonly file: string; readonly text: string }): boolean =>
  text.includes('argoproj.io/') ||
  text.includes('helm.toolkit.fluxcd.io/') ||
  text.includes('helmCharts') ||
  text.includes('HelmChartInflationGenerator') ||
  isHelmfile(file, text) ||
  (isTerraform(file) && mayInstall(text))

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
  readonly #files: RepositoryFiles
  readonly #paths: readonly string[]
  readonly #charts: ReadonlySet<string>
  /** The charts of which the config says how they are installed. */
  readonly #configured: ReadonlySet<string>
  #taken = new Set<string>()

  constructor(discovery: Discovery, root: string, config: LoadedConfig) {
    this.#discovery = discovery
    this.#root = root
    this.#config = config
    this.#files = new RepositoryFiles(root)
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

  /**
   * Where things go, now that all releases are known.
   * @param applied the clusters that plain files are said to be applied to
   */
  placementOf(releases: readonly Release[], applied: Placement['claims']): Placement {
    return placementOf(this.#discovery, releases, this.#folders, this.#config, applied)
  }

  /** Plain files in the namespaces that they are sent to. */
  inNamespaces<P extends Declaring & { readonly file: string }>(parts: readonly P[]): readonly P[] {
    return inSentNamespaces(parts, this.#folders)
  }

  /** The releases that these declare and nothing before them did, in each of their clusters. */
  async by(parts: readonly Declaring[]): Promise<Release[]> {
    const manifests = parts.flatMap(part => part.manifests)
    const kustomizations = parts.flatMap(({ file = '', text = '' }) =>
      isKustomization(file) && text !== '' ? readFile(file, text) : [],
    )
    for (const { file, text } of parts) if (file !== undefined && text) this.#texts.set(file, text)
    this.#manifests.push(...manifests)
    this.#kustomizations.push(...kustomizations)
    const declarations = [
      ...parts.flatMap(part => this.#declaredIn(part.manifests).flatMap(declaration => inEach(declaration, part))),
      ...kustomizations.flatMap(document => this.#chartsOfKustomization(document)),
      ...this.#declarationsInFiles(parts),
    ]
    const { releases, failures, folders, elsewhere, notes } = await releasesOf(declarations, this.#root, this.#config)
    this.#folders.push(...folders)
    for (const note of notes) this.#unknown.add(note)
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

  #declaredIn(manifests: readonly Manifest[]): Declaration[] {
    const generated = generatedConfigMaps(this.#kustomizations)
    return manifests.flatMap(manifest => {
      if (manifest.groupKind === APPLICATION) return applicationCharts(manifest)
      if (manifest.groupKind === APPLICATION_SET) return this.#chartsOfSet(manifest)
      if (manifest.groupKind !== HELM_RELEASE) return []
      return helmReleaseChart(manifest, this.#manifests, generated)
    })
  }

  #chartsOfKustomization(document: Kustomization): Declaration[] {
    return kustomizationCharts(
      document,
      folder => this.#charts.has(folder),
      file => this.#texts.get(file),
    )
  }

  /** What files declare that are no manifests. */
  #declarationsInFiles(parts: readonly Declaring[]): Declaration[] {
    const texts = parts.flatMap(({ file, text }) => (file !== undefined && text !== undefined ? { file, text } : []))
    const helmfiles = helmfileDeclarations(
      texts.flatMap(({ file, text }) => (isHelmfile(file, text) ? file : [])),
      this.#files,
    )
    const terraform = terraformDeclarations(
      texts.filter(({ file }) => isTerraform(file)),
      this.#files,
    )
    this.#fail('helmfile', helmfiles.faults)
    this.#fail('Terraform', terraform.faults)
    return [...helmfiles.declarations, ...terraform.declarations]
  }

  #fail(form: string, faults: readonly Fault[]): void {
    for (const { file, line, reason } of faults) {
      const location: PhysicalLocation = { file, ...(line !== undefined && { startLine: line }), via: 'declaration' }
      const failure: Failure = { release: null, message: `${form}: ${reason}`, location }
      this.#failures.set(JSON.stringify(failure), failure)
    }
  }

  #chartsOfSet(set: Manifest): Declaration[] {
    const files = { paths: this.#paths, read: (path: string) => this.#texts.get(path) }
    const { expanded, unknown, faults } = applicationsOf(set, files)
    for (const { generator, line } of unknown)
      this.#unknown.add(`${placed(set, line)}: what ApplicationSet ${set.name} makes by ${generator} is not known here`)
    this.#fail(
      `ApplicationSet ${set.name}`,
      faults.map(({ reason, line }) => ({ file: set.file, line, reason })),
    )
    return expanded.flatMap(({ application, parameters }) => applicationCharts(application, parameters))
  }

  /** An application that makes itself is not a new one. */
  #isNew({ name, namespace, chart, destination, variant, values, set, setTexts }: Release): boolean {
    const given = values.map(source => (isInline(source) ? source.text.trim() : source.path))
    const key = JSON.stringify([name, namespace, chart.path, chart.remote, destination, variant, given, set, setTexts])
    return !this.#known.has(key) && this.#known.add(key) !== undefined
  }
}

/** A place as text; a line of a template is none of the file. */
const placed = ({ file }: Manifest, line: number | undefined): string => (line === undefined ? file : `${file}:${line}`)
/** What is applied to some clusters installs in each of them, where it does not say a cluster itself. */
function inEach(declaration: Declaration, { clusters, overlay }: Declaring): Declaration[] {
  const declared = overlay ? { ...declaration, variant: overlay.variant } : declaration
  return clusters && declaration.destination === undefined
    ? clusters.map(destination => ({ ...declared, destination }))
    : [declared]
}

function readFile(file: string, text: string): Kustomization {
  const { located, body } = parseText(text)
  return { file, text, located, body, startLine: 1, isWhole: true }
}

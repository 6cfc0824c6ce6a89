import { basename, dirname, join, matchesGlob } from 'node:path'
import { UserError } from '../errors.ts'
import { describeSystemError, kindOfPath, listFolder, relativeTo, targetWithin } from '../io/files.ts'
import { type Chart, readChart } from './chart.ts'
import { isHelmfileName } from './declared/helmfile/helmfiles.ts'

/** Sorted by absolute path. */
export interface Found {
  readonly charts: readonly Chart[]
  /** Absolute paths. */
  readonly manifests: readonly string[]
  /** Absolute paths of files that are no YAML and may say what is installed: Terraform's, and helmfiles that are templates. */
  readonly declaring: readonly string[]
  /** Absolute paths of templates of other tools, which nobody runs here. */
  readonly templates: readonly string[]
  /** Absolute paths of links to what may be manifests or charts, and is not in the repository. */
  readonly leadingOut: readonly string[]
}

/** Folders that never hold what a cluster would get. */
export const SKIPPED: ReadonlySet<string> = new Set(['.git', '.hg', '.svn', '.terraform', '.venv', 'node_modules'])
/** Folders of a chart that helm reads itself. */
const PARTS_OF_A_CHART = new Set(['charts', 'ci', 'crds', 'files', 'templates'])
/** Of a library chart helm renders nothing, so that what lies beside its templates is for somebody else. */
const PARTS_OF_A_LIBRARY = new Set(['templates'])

/** What the walk needs of the config: globs, and the folder they are relative to. */
export interface Exclusions {
  readonly folder: string
  readonly exclude?: readonly string[]
}

/**
 * The charts and YAML files under absolute `paths`. A link inside the repository is what it leads to, which is found once.
 * @throws UserError when a named path is missing or cannot be read.
 */
export async function walk(root: string, paths: readonly string[], exclusions: Exclusions): Promise<Found> {
  const walker = new Walker(root, exclusionTest(exclusions))
  for (const path of paths) await walker.start(path)
  return walker.found
}

class Walker {
  readonly #root: string
  readonly #isExcluded: (path: string) => boolean
  readonly #folders = new Set<string>()
  readonly #charts = new Map<string, Chart>()
  readonly #manifests = new Set<string>()
  readonly #declaring = new Set<string>()
  readonly #templates = new Set<string>()
  readonly #leadingOut = new Set<string>()

  constructor(root: string, isExcluded: (path: string) => boolean) {
    this.#root = root
    this.#isExcluded = isExcluded
  }

  get found(): Found {
    return {
      charts: [...this.#charts.keys()].sort().flatMap(path => this.#charts.get(path) ?? []),
      manifests: [...this.#manifests].sort(),
      declaring: [...this.#declaring].sort(),
      templates: [...this.#templates].sort(),
      leadingOut: [...this.#leadingOut].sort(),
    }
  }

  /** Takes a path that somebody named; a link is what it leads to, wherever that is. */
  async start(path: string): Promise<void> {
    const kind = await kindOfPath(path)
    if (kind === 'folder') await this.#visit(path)
    else if (kind === 'file' && basename(path) === 'Chart.yaml') await this.#addChart(dirname(path))
    else if (kind === 'file') path.endsWith('.tgz') ? await this.#addChart(path) : this.#manifests.add(path)
    else
      throw new UserError(
        `${relativeTo(this.#root, path)}: no such file or folder`,
        'name a file or folder that exists',
      )
  }

  async #visit(folder: string): Promise<void> {
    if (this.#folders.has(folder)) return
    this.#folders.add(folder)
    const entries = await listFolder(folder).catch(error => {
      throw new UserError(`${relativeTo(this.#root, folder)}: cannot read: ${describeSystemError(error)}`, 'exclude it')
    })
    const isChart = entries.some(entry => entry.name === 'Chart.yaml' && (entry.isFile() || entry.isSymbolicLink()))
    const parts = isChart ? await this.#addChart(folder) : new Set()
    await Promise.all(
      entries.map(async entry => {
        const path = join(folder, entry.name)
        if (SKIPPED.has(entry.name) || this.#isExcluded(path) || entry.name === 'Chart.yaml') return
        if (entry.isSymbolicLink()) {
          if (!parts.has(entry.name)) await this.#follow(path)
        } else if (entry.isDirectory()) {
          if (!parts.has(entry.name)) await this.#visit(path)
        } else if (entry.isFile()) await this.#addFile(path, path)
      }),
    )
  }

  /** @returns the folders in it that are helm's. */
  async #addChart(path: string): Promise<ReadonlySet<string>> {
    const chart = this.#charts.get(path) ?? (await readChart(this.#root, path))
    this.#charts.set(path, chart)
    return chart.isLibrary ? PARTS_OF_A_LIBRARY : PARTS_OF_A_CHART
  }

  /** By its name a file is a package, a manifest, a declaration, a template or of no interest. */
  async #addFile(path: string, name: string): Promise<void> {
    if (isManifestName(name)) this.#manifests.add(path)
    else if (name.endsWith('.tgz')) await this.#addChart(path)
    else if (isDeclaringName(name)) this.#declaring.add(path)
    else if (isTemplateName(name)) this.#templates.add(path)
  }

  async #follow(link: string): Promise<void> {
    const isFile = isManifestName(link) || link.endsWith('.tgz')
    const kind = await kindOfPath(link)
    const target = await targetWithin(this.#root, link)
    if (target === undefined) {
      if (isFile || kind === 'folder') this.#leadingOut.add(link)
    } else if (!this.#isLeftOut(target)) {
      if (kind === 'folder') await this.#visit(target)
      else await this.#addFile(target, link)
    }
  }

  /** Whether the walk would not come to a path by itself because of its name, or that of a folder it is in. */
  #isLeftOut(path: string): boolean {
    const steps = relativeTo(this.#root, path).split('/')
    return steps.some((step, i) => SKIPPED.has(step) || this.#isExcluded(join(this.#root, ...steps.slice(0, i + 1))))
  }
}

/** kustomize's own file may have no ending. */
const isManifestName = (name: string): boolean => /\.ya?ml$|[/\\]Kustomization$/.test(name)

const isDeclaringName = (name: string): boolean =>
  name.endsWith('.tf') || (name.endsWith('.gotmpl') && isHelmfileName(name.replaceAll('\\', '/')))

/** helmfile's, Jinja's (Ansible), and those that somebody calls so. */
const isTemplateName = (name: string): boolean => /\.(?:gotmpl|j2|jinja2?|tpl|tftpl)$/.test(name)

/** Whether the config excludes an absolute path. */
export function exclusionTest({ folder, exclude = [] }: Exclusions): (path: string) => boolean {
  const globs = exclude.map(glob => glob.replace(/^\.\//, '').replace(/\/+$/, ''))
  return path => globs.some(glob => matchesGlob(relativeTo(folder, path), glob))
}

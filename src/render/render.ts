import { posix } from 'node:path'
import type { Release } from '../discover/discover.ts'
import { missingFile } from '../discover/values-source.ts'
import { UserError } from '../errors.ts'
import type { PhysicalLocation } from '../finding.ts'
import { linkLeadingOut, listTree, relativeTo, type Tree } from '../io/files.ts'
import type { ChartFiles } from '../template/chart/chart.ts'
import { namesMissing, type Reach, renderCopy } from './copy.ts'
import { missingDependencies } from './dependencies.ts'
import { describeFailure, type RenderFailure } from './failure.ts'
import { type Helm, type HelmResult, template } from './helm.ts'
import { asItIs, isWhole, type Made, type SharedRenders, sharedRender } from './sharing.ts'

/** What a release renders to. */
export interface Rendering {
  readonly release: Release
  /** helm's output; undefined when nothing could be rendered. */
  readonly text: string | undefined
  /** Why not, or what is missing from the text. */
  readonly failure: RenderFailure | undefined
  /** From helm's `# Source:` to the file of the repository to point at. */
  readonly templates: ReadonlyMap<string, string>
  /** The chart's files with dependencies that are not in its charts/; undefined where its own folder or package has them all. */
  readonly files: ChartFiles | undefined
  readonly renderMs: number
  /** Whether an earlier run rendered it. */
  readonly isKept: boolean
}

/** A failure of the run: something could not be checked, so the conclusion is at best `incomplete`. */
export interface Failure {
  /** The release it is about; null for a plain file. */
  readonly release: string | null
  /** The release's Chart.yaml or package, relative to the repository. */
  readonly chart?: string
  readonly message: string
  readonly location: PhysicalLocation | null
  /** Why the config accepts it; then it does not make the run incomplete. */
  readonly accepted?: string
}

/** Where a release is rendered. */
export interface RenderingOptions extends Pick<Reach, 'root'>, Partial<Pick<Reach, 'mayFetch'>> {
  readonly renders?: SharedRenders | undefined
  /** What helm would print, where it need not be started. */
  readonly printed?: string | undefined
}

/**
 * Renders a release. When helm fails, that is the Rendering's `failure`, never an exception.
 * @throws UserError when a values file that the user named is missing.
 */
export async function render(
  release: Release,
  helm: Helm,
  { root, mayFetch = false, renders, printed }: RenderingOptions,
): Promise<Rendering> {
  const start = performance.now()
  const absent = await missingFile(release.values)
  if (absent)
    throw new UserError(
      `${relativeTo(root, absent)}: there is no such values file`,
      `release '${release.name}' names it`,
    )
  const tree = release.chart.isPackaged ? NO_TREE : await listTree(release.chart.path)
  const refused = await refusal(root, release, tree)
  const known = printed === undefined ? refused : (refused ?? { ok: true, stdout: printed, stderr: '' })
  const made = known
    ? asItIs(known)
    : await sharedRender(renders, { helm, release, root }, () => make(helm, release, { root, mayFetch }))
  const text = made.result.ok ? made.result.stdout : undefined
  return {
    release,
    text,
    failure: isWhole(made) ? undefined : await describeFailure(root, release, made),
    templates: templateFiles(release, tree, text ?? ''),
    files: made.files,
    renderMs: performance.now() - start,
    isKept: made.isKept ?? false,
  }
}

/** Renders a chart as it is, or a copy of it where dependencies are missing. */
async function make(helm: Helm, release: Release, reach: Reach): Promise<Made> {
  const { path } = release.chart
  const known = namesMissing(helm, path)
  if (known) return renderCopy(helm, release, known, reach)
  const whole = await template(helm, release, path)
  const names = whole.ok ? [] : missingDependencies(whole.stderr)
  return names.length > 0 ? renderCopy(helm, release, names, reach) : asItIs(whole)
}

const NO_TREE: Tree = { files: new Set(), links: [] }

/** helm follows links: a hostile chart could print any file of this machine through one. */
async function refusal(root: string, { chart }: Release, tree: Tree): Promise<HelmResult | undefined> {
  const link = tree.links.length === 0 ? undefined : await linkLeadingOut(chart.path, root)
  if (link === undefined) return undefined
  const words = `${relativeTo(root, link)} is a link that leads out of the repository: the chart was not rendered`
  return { ok: false, stdout: '', stderr: words }
}

/** A template of a packaged subchart is no file of the repository: the package, or Chart.yaml, stands for it. */
function templateFiles({ chart }: Release, tree: Tree, text: string): Map<string, string> {
  const sources = new Set(text.matchAll(/^# Source: (.+?)\r?$/gm).map(match => match[1] ?? ''))
  return new Map(
    [...sources].map(source => {
      const file = source.slice(source.indexOf('/') + 1)
      const isHere = tree.files.has(file) || tree.links.some(link => file === link || file.startsWith(`${link}/`))
      return [source, isHere ? posix.join(posix.dirname(chart.file), file) : chart.file]
    }),
  )
}

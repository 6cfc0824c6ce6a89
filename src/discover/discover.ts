import { createHash } from 'node:crypto'
import { basename, dirname, resolve } from 'node:path'
import type { LoadedConfig, ReleaseLines } from '../config/config.ts'
import { UserError } from '../errors.ts'
import { kindOfPath, relativeTo } from '../io/files.ts'
import type { Failure } from '../render/render.ts'
import { namedAuditPolicy } from './audit-policy.ts'
import { type Chart, readChart } from './chart.ts'
import { type Claim, claimOf, clusterNames, clusterNotes, DEFAULT, inClusters } from './clusters.ts'
import { templateNotes } from './templates.ts'
import { filesAsSources, type ValuesSource } from './values-source.ts'
import { withVariants } from './variants.ts'
import { exclusionTest, walk } from './walk.ts'

/** One chart with everything that decides what it renders (Helm's word). */
export interface Release {
  readonly name: string
  readonly namespace: string
  readonly chart: Chart
  /** The last one wins. */
  readonly values: readonly ValuesSource[]
  /** Typed values of the config, by key. */
  readonly set: Readonly<Record<string, unknown>>
  /** `key=value` as for helm --set. */
  readonly setTexts: readonly string[]
  readonly kubeVersion: string | undefined
  readonly apiVersions: readonly string[]
  /** The clusters that it is said to be in. */
  readonly claim: Claim
  /** The clusters that it is in; of a shared one, those that it renders the same for. */
  readonly clusters: readonly string[]
  /** The cluster that the object which declares it sends it to, where it says so. */
  readonly destination?: string | undefined
  /** Whether a kustomization has it inflated, so that it may change what renders. */
  readonly isInflated?: boolean | undefined
  /** Which of a chart's sets of values this is, such as an environment. */
  readonly variant: string
  /** All variants of what declares it, where it is installed in some of them only because that says so. */
  readonly environments?: readonly string[] | undefined
  /** The file of the repository that says this release exists. */
  readonly declaredIn: string
  /** What declares it, in the words of its users: `Argo CD Application`; undefined for a chart or the config. */
  readonly form?: string | undefined
  /** Its lines there, where it is the config. */
  readonly lines?: ReleaseLines | undefined
}

/** What the command line says about releases. */
export interface ReleaseOptions {
  readonly values?: readonly string[] | undefined
  readonly set?: readonly string[] | undefined
  readonly namespace?: string | undefined
  readonly releaseName?: string | undefined
  readonly kubeVersion?: string | undefined
  readonly apiVersions?: readonly string[] | undefined
  /** Absolute paths of values files that come after all others, by `releaseId`. */
  readonly overlays?: ReadonlyMap<string, string> | undefined
}

export interface Discovery {
  readonly releases: readonly Release[]
  /** Absolute paths of YAML files outside charts. */
  readonly manifests: readonly string[]
  /** The same, relative to the repository. */
  readonly files: readonly string[]
  /** Absolute paths of files that are no YAML and may say what is installed. */
  readonly declaring: readonly string[]
  /** The clusters that something is known of, at least one. */
  readonly clusters: readonly string[]
  /** The clusters that files are said to belong to, by path relative to the repository; others are shared by all. */
  readonly claims: ReadonlyMap<string, readonly string[]>
  /** What could not be looked at. */
  readonly failures: readonly Failure[]
  /** What was left out, one sentence each. */
  readonly notes: readonly string[]
}

/**
 * Finds the charts and YAML files under `paths` (relative to `folder`) and decides how each chart is installed.
 * @throws UserError when a named path or a chart of the config is missing.
 */
export async function discover(
  root: string,
  folder: string,
  paths: readonly string[],
  config: LoadedConfig,
  options: ReleaseOptions = {},
): Promise<Discovery> {
  const found = await walk(
    root,
    paths.map(path => resolve(folder, path)),
    config,
  )
  const { charts } = found
  const notes = charts.flatMap(noteOn)
  refuseNamedArchives(charts, folder, paths)
  const declared = await declaredReleases(root, config, options)
  // A chart that lies in another one as its dependency is installed with it, unless somebody names it.
  const named = new Set(paths.map(path => resolve(folder, path)))
  const inner = charts.flatMap(chart => chart.inner ?? []).filter(path => !named.has(path))
  const taken = new Set([...declared.map(release => release.chart.path), ...inner])
  const others = charts.filter(chart => !chart.isLibrary && chart.isChart && !taken.has(chart.path))
  const single = withSingleOptions([...declared, ...defaultReleases(others, config, options)], folder, options)
  const varied = await withVariants(root, single, exclusionTest(config))
  const auditPolicy = await namedAuditPolicy(root, config)
  const manifests = [...new Set([...found.manifests, ...auditPolicy.files])].sort()
  const claims = claimsOf(root, manifests, config)
  const everyClaim = [...varied.releases.map(({ claim }) => claim), ...claims.values()]
  const clusters = clusterNames(config, everyClaim)
  return {
    releases: varied.releases.flatMap(release => inClusters(release, clusters, config)),
    manifests,
    files: manifests.map(file => relativeTo(root, file)),
    declaring: found.declaring,
    clusters,
    claims,
    failures: [...found.leadingOut.map(link => failureOf(relativeTo(root, link))), ...auditPolicy.failures],
    notes: [
      ...notes,
      ...varied.notes,
      ...(await templateNotes(root, found.templates)),
      ...clusterNotes(config, everyClaim),
    ],
  }
}

/** What tells releases apart, in all of their variants. */
export const releaseId = ({ name, chart, claim }: Pick<Release, 'name' | 'chart' | 'claim'>): string =>
  JSON.stringify([chart.file, name, claim ?? null])

/** A release with its values file behind all others, where there is one. */
export function withOverlay(release: Release, { overlays }: ReleaseOptions = {}): Release {
  const overlay = overlays?.get(releaseId(release))
  return overlay === undefined ? release : { ...release, values: [...release.values, { path: overlay }] }
}

const failureOf = (file: string): Failure => ({
  release: null,
  message: 'this link leads out of the repository, or nowhere: what a cluster gets through it is not known; exclude it',
  location: { file, via: 'manifest' },
})

const claimsOf = (root: string, files: readonly string[], config: LoadedConfig): Map<string, readonly string[]> =>
  new Map(
    files.flatMap(file => {
      const claim = claimOf(file, config)
      return claim ? [[relativeTo(root, file), claim]] : []
    }),
  )

const noteOn = ({ file, isLibrary, isChart }: Chart): string[] => {
  if (!isChart) return [`${file}: no chart in this archive; skipped`]
  return isLibrary ? [`${file}: a library chart renders nothing; skipped`] : []
}

/** What the user named must not be skipped. */
function refuseNamedArchives(charts: readonly Chart[], folder: string, paths: readonly string[]): void {
  const named = new Set(paths.map(path => resolve(folder, path)))
  const wrong = charts.find(chart => !chart.isChart && named.has(chart.path))
  if (wrong)
    throw new UserError(`${wrong.file}: this archive holds no chart`, 'a packaged chart has <name>/Chart.yaml in it')
}

async function declaredReleases(root: string, config: LoadedConfig, options: ReleaseOptions): Promise<Release[]> {
  return Promise.all(
    (config.releases ?? []).map(async entry => {
      const path = resolve(config.folder, entry.chart)
      if ((await kindOfPath(path)) === 'missing')
        throw new UserError(
          `${config.file}: there is no chart '${entry.chart}'`,
          'paths are relative to the config file',
        )
      const chart = await readChart(root, path)
      const name = entry.name ?? releaseName(chart.name)
      return {
        name,
        namespace: entry.namespace ?? name,
        chart,
        values: filesAsSources((entry.values ?? []).map(file => resolve(config.folder, file))),
        set: entry.set ?? {},
        setTexts: [],
        kubeVersion: options.kubeVersion ?? entry.kubeVersion,
        apiVersions: [...(entry.apiVersions ?? []), ...(options.apiVersions ?? [])],
        claim: entry.cluster === undefined ? claimOf(path, config) : [entry.cluster],
        clusters: [],
        variant: entry.variant ?? DEFAULT,
        declaredIn: relativeTo(root, resolve(config.folder, basename(config.file ?? ''))),
        lines: config.releaseLines?.get(entry),
      }
    }),
  )
}

/** Nobody said how these are installed: by their chart's name, into a namespace of their own. */
function defaultReleases(charts: readonly Chart[], config: LoadedConfig, options: ReleaseOptions): Release[] {
  const counts = Map.groupBy(charts, chart => releaseName(chart.name))
  return charts.map(chart => {
    const short = releaseName(chart.name)
    // Charts of one name are told apart by their folder, or their objects would seem to be the same.
    const name =
      counts.get(short)?.length === 1 ? short : releaseName(chart.isPackaged ? chart.file : dirname(chart.file))
    return {
      name,
      namespace: name,
      chart,
      values: [],
      set: {},
      setTexts: [],
      kubeVersion: options.kubeVersion,
      apiVersions: options.apiVersions ?? [],
      claim: claimOf(chart.path, config),
      clusters: [],
      variant: DEFAULT,
      declaredIn: chart.file,
    }
  })
}

function withSingleOptions(releases: readonly Release[], folder: string, options: ReleaseOptions): readonly Release[] {
  const { values, set, namespace, releaseName: name } = options
  if (!values?.length && !set?.length && namespace === undefined && name === undefined) return releases
  const [release] = releases
  if (!release || releases.length > 1)
    throw new UserError(
      `--values, --set, --namespace and --release-name are for one chart, and there are ${releases.length} here`,
      `name the chart's folder, or declare the releases in ${'.eso-hardener.yaml'}`,
    )
  const newName = name ?? release.name
  return [
    {
      ...release,
      name: newName,
      namespace: namespace ?? (name === undefined ? release.namespace : name),
      values: [...release.values, ...filesAsSources((values ?? []).map(file => resolve(folder, file)))],
      setTexts: set ?? [],
    },
  ]
}

/** A name helm accepts: lower-case letters, digits and dashes, at most 53 characters. */
function releaseName(text: string): string {
  const name =
    text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'chart'
  if (name.length <= 53) return name
  return `${name.slice(0, 44).replace(/-+$/, '')}-${createHash('sha256').update(text).digest('hex').slice(0, 8)}`
}

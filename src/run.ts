import { availableParallelism } from 'node:os'
import { checkWorld } from './check/check.ts'
import { type LoadedConfig, loadConfig } from './config/config.ts'
import { type Discovery, discover, type Release, type ReleaseOptions } from './discover/discover.ts'
import { UserError } from './errors.ts'
import { type Finding, nameOf, reaches, SEVERITIES, type Severity } from './finding.ts'
import { readText, relativeTo, withTemporaryFolder } from './io/files.ts'
import { mapConcurrently } from './io/pool.ts'
import { locateAll } from './locate/locate.ts'
import { World } from './model/world.ts'
import { type Manifest, parseManifests } from './parse/manifest.ts'
import { verdicts } from './paths/verdicts.ts'
import { type Helm, helmVersion, prepareHelm } from './render/helm.ts'
import { type Failure, render } from './render/render.ts'
import { type Assessment, conclude, type InstallSummary, type ReleaseSummary } from './report/report.ts'
import { RULES } from './rules/index.ts'

/** What to assess and how; everything that is left out comes from the config, then from the defaults. */
export interface RunOptions {
  /** Absolute; places in the report are relative to it. */
  readonly root: string
  /** Absolute; `paths` and the config are relative to it. */
  readonly folder: string
  readonly paths: readonly string[]
  readonly config?: string | undefined
  readonly failOn?: Severity | 'never' | undefined
  readonly minSeverity?: Severity | undefined
  readonly release?: ReleaseOptions | undefined
  readonly helm?: string | undefined
  readonly jobs?: number | undefined
  readonly timeoutMs?: number | undefined
  /** Called after each chart. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

/**
 * The pipeline: reads a tree the way its cluster would, judges it, and says where each fault stands.
 * @throws UserError for input that cannot be used at all; what cannot be checked in usable input is a failure in the result.
 */
export async function assess(options: RunOptions): Promise<Assessment> {
  const clock = stopwatch()
  const config = await loadConfig(options.folder, options.config, options.paths)
  const discovery = await discover(options.root, options.folder, options.paths, config, options.release)
  clock.lap('discover')
  const [rendered, plain] = await Promise.all([
    renderReleases(discovery.releases, options),
    readPlain(discovery, options.root),
  ])
  clock.lap('render')
  const world = new World(
    [...rendered, ...plain].flatMap(part => part.manifests),
    config,
  )
  const results = checkWorld(RULES, world)
  clock.lap('check')
  const failures = [...rendered, ...plain].flatMap(part => part.failures)
  const all = locateAll(results, world.cluster, declarations(discovery)).sort(byImportance)
  const judged = verdicts({ world, rules: RULES, results, isComplete: failures.length === 0 })
  clock.lap('locate')
  return {
    ...verdict(all, failures, options, config),
    failures,
    releases: rendered.map(part => part.summary),
    plainManifests: plain.reduce((sum, part) => sum + part.manifests.length, 0),
    inventory: { installs: world.eso.installs.map(installSummary) },
    threats: judged.filter(({ id }) => id.startsWith('TM')),
    coverage: judged,
    notes: [...discovery.notes, ...(world.manifests.length === 0 && failures.length === 0 ? [NOTHING] : [])],
    timings: clock.laps,
  }
}

const declarations = ({ releases }: Discovery): Map<string, string> =>
  new Map(releases.map(({ name, declaredIn }) => [name, declaredIn]))

const NOTHING = 'there is nothing here to check: no chart, and no manifest of a kind this tool knows'

/** What one release or file gave. */
interface Part {
  readonly manifests: readonly Manifest[]
  readonly failures: readonly Failure[]
}

async function renderReleases(
  releases: readonly Release[],
  options: RunOptions,
): Promise<(Part & { summary: ReleaseSummary })[]> {
  if (releases.length === 0) return []
  return withTemporaryFolder(async folder => {
    const helm = await prepareHelm(folder, options.helm, options.timeoutMs ?? 60_000)
    let done = 0
    const work = mapConcurrently(releases, options.jobs ?? availableParallelism(), async release => {
      const part = await renderRelease(options.root, release, helm)
      options.onProgress?.(++done, releases.length)
      return part
    })
    // An old helm explains every other error, so its own comes first.
    const [version, parts] = await Promise.allSettled([helmVersion(helm), work])
    if (version.status === 'rejected') throw version.reason
    if (parts.status === 'rejected') throw parts.reason
    return parts.value
  })
}

async function renderRelease(root: string, release: Release, helm: Helm): Promise<Part & { summary: ReleaseSummary }> {
  const { text, failure, templates, renderMs } = await render(root, release, helm)
  const { manifests, failures } = parseManifests(text ?? '', {
    file: release.chart.file,
    release: { name: release.name, namespace: release.namespace },
    templateFile: source => templates.get(source) ?? release.chart.file,
  })
  const unreadable = failures.map(({ message, line }) => ({
    message: `helm's output, line ${line}: ${message}`,
    location: null,
  }))
  return {
    manifests,
    failures: [...(failure ? [failure] : []), ...unreadable].map(fault => ({ release: release.name, ...fault })),
    summary: {
      name: release.name,
      chart: release.chart.name,
      version: release.chart.version,
      namespace: release.namespace,
      cluster: 'default',
      declaredIn: release.declaredIn,
      manifests: manifests.length,
      renderMs: Math.round(renderMs),
    },
  }
}

const FILES_AT_ONCE = 16

const readPlain = ({ manifests }: Discovery, root: string): Promise<Part[]> =>
  mapConcurrently(manifests, FILES_AT_ONCE, async path => {
    const file = relativeTo(root, path)
    try {
      const text = await readText(path)
      const { manifests, failures } = parseManifests(text, { file, release: undefined })
      const guess = text.includes('{{') ? '; it looks like a template that something else fills in' : ''
      return { manifests, failures: failures.map(({ message, line }) => failureIn(file, `${message}${guess}`, line)) }
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      return { manifests: [], failures: [failureIn(file, error.message.replace(`${path}: `, ''))] }
    }
  })

const failureIn = (file: string, message: string, line?: number): Failure => ({
  release: null,
  message,
  location: { file, ...(line !== undefined && { startLine: line }), via: 'manifest' },
})

function verdict(all: readonly Finding[], failures: readonly Failure[], options: RunOptions, config: LoadedConfig) {
  const failOn = options.failOn ?? config.failOn ?? 'high'
  const minSeverity = options.minSeverity ?? config.minSeverity ?? 'low'
  const findings = all.filter(({ severity }) => reaches(severity, minSeverity))
  return {
    conclusion: conclude(all, failures, failOn),
    failOn,
    minSeverity,
    findings,
    hidden: all.length - findings.length,
  }
}

const installSummary = ({
  namespace,
  release,
  version,
  components,
}: World['eso']['installs'][number]): InstallSummary => ({
  namespace: namespace ?? null,
  release: release ?? null,
  version: version ?? null,
  components: components.map(({ role }) => role).sort(),
})

/** Most severe first, then by rule, object and place, so that the same input gives the same order. */
function byImportance(a: Finding, b: Finding): number {
  const severity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity)
  return severity || compare(sortKey(a), sortKey(b))
}

const sortKey = ({ rule, object, location, path, fingerprint }: Finding): string =>
  [
    rule,
    object ? nameOf(object) : '',
    location?.file,
    String(location?.startLine ?? 0).padStart(7, '0'),
    path.join('.'),
    fingerprint,
  ].join('\0')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function stopwatch() {
  const laps: Record<string, number> = {}
  let last = performance.now()
  return {
    laps,
    lap(name: string): void {
      const now = performance.now()
      laps[name] = Math.round(now - last)
      last = now
    },
  }
}

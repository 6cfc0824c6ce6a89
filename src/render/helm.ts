import { createHash } from 'node:crypto'
import { dirname, join } from 'node:path'
import type { RemoteChart } from '../discover/declared/declaration.ts'
import type { Release } from '../discover/discover.ts'
import { inlineName, isInline, type ValuesSource } from '../discover/values-source.ts'
import { UserError } from '../errors.ts'
import { makeFolders, readText, writeWhole } from '../io/files.ts'
import { findHelm, programDigest } from '../io/helm-binary.ts'
import { downloadedHelm } from '../io/helm-download.ts'
import { networkEnvironment, type ProcessResult, runProcess } from '../io/process.ts'
import type { Capabilities } from '../template/chart/capabilities.ts'
import { probeChart, readProbe } from '../template/chart/probe.ts'
import { credentialFor } from './repository-credentials.ts'

/** helm ready to run: the program, and the limits for one chart. */
export interface Helm {
  readonly path: string
  readonly env: Readonly<Record<string, string>>
  /** An empty folder of our own: helm's home and working directory. */
  readonly folder: string
  readonly timeoutMs: number
  /** A digest of the program; undefined for a script, of which nobody knows which helm it runs. */
  readonly identity: () => Promise<string | undefined>
  /** Absolute: a file of credentials as `docker login` writes it. Each host gets its own only. */
  readonly registryConfig?: string | undefined
}

/** What `helm template` said. Both texts are foreign: escape them for the channel they go to. */
export interface HelmResult {
  readonly ok: boolean
  readonly stdout: string
  /** helm's error, or ours when a limit stopped it. */
  readonly stderr: string
}

/** What one chart may print: ten times the largest rendering known (kube-prometheus-stack with its CRDs). */
const MAX_OUTPUT_BYTES = 64 * 1024 * 1024
/** What helm may hold for one chart: ten times what the largest chart known takes. GOMEMLIMIT below is no limit to a chart that needs more. */
export const MAX_MEMORY_BYTES = 2 * 1024 ** 3
const OLDEST = [3, 18] as const
/**
 * helm ends before its garbage is worth collecting: a quarter of a small chart's processor time is Go's collector. The limit, which
 * Go may exceed but works against, keeps large charts near the memory that they take by default (https://go.dev/doc/gc-guide).
 */
const GARBAGE_COLLECTION = { GOGC: '400', GOMEMLIMIT: '256MiB' }
/** Charts leave their monitoring out where helm, which sees no cluster here, does not know its kinds. */
export const USUAL_API_VERSIONS = [
  'monitoring.coreos.com/v1',
  'monitoring.coreos.com/v1/ServiceMonitor',
  'monitoring.coreos.com/v1/PodMonitor',
  'monitoring.coreos.com/v1/PrometheusRule',
]

/**
 * Finds helm, or downloads a version of it, and gives it an environment of its own in `folder`: no token, no kubeconfig, no plug-in,
 * no repository of the user's is seen by a chart that is rendered.
 * @throws UserError when there is no helm, or it cannot be had.
 */
export async function prepareHelm(
  folder: string,
  named: string | undefined,
  timeoutMs: number,
  version?: string,
): Promise<Helm> {
  if (named !== undefined && version !== undefined)
    throw new UserError('there is a helm program and a version to download', 'leave out --helm or --helm-version')
  const path = version === undefined ? await findHelm(named) : await downloadedHelm(version, folder)
  const at = (name: string) => join(folder, name)
  const env = {
    HOME: folder,
    TMPDIR: at('tmp'),
    KUBECONFIG: at('no-kubeconfig'),
    HELM_CACHE_HOME: at('cache'),
    HELM_CONFIG_HOME: at('config'),
    HELM_DATA_HOME: at('data'),
    HELM_PLUGINS: at('plugins'),
    PATH: '/usr/bin:/bin',
    LC_ALL: 'C.UTF-8',
    ...GARBAGE_COLLECTION,
  }
  await makeFolders(['tmp', 'cache', 'config', 'data', 'plugins'].map(at))
  return { path, env, folder, timeoutMs, identity: () => programDigest(path) }
}

/** What helm prints for the chart that asks it what it can do. */
export async function probe(helm: Helm): Promise<HelmResult> {
  const chart = join(helm.folder, 'probe')
  await makeFolders([join(chart, 'templates')])
  for (const [path, text] of probeChart()) await writeWhole(join(chart, path), text)
  return resultOf(helm, await run(helm, ['template', '--', 'probe', chart]))
}

/**
 * What helm says of itself and of the cluster it assumes.
 * @param printed what it prints for the chart that asks.
 * @throws UserError when it does not start, is no helm, or is too old.
 */
export async function helmCapabilities(helm: Helm, printed?: HelmResult): Promise<Capabilities> {
  const { stdout } = printed ?? (await probe(helm))
  try {
    const capabilities = readProbe(stdout)
    refuseOld(helm, capabilities.helm.version)
    return capabilities
  } catch (error) {
    if (error instanceof UserError) throw error
    refuseOld(helm, (await run(helm, ['version', '--template', '{{.Version}}'])).stdout)
    throw new UserError(`${helm.path}: this helm renders nothing`, 'name another with --helm PATH')
  }
}

function refuseOld({ path }: Helm, words: string): void {
  const [, version, major, minor] = /^v?((\d+)\.(\d+)\.\d+\S*)/.exec(words.trim()) ?? []
  if (version === undefined) throw new UserError(`${path}: this is not helm`, 'name helm with --helm PATH')
  const [oldestMajor, oldestMinor] = OLDEST
  if (Number(major) < oldestMajor || (Number(major) === oldestMajor && Number(minor) < oldestMinor))
    throw new UserError(`${path}: helm ${version} is too old`, `install helm ${OLDEST.join('.')} or newer`)
}

/**
 * Renders `chart` as `release` says. A chart that fails is a result, not an exception. Names stand behind `--`: a config that
 * calls a release `--post-renderer=…` must not give helm an option.
 */
export async function template(helm: Helm, release: Release, chart: string): Promise<HelmResult> {
  const files = await Promise.all(release.values.map(source => fileForHelm(helm, source)))
  return resultOf(helm, await run(helm, ['template', ...flags(release, files), '--', release.name, chart]))
}

/** The path of a values file; values that stand in another file get one of their own. */
async function fileForHelm({ folder }: Helm, source: ValuesSource): Promise<string> {
  if (!isInline(source)) return source.path
  const path = join(folder, 'values', inlineName(source))
  await makeFolders([dirname(path)])
  await writeWhole(path, source.text)
  return path
}

/** Packs a chart folder into a `.tgz` in another folder; nothing is fetched. */
export const packageChart = async (helm: Helm, chart: string, into: string): Promise<HelmResult> =>
  resultOf(helm, await run(helm, ['package', `--destination=${into}`, '--', chart]))

/** What a chart needs that is elsewhere. */
export interface Needed {
  /** The chart repositories (`https://…`) of its dependencies. */
  readonly repositories: readonly string[]
  /** Whether the chart says which versions to take. */
  readonly isLocked: boolean
}

/** For what may use the network: nothing else is told of proxies and credentials. */
const reachingEnvironment = ({ env, registryConfig }: Helm): Record<string, string> => ({
  ...env,
  ...networkEnvironment(process.env),
  ...(registryConfig !== undefined && { HELM_REGISTRY_CONFIG: registryConfig }),
})

/** Has helm fetch the dependencies of a chart into its charts/ folder, over the network. */
export async function fetchDependencies(
  helm: Helm,
  chart: string,
  { repositories, isLocked }: Needed,
): Promise<HelmResult> {
  const known = await knownRepositories(helm, chart, new Set(repositories))
  const { reaching } = known
  // `build` takes chart repositories only that were added; `update` takes any.
  for (const repository of isLocked ? new Set(repositories) : []) {
    if (known.names.has(repository)) continue
    const added = resultOf(
      helm,
      await run(reaching, ['repo', 'add', '--', nameOf(`${chart} ${repository}`), repository]),
    )
    if (!added.ok) return added
  }
  const result = resultOf(helm, await run(reaching, ['dependency', isLocked ? 'build' : 'update', '--', chart]))
  return result.ok ? result : withCause(result)
}

/**
 * What helm is told before it fetches: of the network, and of those chart repositories that there are credentials for.
 * @param purpose a text for each call: several run at once, and helm writes files of these names
 */
async function knownRepositories(helm: Helm, purpose: string, repositories: ReadonlySet<string>) {
  const file = join(helm.folder, 'repositories', `${nameOf(purpose)}.yaml`)
  const config = helm.registryConfig === undefined ? '' : await readText(helm.registryConfig)
  const known = [...repositories].flatMap(url => {
    const credential = credentialFor(url, config)
    return credential ? [{ name: nameOf(`${purpose} ${url}`), url, ...credential }] : []
  })
  await makeFolders([dirname(file)])
  // Not on the command line, which every process of this machine can read.
  if (known.length > 0) await writeWhole(file, JSON.stringify({ apiVersion: '', repositories: known }))
  const env = { ...reachingEnvironment(helm), HELM_REPOSITORY_CONFIG: file }
  return { reaching: { ...helm, env }, names: new Map(known.map(({ name, url }) => [url, name])) }
}

/** A name that helm and every file system take. */
const nameOf = (text: string): string => createHash('sha256').update(text).digest('hex').slice(0, 16)

/** helm's error is that it has no index; why it has none it only mentions. */
function withCause(result: HelmResult): HelmResult {
  const [, cause] = UNREACHABLE.exec(result.stdout + result.stderr) ?? []
  return cause === undefined ? result : { ...result, ok: false, stderr: `Error: ${cause}` }
}

/** Has helm fetch a chart as a package into an empty folder, over the network. */
export async function fetchChart(
  helm: Helm,
  { repository, name, version, pin }: RemoteChart,
  into: string,
): Promise<HelmResult> {
  const isRegistry = repository.startsWith('oci://')
  const { reaching, names } = await knownRepositories(helm, into, new Set(isRegistry ? [] : [repository]))
  const known = names.get(repository)
  if (known !== undefined) {
    const updated = withCause(resultOf(helm, await run(reaching, ['repo', 'update', '--', known])))
    if (!updated.ok) return updated
  }
  const wanted = version === '' || pin !== undefined ? [] : [`--version=${version}`]
  const place = isRegistry || known !== undefined ? [] : [`--repo=${repository}`]
  const prefix = isRegistry ? `${repository.replace(/\/+$/, '')}/` : known === undefined ? '' : `${known}/`
  const chart = `${prefix}${name}${pin ?? ''}`
  return resultOf(helm, await run(reaching, ['pull', ...place, ...wanted, `--destination=${into}`, '--', chart]))
}

const UNREACHABLE = /Unable to get an update from the "[^"\n]*" chart repository[^\n]*\n\s*([^\n]+)/

function resultOf(helm: Helm, result: ProcessResult): HelmResult {
  if (result.limit === 'time')
    return { ok: false, stdout: '', stderr: `helm was stopped after ${helm.timeoutMs / 1000} seconds (see --timeout)` }
  if (result.limit === 'output')
    return { ok: false, stdout: '', stderr: `helm was stopped: it printed more than ${MAX_OUTPUT_BYTES} bytes` }
  if (result.limit === 'memory')
    return { ok: false, stdout: '', stderr: `helm was stopped: it held more than ${MAX_MEMORY_BYTES} bytes of memory` }
  if (result.exitCode === null) return { ok: false, stdout: '', stderr: 'helm was ended by a signal' }
  return { ok: result.exitCode === 0, stdout: result.stdout, stderr: result.stderr }
}

/** What a release is rendered with, apart from names, values and files: part of what decides the output. */
export const FLAGS = ['--skip-tests', ...USUAL_API_VERSIONS] as const

function flags({ namespace, set, setTexts, kubeVersion, apiVersions }: Release, files: readonly string[]): string[] {
  return [
    `--namespace=${namespace}`,
    '--skip-tests',
    ...files.map(file => `--values=${asOneItem(file)}`),
    ...Object.entries(set).map(([key, value]) => `--set-json=${key}=${JSON.stringify(value)}`),
    ...setTexts.map(text => `--set=${text}`),
    ...(kubeVersion === undefined ? [] : [`--kube-version=${kubeVersion}`]),
    ...[...USUAL_API_VERSIONS, ...apiVersions].map(version => `--api-versions=${version}`),
  ]
}

/** helm reads values files as a list with commas (CSV). */
const asOneItem = (file: string): string => (/[,"\r\n]/.test(file) ? `"${file.replaceAll('"', '""')}"` : file)

async function run({ path, env, folder, timeoutMs }: Helm, args: readonly string[]) {
  try {
    const limits = { timeoutMs, maxOutputBytes: MAX_OUTPUT_BYTES, maxMemoryBytes: MAX_MEMORY_BYTES }
    return await runProcess(path, args, { cwd: folder, env, ...limits, isAccounted: true })
  } catch (error) {
    throw new UserError(`${path}: cannot be run: ${(error as Error).message}`, 'name helm with --helm PATH')
  }
}

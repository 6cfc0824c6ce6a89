import { availableParallelism } from 'node:os'
import type { Release } from '../discover/discover.ts'
import { UserError } from '../errors.ts'
import type { PhysicalLocation } from '../finding.ts'
import { withTemporaryFolder } from '../io/files.ts'
import { mapConcurrently } from '../io/pool.ts'
import { parseManifests } from '../parse/manifest.ts'
import type { ReleaseSummary } from '../report/report.ts'
import type { Capabilities } from '../template/chart/capabilities.ts'
import { type Helm, helmCapabilities, prepareHelm } from './helm.ts'
import type { RenderedPart } from './part.ts'
import { redact } from './redact.ts'
import { RemoteCharts } from './remote.ts'
import { type Failure, render } from './render.ts'
import type { SharedRenders } from './sharing.ts'
import { isSilent } from './silent.ts'
import { mayInstallOperator, readValues } from './values.ts'

/** How releases are rendered. */
export interface RenderOptions {
  /** Absolute; places are relative to it. */
  readonly root: string
  readonly helm?: string | undefined
  /** The program that builds kustomizations: kustomize or kubectl; looked for where it is left out, and null for none. */
  readonly kustomize?: string | null | undefined
  /** A version to download and use. */
  readonly helmVersion?: string | undefined
  /** Dependencies of charts that are not in charts/ may be fetched over the network. */
  readonly fetchDependencies?: boolean | undefined
  /** Nothing is fetched over the network. */
  readonly offline?: boolean | undefined
  readonly jobs?: number | undefined
  readonly timeoutMs?: number | undefined
  /** What other runs rendered with the same helm. */
  readonly renders?: SharedRenders | undefined
  /** Called after each chart. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

/** What the releases gave, and what helm says of itself; undefined where there is nothing to render. */
export interface Rendered {
  readonly parts: readonly RenderedPart[]
  readonly capabilities: Capabilities | undefined
}

/** Renders all releases. @throws UserError when there is no helm, it is too old, or it must not be fetched. */
export async function renderReleases(releases: readonly Release[], options: RenderOptions): Promise<Rendered> {
  refuseDownload(options)
  if (releases.length === 0) return { parts: [], capabilities: undefined }
  return withTemporaryFolder(async folder => {
    const helm = await prepareHelm(folder, options.helm, options.timeoutMs ?? 60_000, options.helmVersion)
    const remote = new RemoteCharts(helm, options.fetchDependencies === true && !options.offline)
    let done = 0
    const work = mapConcurrently(releases, options.jobs ?? availableParallelism(), async release => {
      const part = await renderDeclared(options, release, helm, remote)
      options.onProgress?.(++done, releases.length)
      return part
    })
    // An old helm explains every other error, so its own comes first.
    const [capabilities, parts] = await Promise.allSettled([helmCapabilities(helm), work])
    if (capabilities.status === 'rejected') throw capabilities.reason
    if (parts.status === 'rejected') throw parts.reason
    return { parts: parts.value, capabilities: capabilities.value }
  })
}

/** @throws UserError when helm would have to be downloaded, and must not be. */
export function refuseDownload({ offline, helmVersion }: RenderOptions): void {
  if (offline && helmVersion !== undefined)
    throw new UserError(
      `--offline forbids to download helm ${helmVersion}`,
      'name a helm that is here with --helm PATH',
    )
}

/** The chart of a release may have to be fetched first. */
async function renderDeclared(
  options: RenderOptions,
  release: Release,
  helm: Helm,
  remote: RemoteCharts,
): Promise<RenderedPart> {
  const { chart, declaredIn } = release
  if (!chart.remote) return renderRelease(options, release, helm)
  const fetched = await remote.get(chart.remote, declaredIn)
  if (!('reason' in fetched)) {
    const part = await renderRelease(options, { ...release, chart: fetched.chart }, helm)
    return {
      ...part,
      files: part.files ?? fetched.files,
      failures: part.failures.map(fault => onDeclaration(fault, release)),
    }
  }
  return unrendered(release, fetched.reason)
}

/** What is wrong in a chart that is nobody's here is shown where the chart is declared. */
const onDeclaration = (failure: Failure, { declaredIn, lines }: Release): Failure =>
  failure.location?.file === declaredIn && failure.location.startLine === undefined && lines
    ? { ...failure, location: { ...failure.location, startLine: lines.entry } }
    : failure

async function renderRelease(
  { root, renders, fetchDependencies: mayFetch = false, offline }: RenderOptions,
  release: Release,
  helm: Helm,
): Promise<RenderedPart> {
  const { text, failure, templates, files, renderMs } = await render(release, helm, {
    root,
    renders,
    mayFetch: mayFetch && !offline,
  })
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
    release,
    manifests,
    files,
    text: release.isInflated ? text : undefined,
    isSilent: failure === undefined && (await isSilent(release, manifests)),
    values: mayInstallOperator(text ?? '') ? await readValues(root, release) : undefined,
    failures: [...(failure ? [failure] : []), ...unreadable].map(fault => ({
      release: release.name,
      chart: release.chart.file,
      ...fault,
    })),
    summary: summaryOf(release, manifests.length, Math.round(renderMs)),
  }
}

/** A release whose chart is not to be had. */
async function unrendered(release: Release, reason: string): Promise<RenderedPart> {
  const { declaredIn: file, lines } = release
  const location: PhysicalLocation = { file, ...(lines && { startLine: lines.entry }), via: 'declaration' }
  const message = await redact(reason, release)
  return {
    ...{ release, manifests: [], isSilent: false, values: undefined, summary: summaryOf(release, 0, 0) },
    failures: [{ release: release.name, chart: file, message, location }],
  }
}

const summaryOf = (release: Release, manifests: number, renderMs: number): ReleaseSummary => ({
  name: release.name,
  chart: release.chart.name,
  version: release.chart.version,
  namespace: release.namespace,
  cluster: release.clusters.join(', '),
  variant: release.variant,
  declaredIn: release.declaredIn,
  form: release.form,
  ...{ manifests, renderMs },
})

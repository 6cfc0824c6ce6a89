import { availableParallelism } from 'node:os'
import type { Release } from '../discover/discover.ts'
import { UserError } from '../errors.ts'
import type { PhysicalLocation } from '../finding.ts'
import { kindOfPath, withTemporaryFolder } from '../io/files.ts'
import type { KeptEntries } from '../io/kept-entries.ts'
import { mapConcurrently } from '../io/pool.ts'
import { parseManifests } from '../parse/manifest.ts'
import type { ReleaseSummary } from '../report/report.ts'
import type { Capabilities } from '../template/chart/capabilities.ts'
import { probeChart } from '../template/chart/probe.ts'
import { type Helm, helmCapabilities, prepareHelm, probe } from './helm.ts'
import { sharedRenders } from './kept-renders.ts'
import type { RenderedPart } from './part.ts'
import { redact } from './redact.ts'
import { RemoteCharts, wordsFor } from './remote.ts'
import { type Failure, render } from './render.ts'
import { asItIs, type SharedRenders } from './sharing.ts'
import { isSilent } from './silent.ts'
import { mayInstallOperator, readValues } from './values.ts'
import { type EqualityMemory, type HelmlessOutputs, renderWithoutHelm } from './without-helm.ts'

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
  /** Absolute: credentials of registries and chart repositories, as `docker login` keeps them. */
  readonly registryConfig?: string | undefined
  /** Nothing is fetched over the network. */
  readonly offline?: boolean | undefined
  readonly jobs?: number | undefined
  readonly timeoutMs?: number | undefined
  /** What other runs rendered with the same helm. */
  readonly renders?: SharedRenders | undefined
  /** What earlier runs kept. */
  readonly cache?: KeptEntries | undefined
  /** Who renders charts: helm, or the traced renderer, with helm for a sample and for what that leaves to it. */
  readonly renderer?: 'helm' | 'traced' | undefined
  /** What the traced renderer was seen to render as helm does; without it, a sample is checked in each run. */
  readonly equality?: EqualityMemory | undefined
  /** Called after each chart. */
  readonly onProgress?: ((done: number, all: number) => void) | undefined
}

/** What the releases gave, and what helm says of itself; undefined where there is nothing to render. */
export interface Rendered {
  readonly parts: readonly RenderedPart[]
  readonly capabilities: Capabilities | undefined
  readonly notes: readonly string[]
}

/** Renders all releases. @throws UserError when there is no helm, it is too old, or it must not be fetched. */
export async function renderReleases(releases: readonly Release[], options: RenderOptions): Promise<Rendered> {
  refuseDownload(options)
  await refuseMissing(options)
  if (releases.length === 0) return { parts: [], capabilities: undefined, notes: [] }
  return withTemporaryFolder(async folder => {
    const prepared = await prepareHelm(folder, options.helm, options.timeoutMs ?? 60_000, options.helmVersion)
    const helm = { ...prepared, registryConfig: options.registryConfig }
    // What helm rendered to check the traced renderer it need not render again.
    const shared =
      options.renderer === 'traced'
        ? { ...options, renders: options.renders ?? sharedRenders(options.cache, true) }
        : options
    const remote = new RemoteCharts(helm, obstacleTo(options))
    const { outputs, notes } = await withoutHelm(releases, shared, helm)
    let done = 0
    const work = mapConcurrently(releases, options.jobs ?? availableParallelism(), async release => {
      const part = await renderDeclared(shared, release, helm, remote, outputs.get(release))
      options.onProgress?.(++done, releases.length)
      return part
    })
    // An old helm explains every other error, so its own comes first.
    const [capabilities, parts] = await Promise.allSettled([capabilitiesOf(helm, shared), work])
    if (capabilities.status === 'rejected') throw capabilities.reason
    if (parts.status === 'rejected') throw parts.reason
    return { parts: parts.value, capabilities: capabilities.value, notes }
  })
}

const NOTHING: HelmlessOutputs = { outputs: new Map(), notes: [] }

async function withoutHelm(releases: readonly Release[], options: RenderOptions, helm: Helm): Promise<HelmlessOutputs> {
  if (options.renderer !== 'traced') return NOTHING
  const { root, renders, jobs = availableParallelism() } = options
  return renderWithoutHelm(releases, {
    ...{ capabilities: await capabilitiesOf(helm, options), memory: options.equality, jobs },
    helm: async release => (await render(release, helm, { root, renders })).text,
  })
}

/** Asked of each program once, where something is kept. */
async function capabilitiesOf(
  helm: Helm,
  { cache, renders = sharedRenders(cache, false) }: RenderOptions,
): Promise<Capabilities> {
  const known = await renders?.get(PROBE, helm)
  if (known) return helmCapabilities(helm, known.result)
  const result = await probe(helm)
  const capabilities = await helmCapabilities(helm, result)
  if (result.ok) await renders?.set(PROBE, asItIs(result), helm)
  return capabilities
}

const PROBE = JSON.stringify([...probeChart()])

/** @throws UserError when helm would have to be downloaded, and must not be. */
export function refuseDownload({ offline, helmVersion }: RenderOptions): void {
  if (offline && helmVersion !== undefined)
    throw new UserError(
      `--offline forbids to download helm ${helmVersion}`,
      'name a helm that is here with --helm PATH',
    )
}

function obstacleTo({ fetchDependencies, offline }: RenderOptions): string | undefined {
  if (offline) return '--offline forbids to fetch it'
  return fetchDependencies ? undefined : '--fetch-dependencies lets helm fetch it'
}

/** Without it helm would ask as nobody, and say that of every chart. */
async function refuseMissing({ registryConfig }: RenderOptions): Promise<void> {
  if (registryConfig !== undefined && (await kindOfPath(registryConfig)) !== 'file')
    throw new UserError(
      `${registryConfig}: there is no such file`,
      '--registry-config takes what `docker login` writes',
    )
}

/** The chart of a release may have to be fetched first. */
async function renderDeclared(
  options: RenderOptions,
  release: Release,
  helm: Helm,
  remote: RemoteCharts,
  printed?: string,
): Promise<RenderedPart> {
  const { chart, declaredIn } = release
  const { remote: named } = chart
  if (!named) return renderRelease(options, release, helm, printed)
  const fetched = await remote.get(named, declaredIn)
  if (!('reason' in fetched)) {
    const part = await renderRelease(options, { ...release, chart: fetched.chart }, helm)
    const words = await redact(wordsFor(named), release)
    return {
      ...part,
      files: part.files ?? fetched.files,
      failures: part.failures.map(fault => onDeclaration(fault, release, words)),
    }
  }
  return unrendered(release, fetched.reason)
}

/** What is wrong in a chart that is nobody's here is shown where the chart is declared; helm may not say of which it speaks. */
function onDeclaration(failure: Failure, { declaredIn, lines }: Release, chart: string): Failure {
  const { message, location } = failure
  if (location?.file !== declaredIn || location.startLine !== undefined) return failure
  return {
    ...failure,
    message: `${chart}: ${message}`,
    location: { ...location, ...(lines && { startLine: lines.entry }) },
  }
}

async function renderRelease(
  { root, cache, renders = sharedRenders(cache, false), fetchDependencies: mayFetch = false, offline }: RenderOptions,
  release: Release,
  helm: Helm,
  printed?: string,
): Promise<RenderedPart> {
  const { text, failure, templates, files, renderMs, isKept } = await render(release, helm, {
    root,
    renders,
    mayFetch: mayFetch && !offline,
    printed,
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
    summary: {
      ...summaryOf(release, manifests.length, Math.round(renderMs)),
      ...(printed !== undefined && { seenByHelm: false }),
      isKept,
    },
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

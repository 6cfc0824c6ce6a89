import { availableParallelism } from 'node:os'
import { basename } from 'node:path'
import type { Release } from '../../discover/discover.ts'
import { isInline } from '../../discover/values-source.ts'
import { UserError } from '../../errors.ts'
import { relativeTo, withTemporaryFolder } from '../../io/files.ts'
import { mapConcurrently } from '../../io/pool.ts'
import { ChartReader } from '../../render/chart-files.ts'
import { type Helm, helmCapabilities, prepareHelm } from '../../render/helm.ts'
import { type RenderOptions, refuseDownload } from '../../render/releases.ts'
import { render } from '../../render/render.ts'
import { type TracedChart, tracedChartOrReason } from '../../render/traced.ts'
import type { Capabilities } from '../../template/chart/capabilities.ts'
import type { Layers } from '../layers.ts'
import type { TracedRelease } from '../place.ts'
import { tracedRelease } from '../traced-release.ts'
import { Tries } from '../what-if.ts'
import { packagedLayers } from './key-layers.ts'
import { type PrintedDocument, printedDocuments } from './printed.ts'
import type { FileOf } from './spots.ts'

/** A release that can be asked: what helm printed for it, and where the trace has it from. */
export interface ExaminedRelease {
  readonly release: Release
  readonly chart: TracedChart
  readonly traced: TracedRelease
  readonly layers: Layers
  readonly documents: readonly PrintedDocument[]
  readonly fileOf: FileOf
  /** What helm could not render. */
  readonly notes: readonly string[]
}

/** Why a release cannot be asked. */
export interface NotTraced {
  readonly release: Release
  readonly reason: string
}

/**
 * Renders and traces releases.
 * @param printed a text that helm printed before; without it each release is rendered now.
 * @throws UserError when there is no helm.
 */
export async function examine(
  releases: readonly Release[],
  options: RenderOptions,
  printed?: string,
): Promise<(ExaminedRelease | NotTraced)[]> {
  refuseDownload(options)
  return withTemporaryFolder(async folder => {
    const helm = await prepareHelm(folder, options.helm, options.timeoutMs ?? 60_000, options.helmVersion)
    const capabilities = await helmCapabilities(helm)
    let done = 0
    return mapConcurrently(releases, options.jobs ?? availableParallelism(), async release => {
      const examined = await examineOne(release, options.root, helm, capabilities, printed)
      options.onProgress?.(++done, releases.length)
      return examined
    })
  })
}

async function examineOne(
  release: Release,
  root: string,
  helm: Helm,
  capabilities: Capabilities,
  printed: string | undefined,
): Promise<ExaminedRelease | NotTraced> {
  const rendering = printed === undefined ? await render(release, helm, { root }) : undefined
  const text = printed ?? rendering?.text
  if (text === undefined) return { release, reason: rendering?.failure?.message ?? 'helm does not render it' }
  const chart = await tracedChartOrReason(release, capabilities, new ChartReader(), rendering?.files)
  if (typeof chart === 'string') return { release, reason: chart }
  const { failure, reason } = chart.trace
  if (reason !== undefined) return { release, reason }
  if (failure) return { release, reason: `the trace fails${failure.place ? ` in ${failure.place.template}` : ''}` }
  const names = release.values.map(source => (isInline(source) ? source.file : relativeTo(root, source.path)))
  const traced = tracedRelease({ release, manifests: [] }, chart, names, new Tries(0))
  const { layers } = traced
  return {
    ...{ release, chart, traced },
    layers: release.chart.isPackaged
      ? { ...layers, files: [...layers.files, ...packagedLayers(basename(release.chart.file), chart)] }
      : layers,
    documents: printedDocuments(text, traced.referee),
    fileOf: template => traced.fileOf(template)?.file ?? null,
    notes: rendering?.failure ? [rendering.failure.message] : [],
  }
}

/** Those that can be asked. @throws UserError when there is none. */
export function askable(examined: readonly (ExaminedRelease | NotTraced)[]): ExaminedRelease[] {
  const able = examined.filter(entry => 'chart' in entry)
  const [first] = examined.filter(entry => 'reason' in entry)
  if (able.length === 0 && first)
    throw new UserError(
      `${first.release.chart.file}: not traced: ${first.reason}`,
      'eso-hardener check judges it all the same, and names files without lines',
    )
  return able
}

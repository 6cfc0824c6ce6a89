import { relative, resolve } from 'node:path'
import { UserError } from '../errors.ts'
import { kindOfPath } from '../io/files.ts'
import { type Chart, readChart } from './chart.ts'
import { DEFAULT } from './clusters.ts'
import type { Release } from './discover.ts'

/** The operator's chart as somebody names it. */
export interface OperatorChart {
  /**
   * A folder or package, relative to `folder`; `oci://…` with the chart's name; or the address of a chart repository.
   * With a version alone it is the official one.
   */
  readonly chart?: string | undefined
  /** Absolute. */
  readonly folder: string
  /** A version or a range; the newest without it. */
  readonly version?: string | undefined
}

/** https://external-secrets.io/latest/introduction/getting-started/ */
const OFFICIAL = 'oci://ghcr.io/external-secrets/charts/external-secrets'
/** What the chart is called in repositories, and what it is installed as. */
const NAME = 'external-secrets'

/**
 * A release of the operator with the values of its chart, for a repository that installs none.
 * @throws UserError for a path without a chart.
 */
export async function operatorRelease(named: OperatorChart, root: string): Promise<Release> {
  return {
    ...{ name: NAME, namespace: NAME, chart: await chartOf(named, root), declaredIn: named.chart ?? OFFICIAL },
    ...{ values: [], set: {}, setTexts: [], kubeVersion: undefined, apiVersions: [] },
    ...{ claim: undefined, clusters: [], variant: DEFAULT },
  }
}

async function chartOf({ chart = OFFICIAL, folder, version = '' }: OperatorChart, root: string): Promise<Chart> {
  if (/^(?:oci|https?):\/\//.test(chart)) {
    const isRegistry = chart.startsWith('oci://')
    const end = isRegistry ? chart.lastIndexOf('/') : chart.length
    const name = isRegistry ? chart.slice(end + 1) : NAME
    const remote = { repository: chart.slice(0, end), name, version }
    return { path: '', file: chart, name, version, isPackaged: true, isLibrary: false, isChart: true, remote }
  }
  const path = resolve(folder, chart)
  const kind = await kindOfPath(path)
  const isChart = kind === 'file' || (await kindOfPath(resolve(path, 'Chart.yaml'))) === 'file'
  if (!isChart)
    throw new UserError(`${chart}: there is no chart here`, 'name a chart folder, a package, oci://… or a repository')
  const found = await readChart(root, path)
  if (version !== '' && found.version !== version)
    throw new UserError(
      `${chart}: this is version ${found.version || 'unknown'} of the chart, not ${version}`,
      'leave out the version, or name another chart',
    )
  return relative(root, path).startsWith('..') ? { ...found, file: chart } : found
}

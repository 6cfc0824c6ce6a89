import { createHash } from 'node:crypto'
import { join } from 'node:path'
import type { Chart } from '../discover/chart.ts'
import { readChart } from '../discover/chart.ts'
import type { RemoteChart } from '../discover/declared/declaration.ts'
import { UserError } from '../errors.ts'
import { listFolder, makeFolders, readBytes } from '../io/files.ts'
import { dependsOnMore } from '../io/observed.ts'
import { unpackChart } from '../template/chart/archive.ts'
import type { ChartFiles } from '../template/chart/chart.ts'
import { TemplateError, Untraced } from '../template/errors.ts'
import { fetchFailure } from './fetch-failure.ts'
import { fetchChart, type Helm } from './helm.ts'

/** A chart that was fetched, or why it was not, in helm's words. */
export type Fetched = { readonly chart: Chart; readonly files: ChartFiles | undefined } | { readonly reason: string }

/** Has helm fetch charts that are not in the repository; each of them once. */
export class RemoteCharts {
  readonly #helm: Helm
  readonly #obstacle: string | undefined
  readonly #fetched = new Map<string, Promise<Fetched>>()

  /** @param obstacle why nothing may be fetched, as the end of a sentence; undefined where it may. */
  constructor(helm: Helm, obstacle: string | undefined) {
    this.#helm = helm
    this.#obstacle = obstacle
  }

  /** @param file what declares it: findings in a chart that is nobody's here are shown there. */
  async get(remote: RemoteChart, file: string): Promise<Fetched> {
    if (this.#obstacle !== undefined)
      return { reason: `${wordsFor(remote)} is not in the repository; ${this.#obstacle}` }
    const key = JSON.stringify([remote.repository, remote.name, remote.version, remote.pin])
    const known =
      this.#fetched.get(key) ?? this.#fetch(remote, createHash('sha256').update(key).digest('hex').slice(0, 16))
    this.#fetched.set(key, known)
    const fetched = await known
    return 'reason' in fetched ? fetched : { ...fetched, chart: { ...fetched.chart, file, remote } }
  }

  async #fetch(remote: RemoteChart, name: string): Promise<Fetched> {
    dependsOnMore('a chart was fetched')
    const folder = join(this.#helm.folder, 'remote', name)
    await makeFolders([folder])
    const { ok, stderr } = await fetchChart(this.#helm, remote, folder)
    const [packed] = ok ? (await listFolder(folder)).filter(entry => entry.name.endsWith('.tgz')) : []
    if (!packed) return { reason: `${wordsFor(remote)} could not be fetched: ${fetchFailure(stderr)}` }
    const path = join(folder, packed.name)
    return { chart: await readChart(folder, path), files: await filesIn(path) }
  }
}

/** With the credential that a URL may have: redact it. */
export const wordsFor = ({ repository, name, version }: RemoteChart): string =>
  `the chart ${name}${version === '' ? '' : ` ${version}`} of ${repository}`

/** Undefined for what the tracer cannot read as helm does. */
async function filesIn(path: string): Promise<ChartFiles | undefined> {
  try {
    return unpackChart(await readBytes(path))
  } catch (error) {
    if (error instanceof UserError || error instanceof TemplateError || error instanceof Untraced) return undefined
    throw error
  }
}

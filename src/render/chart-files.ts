import type { Release } from '../discover/discover.ts'
import { UserError } from '../errors.ts'
import { readBytes, readTree } from '../io/files.ts'
import { unpackChart } from '../template/chart/archive.ts'
import type { ChartFiles } from '../template/chart/chart.ts'
import { TemplateError, Untraced } from '../template/errors.ts'

/** More than this many bytes of a chart are not read to be traced. */
const MAX_BYTES = 64 * 1024 * 1024
/** Nor more than this of all charts of a run. */
const MAX_BYTES_IN_ALL = 4 * MAX_BYTES

/** Reads the files of charts; a chart that several releases install is read once. */
export class ChartReader {
  readonly #read = new Map<string, Promise<ChartFiles | undefined>>()
  #bytes = 0

  /** All files of a release's chart, by their paths below its folder; undefined when they cannot be had as helm has them. */
  filesOf({ chart }: Release): Promise<ChartFiles | undefined> {
    const known = this.#read.get(chart.path)
    if (known) return known
    const files = this.#filesAt(chart)
    this.#read.set(chart.path, files)
    return files
  }

  async #filesAt({ path, isPackaged }: Release['chart']): Promise<ChartFiles | undefined> {
    const left = Math.min(MAX_BYTES, MAX_BYTES_IN_ALL - this.#bytes)
    try {
      // helm follows links, and what they lead to may change what it renders.
      const files = isPackaged ? unpackChart(await readBytes(path)) : readTree(path, left)
      for (const { length } of files?.values() ?? []) this.#bytes += length
      return this.#bytes > MAX_BYTES_IN_ALL ? undefined : files
    } catch (error) {
      if (error instanceof UserError || error instanceof TemplateError || error instanceof Untraced) return undefined
      throw error
    }
  }
}

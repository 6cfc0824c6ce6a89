import { basename, join, resolve, sep } from 'node:path'
import { readPackagedChartYaml } from '../io/archive.ts'
import { kindOfPath, readText, relativeTo } from '../io/files.ts'
import { asList, asMapping, asText, type Mapping } from '../parse/untyped.ts'
import { parseText } from '../parse/yaml.ts'
import type { RemoteChart } from './declared/declaration.ts'

/** A chart folder or package. */
export interface Chart {
  /** Absolute path of the folder or `.tgz`, as helm takes it; empty for a remote chart that was not fetched. */
  readonly path: string
  /** Its Chart.yaml or the package, relative to the repository; of a remote chart, the file that declares its release. */
  readonly file: string
  readonly name: string
  readonly version: string
  readonly isPackaged: boolean
  readonly isLibrary: boolean
  /** False for an archive that holds no chart. */
  readonly isChart: boolean
  /** Absolute paths of charts in folders of its own that it depends on (`file://`). */
  readonly inner?: readonly string[]
  /** Where it comes from when it is not in the repository. */
  readonly remote?: RemoteChart
}

/** Reads a chart's name, version and type. A Chart.yaml that cannot be read is left for helm to complain about. */
export async function readChart(root: string, path: string): Promise<Chart> {
  const isPackaged = (await kindOfPath(path)) === 'file'
  const text = isPackaged ? await readPackagedChartYaml(path) : await readText(join(path, 'Chart.yaml')).catch(() => '')
  // Of a text with a fault nothing is believed, above all not that helm renders nothing.
  const { body, failure } = parseText(text ?? '')
  const chart = failure ? undefined : asMapping(body)
  return {
    path,
    file: relativeTo(root, isPackaged ? path : join(path, 'Chart.yaml')),
    name: asText(chart?.name) ?? basename(path, '.tgz'),
    version: asText(chart?.version) ?? '',
    isPackaged,
    isLibrary: chart?.type === 'library',
    isChart: !isPackaged || text !== undefined,
    ...(!isPackaged && { inner: innerCharts(path, chart) }),
  }
}

function innerCharts(path: string, chart: Mapping | undefined): string[] {
  const addresses = asList(chart?.dependencies).flatMap(entry => asText(asMapping(entry)?.repository) ?? [])
  const folders = addresses.flatMap(address =>
    address.startsWith(LOCAL) ? resolve(path, address.slice(LOCAL.length)) : [],
  )
  return folders.filter(folder => folder.startsWith(`${path}${sep}`))
}

const LOCAL = 'file://'

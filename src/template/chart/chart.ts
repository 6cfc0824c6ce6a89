import { TemplateError, Untraced } from '../errors.ts'
import { compareBytes, type Dict } from '../value/value.ts'
import { readYaml } from '../yaml/read.ts'
import { unpackChart } from './archive.ts'
import { Declarations } from './declarations.ts'
import { parseIgnoreRules, withoutIgnored } from './ignore.ts'
import { type Metadata, readDependencies, readMetadata } from './metadata.ts'
import { readValues } from './values.ts'

/** A chart as helm loads it: before anything is rendered, switched off or renamed. Nothing in it is changed later. */
export interface Chart {
  readonly metadata: Metadata
  /** Where its dependencies are listed. */
  readonly declarations: Declarations
  /** Its values.yaml, without provenance. */
  readonly values: Dict
  readonly templates: readonly TemplateFile[]
  /** What `.Files` has: everything that is no template, no values and no subchart; crds/ is among it. */
  readonly files: ReadonlyMap<string, Uint8Array>
  /** Whether helm checks its values by a values.schema.json. */
  readonly hasSchema: boolean
  /** All that lies in charts/, by folder or file name. */
  readonly subcharts: readonly Chart[]
}

export interface TemplateFile {
  /** Below the chart's folder: `templates/deployment.yaml`. */
  readonly path: string
  readonly text: string
  /** Go would copy bytes that are no UTF-8 as they are; the text has replacement characters for them. */
  readonly isUtf8: boolean
}

/** Files by their path below the chart's folder, with `/`. */
export type ChartFiles = ReadonlyMap<string, Uint8Array>

export interface Loading {
  /** The files come from a `.tgz`, so that .helmignore did its work when it was packed. */
  readonly isPackaged: boolean
  /** helm's version, as `4.1.4`. */
  readonly helm: string
}

/** Charts in charts/ of charts in charts/ ...; no chart that anybody wrote is nested this deep. */
const MAX_DEPTH = 20
/** Characters of patterns times characters of paths; a usual chart has a million. */
const MOST_MATCHED = 200_000_000

/** Reads a chart with its subcharts. @throws TemplateError when helm would refuse it; Untraced when it is beyond us. */
export function loadChart(files: ChartFiles, loading: Loading): Chart {
  if (loading.isPackaged) return chartOf(files, loading, 0)
  const ignored = textAt(files, '.helmignore')
  const paths = [...files.keys()].reduce((sum, path) => sum + path.length, 0)
  if (ignored.length * paths > MOST_MATCHED) throw new Untraced('a .helmignore that is too long for so many files')
  return chartOf(withoutIgnored(files, parseIgnoreRules(ignored)), loading, 0)
}

function chartOf(files: ChartFiles, loading: Loading, depth: number): Chart {
  if (depth > MAX_DEPTH) throw new Untraced('charts are nested too deeply')
  const sorted = [...files].sort(([a], [b]) => compareBytes(a, b))
  const head = headOf(files)
  return {
    ...head,
    values: readValues(textAt(files, 'values.yaml'), loading.helm),
    templates: sorted
      .filter(([path]) => path.startsWith('templates/'))
      .map(([path, bytes]) => ({ path, ...decode(bytes) })),
    files: new Map(
      sorted
        .filter(([path]) => isPlainFile(path, head.metadata.apiVersion))
        .map(([path, bytes]) => [path, withoutMark(bytes)]),
    ),
    hasSchema: files.has('values.schema.json'),
    subcharts: subchartFiles(sorted).map(below => chartOf(below, loading, depth + 1)),
  }
}

function headOf(files: ChartFiles): Pick<Chart, 'metadata' | 'declarations'> {
  if (!files.has('Chart.yaml')) throw new TemplateError('Chart.yaml file is missing')
  const text = textAt(files, 'Chart.yaml')
  const metadata = readMetadata(readYaml(text), text)
  const requirements = textAt(files, 'requirements.yaml')
  const dependencies = readDependencies(readYaml(requirements), requirements)
  if (!dependencies) return { metadata, declarations: new Declarations('Chart.yaml', text) }
  return { metadata: { ...metadata, dependencies }, declarations: new Declarations('requirements.yaml', requirements) }
}

/** What helm itself reads is not in `.Files`, but for the requirements of an `apiVersion: v1`. */
function isPlainFile(path: string, apiVersion: string): boolean {
  if (['Chart.yaml', 'Chart.lock', 'values.yaml', 'values.schema.json'].includes(path)) return false
  if (path === 'requirements.yaml' || path === 'requirements.lock') return apiVersion === 'v1'
  return !path.startsWith('templates/') && (!path.startsWith('charts/') || path.endsWith('.prov'))
}

/** The files of each chart in charts/; what is called `_…` or `.…` is none. */
function subchartFiles(sorted: readonly (readonly [string, Uint8Array])[]): ChartFiles[] {
  const folders = new Map<string, Map<string, Uint8Array>>()
  for (const [path, bytes] of sorted) {
    const [, name = '', below] = /^charts\/([^/]+)(?:\/(.+))?$/s.exec(path) ?? []
    if (name === '' || /^[_.]/.test(name) || path.endsWith('.prov')) continue
    const files = folders.get(name) ?? new Map<string, Uint8Array>()
    folders.set(name, files)
    if (below !== undefined) files.set(below, bytes)
    else if (name.endsWith('.tgz')) for (const [inside, content] of unpackChart(bytes)) files.set(inside, content)
  }
  return [...folders.values()]
}

const textAt = (files: ChartFiles, path: string): string => decode(files.get(path) ?? new Uint8Array()).text

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
const lenient = new TextDecoder('utf-8', { ignoreBOM: true })

/** helm takes a byte order mark off every file. */
function decode(bytes: Uint8Array): { text: string; isUtf8: boolean } {
  const content = withoutMark(bytes)
  try {
    return { text: strict.decode(content), isUtf8: true }
  } catch {
    return { text: lenient.decode(content), isUtf8: false }
  }
}

const withoutMark = (bytes: Uint8Array): Uint8Array =>
  bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes

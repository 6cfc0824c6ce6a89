import { basename, join } from 'node:path'
import { dirname } from 'node:path/posix'
import { parse } from 'yaml'
import { type InUse, inUse } from '../check/in-use.ts'
import type { Chart } from '../discover/chart.ts'
import { DEFAULT } from '../discover/clusters.ts'
import { discover, type Release } from '../discover/discover.ts'
import { UserError } from '../errors.ts'
import { listFolder, readText, relativeTo } from '../io/files.ts'
import { isTestPath } from '../model/eso/test-path.ts'
import { World } from '../model/world.ts'
import { asList, asMapping, asText } from '../parse/untyped.ts'
import { readPlain } from '../render/plain.ts'
import { type RenderOptions, renderReleases } from '../render/releases.ts'
import type { Failure } from '../render/render.ts'
import { valuesFilesFor } from './values-files.ts'

/** A chart as it is installed where nobody says otherwise, and the files it may be installed with. */
export interface FoundRelease {
  readonly release: Release
  readonly valuesFiles: readonly string[]
  /** Whether a check tries it with the values files of its tests, as long as nobody says how it is installed. */
  readonly isTried: boolean
}

/** What a folder holds. Paths are relative to it. */
export interface Survey {
  /** Without the charts of tests and examples. */
  readonly releases: readonly FoundRelease[]
  readonly charts: number
  /** Manifests that were read, those that charts render included. */
  readonly manifests: number
  /** The topmost folders of tests and examples. */
  readonly testFolders: readonly string[]
  /** Folders of charts whose dependencies are not all there. */
  readonly incompleteCharts: readonly string[]
  readonly inUse: InUse
  /** What could not be checked. */
  readonly failures: readonly Failure[]
  /** Why the charts were not rendered. */
  readonly note: string | undefined
}

/** Looks at everything in a folder as a check without a config would. `options.root` is the folder. */
export async function survey(options: RenderOptions): Promise<Survey> {
  const { root } = options
  const found = await discover(root, root, ['.'], { folder: root, file: undefined })
  const { releases: tried, manifests: paths } = found
  const releases = tried.filter(({ variant }) => variant === DEFAULT)
  const plain = await readPlain(paths, root)
  const { rendered, note } = await renderAll(tried, options)
  const parts = [...rendered, ...plain]
  const manifests = parts.flatMap(part => part.manifests)
  const files = [...paths.map(path => relativeTo(root, path)), ...(await filesForCi(releases))].sort()
  const charts = new Set(releases.flatMap(({ chart }) => (chart.isPackaged ? [] : dirname(chart.file))))
  const own = releases.filter(({ chart }) => !isTestPath(chart.file))
  return {
    releases: own.map(release => ({
      release,
      valuesFiles: valuesFilesFor(release, files, charts),
      isTried: tried.some(({ chart, variant }) => variant !== DEFAULT && chart.path === release.chart.path),
    })),
    charts: releases.length,
    manifests: manifests.length,
    testFolders: testFolders([
      ...releases.map(({ chart }) => chart.file),
      ...plain.filter(holdsSome).map(({ file }) => file),
    ]),
    incompleteCharts: await incompleteCharts(own),
    inUse: inUse(new World(manifests)),
    failures: [...found.failures, ...parts.flatMap(part => part.failures)],
    note,
  }
}

/** Without helm the manifests alone are looked at. */
async function renderAll(releases: readonly Release[], options: RenderOptions) {
  try {
    const { parts } = await renderReleases(releases, options)
    return { rendered: parts, note: undefined }
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    return { rendered: [], note: `the charts were not rendered: ${error.message}` }
  }
}

/** chart-testing's values files stand in a folder that is otherwise none of a repository's manifests. */
async function filesForCi(releases: readonly Release[]): Promise<string[]> {
  const found = releases.map(async ({ chart }) => {
    const entries = chart.isPackaged ? [] : await listFolder(join(chart.path, 'ci')).catch(() => [])
    return entries.filter(entry => entry.isFile()).map(({ name }) => join(dirname(chart.file), 'ci', name))
  })
  return (await Promise.all(found)).flat()
}

const holdsSome = ({ manifests, failures }: { manifests: readonly unknown[]; failures: readonly unknown[] }): boolean =>
  manifests.length + failures.length > 0

function testFolders(files: readonly string[]): string[] {
  const folders = files.filter(isTestPath).map(file => {
    const parts = dirname(file).split('/')
    const top = parts.findIndex((_, i) => isTestPath(`${parts.slice(0, i + 1).join('/')}/x`))
    return parts.slice(0, top + 1).join('/')
  })
  return [...new Set(folders)].sort()
}

async function incompleteCharts(releases: readonly Release[]): Promise<string[]> {
  const charts = releases.map(({ chart }) => chart).filter(({ isPackaged }) => !isPackaged)
  const missing = await Promise.all(charts.map(lacksDependencies))
  return charts.filter((_, i) => missing[i]).map(({ file }) => dirname(file))
}

async function lacksDependencies({ path }: Chart): Promise<boolean> {
  const texts = ['Chart.yaml', 'requirements.yaml'].map(file => readText(join(path, file)).catch(() => ''))
  const names = (await Promise.all(texts)).flatMap(dependenciesIn)
  const there = names.length === 0 ? [] : await listFolder(join(path, 'charts')).catch(() => [])
  return names.some(
    name => !there.some(entry => entry.name === name || basename(entry.name, '.tgz').startsWith(`${name}-`)),
  )
}

function dependenciesIn(text: string): string[] {
  try {
    const chart = asMapping(parse(text, { logLevel: 'silent' }))
    return asList(chart?.dependencies).flatMap(entry => asText(asMapping(entry)?.name) ?? [])
  } catch {
    return []
  }
}

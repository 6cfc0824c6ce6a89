import { posix, resolve } from 'node:path'
import type { LoadedConfig } from '../../config/config.ts'
import { kindOfPath, listTree, relativeTo, targetWithin } from '../../io/files.ts'
import type { Failure } from '../../render/render.ts'
import { type Chart, readChart } from '../chart.ts'
import { claimOf, DEFAULT } from '../clusters.ts'
import type { Release } from '../discover.ts'
import type { ValuesSource } from '../values-source.ts'
import type { Declaration, DeclaredValues, RemoteChart } from './declaration.ts'
import type { SentFolder } from './destinations.ts'
import { takesFile } from './directory-source.ts'
import { KUSTOMIZATIONS } from './kustomize.ts'

/** What declarations come to. */
export interface Resolved {
  readonly releases: readonly Release[]
  /** Folders of plain manifests that are sent somewhere. */
  readonly folders: readonly SentFolder[]
  /** Sources that are in other repositories, and so are none of this one's. */
  readonly elsewhere: readonly string[]
  readonly failures: readonly Failure[]
  readonly notes: readonly string[]
}

/** Finds the chart and the values that declarations name. What is not to be had is a failure on the declaration's line. */
export async function releasesOf(
  declarations: readonly Declaration[],
  root: string,
  config: LoadedConfig,
): Promise<Resolved> {
  const found = await Promise.all(declarations.map(declaration => releaseOf(declaration, root, config)))
  return {
    releases: found.flatMap(({ release }) => release ?? []),
    folders: found.flatMap(({ folder }) => folder ?? []),
    elsewhere: found.flatMap(({ elsewhere }) => elsewhere ?? []),
    failures: found.flatMap(({ failures }) => failures ?? []),
    notes: found.flatMap(({ notes }) => notes ?? []),
  }
}

interface Found {
  readonly release?: Release
  readonly folder?: SentFolder
  readonly elsewhere?: string
  readonly failures?: readonly Failure[]
  readonly notes?: readonly string[]
}

async function releaseOf(declaration: Declaration, root: string, config: LoadedConfig): Promise<Found> {
  const { name, location } = declaration
  const found = await chartOf(declaration, root)
  if ('reason' in found) return { failures: [failureOf(declaration, found.reason)] }
  const { notes = [] } = declaration
  if ('folder' in found) return { ...found, notes: [...notes, ...(await jsonnetNotes(found.folder, root))] }
  if (!('chart' in found)) return found
  const { chart } = found
  const failures: Failure[] = declaration.unknownValues.map(({ reason, line }) => failureOf(declaration, reason, line))
  const values: ValuesSource[] = []
  for (const source of declaration.values) {
    const there = await sourceOf(source, root)
    if (there) values.push(there)
    else if (!isInlineValues(source) && !source.isOptional)
      failures.push(failureOf(declaration, `there is no values file ${source.file}`, source.line))
  }
  const release: Release = {
    name,
    namespace: declaration.namespace,
    chart,
    values,
    set: declaration.set,
    setTexts: declaration.setTexts,
    kubeVersion: declaration.kubeVersion,
    apiVersions: declaration.apiVersions,
    claim: claimOf(resolve(root, location.file), config),
    clusters: [],
    variant: declaration.variant ?? DEFAULT,
    environments: declaration.environments,
    destination: declaration.destination,
    isInflated: declaration.isInflated,
    declaredIn: location.file,
    form: declaration.form,
    lines: location.startLine === undefined ? undefined : { entry: location.startLine, set: declaration.setLines },
  }
  return { release, failures, notes }
}

/** Argo CD also runs the programs of a folder that it reads as a directory. */
async function jsonnetNotes({ folder, directory }: SentFolder, root: string): Promise<string[]> {
  if (!directory || (await kindOfPath(resolve(root, folder))) !== 'folder') return []
  const { files } = await listTree(resolve(root, folder))
  const programs = [...files].filter(file => file.endsWith('.jsonnet')).map(file => posix.join(folder, file))
  const taken = programs.filter(file => takesFile(folder, file, directory)).sort()
  return taken.map(file => `${file}: jsonnet is not run, and what would come of it was not checked`)
}

const failureOf = ({ form, name, location }: Declaration, reason: string, line = location.startLine): Failure => ({
  release: name,
  chart: location.file,
  message: `${form}: ${reason}`,
  location: { ...location, ...(line !== undefined && { startLine: line }) },
})

/** A folder of plain manifests is read anyway. */
async function chartOf(
  { chart, location, destination, namespace, form }: Declaration,
  root: string,
): Promise<{ chart: Chart } | { reason: string } | { folder: SentFolder } | { elsewhere: string }> {
  if (chart.kind === 'unknown') return { reason: chart.reason }
  if (chart.kind === 'remote') return { chart: remoteChart(chart.chart, location.file) }
  const path = await targetWithin(root, resolve(root, chart.folder))
  if (path === undefined) return { elsewhere: `${chart.folder} (${form} in ${location.file})` }
  const isPackage = path.endsWith('.tgz') && (await kindOfPath(path)) === 'file'
  if (isPackage || (await kindOfPath(resolve(path, 'Chart.yaml'))) === 'file')
    return { chart: await readChart(root, path) }
  const directory = (await isKustomized(path)) ? undefined : chart.directory
  return { folder: { folder: relativeTo(root, path), directory, destination, namespace } }
}

/** What kustomize takes in may lie anywhere below. */
async function isKustomized(folder: string): Promise<boolean> {
  const kinds = await Promise.all(KUSTOMIZATIONS.map(name => kindOfPath(resolve(folder, name))))
  return kinds.includes('file')
}

const remoteChart = (remote: RemoteChart, file: string): Chart => ({
  ...{ path: '', file, name: remote.name, version: remote.version, remote },
  ...{ isPackaged: true, isLibrary: false, isChart: true },
})

const isInlineValues = (source: DeclaredValues): source is Extract<DeclaredValues, { text: string }> => 'text' in source

async function sourceOf(source: DeclaredValues, root: string): Promise<ValuesSource | undefined> {
  if (isInlineValues(source)) return source
  const path = await targetWithin(root, resolve(root, source.file))
  return path !== undefined && (await kindOfPath(path)) === 'file' ? { path } : undefined
}

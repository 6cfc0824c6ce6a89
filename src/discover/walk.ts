import { basename, dirname, join, matchesGlob } from 'node:path'
import { UserError } from '../errors.ts'
import { describeSystemError, kindOfPath, listFolder, relativeTo } from '../io/files.ts'

/** Absolute paths, sorted. */
export interface Found {
  readonly charts: readonly string[]
  readonly manifests: readonly string[]
}

/** Folders that never hold what a cluster would get. */
const SKIPPED = new Set(['.git', '.hg', '.svn', '.terraform', '.venv', 'node_modules'])
/** Folders of a chart that helm reads itself. */
const PARTS_OF_A_CHART = new Set(['charts', 'ci', 'crds', 'files', 'templates'])

/** What the walk needs of the config: globs, and the folder they are relative to. */
export interface Exclusions {
  readonly folder: string
  readonly exclude?: readonly string[]
}

/**
 * The charts and YAML files under absolute `paths`. Links are not followed.
 * @throws UserError when a named path is missing or cannot be read.
 */
export async function walk(root: string, paths: readonly string[], exclusions: Exclusions): Promise<Found> {
  const charts = new Set<string>()
  const manifests = new Set<string>()
  const isExcluded = exclusionTest(exclusions)

  async function visit(folder: string): Promise<void> {
    const entries = await listFolder(folder).catch(error => {
      throw new UserError(`${relativeTo(root, folder)}: cannot read: ${describeSystemError(error)}`, 'exclude it')
    })
    const isChart = entries.some(entry => entry.name === 'Chart.yaml' && entry.isFile())
    if (isChart) charts.add(folder)
    await Promise.all(
      entries.map(async entry => {
        const path = join(folder, entry.name)
        if (SKIPPED.has(entry.name) || isExcluded(path)) return
        if (entry.isDirectory()) {
          if (!(isChart && PARTS_OF_A_CHART.has(entry.name))) await visit(path)
        } else if (entry.isFile() && entry.name !== 'Chart.yaml') addFile(path)
      }),
    )
  }
  function addFile(path: string): void {
    if (/\.ya?ml$/.test(path)) manifests.add(path)
    else if (path.endsWith('.tgz')) charts.add(path)
  }

  for (const path of paths) {
    const kind = await kindOfPath(path)
    if (kind === 'folder') await visit(path)
    else if (kind === 'file' && basename(path) === 'Chart.yaml') charts.add(dirname(path))
    else if (kind === 'file') path.endsWith('.tgz') ? charts.add(path) : manifests.add(path)
    else throw new UserError(`${relativeTo(root, path)}: no such file or folder`, 'name a file or folder that exists')
  }
  return { charts: [...charts].sort(), manifests: [...manifests].sort() }
}

/** Whether the config excludes an absolute path. */
export function exclusionTest({ folder, exclude = [] }: Exclusions): (path: string) => boolean {
  const globs = exclude.map(glob => glob.replace(/^\.\//, '').replace(/\/+$/, ''))
  return path => globs.some(glob => matchesGlob(relativeTo(folder, path), glob))
}

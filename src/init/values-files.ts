import { basename, dirname } from 'node:path/posix'
import type { Release } from '../discover/discover.ts'

/** `values-prod.yaml`, `prod.values.yaml`; a chart's own `values.yaml` is always used. */
const NAME = /^(?:values[-_.].+|.+[-_.]values)\.ya?ml$/i
/** Folders whose files are values, one an environment or release. */
const FOLDERS = new Set(['values', 'env', 'envs', 'environments'])

/**
 * The files that a release may be installed with, out of `files` (relative to the repository), by their names:
 * those in the chart's folder, and those outside charts that are named after it. `charts` are the folders of all charts.
 */
export function valuesFilesFor(
  { name, chart }: Release,
  files: readonly string[],
  charts: ReadonlySet<string>,
): string[] {
  const folder = dirname(chart.file)
  const names = new Set([name, chart.name, basename(folder)])
  return files.filter(file => {
    const home = homeOf(file, charts)
    if (home === undefined) return isNamedAfter(file, names)
    return !chart.isPackaged && home === folder && isInside(folder === '.' ? file : file.slice(folder.length + 1))
  })
}

/** The folder of the chart that a file belongs to. */
function homeOf(file: string, charts: ReadonlySet<string>): string | undefined {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    if (charts.has(folder)) return folder
    if (folder === '.') return undefined
  }
}

function isInside(file: string): boolean {
  const [first = '', ...rest] = file.split('/')
  return NAME.test(basename(file)) || (rest.length > 0 && FOLDERS.has(first))
}

function isNamedAfter(file: string, names: ReadonlySet<string>): boolean {
  const folders = dirname(file).split('/')
  const stem = basename(file).replace(/\.ya?ml$/, '')
  if (NAME.test(basename(file)) && names.has(stem.replace(/^values[-_.]|[-_.]values$/gi, ''))) return true
  return folders.some(folder => FOLDERS.has(folder)) && [stem, ...folders].some(part => names.has(part))
}

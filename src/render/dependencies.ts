import { join, resolve } from 'node:path'
import { isMap, isSeq, parseDocument } from 'yaml'
import { kindOfPath, leadsOut, readText, removeFile, writeWhole } from '../io/files.ts'
import { lineOfPath } from '../parse/location.ts'
import { asList, asMapping, asText } from '../parse/untyped.ts'
import { parseText } from '../parse/yaml.ts'

/** A dependency as a chart declares it. */
export interface Dependency {
  readonly name: string
  /** `https://…`, `oci://…`, `file://../common`, `@name`; empty for one that lies in charts/. */
  readonly repository: string
}

/** helm 2 had its dependencies in a file of their own, which helm still reads. */
const DECLARATIONS = ['Chart.yaml', 'requirements.yaml']
const LOCKS = ['Chart.lock', 'requirements.lock']

/** The names in helm's complaint about dependencies that are declared and not in charts/; empty when it is another one. */
export function missingDependencies(stderr: string): string[] {
  const [, names] = /missing in charts\/ directory: (.+)/.exec(stderr) ?? []
  return names ? names.split(',').map(name => name.trim()) : []
}

/** What a chart folder declares. */
export async function dependenciesOf(chart: string): Promise<Dependency[]> {
  const found = await Promise.all(
    DECLARATIONS.map(async file => {
      const text = await readText(join(chart, file)).catch(() => '')
      return asList(asMapping(parseText(text).body)?.dependencies)
    }),
  )
  return found.flat().map(entry => {
    const { name, repository } = asMapping(entry) ?? {}
    return { name: asText(name) ?? '', repository: asText(repository) ?? '' }
  })
}

/** Where a chart folder first declares one of some dependencies: the file below the folder, and the 1-based line. */
export async function declarationOf(
  chart: string,
  names: readonly string[],
): Promise<{ readonly file: string; readonly line: number } | undefined> {
  for (const file of DECLARATIONS) {
    const { located, body } = parseText(await readText(join(chart, file)).catch(() => ''))
    const declared = asList(asMapping(body)?.dependencies).map(entry => asText(asMapping(entry)?.name) ?? '')
    const index = declared.findIndex(name => names.includes(name))
    if (index >= 0) return { file, line: lineOfPath(located, ['dependencies', index]) }
  }
  return undefined
}

/** The folder of a dependency that lies in the repository itself; undefined for others, and for one that leads out of it. */
export async function localFolder(
  chart: string,
  { repository }: Dependency,
  root: string,
): Promise<string | undefined> {
  if (!repository.startsWith('file://')) return undefined
  const folder = resolve(chart, repository.slice('file://'.length))
  const isHere = (await kindOfPath(join(folder, 'Chart.yaml'))) === 'file' && !(await leadsOut(folder, root))
  return isHere ? folder : undefined
}

/** The folders of all dependencies that lie in the repository, and of theirs, sorted. */
export async function localFolders(chart: string, root: string): Promise<string[]> {
  const found = new Set<string>()
  const charts = [chart]
  for (let next = charts.pop(); next !== undefined; next = charts.pop())
    for (const dependency of await dependenciesOf(next)) {
      const folder = await localFolder(next, dependency, root)
      if (folder === undefined || folder === chart || found.has(folder)) continue
      found.add(folder)
      charts.push(folder)
    }
  return [...found].sort()
}

/** Takes dependencies out of a copy of a chart; its lock, which does not fit any more, goes with them. */
export async function dropDependencies(copy: string, names: ReadonlySet<string>): Promise<void> {
  if (names.size === 0) return
  for (const file of DECLARATIONS) await dropFrom(join(copy, file), names)
  for (const file of LOCKS) await removeFile(join(copy, file))
}

/** Whether a chart says which versions of its dependencies were chosen. */
export const isLocked = async (chart: string): Promise<boolean> =>
  (await Promise.all(LOCKS.map(file => kindOfPath(join(chart, file))))).includes('file')

async function dropFrom(file: string, names: ReadonlySet<string>): Promise<void> {
  const text = await readText(file).catch(() => undefined)
  if (text === undefined) return
  const document = parseDocument(text, { uniqueKeys: false })
  const dependencies = document.get('dependencies')
  if (!isSeq(dependencies)) return
  const kept = dependencies.items.filter(item => !isMap(item) || !names.has(asText(item.get('name')) ?? ''))
  if (kept.length === dependencies.items.length) return
  dependencies.items = kept
  await writeWhole(file, document.toString())
}

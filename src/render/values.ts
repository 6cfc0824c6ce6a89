import { join } from 'node:path'
import type { Release } from '../discover/discover.ts'
import { fileOf, isInline, textOf, type ValuesSource } from '../discover/values-source.ts'
import { UserError } from '../errors.ts'
import { readPackagedFiles } from '../io/archive.ts'
import { listTree, readText } from '../io/files.ts'
import { type ChartTexts, ChartValues, type ReleaseValues, ValuesFile } from '../parse/values.ts'
import { setValues } from './set-values.ts'

/** Whether the operator may be among what a release renders: its image, or the right that it is known by; cheap. */
export const mayInstallOperator = (rendered: string): boolean =>
  /\bexternal-secrets[:@]|externalsecrets\/status/.test(rendered)

/** What a release was given, and which values its chart knows; undefined when that cannot be read. */
export async function readValues(root: string, release: Release): Promise<ReleaseValues | undefined> {
  try {
    const texts = await chartTexts(release)
    if (!texts) return undefined
    const files: ValuesFile[] = []
    for (const source of release.values) {
      const file = await fileOf(source, root)
      if (file !== undefined) files.push(valuesFile(file, source, await textOf(source)))
    }
    return { files, set: setValues(release), chart: new ChartValues(texts) }
  } catch (error) {
    if (error instanceof UserError) return undefined
    throw error
  }
}

/** @param file as the repository names it */
export const valuesFile = (file: string, source: ValuesSource, text: string): ValuesFile =>
  new ValuesFile(file, text, isInline(source) ? source : undefined)

async function chartTexts({ chart }: Release): Promise<ChartTexts | undefined> {
  const files = chart.isPackaged ? await readPackagedFiles(chart.path, isWanted) : await readFolder(chart.path)
  const values = files?.get('values.yaml')
  if (!files || values === undefined) return undefined
  const templates = [...files].flatMap(([path, text]) => (path.startsWith('templates/') ? text : []))
  return { values, templates, chartYaml: files.get('Chart.yaml') ?? '' }
}

const isWanted = (path: string): boolean => /^(?:values\.yaml|Chart\.yaml|templates\/.+)$/.test(path)

async function readFolder(folder: string): Promise<Map<string, string>> {
  const names = [...(await listTree(folder)).files].filter(isWanted)
  return new Map(await Promise.all(names.map(async name => [name, await readText(join(folder, name))] as const)))
}

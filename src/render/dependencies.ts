import { join } from 'node:path'
import { parseDocument } from 'yaml'
import type { Release } from '../discover/discover.ts'
import { copyFolder, readText, removeFile, writeWhole } from '../io/files.ts'
import { asList, asMapping, asText } from '../parse/untyped.ts'
import { type Helm, type HelmResult, template } from './helm.ts'

/** The names in helm's complaint about dependencies that are declared and not in charts/; empty when it is another one. */
export function missingDependencies(stderr: string): string[] {
  const [, names] = /missing in charts\/ directory: (.+)/.exec(stderr) ?? []
  return names ? names.split(',').map(name => name.trim()) : []
}

/**
 * Renders a copy of the chart that does not declare the missing dependencies: what the chart itself renders
 * can be judged, though not all that the cluster would get. `folder` must be empty.
 */
export async function renderWithout(
  helm: Helm,
  release: Release,
  missing: readonly string[],
  folder: string,
): Promise<HelmResult> {
  const copy = join(folder, 'chart')
  await copyFolder(release.chart.path, copy)
  for (const file of ['Chart.yaml', 'requirements.yaml']) await dropDependencies(join(copy, file), missing)
  for (const file of ['Chart.lock', 'requirements.lock']) await removeFile(join(copy, file))
  return template(helm, release, copy)
}

async function dropDependencies(file: string, missing: readonly string[]): Promise<void> {
  const text = await readText(file).catch(() => undefined)
  if (text === undefined) return
  const document = parseDocument(text, { uniqueKeys: false })
  const dependencies = asList(asMapping(document.toJS())?.dependencies)
  const kept = dependencies.filter(entry => !missing.includes(asText(asMapping(entry)?.name) ?? ''))
  if (kept.length === dependencies.length) return
  document.set('dependencies', kept)
  await writeWhole(file, document.toString())
}

import { join } from 'node:path'
import type { Release } from '../discover/discover.ts'
import { listTree, readText } from '../io/files.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { RenderedPart } from './part.ts'

const ESO = /^(?:generators\.)?external-secrets\.io\//
/** A role that speaks of them is none of them. */
const ESO_IN_TEMPLATE = /apiVersion:[ \t]*["']?(?:generators\.)?external-secrets\.io\//

/**
 * Whether a chart renders no object of ESO though its templates have some: its values switch them off. Only templates
 * that lie in the repository are looked at.
 */
export async function isSilent({ chart }: Release, manifests: readonly Manifest[]): Promise<boolean> {
  if (chart.isPackaged || manifests.some(({ apiVersion }) => ESO.test(apiVersion))) return false
  const { files } = await listTree(chart.path)
  for (const file of files)
    if (
      /^templates\/.*\.(?:ya?ml|tpl)$/.test(file) &&
      ESO_IN_TEMPLATE.test(await readText(join(chart.path, file)).catch(() => ''))
    )
      return true
  return false
}

/** One note for all charts that render no object of ESO with any of their values, though they could. */
export function silentNotes(rendered: readonly RenderedPart[]): string[] {
  const speaking = new Set(rendered.flatMap(({ release, isSilent }) => (isSilent ? [] : release.chart.file)))
  const charts = rendered.map(({ release }) => release.chart.file).filter(file => !speaking.has(file))
  const names = [...new Set(charts)].sort()
  if (names.length === 0) return []
  const subject = names.length === 1 ? 'this chart has templates' : 'these charts have templates'
  return [
    `${subject} of ESO objects that these values switch off, so they were not judged: ${names.join(', ')}; ` +
      'name values files that switch them on as `releases[].values` in the config',
  ]
}

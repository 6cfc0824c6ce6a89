import type { Path, PhysicalLocation } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { Mapping } from '../parse/untyped.ts'
import type { DisabledTemplate } from '../template/chart/installation.ts'
import { addersOf, type Candidates, gatesOf, settersOf } from './candidates.ts'
import { keysOfGlobal } from './global-keys.ts'
import { byPresence, type Layers, placeOfKey } from './layers.ts'
import { type NodeOrigin, nodeOrigin } from './node-origin.ts'
import type { Referee } from './referee.ts'

/** A file of the repository that a template is. */
export interface TemplateFile {
  readonly file: string
  /** Whether it belongs to who installs the chart: they can change its text. */
  readonly isOwn: boolean
}

/** A release whose templates were traced. */
export interface TracedRelease {
  readonly referee: Referee
  readonly layers: Layers
  /** The templates of subcharts that are switched off. */
  readonly disabled: readonly DisabledTemplate[]
  /** The file of a template as helm names it; undefined for one in an archive. */
  fileOf(template: string): TemplateFile | undefined
  /** Where a template's chart is declared as a dependency. */
  declarationOf(template: string): PhysicalLocation | undefined
  /** Whether another value of a key makes an object appear in what a template prints; undefined when that was not tried, or cannot be. */
  makes(key: Path, template: string, isWanted: (object: Mapping) => boolean): boolean | undefined
  /** Whether another value of a key changes or removes a node; undefined when that was not tried, or cannot be. */
  decides(key: Path, manifest: Manifest, path: Path): boolean | undefined
}

/**
 * Where the author changes a node of a rendered manifest, best first: the values that it is made of, the template's own
 * text, the values that decide whether it is there, a template or dependency of others. Undefined where the trace cannot
 * tell: its document is not the one that helm printed, or nothing of all this is in the repository.
 */
export function placeInRelease(release: TracedRelease, manifest: Manifest, path: Path): PhysicalLocation | undefined {
  const document = release.referee.documentOf(manifest)
  if (!document) return undefined
  const node = nodeOrigin(manifest, path, document)
  const template = templateLine(release, node)
  return (
    keyLine(release, manifest, [...settersOf(node, path), addersOf(node, path, document)]) ??
    (template?.isOwn ? template.location : undefined) ??
    keyLine(release, manifest, gatesOf(node, path, manifest, document)) ??
    template?.location ??
    release.declarationOf(manifest.template ?? '')
  )
}

/** The line of the first key that proves to decide the node; where none does, of the first that could not be tried. */
function keyLine(
  release: TracedRelease,
  manifest: Manifest,
  groups: readonly Candidates[],
): PhysicalLocation | undefined {
  let untried: PhysicalLocation | undefined
  for (const { keys, path } of groups) {
    const placed = keys.flatMap(({ key, role, line }) =>
      keysOfGlobal(key, manifest.template).flatMap(name => {
        const place = placeOfKey(release.layers, name, line)
        return place ? [{ key: name, role, ...place }] : []
      }),
    )
    for (const { key, role, location } of placed.sort(byPresence)) {
      const isProven = release.decides(key, manifest, path)
      if (isProven) return { ...location, confidence: role }
      if (isProven === undefined) untried ??= { ...location, confidence: 'probably' }
    }
  }
  return untried
}

/** The line of the template file itself, also where a helper has the text: that is where its author chose it. */
function templateLine({ fileOf }: TracedRelease, { origin: { callSite } }: NodeOrigin) {
  const found = callSite && fileOf(callSite.template)
  if (!found) return undefined
  const location: PhysicalLocation = {
    file: found.file,
    startLine: callSite.line,
    via: 'template',
    confidence: 'set-by',
  }
  return { isOwn: found.isOwn, location }
}

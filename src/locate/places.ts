import type { Path, PhysicalLocation } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import type { ValuesFile } from '../parse/values.ts'
import type { KeyPlace } from './layers.ts'
import type { Agreement } from './referee.ts'
import type { SourceFile } from './source-files.ts'

/** Where the node of a manifest is changed. */
export interface Place {
  readonly location: PhysicalLocation
  /** The file to show it in, where it is not the manifest itself. */
  readonly shown?: ValuesFile | undefined
}

/** Finds the places of nodes. */
export interface Places {
  of(manifest: Manifest, path: Path): Place
  /** Of an object for a workload that its release does not render: what would make it appear; undefined where nobody can say. */
  ofMissing(workload: Manifest, groupKind: string): Place | undefined
  /** Where the user of a manifest's release sets a key of its values, or would add it; undefined where no file of theirs can. */
  ofKey(manifest: Manifest, key: Path): KeyPlace | undefined
  /** Whether the files of a rendered manifest's chart were read. */
  isRead(manifest: Manifest): boolean
  /** The files of charts, and their values files, that were read and hold a text. */
  filesWith(part: string): SourceFile[]
  /** Of the rendered documents that were asked for, how many the traces have as helm printed them. */
  readonly agreement: Agreement
}

/** A plain manifest has its line; of a template only the file is known, never a rendered line number. */
export function ownPlace(manifest: Manifest, path: Path): PhysicalLocation {
  if (isTemplates(manifest, path)) return { file: manifest.file, via: 'template' }
  const { file, line } = manifest.writtenAt(path)
  return { file, startLine: line, via: 'manifest' }
}

/** Whether a template made what is at a path, and no patch or setting of a kustomization. */
export const isTemplates = (manifest: Manifest, path: Path): boolean =>
  manifest.template !== undefined && (manifest.composition?.writtenAt(path).isOwn ?? true)

/** That some lines are not known, for people; nothing where all are. */
export function untracedNote({ agreement: { equal, unequal } }: Places): string | undefined {
  if (unequal === 0) return undefined
  const share = `${unequal} of ${equal + unequal} rendered documents that places were looked for in`
  return `${share} could not be traced as helm prints them: what is about them names the template without a line`
}

/** Places without traces. */
export const OWN_PLACES: Places = {
  of: (manifest, path) => ({ location: ownPlace(manifest, path) }),
  ofMissing: () => undefined,
  ofKey: () => undefined,
  isRead: () => false,
  filesWith: () => [],
  agreement: { equal: 0, unequal: 0 },
}

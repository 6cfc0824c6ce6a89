import { posix } from 'node:path'
import type { Traceable } from './traced-places.ts'

/** A file of the repository that people write and helm reads. */
export interface SourceFile {
  /** Relative to the repository. */
  readonly file: string
  readonly text: string
  /** Values may hold texts that are templates themselves. */
  readonly syntax: 'manifest' | 'values' | 'template'
}

/** The files of a chart that a place may be in; those of the charts in it, too. */
const MAY_HOLD_PLACES = /^(?:charts\/[^/]+\/)*(?:(Chart\.yaml|values\.yaml)|templates\/.+)$/

/** The files of a release that places may be in and that have `part` in their text; those in archives are nobody's to edit. */
export function sourceFilesWith(part: string, { part: { release }, chart, valuesFiles }: Traceable): SourceFile[] {
  const given = valuesFiles.flatMap((file, i): SourceFile | [] => {
    const text = chart.valuesTexts[i] ?? ''
    return file !== undefined && text.includes(part) ? { file, text, syntax: 'values' } : []
  })
  if (release.chart.isPackaged) return given
  const folder = posix.dirname(release.chart.file)
  const own = [...chart.files].flatMap(([path, bytes]): SourceFile | [] => {
    const found = MAY_HOLD_PLACES.exec(path)
    if (!found || !holds(bytes, part)) return []
    const text = new TextDecoder().decode(bytes)
    return { file: posix.join(folder, path), text, syntax: found[1] === undefined ? 'template' : 'values' }
  })
  return [...given, ...own]
}

const holds = ({ buffer, byteOffset, byteLength }: Uint8Array, part: string): boolean =>
  Buffer.from(buffer, byteOffset, byteLength).includes(part)

import type { Path, PhysicalLocation } from '../../finding.ts'
import type { Manifest } from '../../parse/manifest.ts'
import type { DocumentText } from './inline-values.ts'

/** The document that a manifest stands in. */
export function documentOf({ file, source, startLine, template }: Manifest): DocumentText {
  const { text, parsed } = source
  return {
    file: template === undefined ? file : undefined,
    text,
    located: parsed.located,
    body: parsed.body,
    startLine,
    isWhole: false,
  }
}

/** The line of a key; a line of helm's output is none of the file. */
export const lineIn = (manifest: Manifest, path: Path): number | undefined =>
  manifest.template === undefined ? manifest.lineOf(path) : undefined

/** Where a manifest declares something. */
export function declaredAt(manifest: Manifest, path: Path): PhysicalLocation {
  const startLine = lineIn(manifest, path)
  return { file: manifest.file, ...(startLine !== undefined && { startLine }), via: 'declaration' }
}

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

/** The line of a key in the manifest's file; a line of helm's output is none of it, nor is that of a patch elsewhere. */
export function lineIn(manifest: Manifest, path: Path): number | undefined {
  if (manifest.template !== undefined) return undefined
  const { file, line } = manifest.writtenAt(path)
  return file === manifest.file ? line : undefined
}

/** Where a manifest declares something. */
export function declaredAt(manifest: Manifest, path: Path): PhysicalLocation {
  const startLine = lineIn(manifest, path) ?? (manifest.template === undefined ? manifest.lineOf(path) : undefined)
  return { file: manifest.file, ...(startLine !== undefined && { startLine }), via: 'declaration' }
}

import { splitDocuments } from '../parse/documents.ts'
import { maskedLines } from '../parse/mask.ts'
import { SourceText } from '../parse/yaml.ts'

/** The 1-based lines of a YAML file that hold what may be a secret. */
export function secretLines(text: string): ReadonlySet<number> {
  const found = new Set<number>()
  for (const { text: document, startLine } of splitDocuments(text.replace(/^\uFEFF/, ''))) {
    const masked = maskedLines({ source: new SourceText(document) })
    for (const [i, line] of document.split('\n').entries()) if (line !== masked[i]) found.add(startLine + i)
  }
  return found
}

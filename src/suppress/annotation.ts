import { groupOf, type ObjectRef } from '../finding.ts'
import type { Manifest } from '../parse/manifest.ts'
import { asText } from '../parse/untyped.ts'
import { type Ignore, type Ignores, isReason, unknownRule, type Warning, type WrittenAt } from './suppression.ts'

/** `eso-hardener.dev/ignore: rule-id reason`, several separated by `;` or on lines of their own. */
export const ANNOTATION = 'eso-hardener.dev/ignore'

/** The ignores that objects carry themselves, rendered ones too. Each is about its own object only. */
export function annotationIgnores(manifests: readonly Manifest[], rules: readonly string[]): Ignores {
  const ignores: Ignore[] = []
  const warnings: Warning[] = []
  for (const manifest of manifests) {
    const text = asText(manifest.get('metadata', 'annotations', ANNOTATION))
    if (text === undefined) continue
    const location = placeOf(manifest)
    for (const entry of entriesOf(text)) {
      const [, rule = '', reason = ''] = /^(\S+?):?(?:\s+(.*))?$/s.exec(entry) ?? []
      const fault = faultOf(rule, reason, rules)
      if (fault === undefined) ignores.push(ignoreOn(manifest, rule, reason, location))
      else warnings.push({ message: `annotation ${ANNOTATION}: ${fault}`, location })
    }
  }
  return { ignores, warnings }
}

const entriesOf = (text: string): string[] =>
  text
    .split(/[;\n]/)
    .map(entry => entry.trim())
    .filter(Boolean)

function faultOf(rule: string, reason: string, rules: readonly string[]): string | undefined {
  if (!rules.includes(rule)) return unknownRule(rule, rules)
  return isReason(reason) ? undefined : `${rule} has no reason, so nothing is ignored`
}

const ignoreOn = (manifest: Manifest, rule: string, reason: string, location: WrittenAt): Ignore => ({
  kind: 'annotation',
  rule,
  reason,
  location,
  covers: (finding, place) =>
    finding.rule === rule &&
    (manifest.composition !== undefined || (place?.template ?? place?.file) === manifest.file) &&
    finding.object !== null &&
    isSame(finding.object, manifest),
})

const isSame = (a: ObjectRef, b: ObjectRef): boolean =>
  groupOf(a.apiVersion) === groupOf(b.apiVersion) &&
  a.kind === b.kind &&
  a.namespace === b.namespace &&
  a.name === b.name

/** A line of helm's output is no line of a template. */
function placeOf(manifest: Manifest): WrittenAt {
  if (manifest.template !== undefined) return { file: manifest.file }
  const { file, line } = manifest.writtenAt(['metadata', 'annotations', ANNOTATION])
  return { file, startLine: line }
}

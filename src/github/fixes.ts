import type { Finding } from '../finding.ts'
import type { Fix } from './placement.ts'

/**
 * The proven fixes of findings, by fingerprint. Of several that replace the same lines only the first is there: a person
 * who takes one suggestion cannot take another in its place.
 */
export function fixesOf(findings: readonly Finding[]): ReadonlyMap<string, Fix> {
  const fixes = new Map<string, Fix>()
  const taken = new Set<string>()
  for (const { fingerprint, fix } of findings) {
    if (!fix) continue
    const lines = JSON.stringify([fix.file, fix.startLine, fix.endLine])
    if (taken.has(lines)) continue
    taken.add(lines)
    const { file, startLine, endLine, replacement } = fix
    fixes.set(fingerprint, {
      ...{ file, startLine, endLine },
      replacement: replacement === '' ? '' : `${replacement}\n`,
      ...(fix.safety === 'unsafe' && { question: fix.question }),
    })
  }
  return fixes
}

import type { Finding } from '../finding.ts'
import type { Fix } from './placement.ts'

/**
 * The proven fixes of findings, by fingerprint, but for those that take new files. Of several that replace the same lines
 * only the first is there: a person who takes one suggestion cannot take another in its place.
 */
export function fixesOf(findings: readonly Finding[]): ReadonlyMap<string, Fix> {
  const fixes = new Map<string, Fix>()
  const taken = new Set<string>()
  for (const { fingerprint, fix } of findings) {
    if (!fix || fix.generates.length > 0) continue
    const lines = fix.edits.map(({ file, startLine, endLine }) => JSON.stringify([file, startLine, endLine]))
    if (lines.some(key => taken.has(key))) continue
    for (const key of lines) taken.add(key)
    fixes.set(fingerprint, {
      edits: fix.edits.map(({ file, startLine, endLine, replacement, isCrlf = false }) => ({
        ...{ file, startLine, endLine },
        replacement: replacement === '' ? '' : `${replacement}\n`,
        ...(isCrlf && { isCrlf }),
      })),
      ...(fix.safety === 'unsafe' && { question: fix.question }),
    })
  }
  return fixes
}

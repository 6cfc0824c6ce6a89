import { type Finding, reaches } from '../finding.ts'

/**
 * Says of each finding whether it is new: it was not there before, by fingerprint, or became more severe.
 * @param before null when nobody can say: then nothing is called old.
 */
export function markNew(findings: readonly Finding[], before: readonly Finding[] | null): Finding[] {
  if (before === null) return findings.map(finding => ({ ...finding, isNew: null }))
  const known = new Map(before.map(({ fingerprint, severity }) => [fingerprint, severity]))
  return findings.map(finding => {
    const severity = known.get(finding.fingerprint)
    return { ...finding, isNew: severity === undefined || !reaches(severity, finding.severity) }
  })
}

/** The findings that were there before and are not any more. */
export function fixedSince(before: readonly Finding[], now: readonly Finding[]): Finding[] {
  const here = new Set(now.map(({ fingerprint }) => fingerprint))
  return before.filter(({ fingerprint }) => !here.has(fingerprint))
}

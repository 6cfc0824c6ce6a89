import { matchesGlob } from 'node:path'
import type { AcceptedFailureConfig } from '../config/config.ts'
import type { Failure } from '../render/render.ts'
import { type Circumstances, entryPlace, expiry, matchesPath } from './configured.ts'
import type { Warning } from './suppression.ts'

/**
 * Marks the failures that the config accepts. They stay in the report, and what could not be checked stays unknown to
 * the verdicts; only the run is not incomplete because of them.
 * @param circumstances `isWhole`: everything that the config speaks of was looked at.
 */
export function acceptFailures(
  failures: readonly Failure[],
  circumstances: Circumstances & { readonly isWhole: boolean },
): { failures: Failure[]; warnings: Warning[] } {
  const warnings: Warning[] = []
  const valid: AcceptedFailureConfig[] = []
  for (const [i, entry] of (circumstances.config.acceptedFailures ?? []).entries()) {
    const isMet = failures.some(failure => isMeant(failure, entry, circumstances))
    const isUnused = circumstances.isWhole && !isMet
    const fault = expiry(entry.until, circumstances.today) ?? (isUnused ? 'nothing fails there, remove it' : undefined)
    if (fault !== undefined)
      warnings.push({
        message: `accepted failure of ${entry.release ?? entry.path}: ${fault}`,
        location: entryPlace(circumstances, ['acceptedFailures', i]),
      })
    else valid.push(entry)
  }
  const marked = failures.map(failure => {
    const entry = valid.find(candidate => isMeant(failure, candidate, circumstances))
    return entry ? { ...failure, accepted: entry.reason } : failure
  })
  return { failures: marked, warnings }
}

const isMeant = ({ release, location }: Failure, entry: AcceptedFailureConfig, circumstances: Circumstances): boolean =>
  (entry.release === undefined || (release !== null && matchesGlob(release, entry.release))) &&
  (entry.path === undefined || (location !== null && matchesPath(location.file, entry.path, circumstances)))

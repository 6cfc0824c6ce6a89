import { matchesGlob } from 'node:path'
import type { AcceptedFailureConfig } from '../config/config.ts'
import type { Failure } from '../render/render.ts'
import { type Circumstances, entryPlace, expiry, matchesPath } from './configured.ts'
import type { Warning } from './suppression.ts'

/**
 * Marks the failures that the config accepts. They stay in the report, and what could not be checked stays unknown to
 * the verdicts; only the run is not incomplete because of them.
 * @param circumstances `isWhole`: everything that the config speaks of was looked at. `failing`, in a pull request: what fails in
 * its base. Names and paths are the change's to choose, so that nothing else is accepted.
 */
export function acceptFailures(
  failures: readonly Failure[],
  circumstances: Circumstances & { readonly isWhole: boolean; readonly failing?: ReadonlySet<string> | undefined },
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
    if (circumstances.failing?.has(whatFails(failure)) === false) return failure
    const entry = valid.find(candidate => isMeant(failure, candidate, circumstances))
    return entry ? { ...failure, accepted: entry.reason } : failure
  })
  return { failures: marked, warnings }
}

/** What a failure is about, for whatever reason it fails: a release of a chart, or a file. */
export const whatFails = ({ release, chart, location }: Failure): string =>
  JSON.stringify([release, chart ?? location?.file ?? null])

const isMeant = ({ release, location }: Failure, entry: AcceptedFailureConfig, circumstances: Circumstances): boolean =>
  (entry.release === undefined || (release !== null && matchesGlob(release, entry.release))) &&
  (entry.path === undefined || (location !== null && matchesPath(location.file, entry.path, circumstances)))

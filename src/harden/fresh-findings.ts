import { markNew } from '../compare/compare.ts'
import { type Finding, reaches } from '../finding.ts'

/**
 * What an edit brought: findings that were not there before, or became more severe. Advice (`info`) does not count. A list
 * item is known by its content, and an object by its kind and namespace, so that other findings there are others after an edit: each
 * of them takes the place of one that is gone though nobody meant it to be.
 * @param meant fingerprints of what the edit is to take away.
 */
export function freshFindings(
  now: readonly Finding[],
  before: readonly Finding[],
  meant: ReadonlySet<string>,
): Finding[] {
  const present = new Set(now.map(({ fingerprint }) => fingerprint))
  const gone = before.filter(({ fingerprint }) => !present.has(fingerprint) && !meant.has(fingerprint))
  return markNew(now, before).filter(finding => {
    if (!finding.isNew || finding.severity === 'info') return false
    const i = gone.findIndex(old => sortOf(old) === sortOf(finding) && reaches(old.severity, finding.severity))
    if (i >= 0) gone.splice(i, 1)
    return i < 0
  })
}

/** What a finding is about, whichever items of lists that is; a ClusterRole may have become a Role of its name. */
const sortOf = ({ rule, object, path }: Finding): string =>
  JSON.stringify([rule, object?.name, path.map(step => (typeof step === 'number' ? null : step))])

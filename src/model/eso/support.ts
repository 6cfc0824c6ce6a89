import { DATED } from '../../dated.ts'
import { compareVersions } from './version.ts'

/** Newest first; only the newest one is supported. */
const MINORS = DATED.minors

/** That a version gets no fixes any more. */
export interface EndOfSupport {
  /** The newest minor that is known: at least this one is newer. */
  readonly newest: string
  /** Since when; undefined when the day is not known. */
  readonly since: string | undefined
}

/** Whether a version is out of support; undefined for the newest known minor and for what came after the table. */
export function endOfSupport(version: string): EndOfSupport | undefined {
  const minor = /^\d+\.\d+(?=\.)/.exec(version)?.[0]
  const newest = MINORS[0].minor
  return compareVersions(`${minor}.0`, `${newest}.0`) < 0
    ? { newest, since: MINORS.find(entry => entry.minor === minor)?.until }
    : undefined
}

import type { World } from '../world.ts'
import { compareVersions } from './version.ts'

/** A range of the operator's versions: from `since` on, up to and without `until`. */
export interface VersionRange {
  readonly since?: string
  readonly until?: string
}

/**
 * Whether an operator of the set is in a range of versions: `unknown` when none is sure to be and one does not say
 * its version, or there is none in the set.
 */
export function runsIn({ since, until }: VersionRange, world: World): 'yes' | 'no' | 'unknown' {
  const versions = world.eso.installs.filter(({ controller }) => controller).map(({ version }) => version)
  const isIn = (version: string): boolean =>
    (since === undefined || compareVersions(version, since) >= 0) &&
    (until === undefined || compareVersions(version, until) < 0)
  if (versions.some(version => version !== undefined && isIn(version))) return 'yes'
  return versions.length === 0 || versions.includes(undefined) ? 'unknown' : 'no'
}

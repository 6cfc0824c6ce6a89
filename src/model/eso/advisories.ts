import { DATED } from '../../dated.ts'
import type { Manifest } from '../../parse/manifest.ts'
import { callsOf, foreignConfigMaps, labelSelectors, tokenSecrets, type Use } from './advisory-uses.ts'
import { compareVersions } from './version.ts'

/** A published weakness of External Secrets Operator. */
export interface Advisory {
  /** `CVE-2024-45041`. */
  readonly id: string
  /** GitHub's name for it: https://github.com/advisories/… */
  readonly ghsa: string
  /** The first affected version; undefined: all before the fix. */
  readonly since?: string
  /** The first version that is not affected any more. */
  readonly fixed: string
  /** What somebody could do, to be read after the id. */
  readonly what: string
  /** Where a manifest uses what it is about, as far as a manifest can show it. */
  readonly usesIn?: ((manifest: Manifest) => readonly Use[]) | undefined
}

/** Where a manifest uses what an advisory is about, as far as a manifest can show it; by the advisory's id. */
const USES: Readonly<Record<string, (manifest: Manifest) => readonly Use[]>> = {
  'CVE-2025-55196': labelSelectors,
  'CVE-2026-22822': callsOf('getSecretKey'),
  // The published range begins at 2.0.0. Older versions have the function too: 0.19.2 takes only env and expandenv out.
  'CVE-2026-34984': callsOf('getHostByName'),
  'CVE-2026-42875': foreignConfigMaps,
  'CVE-2026-42876': tokenSecrets,
}

/** Oldest first; weaknesses without an id and those of dependencies are not in it. */
export const ADVISORIES: readonly Advisory[] = DATED.advisories.map(advisory => ({
  ...advisory,
  ...(USES[advisory.id] && { usesIn: USES[advisory.id] }),
}))

/** The advisories that a version is affected by; a pre-release of the fix counts as affected. */
export const advisoriesFor = (version: string): Advisory[] =>
  ADVISORIES.filter(
    ({ since, fixed }) =>
      compareVersions(version, fixed) < 0 && (since === undefined || compareVersions(version, since) >= 0),
  )

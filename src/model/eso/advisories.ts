import type { Manifest } from '../../parse/manifest.ts'
import { callsOf, foreignConfigMaps, labelSelectors, tokenSecrets, type Use } from './advisory-uses.ts'
import { compareVersions } from './version.ts'

/** A published weakness of External Secrets Operator. */
export interface Advisory {
  readonly id: `CVE-${number}-${number}`
  /** GitHub's name for it: https://github.com/advisories/… */
  readonly ghsa: `GHSA-${string}`
  /** The first affected version; undefined: all before the fix. */
  readonly since?: string
  /** The first version that is not affected any more. */
  readonly fixed: string
  /** What somebody could do, to be read after the id. */
  readonly what: string
  /** Where a manifest uses what it is about, as far as a manifest can show it. */
  readonly usesIn?: (manifest: Manifest) => readonly Use[]
}

/** What was known on `asOf`, oldest first; weaknesses without an id and those of dependencies are not in it. */
export const ADVISORIES: { readonly asOf: string; readonly list: readonly Advisory[] } = {
  asOf: '2026-11-23',
  list: [
    {
      id: 'CVE-2024-45041',
      ghsa: 'GHSA-qwgc-rr35-h4x9',
      fixed: '0.10.2',
      what: 'the cert-controller reads all Secrets and changes any validating webhook',
    },
    {
      id: 'CVE-2025-55196',
      ghsa: 'GHSA-fcxq-v2r3-cc8h',
      since: '0.15.0',
      fixed: '0.19.2',
      what: 'label selectors of a PushSecret reach the Secrets and stores of all namespaces',
      usesIn: labelSelectors,
    },
    {
      id: 'CVE-2026-22822',
      ghsa: 'GHSA-77v3-r3jw-j2v2',
      since: '0.20.2',
      fixed: '1.2.0',
      what: 'the template function getSecretKey reads Secrets of other namespaces',
      usesIn: callsOf('getSecretKey'),
    },
    {
      // The published range begins at 2.0.0. Older versions have the function too: 0.19.2 takes only env and expandenv out.
      id: 'CVE-2026-34984',
      ghsa: 'GHSA-r2pg-r6h7-crf3',
      fixed: '2.3.0',
      what: 'the template function getHostByName carries secret values out through DNS',
      usesIn: callsOf('getHostByName'),
    },
    {
      id: 'CVE-2026-42875',
      ghsa: 'GHSA-wv26-88m5-6h59',
      fixed: '2.4.0',
      what: 'the caProvider of a SecretStore reads ConfigMaps of other namespaces',
      usesIn: foreignConfigMaps,
    },
    {
      id: 'CVE-2026-42876',
      ghsa: 'GHSA-fq7h-9x26-6j22',
      since: '0.1.0',
      fixed: '2.4.1',
      what: 'an ExternalSecret of type service-account-token makes a lasting token of any ServiceAccount in its namespace',
      usesIn: tokenSecrets,
    },
  ],
}

/** The advisories that a version is affected by; a pre-release of the fix counts as affected. */
export const advisoriesFor = (version: string): Advisory[] =>
  ADVISORIES.list.filter(
    ({ since, fixed }) =>
      compareVersions(version, fixed) < 0 && (since === undefined || compareVersions(version, since) >= 0),
  )

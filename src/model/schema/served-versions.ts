import type { Manifest } from '../../parse/manifest.ts'
import { isPlaceholder } from '../../parse/untyped.ts'
import { ESO_GROUP } from '../eso/eso.ts'
import { runsIn, type VersionRange } from '../eso/installed-versions.ts'
import type { World } from '../world.ts'
import type { Crd } from './crds.ts'

/** Which versions of the operator serve an API version. Source: the CRD bundles of its releases, 0.5.0 to 2.9.0. */
const STORES_AND_SECRETS: Readonly<Record<string, VersionRange>> = {
  v1alpha1: { until: '0.16.0' },
  v1beta1: { since: '0.5.0', until: '0.17.0' },
  v1: { since: '0.16.0' },
}
const OTHERS: Readonly<Record<string, VersionRange>> = { v1alpha1: {} }
const WITH_V1 = ['ClusterExternalSecret', 'ClusterSecretStore', 'ExternalSecret', 'SecretStore']

/** An API version that is not served. */
export interface Unserved {
  /** Not so where the set does not say which version of the operator runs. */
  readonly isSure: boolean
  /** The versions of the operator that serve it; undefined where none is known to. */
  readonly range: VersionRange | undefined
  /** How that is known. */
  readonly says: string
}

/**
 * Why the API version of an object is not served: by the CRDs of the set, else by the installed versions; where nobody
 * says which those are, by the newest ones. Undefined when it is served, or may be.
 */
export function unservedVersion({ apiVersion, groupKind }: Manifest, world: World): Unserved | undefined {
  if (isPlaceholder(apiVersion)) return undefined
  return unserved(groupKind, apiVersion.slice(apiVersion.indexOf('/') + 1), world)
}

/**
 * The versions of a kind of the operator (`group/Kind`) that may be served, of those of its releases and those that are
 * `named`. Never none, but where a CRD of the set serves none.
 */
export function servableVersions(groupKind: string, named: readonly string[], world: World): string[] {
  const crds = world.schemas.crdsOf(groupKind)
  if (crds.length > 0) return servedBy(crds)
  const versions = new Set([...Object.keys(tableOf(groupKind)), ...named])
  return [...versions].filter(version => unserved(groupKind, version, world)?.isSure !== true)
}

function unserved(groupKind: string, version: string, world: World): Unserved | undefined {
  const range = rangeOf(groupKind, version)
  const crds = world.schemas.crdsOf(groupKind)
  if (crds.length > 0) {
    const served = servedBy(crds)
    const says = `the CRD in the set serves ${served.join(', ') || 'nothing'}`
    return served.includes(version) ? undefined : { isSure: true, range, says }
  }
  const hasInstall = runsIn({}, world) === 'yes'
  const runs = range ? runsIn(range, world) : hasInstall ? 'no' : 'unknown'
  if (runs === 'no') return { isSure: true, range, says: `${installed(world)} runs here` }
  if (runs === 'yes' || (range && range.until === undefined)) return undefined
  return { isSure: false, range, says: 'the set does not say which version runs' }
}

const servedBy = (crds: readonly Crd[]): string[] => {
  const names = crds.flatMap(({ versions }) => versions.flatMap(({ name, isServed }) => (isServed ? name : [])))
  return [...new Set(names)].sort()
}

function rangeOf(groupKind: string, version: string): VersionRange | undefined {
  const table = tableOf(groupKind)
  return Object.hasOwn(table, version) ? table[version] : undefined
}

const tableOf = (groupKind: string): Readonly<Record<string, VersionRange>> =>
  WITH_V1.some(kind => groupKind === `${ESO_GROUP}/${kind}`) ? STORES_AND_SECRETS : OTHERS

const installed = (world: World): string =>
  `ESO ${[...new Set(world.eso.installs.flatMap(({ version }) => version ?? []))].sort().join(', ')}`

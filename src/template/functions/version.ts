import { TemplateError, Untraced } from '../errors.ts'
import { readable } from './cast.ts'

/** A semantic version. */
export interface Version {
  readonly major: number
  readonly minor: number
  readonly patch: number
  /** `rc.1`; empty for a release. */
  readonly prerelease: string
  /** What stands behind `+`; it plays no part in comparisons. */
  readonly metadata: string
}

const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*'
/** Minor and patch may be missing, and `v` may stand before. */
const VERSION = new RegExp(`^v?(\\d+)(?:\\.(\\d+))?(?:\\.(\\d+))?(?:-(${IDENTIFIERS}))?(?:\\+(${IDENTIFIERS}))?$`)
const LARGEST = 2n ** 64n - 1n

/**
 * @throws TemplateError when Go's semver would not take it
 * @throws Untraced for numbers beyond 2^53
 */
export function parseVersion(text: string): Version {
  const found = VERSION.exec(text)
  if (!found) throw new TemplateError('invalid semantic version')
  const [, major, minor, patch, prerelease = '', metadata = ''] = found
  if (prerelease.split('.').some(part => /^0\d+$/.test(part))) throw new TemplateError('version segment starts with 0')
  return { major: segment(major), minor: segment(minor), patch: segment(patch), prerelease, metadata }
}

/** A number of a version; a missing one is 0. */
export function segment(digits = '0'): number {
  const value = BigInt(readable(digits))
  if (value > LARGEST) throw new TemplateError('error parsing version segment: value out of range')
  if (value > Number.MAX_SAFE_INTEGER) throw new Untraced('a version has a number beyond 2^53')
  return Number(value)
}

export function printVersion({ major, minor, patch, prerelease, metadata }: Version): string {
  return `${major}.${minor}.${patch}${prerelease && `-${prerelease}`}${metadata && `+${metadata}`}`
}

/** Below 0, 0 or above, by precedence: a prerelease comes before its release. */
export function compareVersions(a: Version, b: Version): number {
  return a.major - b.major || a.minor - b.minor || a.patch - b.patch || comparePrereleases(a.prerelease, b.prerelease)
}

function comparePrereleases(a: string, b: string): number {
  if (a === b) return 0
  if (a === '' || b === '') return a === '' ? 1 : -1
  const others = b.split('.')
  for (const [i, part] of a.split('.').entries()) {
    const other = others[i]
    if (other === undefined) return 1
    const difference = compareIdentifiers(part, other)
    if (difference !== 0) return difference
  }
  return -1
}

/** Numbers come before words. */
function compareIdentifiers(a: string, b: string): number {
  if (a === b) return 0
  const isNumber = /^\d+$/.test(a)
  if (isNumber !== /^\d+$/.test(b)) return isNumber ? -1 : 1
  if (isNumber) return BigInt(readable(a)) < BigInt(readable(b)) ? -1 : 1
  return a < b ? -1 : 1
}

import { TemplateError, Untraced } from '../errors.ts'
import { compareVersions, parseVersion, type Version } from './version.ts'

/** A version with an operator. */
interface Constraint {
  readonly operator: string
  readonly version: Version
  /** The first part that is missing, or an `x`: it and what follows is 0 in the version. */
  readonly open: 'major' | 'minor' | 'patch' | undefined
}

/** Ranges are looked for from each place on, so that the time grows with more than the length. */
const LONGEST = 200

const IDENTIFIERS = '[0-9A-Za-z-]+(?:\\.[0-9A-Za-z-]+)*'
/** Wider than what is a number: what is none is found when the version is read. */
const PART = '[0-9|xX*]+'
const OPEN_VERSION = `v?${PART}(?:\\.${PART})?(?:\\.${PART})?(?:-${IDENTIFIERS})?(?:\\+${IDENTIFIERS})?`
const ONE = new RegExp(`^(=?|!=|>|<|>=|=>|<=|=<|~|~>|\\^)\\s*(${OPEN_VERSION})(?=\\s*(?:,|$)|\\s+\\S)`)
const PARTS = new RegExp(`^v?(${PART})(?:\\.(${PART}))?(?:\\.(${PART}))?(-${IDENTIFIERS})?`)
const RANGE = new RegExp(`\\s*(${OPEN_VERSION})\\s+-\\s+(${OPEN_VERSION})\\s*`, 'g')

/**
 * Whether a version fulfils constraints such as `>=1.2 <2 || ^3.1.0-0`.
 * @throws TemplateError for constraints that Go's semver would not take; Untraced for long ones
 */
export function fulfils(version: Version, constraints: string): boolean {
  if (constraints.length > LONGEST) throw new Untraced('the constraints of a version are too long')
  const alternatives = constraints.replaceAll(RANGE, '>= $1, <= $2 ').split('||').map(parseAll)
  return alternatives.some(all => {
    const takesPrereleases = version.prerelease === '' || all.some(one => one.version.prerelease !== '')
    return takesPrereleases && all.every(one => fulfilsOne(version, one))
  })
}

function parseAll(text: string): Constraint[] {
  const found: Constraint[] = []
  for (let rest = text.trim(); rest !== '' || found.length === 0; ) {
    const [whole, operator = '', version = ''] = ONE.exec(rest) ?? []
    if (whole === undefined) throw new TemplateError(`improper constraint: ${text}`)
    found.push(constraintOf(operator, version))
    rest = rest.slice(whole.length).replace(/^\s*,?\s*(?=\S)/, '')
  }
  return found
}

function constraintOf(operator: string, text: string): Constraint {
  const [, major = '', minor, patch, prerelease = ''] = PARTS.exec(text) ?? []
  const read = (closed: string): Version => parseVersion(closed + prerelease)
  if (isOpen(major)) return { operator, version: read('0.0.0'), open: 'major' }
  if (isOpen(minor)) return { operator, version: read(`${major}.0.0`), open: 'minor' }
  if (isOpen(patch)) return { operator, version: read(`${major}.${minor}.0`), open: 'patch' }
  return { operator, version: parseVersion(text), open: undefined }
}

const isOpen = (part: string | undefined): boolean => part === undefined || /^[xX*]$/.test(part)

function fulfilsOne(version: Version, constraint: Constraint): boolean {
  const order = compareVersions(version, constraint.version)
  switch (constraint.operator) {
    case '!=':
      return isOther(version, constraint, order)
    case '>':
      return isAbove(version, constraint, order)
    case '<':
      return order < 0
    case '>=':
    case '=>':
      return order >= 0
    case '<=':
    case '=<':
      return isUpTo(version, constraint, order)
    case '~':
    case '~>':
      return isTilde(version, constraint, order)
    case '^':
      return isCaret(version, constraint, order)
    default:
      return constraint.open ? isTilde(version, constraint, order) : order === 0
  }
}

function isOther(version: Version, { version: wanted, open }: Constraint, order: number): boolean {
  if (!open) return order !== 0
  if (version.major !== wanted.major) return true
  if (open === 'minor') return false
  if (version.minor !== wanted.minor) return true
  return open === 'patch' ? version.prerelease !== wanted.prerelease : order !== 0
}

function isAbove(version: Version, { version: wanted, open }: Constraint, order: number): boolean {
  if (version.major !== wanted.major || open === 'major' || !open) return order > 0
  return open === 'patch' && version.minor > wanted.minor
}

function isUpTo(version: Version, { version: wanted, open }: Constraint, order: number): boolean {
  if (!open) return order <= 0
  if (version.major !== wanted.major) return version.major < wanted.major
  return open === 'minor' || version.minor <= wanted.minor
}

/** Patches of the same minor version, or of the same major one where the minor is open; `~0.0.0` and `~*` take all. */
function isTilde(version: Version, { version: wanted, open }: Constraint, order: number): boolean {
  if (order < 0) return false
  const isZero = wanted.major === 0 && wanted.minor === 0 && wanted.patch === 0
  if (isZero && open !== 'minor' && open !== 'patch') return true
  return version.major === wanted.major && (open === 'minor' || version.minor === wanted.minor)
}

/** Nothing changes left of the first number that is not 0. */
function isCaret(version: Version, { version: wanted, open }: Constraint, order: number): boolean {
  if (order < 0) return false
  if (wanted.major > 0 || open === 'minor') return version.major === wanted.major
  if (version.major > 0) return false
  if (wanted.minor > 0 || open === 'patch') return version.minor === wanted.minor
  return version.minor === 0 && version.patch === wanted.patch
}

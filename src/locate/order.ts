import { type Finding, nameOf, SEVERITIES } from '../finding.ts'

/** Most severe first, then by rule, object and place, so that the same input gives the same order. */
export function byImportance(a: Finding, b: Finding): number {
  const severity = SEVERITIES.indexOf(b.severity) - SEVERITIES.indexOf(a.severity)
  return severity || compare(sortKey(a), sortKey(b))
}

const sortKey = ({ rule, object, location, path, fingerprint }: Finding): string =>
  [
    rule,
    object ? nameOf(object) : '',
    location?.file,
    String(location?.startLine ?? 0).padStart(7, '0'),
    path.join('.'),
    fingerprint,
  ].join('\0')

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

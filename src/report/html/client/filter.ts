import type { FindingData } from '../data.ts'
import type { Address } from './address.ts'

/** What findings can be chosen by: the name in the address, and what of a finding it asks about. */
export const FACETS = {
  severity: finding => [finding.severity],
  rule: finding => [finding.rule],
  release: finding => [finding.release || OUTSIDE],
  cluster: finding => finding.clusters,
  namespace: finding => [finding.namespace || NO_NAMESPACE],
  state: finding => [finding.isNew === false ? 'old' : 'new'],
  row: finding => finding.guide,
  id: finding => [finding.id],
} as const satisfies Readonly<Record<string, (finding: FindingData) => readonly string[]>>

export type Facet = keyof typeof FACETS

const OUTSIDE = '(outside of releases)'
const NO_NAMESPACE = '(no namespace)'

/** The findings that an address asks for: of each facet one of its values, and all words of the search. */
export function chosen(findings: readonly FindingData[], { values }: Address): FindingData[] {
  const asked = Object.entries(FACETS).flatMap(([name, valuesOf]) => {
    const wanted = values[name]
    return wanted ? [{ valuesOf, wanted: new Set(wanted) }] : []
  })
  const words = (values.q ?? []).join(' ').toLowerCase().split(/\s+/).filter(Boolean)
  return findings.filter(
    finding =>
      asked.every(({ valuesOf, wanted }) => valuesOf(finding).some(value => wanted.has(value))) &&
      (words.length === 0 || hasAll(searched(finding), words)),
  )
}

const hasAll = (text: string, words: readonly string[]): boolean => words.every(word => text.includes(word))

const texts = new WeakMap<FindingData, string>()

/** What the search looks at: everything that a row of the list shows, and what names the object. */
function searched(finding: FindingData): string {
  const known = texts.get(finding)
  if (known !== undefined) return known
  const { rule, severity, object, message, apiVersion, path, release, key, place, otherPlaces, guide } = finding
  const parts = [rule, severity, object, message, apiVersion, path, release, key, place?.text, ...otherPlaces, ...guide]
  const text = parts.join('\n').toLowerCase()
  texts.set(finding, text)
  return text
}

/** The values of a facet with how many findings have each, the most frequent first. */
export function valuesOf(findings: readonly FindingData[], facet: Facet): [value: string, number: number][] {
  const numbers = new Map<string, number>()
  for (const finding of findings)
    for (const value of FACETS[facet](finding)) numbers.set(value, (numbers.get(value) ?? 0) + 1)
  return [...numbers].sort(([a, some], [b, others]) => others - some || (a < b ? -1 : 1))
}

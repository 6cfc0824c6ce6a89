import type { Dated } from '../src/dated.ts'

type Advisories = Dated['advisories']
type Minors = readonly { readonly minor: string; readonly until?: string }[]

/**
 * The minor versions of the operator in docs/introduction/stability-support.md of its repository: rows of a table with the
 * version, that of Kubernetes, and the days of release and end.
 */
export function minorsIn(page: string): Minors {
  return rowsOf(page).flatMap(([version = '', , , end = '']) => {
    const [, minor] = /^v?(\d+\.\d+)(?:\.x)?$/.exec(version) ?? []
    const until = dateIn(end)
    return minor === undefined ? [] : { minor, ...(until && { until }) }
  })
}

/** What the same page promises of providers, by the last part of the address of their page. */
export function promisesIn(page: string): Map<string, string> {
  const promises = rowsOf(page).flatMap(([provider = '', promise = '']): [string, string][] => {
    const [, slug] = /\]\(https:\/\/[^)\s]*\/([^/)\s]+)\/?\)/.exec(provider) ?? []
    return slug !== undefined && /^(?:alpha|beta|stable)$/.test(promise) ? [[slug, promise]] : []
  })
  // Of several rows for one page, such as those of AWS, the first one counts.
  return new Map(promises.reverse())
}

/** One of https://docs.github.com/rest/security-advisories/repository-advisories, as far as it is read. */
export interface PublishedAdvisory {
  readonly ghsa_id: string
  readonly cve_id: string | null
  readonly summary: string
  readonly state: string
  readonly vulnerabilities: readonly {
    readonly vulnerable_version_range: string | null
    readonly patched_versions: string | null
  }[]
}

/** Those with a CVE and a version that mends them, oldest first. */
export function advisoriesIn(published: readonly PublishedAdvisory[]): Advisories {
  const found = published.flatMap(({ ghsa_id: ghsa, cve_id: id, summary, state, vulnerabilities: [first] }) => {
    const [fixed] = /\d+\.\d+\.\d+/.exec(first?.patched_versions ?? '') ?? []
    const [, since] = />=\s*v?(\d+\.\d+\.\d+)/.exec(first?.vulnerable_version_range ?? '') ?? []
    if (state !== 'published' || id === null || fixed === undefined) return []
    return { id, ghsa, ...(since !== undefined && { since }), fixed, what: summary }
  })
  return found.sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** What is known already with what the sources say now: the words and ranges of known advisories were chosen by hand, and stay. */
export function broughtUpToDate(
  known: Dated,
  sources: { readonly page: string; readonly published: readonly PublishedAdvisory[] },
  /** The last part of the address of a provider's page, by the provider's name. */
  pageOf: ReadonlyMap<string, string>,
  today: string,
): Dated {
  const told = minorsIn(sources.page)
  if (told.length === 0) throw new Error('the page on support has no table of versions any more')
  const ends = new Map(told.map(minor => [minor.minor, minor]))
  const unseen = known.minors.filter(({ minor }) => !ends.has(minor))
  const minors = [...unseen, ...told].sort((a, b) => orderOf(b.minor) - orderOf(a.minor))
  const promises = promisesIn(sources.page)
  const providers = [...pageOf].flatMap(([name, page]): [string, string][] => {
    const promise = promises.get(page) ?? known.providers[name]
    return promise === undefined ? [] : [[name, promise]]
  })
  const ids = new Set(known.advisories.map(({ id }) => id))
  const fresh = advisoriesIn(sources.published).filter(({ id }) => !ids.has(id))
  return {
    ...known,
    asOf: today,
    advisories: [...known.advisories, ...fresh],
    minors: minors as unknown as Dated['minors'],
    providers: Object.fromEntries(providers.sort(([a], [b]) => (a < b ? -1 : 1))),
  }
}

const orderOf = (minor: string): number => {
  const [major = 0, rest = 0] = minor.split('.').map(Number)
  return major * 1000 + rest
}

const rowsOf = (page: string): string[][] =>
  page
    .split('\n')
    .filter(line => line.startsWith('|'))
    .map(line =>
      line
        .split('|')
        .slice(1, -1)
        .map(cell => cell.trim()),
    )

/** `Nov 7, 2025` -> `2025-11-07`. */
function dateIn(text: string): string | undefined {
  const [, month = '', day = '', year] = /^([A-Z][a-z]{2})[a-z]* (\d{1,2}), (\d{4})$/.exec(text) ?? []
  const index = MONTHS.indexOf(month)
  return index < 0 ? undefined : `${year}-${String(index + 1).padStart(2, '0')}-${day.padStart(2, '0')}`
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']

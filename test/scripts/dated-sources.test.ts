import { expect, test } from 'vitest'
import { advisoriesIn, broughtUpToDate, minorsIn, promisesIn } from '../../scripts/dated-sources.ts'
import { DATED } from '../../src/dated.ts'

const PAGE = `## Supported versions
| Version | Kubernetes | Released | End |
|---------|------------|----------|-----|
| 9.1     | 1.40       | Jan 30, 2028 | with the next one |
| 9.0     | 1.40       | Jan 2, 2028 | Jan 30, 2028 |
| 0.9.x   | 1.19 → 1.30 | Jun 22, 2023 | December 2, 2024 |

| Provider | Stability | Maintainer |
| -------- | --------: | ---------: |
| [ngrok](https://external-secrets.io/latest/provider/ngrok)  | beta | [@a](https://github.com/a) |
| [Parameter Store](https://external-secrets.io/latest/provider/vault/) | stable | x |
| [Secrets](https://external-secrets.io/latest/provider/vault/) | alpha | x |
`
const PUBLISHED = {
  ghsa_id: 'GHSA-aaaa-bbbb-cccc',
  cve_id: 'CVE-2028-1',
  summary: 'a template reads what it should not',
  state: 'published',
  vulnerabilities: [{ vulnerable_version_range: '>= 2.0.0, < 9.0.1', patched_versions: '9.0.1' }],
}

test('versions with the day of their end, as far as there is one', () => {
  expect(minorsIn(PAGE)).toEqual([
    { minor: '9.1' },
    { minor: '9.0', until: '2028-01-30' },
    { minor: '0.9', until: '2024-12-02' },
  ])
})

test('promises by the page of the provider, the first one of several', () => {
  expect([...promisesIn(PAGE)].sort()).toEqual([
    ['ngrok', 'beta'],
    ['vault', 'stable'],
  ])
})

test('advisories with an id and a version that mends them', () => {
  const [first] = PUBLISHED.vulnerabilities
  const others = [
    { ...PUBLISHED, cve_id: null },
    { ...PUBLISHED, state: 'draft' },
    { ...PUBLISHED, vulnerabilities: [{ ...first, vulnerable_version_range: null, patched_versions: null }] },
  ]
  const earlier = {
    ...PUBLISHED,
    cve_id: 'CVE-2027-9',
    vulnerabilities: [{ vulnerable_version_range: '< 8.0.0', patched_versions: 'v8.0.0' }],
  }
  expect(advisoriesIn([PUBLISHED, ...others, earlier])).toMatchObject([
    { id: 'CVE-2027-9', fixed: '8.0.0' },
    { id: 'CVE-2028-1', ghsa: 'GHSA-aaaa-bbbb-cccc', since: '2.0.0', fixed: '9.0.1' },
  ])
})

test('what is known stays as it was written, and what is new comes in', () => {
  const [known] = DATED.advisories
  const again = { ...PUBLISHED, cve_id: known?.id ?? '', summary: 'in other words' }
  const pages = new Map([
    ['ngrok', 'ngrok'],
    ['vault', 'vault'],
    ['doppler', 'doppler'],
  ])
  const after = broughtUpToDate(DATED, { page: PAGE, published: [again, PUBLISHED] }, pages, '2028-02-01')
  expect(after.asOf).toBe('2028-02-01')
  expect(after.advisories).toEqual([...DATED.advisories, expect.objectContaining({ id: 'CVE-2028-1' })])
  expect(after.minors.slice(0, 3)).toEqual([{ minor: '9.1' }, { minor: '9.0', until: '2028-01-30' }, DATED.minors[0]])
  expect(after.providers).toEqual({ doppler: DATED.providers.doppler, ngrok: 'beta', vault: 'stable' })
})

test('a page without its table changes nothing', () => {
  expect(() => broughtUpToDate(DATED, { page: '# gone', published: [] }, new Map(), '2028-02-01')).toThrow(/no table/)
})

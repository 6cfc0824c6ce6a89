import { expect, test } from 'vitest'
import { pageData } from '../../../src/report/html/page-data.ts'
import { RULES } from '../../../src/rules/index.ts'
import { assessment, finding, installFinding, manyFindings, TOOL } from '../assessment.ts'

const dataOf = (overrides: Parameters<typeof assessment>[0] = {}) => pageData(assessment(overrides), RULES, TOOL)

test('a finding keeps where it is written, how that is known and what came of it', () => {
  const location = {
    ...({ file: 'values.yaml', startLine: 7, via: 'values', key: 'webhook.create', isMissing: true } as const),
    ...({ url: '', confidence: 'gated-by', template: 'chart/templates/webhook.yaml' } as const),
  }
  const rendered = { release: 'eso', template: 'external-secrets/templates/webhook.yaml', line: 30 }
  const renderedFrame = [{ line: 30, text: 'kind: Deployment', marked: true }]
  const { findings } = dataOf({ findings: [finding({ location, places: [location], rendered, renderedFrame })] })
  expect(findings[0]).toMatchObject({
    place: { text: 'values.yaml:7', via: 'values', confidence: 'gated-by', template: 'chart/templates/webhook.yaml' },
    key: 'gated by webhook.create, which the file does not have yet',
    rendered: { template: 'external-secrets/templates/webhook.yaml', line: 30 },
    renderedFrame,
    release: 'eso',
    path: 'rules[1].resources[1]',
    clusters: ['default'],
  })
})

test('the rendered lines are not shown twice where no others are known', () => {
  const frame = [{ line: 30, text: 'kind: Deployment', marked: true }]
  expect(dataOf({ findings: [finding({ frame, renderedFrame: frame })] }).findings[0]).toMatchObject({
    frame,
    renderedFrame: [],
  })
})

test('a finding without object, place and release has empty words for them', () => {
  expect(dataOf({ findings: [installFinding()] }).findings[0]).toMatchObject({
    ...{ object: '', namespace: '', release: '', path: '', place: null, key: '', rendered: null },
  })
})

test('a place leads to its line where somebody knows the web page of it', () => {
  const link = (file: string, line?: number): string => `https://git.example/${file}#L${line}`
  expect(pageData(assessment(), RULES, TOOL, link).findings[0]?.place?.url).toBe(
    'https://git.example/deploy/role.yaml#L12',
  )
  expect(dataOf().findings[0]?.place?.url).toBe('')
})

test('a long line and a long list of places are cut', () => {
  const places = Array.from({ length: 50 }, (_, i) => ({ file: 'a.yaml', startLine: i + 1, via: 'manifest' }) as const)
  const frame = [{ line: 1, text: 'x'.repeat(100_000), marked: true }]
  const [shown] = dataOf({ findings: [finding({ places, frame })] }).findings
  expect(shown?.frame[0]?.text.length).toBe(300)
  expect(shown?.otherPlaces).toHaveLength(21)
  expect(shown?.otherPlaces.at(-1)).toBe('and 29 more')
})

test('of more findings than a page can hold the rest is counted', () => {
  const data = dataOf({ findings: manyFindings(20_005) })
  expect(data.findings).toHaveLength(20_000)
  expect(data.omitted).toBe(5)
})

test('of rules those are explained that something names', () => {
  expect(Object.keys(dataOf({ fixed: [finding({ rule: 'fake-provider' })] }).rules).sort()).toEqual([
    'cluster-wide-secret-access',
    'fake-provider',
  ])
})

test('why it concludes so is one sentence for each conclusion', () => {
  const base = { ref: 'main', commit: '0123456789abcdef0123456789abcdef01234567' }
  expect(dataOf().reason).toBe('A finding is high or above')
  expect(dataOf({ base }).reason).toBe('A new finding is high or above')
  expect(dataOf({ findings: [] }).reason).toBe('1 thing could not be checked, so nothing passes')
  expect(dataOf({ findings: [], failures: [] }).reason).toBe('No finding is high or above')
  expect(dataOf({ findings: [], failures: [], failOn: 'never' }).reason).toBe('No finding fails this run')
  expect(dataOf({ hasChangedGuard: true }).reason).toMatch(/^This change edits/)
})

test('what was checked, compared, hidden and ignored is said', () => {
  const base = { ref: 'main', commit: '0123456789abcdef0123456789abcdef01234567' }
  const suppressed = [{ finding: finding(), kind: 'inline', reason: 'known', location: null } as const]
  expect(dataOf({ base, suppressed }).scope).toEqual([
    'Checked 40 manifests of 1 release, and 3 outside charts',
    'Compared with main (0123456): 1 new, 0 old, 0 fixed',
    '2 findings below low not listed',
    'Ignored: 1 by comments',
  ])
})

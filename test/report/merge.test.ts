import { expect, test } from 'vitest'
import { judgedBy, mergeReports } from '../../src/report/merge.ts'
import type { Assessment } from '../../src/report/report.ts'
import { assessment, finding } from './assessment.ts'

const whole = (given: Partial<Assessment> = {}): Assessment => assessment({ failures: [], ...given })
const world = (cluster: string): Assessment['worlds'] => [
  { cluster, variant: 'default', isMain: true, releases: ['external-secrets'], manifests: 43 },
]
const clean = whole({ findings: [] })

test.each([
  { conclusion: 'failure', others: [whole(), assessment({ findings: [] })] },
  { conclusion: 'incomplete', others: [assessment({ findings: [] })] },
  { conclusion: 'success', others: [clean] },
])('it concludes as the worst: $conclusion', ({ conclusion, others }) => {
  expect(mergeReports([clean, ...others]).conclusion).toBe(conclusion)
})

test('one report stays as it is', () => {
  const given = assessment()
  const { inventory, hasChangedGuard, commit, ...merged } = mergeReports([given])
  expect(given).toMatchObject(merged)
})

test('the same finding of two clusters is one, in both worlds and all places, told of as the most severe', () => {
  const elsewhere = { file: 'west/role.yaml', startLine: 3, via: 'manifest' } as const
  const east = whole({ worlds: world('east') })
  const west = whole({ worlds: world('west'), findings: [finding({ severity: 'critical', places: [elsewhere] })] })
  const { findings, worlds } = mergeReports([east, west])
  expect(findings).toMatchObject([
    {
      severity: 'critical',
      places: [{ file: 'deploy/role.yaml' }, { file: 'west/role.yaml' }],
      worlds: [{ cluster: 'east' }, { cluster: 'west' }],
    },
  ])
  expect(worlds.map(({ cluster }) => cluster)).toEqual(['east', 'west'])
})

test('parts of one world are one world', () => {
  const part = whole({ worlds: world('east').map(entry => ({ ...entry, releases: ['shop'], manifests: 2 })) })
  const { worlds, findings, plainManifests } = mergeReports([whole({ worlds: world('east') }), part])
  expect(worlds).toMatchObject([{ releases: ['external-secrets', 'shop'], manifests: 45 }])
  expect(findings[0]?.worlds).toBeUndefined()
  expect(plainManifests).toBe(6)
})

test('a row is exposed where one report says so, and mitigated only where all do', () => {
  const says = (status: 'exposed' | 'not-assessed' | 'mitigated') =>
    whole({ coverage: [{ id: 'RM3', says: 'Secrets', status, evidence: [status] }] })
  const of = (first: Assessment, second: Assessment) => mergeReports([first, second]).coverage[0]?.status
  expect(of(says('mitigated'), says('exposed'))).toBe('exposed')
  expect(of(says('not-assessed'), says('exposed'))).toBe('exposed')
  expect(of(says('mitigated'), says('not-assessed'))).toBe('not-assessed')
  expect(of(says('mitigated'), says('mitigated'))).toBe('mitigated')
})

test('what one report calls fixed or ignored and another has is neither', () => {
  const suppressed = [{ finding: finding(), kind: 'baseline', reason: 'known', location: null }] as const
  const merged = mergeReports([whole({ findings: [], suppressed, fixed: [finding()] }), whole()])
  expect(merged).toMatchObject({ suppressed: [], fixed: [] })
  expect(merged.findings).toHaveLength(1)
})

test('the strictest limit holds, and another can be asked for', () => {
  const merged = mergeReports([whole({ failOn: 'never' }), whole({ failOn: 'critical' })])
  expect(merged).toMatchObject({ failOn: 'critical', conclusion: 'success' })
  expect(judgedBy(merged, 'high').conclusion).toBe('failure')
  expect(judgedBy({ ...merged, hasChangedGuard: true }, 'never').conclusion).toBe('failure')
})

test('different bases and commits are said', () => {
  const base = { ref: 'main', commit: '1'.repeat(40) }
  const merged = mergeReports([whole({ base, commit: '2'.repeat(40) }), whole({ commit: '3'.repeat(40) })])
  expect(merged).toMatchObject({ base: null, commit: undefined })
  expect(merged.notes.join()).toMatch(/different bases.*different commits/)
})

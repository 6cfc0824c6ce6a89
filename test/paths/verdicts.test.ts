import { expect, test } from 'vitest'
import { checkWorld, runRules } from '../../src/check/check.ts'
import { defineRule, type Rule } from '../../src/check/rule.ts'
import { ROWS } from '../../src/finding.ts'
import { COVERAGE, type CoverageRow } from '../../src/paths/coverage.ts'
import { joinVerdicts, type Verdict, verdicts } from '../../src/paths/verdicts.ts'
import { RULES } from '../../src/rules/index.ts'
import { worldOf } from '../world.ts'

const ACCOUNT = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a }\n'
const ROW: CoverageRow = { row: 'TM1', says: 'something', rules: ['a', 'b'] }

const rule = (id: string, faults: number, more: Partial<Rule> = {}): Rule => ({
  ...defineRule({
    id,
    title: id,
    severities: ['low', 'info'],
    kinds: ['core/ServiceAccount'],
    why: '.',
    remedy: '.',
    references: ['https://example.com'],
    guide: ['TM1'],
    bad: [''],
    good: [''],
  }),
  *check() {
    for (let i = 0; i < faults; i++) yield { path: [], message: 'm' }
  },
  ...more,
})

function verdict(rules: readonly Rule[], isComplete = true, row = ROW) {
  const world = worldOf(ACCOUNT)
  return verdicts({ world, rules, results: checkWorld(rules, world), isComplete }, [row])[0]
}

test('a finding makes the row exposed, with the rules as evidence', () => {
  expect(verdict([rule('a', 2), rule('b', 0)])).toEqual({
    id: 'TM1',
    says: 'something',
    status: 'exposed',
    evidence: ['a'],
  })
})

test('a row is exposed even where not everything could be checked', () => {
  expect(verdict([rule('a', 1)], false)?.status).toBe('exposed')
})

test('advice does not make a row exposed', () => {
  const advice = rule('a', 0, { check: () => [{ path: [], message: 'm', severity: 'info' }] })
  expect(verdict([advice, rule('b', 0)])?.status).toBe('mitigated')
})

test('a row is mitigated when all its rules looked and found nothing', () => {
  expect(verdict([rule('a', 0), rule('b', 0)])).toMatchObject({ status: 'mitigated', evidence: ['a', 'b'] })
})

test.each([
  ['a rule of it is not built', [rule('a', 0)], true, ROW, /1 of 2 rules/],
  ['no rule speaks about it', [], true, ROW, /no rule speaks/],
  ['no rule is even planned', [], true, { ...ROW, rules: [] }, /no rule speaks/],
  ['something could not be checked', [rule('a', 0), rule('b', 0)], false, ROW, /could not be checked/],
  ['the set lacks what a rule needs', [rule('a', 0), rule('b', 0, { needs: ['install'] })], true, ROW, /look at: b$/],
] as const)('not assessed when %s', (_, rules, isComplete, row, reason) => {
  const found = verdict(rules, isComplete, row)
  expect(found?.status).toBe('not-assessed')
  expect(found?.evidence[0]).toMatch(reason)
})

test('the table has every row of the guidance once, in order', () => {
  expect(COVERAGE.map(({ row }) => row)).toEqual(ROWS)
})

test('of several worlds, a row is exposed where one is, and mitigated only where all are', () => {
  const one = (status: Verdict['status'], ...evidence: string[]): Verdict[] => [
    { id: 'TM1', says: 'something', status, evidence },
  ]
  const join = (...worlds: Verdict[][]) => joinVerdicts(worlds).map(({ status, evidence }) => [status, ...evidence])
  expect(join(one('mitigated', 'a'), one('exposed', 'c'), one('exposed', 'b', 'c'))).toEqual([['exposed', 'b', 'c']])
  expect(join(one('mitigated', 'a'), one('not-assessed', 'why'))).toEqual([['not-assessed', 'why']])
  expect(join(one('mitigated', 'a'), one('mitigated', 'a'))).toEqual([['mitigated', 'a']])
})

test('of a set that holds next to nothing, nothing is called mitigated', () => {
  const world = worldOf('apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a, namespace: b }\n')
  const found = verdicts({ world, rules: RULES, results: runRules(RULES, world), isComplete: true })
  expect(found.filter(({ status }) => status === 'mitigated').map(({ id }) => id)).toEqual([])
})

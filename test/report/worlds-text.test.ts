import { expect, test } from 'vitest'
import type { WorldRef } from '../../src/finding.ts'
import { jobSummary } from '../../src/report/job-summary.ts'
import { type WorldSummary, worldsText } from '../../src/report/report.ts'
import { PLAIN } from '../../src/report/terminal.ts'
import { textReport } from '../../src/report/text.ts'
import { RULES } from '../../src/rules/index.ts'
import { assessment, finding } from './assessment.ts'

/** `prod/default` and the like; the first of a cluster is the one with the usual values. */
const refs = (...names: string[]): WorldRef[] =>
  names.map(name => ({ cluster: name.split('/')[0] ?? '', variant: name.split('/')[1] ?? '' }))

const worlds = (...names: string[]): WorldSummary[] =>
  refs(...names).map((world, i, all) => ({
    ...world,
    isMain: all.findIndex(({ cluster }) => cluster === world.cluster) === i,
    releases: [],
    manifests: 1,
  }))

const said = (all: string[], has: string[]) => worldsText(finding({ worlds: refs(...has) }), { worlds: worlds(...all) })

test('of a finding that is everywhere, or where there is one world, nothing is said', () => {
  expect(said(['a/x', 'a/y'], ['a/x', 'a/y'])).toBeUndefined()
  expect(worldsText(finding(), assessment())).toBeUndefined()
})

test('variants are named alone where there is one cluster, and it is said that the usual values do not have it', () => {
  expect(said(['a/x', 'a/y', 'a/z'], ['a/x', 'a/y'])).toBe('in 2 of 3 worlds: variant x, variant y')
  expect(said(['a/x', 'a/y', 'a/z'], ['a/z'])).toBe('only in 1 of 3 worlds: variant z')
})

test('of several clusters the variant is named where it is not the usual one', () => {
  expect(said(['a/x', 'a/y', 'b/x'], ['b/x'])).toBe('in 1 of 3 worlds: cluster b')
  expect(said(['a/x', 'a/y', 'b/x'], ['a/y'])).toBe('only in 1 of 3 worlds: cluster a with variant y')
})

test('many are counted', () => {
  expect(said(['a/1', 'a/2', 'a/3', 'a/4', 'a/5', 'a/6'], ['a/1', 'a/2', 'a/3', 'a/4', 'a/5'])).toBe(
    'in 5 of 6 worlds: variant 1, variant 2, variant 3, and 2 more',
  )
})

test('text and job summary say it', () => {
  const found = assessment({ findings: [finding({ worlds: refs('a/ha') })], worlds: worlds('a/default', 'a/ha') })
  expect(textReport(found, RULES, { width: 100, palette: PLAIN })).toContain('  = only in 1 of 2 worlds: variant ha\n')
  expect(jobSummary(found)).toContain('(only in 1 of 2 worlds: variant ha)')
})

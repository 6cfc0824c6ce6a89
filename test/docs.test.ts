import { join } from 'node:path'
import { expect, test } from 'vitest'
import { differences } from '../scripts/generate.ts'
import { loadRules, ruleIds } from '../scripts/rules-index.ts'
import { RULES } from '../src/rules/index.ts'

const ROOT = join(import.meta.dirname, '..')
const FOLDER = join(ROOT, 'src/rules')

test('everything that is generated is up to date, and no page is left over', async () => {
  const found = differences(ROOT, await loadRules(FOLDER)).map(
    ({ path, state, reason }) => `${state}: ${path}${reason ? `: ${reason}` : ''}`,
  )
  expect(found, '`npm run docs` writes these').toEqual([])
})

test('the index holds every rule of the folder, sorted', () => {
  expect(
    RULES.map(({ id }) => id),
    '`npm run docs` writes the index',
  ).toEqual(ruleIds(FOLDER))
})

test('the id of a rule is the name of its file', async () => {
  const rules = await loadRules(FOLDER)
  expect(rules.map(({ id }) => id)).toEqual(ruleIds(FOLDER))
})

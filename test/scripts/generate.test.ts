import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { differences, repair } from '../../scripts/generate.ts'
import { RULES } from '../../src/rules/index.ts'

const markersOf = (...names: string[]): string => names.map(name => `<!-- ${name} -->\n<!-- /${name} -->\n`).join('')

let root: string
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'docs-'))
  writeFileSync(
    join(root, 'README.md'),
    `# Written by people\n${markersOf('inputs', 'outputs', 'options', 'config', 'rules')}`,
  )
  mkdirSync(join(root, 'docs'))
  writeFileSync(join(root, 'docs/review.md'), markersOf('comment', 'suggestion', 'summary'))
})
afterEach(() => rmSync(root, { recursive: true }))

const states = (): Record<string, string> =>
  Object.fromEntries(differences(root, RULES).map(({ path, state }) => [path, state]))
const repairAll = (): void => {
  for (const difference of differences(root, RULES)) repair(root, difference)
}

test('everything is missing at first, and nothing differs once it is written', () => {
  expect(states()).toMatchObject({
    'README.md': 'stale',
    'action.yml': 'missing',
    'docs/review.md': 'stale',
    'docs/rules/cluster-wide-secret-access.md': 'missing',
    'schema/config.schema.json': 'missing',
    'src/rules/index.ts': 'missing',
  })
  repairAll()
  expect(differences(root, RULES)).toEqual([])
  expect(readFileSync(join(root, 'README.md'), 'utf8')).toMatch(/^# Written by people\n<!-- inputs -->\n\| Input \|/)
})

test('a stale file and a page without a rule are named and put right', () => {
  repairAll()
  writeFileSync(join(root, 'action.yml'), 'name: something else\n')
  writeFileSync(join(root, 'docs/rules/forgotten-rule.md'), '# forgotten-rule\n')
  expect(states()).toEqual({ 'action.yml': 'stale', 'docs/rules/forgotten-rule.md': 'left over' })
  repairAll()
  expect(states()).toEqual({})
})

test.each([
  [
    'without a marker',
    (): void => writeFileSync(join(root, 'README.md'), '# No markers\n'),
    'the marker <!-- inputs --> is missing',
  ],
  ['that is missing', (): void => rmSync(join(root, 'README.md')), 'it does not exist'],
])('a README %s is reported and left alone, and all the rest is written', (_, spoil, reason) => {
  spoil()
  repairAll()
  expect(differences(root, RULES)).toMatchObject([
    { path: 'README.md', state: 'broken', reason: expect.stringContaining(reason) },
  ])
})

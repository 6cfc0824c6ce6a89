import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { hardenInstalls } from '../../src/harden/harden.ts'
import { remainingOf, whyInstallKeeps } from '../../src/harden/summary.ts'
import { assess } from '../../src/run.ts'
import { CHOICE } from '../generate/choice.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

/** What no value of a version takes away: it has none, or a chart alone does not show what it would take. */
const STAYS = {
  always: ['cert-controller-reads-all-secrets', 'cluster-wide-secret-access'],
  'before 2.9.0': [
    'developer-can-write-push-secrets',
    'developer-can-write-secret-stores',
    'unrestricted-token-creation',
  ],
  'before 2.4.1': ['vulnerable-eso-version'],
  'before 0.10.2': ['webhook-configuration-write-access'],
}

const expected: Readonly<Record<string, readonly string[]>> = {
  '0.9.20': [...STAYS.always, ...STAYS['before 2.9.0'], ...STAYS['before 2.4.1'], ...STAYS['before 0.10.2']],
  '0.10.7': [...STAYS.always, ...STAYS['before 2.9.0'], ...STAYS['before 2.4.1']],
  '0.20.4': [...STAYS.always, ...STAYS['before 2.9.0'], ...STAYS['before 2.4.1']],
  '1.2.1': [...STAYS.always, ...STAYS['before 2.9.0'], ...STAYS['before 2.4.1']],
  '2.0.0': [...STAYS.always, ...STAYS['before 2.9.0'], ...STAYS['before 2.4.1']],
  '2.4.1': [...STAYS.always, ...STAYS['before 2.9.0']],
  '2.9.0': STAYS.always,
}

testShared('each version of the operator is among them', () => {
  const archives = readdirSync(join(SHARED, 'charts')).filter(name => /^external-secrets-\d.*\.tgz$/.test(name))
  expect(archives.sort()).toEqual(
    Object.keys(expected)
      .map(version => `external-secrets-${version}.tgz`)
      .sort(),
  )
})

for (const [version, rules] of Object.entries(expected))
  testShared(`${version}: nothing of high severity stays that a value or a generated manifest takes away`, async () => {
    const archive = `external-secrets-${version}.tgz`
    const root = tree({ [archive]: readFileSync(join(SHARED, 'charts', archive)) })
    const options = { root, folder: root, paths: ['.'], helm: HELM }
    const hardened = await hardenInstalls({ options, choice: CHOICE, assess, commandOf: () => 'harden' })
    const { assessment, removed, dropped, lesser } = hardened
    expect({ dropped, lesser }).toEqual({ dropped: [], lesser: [] })
    const left = remainingOf(assessment.findings, removed, whyInstallKeeps(hardened), 'high')
    expect(left.map(({ rule }) => rule)).toEqual([...rules].sort())
  })

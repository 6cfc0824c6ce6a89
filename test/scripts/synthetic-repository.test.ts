import { expect, test } from 'vitest'
import { syntheticRepository } from '../../scripts/synthetic-repository.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { tree } from '../tree.ts'

test('a repository of many applications: each release is found, rendered and judged, and each fault has its line', async () => {
  const { files, releases, faults } = syntheticRepository(50)
  const root = tree(files)
  const assessment = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  expect(assessment.failures).toEqual([])
  const forms = Map.groupBy(assessment.releases, ({ form }) => form)
  expect(Object.fromEntries([...forms].map(([form, { length }]) => [form, length]))).toEqual(releases)
  expect([...new Set(assessment.worlds.map(({ cluster }) => cluster))]).toEqual(['east', 'west'])
  const places = assessment.findings
    .filter(({ rule }) => rule === 'cleartext-endpoint')
    .flatMap(({ places }) => places.map(({ file, startLine }) => `${file}:${startLine}`))
  expect([...new Set(places)].sort()).toEqual(faults)
  expect(faults.length).toBeGreaterThanOrEqual(4)
})

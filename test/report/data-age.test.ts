import { expect, test } from 'vitest'
import { ageNote } from '../../src/report/data-age.ts'
import { assess } from '../../src/run.ts'
import { TOOL } from '../../src/tool.ts'
import { tree } from '../tree.ts'

test.each([
  ['2026-11-23', undefined],
  ['2027-05-22', undefined],
  ['2027-05-23', /is of 2026-11-23, 181 days ago: a newer eso-hardener/],
  ['2020-01-01', undefined],
  [undefined, undefined],
  ['tomorrow', undefined],
])('on %s', (today, expected) => {
  const note = ageNote('2026-11-23', today)
  if (expected) expect(note).toMatch(expected)
  else expect(note).toBeUndefined()
})

test('a run with old data says so', async () => {
  const root = tree({ 'a.yaml': 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: a }\n' })
  const notes = async (today: string) => (await assess({ root, folder: root, paths: ['.'], today })).notes
  expect(await notes(TOOL.rulesDate)).toEqual([])
  expect(await notes('2999-01-01')).toEqual([expect.stringContaining(TOOL.rulesDate)])
})

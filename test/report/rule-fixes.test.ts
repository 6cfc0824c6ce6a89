import { expect, test } from 'vitest'
import { fixEntries } from '../../src/report/rule-fixes.ts'
import { RULES } from '../../src/rules/index.ts'

test.each(RULES.filter(({ fix }) => fix).map(rule => [rule.id, rule] as const))(
  '%s shows by its examples what it offers',
  (_, rule) => expect(fixEntries(rule)).not.toEqual([]),
)

test('what is changed stands behind what has to be answered before', () => {
  const rule = RULES.find(({ id }) => id === 'push-secret-deletes-remote')
  expect(rule && fixEntries(rule)).toEqual([
    expect.stringMatching(/^After an answer to “Does anybody count on .*\?”: `spec.deletionPolicy`/),
  ])
  const none = RULES.find(({ fix }) => !fix)
  expect(none && fixEntries(none)).toEqual([])
})

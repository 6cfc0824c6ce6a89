import fc from 'fast-check'
import { expect, test } from 'vitest'
import { looseEnds } from '../../src/model/anchors.ts'

test.each([
  ['^team-a$', ''],
  ['\\Ateam-a\\z', ''],
  ['team-a', 'before after'],
  ['^team-a', 'after'],
  ['team-a$', 'before'],
  ['^team-', ''],
  ['-dev$', ''],
  ['-dev', 'after'],
  ['^team-.*', ''],
  ['team-.*', 'before'],
  ['^team-.+?', ''],
  ['.*-dev$', ''],
  ['^team-[a-z0-9-]*', ''],
  ['^team-[a-z0-9]+', 'after'],
  ['^team-\\d+', 'after'],
  ['^team-.?', 'after'],
  ['^team-.{3}', 'after'],
  ['^(team-a|team-b)$', ''],
  ['^team-a|team-b$', 'before after'],
  ['^team-a$|^team-b$', ''],
  ['(^team-a$|^team-b$)', ''],
  ['(?:^team-a|^team-b)$', ''],
  ['(?P<team>^a)$', ''],
  ['(^team-)?a$', 'before'],
  ['(?i)^team-a$', ''],
  ['^team-a\\$', 'after'],
  ['^team-a\\\\$', ''],
  ['\\^team$', 'before'],
  ['^[^$|]$', ''],
  ['^[]|]$', ''],
  ['^team-[a|b]', 'after'],
  ['', 'before after'],
  ['^a$|', 'before after'],
  ['^(a', 'after'],
])('%s is loose: %s', (pattern, sides) => {
  const { before, after } = looseEnds(pattern)
  expect([before && 'before', after && 'after'].filter(Boolean).join(' ')).toBe(sides)
})

test('ends on every text', () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(...'ab-^$|()[]\\*+?{}1,:<P') }), pattern => {
      looseEnds(pattern)
    }),
  )
})

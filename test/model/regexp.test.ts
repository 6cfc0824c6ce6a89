import { expect, test } from 'vitest'
import { matchesEverything } from '../../src/model/regexp.ts'

test.each([
  ['', true],
  ['.*', true],
  ['^.*$', true],
  ['.+', true],
  ['.', true],
  ['^', true],
  ['$', true],
  ['()', true],
  ['(.*)', true],
  ['(?i).*', true],
  ['[\\s\\S]*', true],
  ['\\w*', true],
  ['x*', true],
  ['team-a|.*', true],
  ['team-a', false],
  ['^team-a/.*', false],
  ['\\w', false],
  ['^[a-z]+$', false],
  ['\\A.*\\z', true],
  ['[', false],
  ['(?!x)', false],
  ['(?P<x>.*)', true],
  ['.*'.repeat(60), true],
])('%j: %j', (pattern, expected) => {
  expect(matchesEverything(pattern)).toBe(expected)
})

test('a pattern made to take for ever comes to an end', () => {
  expect(matchesEverything(`${'(a*)*'.repeat(15)}b`)).toBe(false)
  expect(matchesEverything('((((((x?y?z?a?)*)*)*)*)*)*!')).toBe(false)
})

import { expect, test } from 'vitest'
import { hasRecentCharacter } from '../../../src/template/value/recent-characters.ts'

test('only characters younger than Unicode 15.0 are recent', () => {
  expect(hasRecentCharacter('aé日😀ß')).toBe(false)
  expect(hasRecentCharacter('a\u{1c89}')).toBe(true)
})

import { expect, test } from 'vitest'
import { joined, shortened } from '../../src/check/words.ts'

test('lists read as sentences do', () => {
  expect(['', 'a', 'a b', 'a b c'].map(text => joined(text.split(' ')))).toEqual(['', 'a', 'a and b', 'a, b and c'])
  expect(joined(['edit', 'admin'], 'or')).toBe('edit or admin')
})

test('of many only the first are named', () => {
  expect(shortened(['a', 'b', 'c'], 3)).toEqual(['a', 'b', 'c'])
  expect(shortened(['a', 'b', 'c', 'd'], 2)).toEqual(['a', 'b', '2 more'])
})

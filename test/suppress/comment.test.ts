import { expect, test } from 'vitest'
import { coveredLines, wordsOf } from '../../src/suppress/comment.ts'

test.each([
  ['# eso-hardener: ignore[r] why', 'ignore[r] why'],
  ['## eso-hardener:ignore[r]\r', 'ignore[r]'],
  ['eso-hardener:', ''],
  ['# write eso-hardener: ignore[r]', undefined],
  ['# eso-hardeners: x', undefined],
])('%j says %j', (text, words) => {
  expect(wordsOf(text)).toBe(words)
})

test('a line of comments leads to the next that is more', () => {
  expect(coveredLines(['#', '#', 'a', '', '#', 'b', '#'], line => line === '#')).toEqual([2, 2, 2, 3, 5, 5, 7])
})

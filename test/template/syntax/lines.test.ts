import { expect, test } from 'vitest'
import { LineCounter } from '../../../src/template/syntax/lines.ts'

test('finds the line and the column of an offset', () => {
  const lines = new LineCounter('ab\n\ncd\n')
  const places = [0, 2, 3, 4, 5, 6, 7, 99].map(offset => [lines.lineOf(offset), lines.columnOf(offset)])
  expect(places).toEqual([
    [1, 1],
    [1, 3],
    [2, 1],
    [3, 1],
    [3, 2],
    [3, 3],
    [4, 1],
    [4, 93],
  ])
})

test('says where a line begins', () => {
  expect([1, 2, 3].map(line => new LineCounter('ab\n\ncd').startOf(line))).toEqual([0, 3, 4])
})

import { expect, test } from 'vitest'
import { resultOf } from './call.ts'

test.each([
  ['addf', [0.1, 0.2], 0.3],
  ['addf', [], 0],
  ['add1f', [1.1], 2.1],
  ['subf', [1.5, 0.1, 0.2], 1.2],
  ['mulf', [1.1, 1.1], 1.21],
  ['mulf', [1e300, 1e300], Infinity],
  ['divf', [10, 3], 3.3333333333333335],
  ['divf', [10, 3, 7], 0.4761904761904762],
  ['divf', [-2, 3], -0.6666666666666667],
  ['divf', [1, 3e20], 0],
  ['divf', [1, 0], 'TemplateError'],
  ['addf', ['inf', 1], 'TemplateError'],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toBe(expected)
})

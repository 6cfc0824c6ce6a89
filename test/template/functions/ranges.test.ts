import { expect, test } from 'vitest'
import { Num } from '../../../src/template/value/value.ts'
import { resultOf } from './call.ts'

test.each([
  ['until', [3], [0, 1, 2]],
  ['until', [-3], [0, -1, -2]],
  ['until', [new Num(3, 'float64')], 'TemplateError'],
  ['until', [1e9], 'Untraced'],
  ['untilStep', [3, 0, -1], [3, 2, 1]],
  ['untilStep', [0, 3, 0], []],
  ['seq', [], ''],
  ['seq', [5], '1 2 3 4 5'],
  ['seq', [-3], '1 0 -1 -2 -3'],
  ['seq', [5, 3], '5 4 3'],
  ['seq', [1, 2, 9], '1 3 5 7 9'],
  ['seq', [9, -2, 1], '9 7 5 3 1'],
  ['seq', [9, 2, 1], ''],
  ['seq', [1, 0, 3], ''],
  ['seq', [3, 3], '3'],
  ['seq', [1, 2, 3, 4], ''],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toEqual(expected)
})

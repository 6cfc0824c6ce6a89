import { expect, test } from 'vitest'
import { goTypeOf } from '../../../src/template/functions/function.ts'
import { Num } from '../../../src/template/value/value.ts'
import { call, resultOf, valueAt } from './call.ts'
import { aliasOf } from './dependencies.ts'

test.each([
  ['add', [1, 2.7, '3', '010', true, null, 'abc'], 15],
  ['add', [], 0],
  ['add', [2 ** 53 - 1, 1], 'Untraced'],
  ['sub', [1, 2], -1],
  ['mul', [2, 3, 4], 24],
  ['div', [-7, 2], -3],
  ['div', [1, 0], 'TemplateError'],
  ['mod', [-7, 2], -1],
  ['mod', [1, 'x'], 'TemplateError'],
  ['add1', ['5'], 6],
  ['max', [1, 2.9, '3'], 3],
  ['min', [1, -2], -2],
  ['biggest', [1, 5], 5],
  ['max', [], 'TemplateError'],
  ['maxf', [1, 2.5], 2.5],
  ['maxf', ['nan', 'inf'], Infinity],
  ['minf', [1, '0.5'], 0.5],
  ['floor', ['-1.2'], -2],
  ['ceil', [-0.5], -0],
  ['round', [1.2345, 2], 1.23],
  ['round', [-1.5, 0], -2],
  ['round', [1.4, 0, 0.4], 1],
  ['round', [123.555, -1], 120],
  ['round', [1, 0, 1], 'TemplateError'],
  ['round', [1, 0, new Num(1, 'int', undefined, true)], 1],
  ['round', [1.5, 400], 'Untraced'],
  ['atoi', ['012'], 12],
  ['atoi', ['0x1'], 0],
  ['atoi', [3], 'TemplateError'],
  ['toDecimal', ['0777'], 511],
  ['toDecimal', [755], 493],
  ['toDecimal', ['8'], 0],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toBe(expected)
})

test('casts have their types, and a number that stays as it is stays its key', () => {
  expect(['int', 'int64', 'float64', 'toDecimal', 'floor'].map(name => goTypeOf(call(name, 1)))).toEqual([
    ...['int', 'int64', 'float64', 'int64', 'float64'],
  ])
  expect(aliasOf(call('int', valueAt('port', '8080')))).toBe('port')
  expect(aliasOf(call('int', valueAt('port', '08')))).toBe(undefined)
})

import { expect, test } from 'vitest'
import { goTypeOf } from '../../../src/template/functions/function.ts'
import { List, Num, Text, type Value } from '../../../src/template/value/value.ts'
import { call, resultOf } from './call.ts'
import { aliasOf, dependenciesIn, labelled } from './dependencies.ts'

const isNil = (value: Value): boolean => value instanceof List && value.isNil

test.each([
  ['first', [[1, 2]], 1],
  ['last', [[1, 2]], 2],
  ['first', [[]], null],
  ['first', ['abc'], 'TemplateError'],
  ['first', [null], 'TemplateError'],
  ['first', [new Text('AB', undefined, { isBytes: true })], 65],
  ['rest', [[1, 2]], [2]],
  ['initial', [[1, 2]], [1]],
  ['append', [[1], 2], [1, 2]],
  ['mustPush', [[1], 2], [1, 2]],
  ['prepend', [[1], 2], [2, 1]],
  ['append', [null, 1], 'TemplateError'],
  ['concat', [[1], [2, null]], [1, 2, null]],
  ['concat', [[1], 'a'], 'TemplateError'],
  ['reverse', [[1, 2]], [2, 1]],
  ['compact', [[1, 0, '', null, 'a']], [1, 'a']],
  ['uniq', [[1, 1, '1', null, null, [1], [1]]], [1, '1', null, [1]]],
  ['without', [[1, 2, null], null, 1], [2]],
  ['has', [1, [new Num(1, 'float64')]], false],
  ['has', [null, [null]], true],
  ['has', [1, null], false],
  ['has', [1, 'abc'], 'TemplateError'],
  ['slice', [[1, 2, 3], 1], [2, 3]],
  ['slice', [[1, 2, 3], '1', 2.9], [2]],
  ['slice', [[1, 2, 3], 2, 1], 'TemplateError'],
  ['slice', [[1, 2, 3], 1, 5], 'Untraced'],
  ['slice', [[]], null],
  ['slice', ['abc', 1], 'TemplateError'],
  ['chunk', [2, [1, 2, 3]], [[1, 2], [3]]],
  ['chunk', [-2, [1]], [[1]]],
  ['chunk', [0, [1]], 'TemplateError'],
  ['tuple', [1, 'a'], [1, 'a']],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toEqual(expected)
})

test('lists have the types and the nil slices of Go', () => {
  expect(goTypeOf(call('chunk', 2, [1]))).toBe('[][]interface {}')
  expect(goTypeOf(call('slice', call('until', 3), 1))).toBe('[]int')
  expect([call('concat', [], []), call('rest', []), call('initial', [])].map(isNil)).toEqual([true, true, true])
  expect([call('list'), call('rest', [1]), call('compact', [0]), call('reverse', [])].map(isNil)).not.toContain(true)
})

test('items keep their keys; what chooses among them depends on all of them', () => {
  const values = labelled({ list: ['a', 'b'] })
  const list = call('index', values, 'list')
  expect(aliasOf(call('last', list))).toBe('list.1')
  expect(aliasOf(call('first', call('reverse', list)))).toBe('list.1')
  expect(dependenciesIn(call('append', list, 'c'))).toEqual(['list'])
  expect(dependenciesIn(call('without', list, 'a'))).toEqual(['list', 'list.0', 'list.1'])
})

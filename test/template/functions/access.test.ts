import { expect, test } from 'vitest'
import { Dict, Num, Text } from '../../../src/template/value/value.ts'
import { call, resultOf } from './call.ts'
import { aliasOf, dependenciesIn, labelled } from './dependencies.ts'

const bytes = new Text('AB', undefined, { isBytes: true })

test.each([
  ['len', ['äö'], 4],
  ['len', [[1, 2]], 2],
  ['len', [3], 'TemplateError'],
  ['len', [null], 'TemplateError'],
  ['index', [['a', 'b'], 1], 'b'],
  ['index', [['a', 'b'], 2], 'TemplateError'],
  ['index', [['a', 'b'], new Num(1, 'float64')], 'TemplateError'],
  ['index', [['a'], null], 'TemplateError'],
  ['index', ['abc', 0], 97],
  ['index', [bytes, 1], 66],
  ['index', [null], 'TemplateError'],
  ['index', [labelled({ a: {} }), 'a', 'b'], null],
  ['index', [labelled({ a: {} }), 'a', 'b', 'c'], 'TemplateError'],
  ['index', [labelled({ a: {} }), 1], 'TemplateError'],
  ['index', [new Dict(new Map(), undefined, 'map[string]string'), 'a'], ''],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toEqual(expected)
})

test('what index finds is still that key of the values, also when it is not there', () => {
  const values = labelled({ list: [{ name: 'a' }] })
  expect(aliasOf(call('index', values, 'list', 0, 'name'))).toBe('list.0.name')
  expect(aliasOf(call('index', values, 'absent'))).toBe('absent')
  expect(dependenciesIn(call('len', values))).toEqual(['values'])
})

test('len of keys does not depend on their order', () => {
  expect(dependenciesIn(call('len', call('keys', labelled({ a: 'x', b: 'y' }))))).toEqual(['values'])
})

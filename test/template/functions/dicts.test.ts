import { expect, test } from 'vitest'
import { goTypeOf } from '../../../src/template/functions/function.ts'
import { Dict, type List } from '../../../src/template/value/value.ts'
import { call, resultOf, valueAt } from './call.ts'
import { aliasOf, allDependenciesIn, dependenciesIn, labelled } from './dependencies.ts'

const data = () => labelled({ a: 'x', b: { c: 'y' } })
const named = () => new Dict(new Map(), undefined, 'common.Values')

test.each([
  ['dict', ['a', 1, 2, null, [1], true, null, 3, 'o'], { a: 1, 2: null, '[1]': true, '<nil>': 3, o: '' }],
  ['get', [data(), 'a'], 'x'],
  ['get', [data(), 'z'], ''],
  ['get', [null, 'z'], ''],
  ['get', [data(), 1], 'TemplateError'],
  ['set', [null, 'a', 1], 'TemplateError'],
  ['unset', [data(), 'a'], { b: { c: 'y' } }],
  ['hasKey', [data(), 'a'], true],
  ['hasKey', [null, 'a'], false],
  ['hasKey', ['x', 'a'], 'TemplateError'],
  ['keys', [data(), data()], ['a', 'b', 'a', 'b']],
  ['keys', [], []],
  ['values', [data()], ['x', { c: 'y' }]],
  ['pick', [data(), 'a', 'z'], { a: 'x' }],
  ['omit', [data(), 'a', 'z'], { b: { c: 'y' } }],
  ['pluck', ['a', data(), null, data()], ['x', 'x']],
  ['dig', ['b', 'c', 'z', data()], 'y'],
  ['dig', ['b', 'd', 'z', data()], 'z'],
  ['dig', ['a', 'd', 'z', data()], 'TemplateError'],
  ['dig', ['z', 1, 'z', data()], 'TemplateError'],
  ['dig', ['a', 'z', named()], 'TemplateError'],
  ['dig', ['a', data()], 'TemplateError'],
  ['dig', ['a', 'z', null], 'TemplateError'],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toEqual(expected)
})

test('set changes the dict for everybody who holds it', () => {
  const values = named()
  const result = call('set', values, 'a', 1)
  expect([goTypeOf(result), values.entries.has('a')]).toEqual(['map[string]interface {}', true])
})

test('keys are in random order in Go, so that a list of several is marked, until it is sorted', () => {
  const keys = call('keys', data())
  expect(dependenciesIn(keys)).toEqual(['values', 'volatile'])
  expect(dependenciesIn(call('values', data()))).toEqual(['values', 'volatile'])
  expect(dependenciesIn(call('keys', labelled({ a: 'x' })))).toEqual(['values'])
  expect(dependenciesIn(call('has', 'a', keys))).not.toContain('volatile')
})

test('entries keep their keys, missing ones too', () => {
  const values = data()
  expect(aliasOf(call('get', values, 'z'))).toBe('z')
  expect(aliasOf(call('dig', 'b', 'c', 'z', values))).toBe('b.c')
  const [first] = (call('values', values) as List).items
  expect(aliasOf(first)).toBe('a')
  expect(dependenciesIn(call('dig', 'b', 'd', valueAt('z', 'z'), values))).toEqual(['b.d', 'z'])
  expect(allDependenciesIn(call('pick', values, 'a'))).toEqual(['a', 'values'])
})

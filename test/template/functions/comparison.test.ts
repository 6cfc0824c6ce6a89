import { expect, test } from 'vitest'
import { Num, Opaque } from '../../../src/template/value/value.ts'
import { call, resultOf } from './call.ts'
import { dependenciesIn, labelled } from './dependencies.ts'

const float = (value: number) => new Num(value, 'float64')
const version = () => new Opaque({ goType: '*semver.Version', printed: '1.2.3' })
const numberOfHelm3 = (printed: string) => new Opaque({ goType: 'json.Number', printed })

test.each([
  ['eq', [1, 1], true],
  ['eq', [1, 2, 1], true],
  ['eq', [1, 1, 'a'], true],
  ['eq', [1, float(1)], 'TemplateError'],
  ['eq', [new Num(97, 'uint8'), 97], true],
  ['eq', [1], 'TemplateError'],
  ['eq', ['a', null], false],
  ['eq', [null, null], true],
  ['eq', [[], null], false],
  ['eq', [[], []], 'TemplateError'],
  ['eq', [labelled({}), []], 'TemplateError'],
  ['eq', [labelled({}), 'a'], 'TemplateError'],
  ['eq', [version(), null], false],
  ['eq', [version(), version()], 'Untraced'],
  ['eq', [numberOfHelm3('3'), '3'], true],
  ['eq', [numberOfHelm3('3'), 3], 'TemplateError'],
  ['ne', [1, 2, 3], 'TemplateError'],
  ['ne', ['a', 'b'], true],
  ['lt', ['￿', '😀'], true],
  ['lt', [true, false], 'TemplateError'],
  ['lt', [1, float(1.5)], 'TemplateError'],
  ['lt', [null, 1], 'TemplateError'],
  ['le', [float(1.5), float(1.5)], true],
  ['gt', [2, 1], true],
  ['ge', ['a', 'b'], false],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toBe(expected)
})

test('what concat of nothing gives is equal to nil', () => {
  expect(resultOf('eq', call('concat'), null)).toBe(true)
  expect(resultOf('eq', call('concat'), call('rest', []))).toBe(true)
})

test('a comparison depends on both sides', () => {
  expect(dependenciesIn(call('eq', labelled('x'), 'y'))).toEqual(['values'])
})

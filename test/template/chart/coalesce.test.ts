import { expect, test } from 'vitest'
import { behaviourOf } from '../../../src/template/chart/behaviour.ts'
import { type Coalesced, coalesceTables, coalesceValues } from '../../../src/template/chart/coalesce.ts'
import { dictOf, plain } from './charts.ts'

const HELM_4 = behaviourOf('4.1.4')
const HELM_3 = behaviourOf('3.18.0')

const chart = (name: string, values: unknown, ...subcharts: Coalesced[]): Coalesced => ({
  name,
  values: dictOf(values),
  subcharts,
})

test('a null takes a default away, at every level, and stays where there is no default', () => {
  const defaults = chart('a', { x: 1, y: { z: 1, w: 2 }, list: [1] })
  const given = dictOf({ x: null, y: { z: null, none: null }, none: null, list: [null] })
  expect(plain(coalesceValues(defaults, given, 'coalesce', HELM_4))).toEqual({
    ...{ none: null, list: [null] },
    y: { w: 2, none: null },
  })
})

test('a null over a null is kept by helm 4 and taken away by helm 3', () => {
  const defaults = chart('a', { y: { z: null } })
  const given = dictOf({ y: { z: null } })
  expect(plain(coalesceValues(defaults, given, 'coalesce', HELM_4))).toEqual({ y: { z: null } })
  expect(plain(coalesceValues(defaults, given, 'coalesce', HELM_3))).toEqual({ y: {} })
})

test('merging keeps nulls', () => {
  const defaults = chart('a', { x: 1, y: { z: 1 } })
  expect(plain(coalesceValues(defaults, dictOf({ x: null, y: { z: null } }), 'merge', HELM_4))).toEqual({
    ...{ x: null, y: { z: null } },
  })
})

test('what is given stays as it is', () => {
  const given = dictOf({ x: null })
  coalesceValues(chart('a', { x: 1, y: 2 }), given, 'coalesce', HELM_4)
  expect(plain(given)).toEqual({ x: null })
})

test('a map is not laid over a scalar', () => {
  expect(
    plain(coalesceValues(chart('a', { x: { y: 1 }, z: 1 }), dictOf({ x: 1, z: { y: 1 } }), 'coalesce', HELM_4)),
  ).toEqual({ x: 1, z: { y: 1 } })
})

test('globals go down, and what a subchart adds deep inside goes up to all charts', () => {
  const sub = chart('sub', { global: { a: { b: { own: 1 } }, top: 2 } })
  const parent = chart('parent', { global: { a: { b: { c: 1 } } } }, sub)
  expect(plain(coalesceValues(parent, dictOf({}), 'coalesce', HELM_4))).toEqual({
    global: { a: { b: { c: 1, own: 1 } } },
    sub: { global: { a: { b: { c: 1, own: 1 } }, top: 2 } },
  })
})

test.each([[1], [[]], [null]])('helm fails when the values of a subchart are %j', value => {
  const parent = chart('parent', {}, chart('sub', {}))
  expect(() => coalesceValues(parent, dictOf({ sub: value }), 'coalesce', HELM_4)).toThrow('type mismatch on sub')
})

test('helm 4 writes nulls into the lower map, which others may share', () => {
  const lower = dictOf({ x: 1 })
  coalesceTables(dictOf({ x: null }), lower, 'merge', HELM_4)
  expect(plain(lower)).toEqual({ x: null })
})

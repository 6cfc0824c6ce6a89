import { expect, test } from 'vitest'
import { at, chartFrom, chartYaml, install, originOf } from './charts.ts'

const umbrella = () =>
  install(
    chartFrom({
      'Chart.yaml': chartYaml('u', 'dependencies: [{name: eso, version: 1.x, alias: one}]\n'),
      'values.yaml': 'global: {a: {b: 1}}\none: {list: [{x: 1}]}\n',
      'charts/eso/Chart.yaml': chartYaml('eso'),
      'charts/eso/values.yaml': 'deep: {x: 1}\nglobal: {own: 2, a: {c: 3}}\n',
    }),
  )

test.each([
  [['one', 'deep', 'x'], 'values one deep x'],
  [['one', 'global', 'own'], 'values global own'],
  [['one', 'global', 'a', 'b'], 'values global a b'],
  [['one', 'global', 'a', 'c'], 'values global a c'],
  [['one', 'global'], 'values global'],
  [['global', 'a', 'b'], 'values global a b'],
  [['one'], 'values one'],
])('%j is %s', (path, origin) => {
  expect(originOf(at(umbrella().values, ...path))).toEqual([origin])
})

test('items of lists have their index', () => {
  const list = at(umbrella().values, 'one', 'list')
  expect(list?.kind === 'list' && originOf(at(list.items[0], 'x'))).toEqual(['values one list 0 x'])
})

test('a subchart sees the very maps of its parent, so that `set` reaches both', () => {
  const { templates: _, ...installation } = umbrella()
  const parent = at(installation.values, 'one')
  const sub = install(
    chartFrom({
      'Chart.yaml': chartYaml('u'),
      'charts/s/Chart.yaml': chartYaml('s'),
      'charts/s/templates/a.yaml': '',
    }),
  )
  const template = sub.templates[0]
  const seen = at(template?.dot, 'Values')
  const own = at(sub.values, 's')
  expect(parent?.kind).toBe('dict')
  expect(seen?.kind === 'dict' && own?.kind === 'dict' && seen.entries === own.entries).toBe(true)
})

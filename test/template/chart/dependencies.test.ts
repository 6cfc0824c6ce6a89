import { expect, test } from 'vitest'
import { type InstalledChart, installChart } from '../../../src/template/chart/dependencies.ts'
import { chartFrom, chartYaml, dictOf, install, plain } from './charts.ts'

const names = ({ subcharts }: InstalledChart): string[] => subcharts.map(({ name }) => name)

function enabled(dependency: string, values: unknown, own = ''): string[] {
  const chart = chartFrom({
    'Chart.yaml': chartYaml('parent', `dependencies: [{name: sub, version: 1.x, ${dependency}}]\n`),
    'values.yaml': own,
    'charts/sub/Chart.yaml': chartYaml('sub'),
    'charts/sub/values.yaml': 'enabled: false\n',
  })
  return names(installChart(chart, dictOf(values), '4.1.4'))
}

test.each([
  ['', {}, ['sub']],
  ['condition: sub.on', { sub: { on: false } }, []],
  ['condition: sub.on', { sub: { on: 'no' } }, ['sub']],
  ['condition: sub.on', { sub: {} }, ['sub']],
  ['condition: "a,sub.on"', { sub: { on: false } }, []],
  ['condition: "a,sub.on"', { a: true, sub: { on: false } }, ['sub']],
  ['condition: "a, sub.on"', { sub: { on: false } }, ['sub']],
  ['condition: sub.enabled', {}, []],
  ['tags: [x]', { tags: { x: false } }, []],
  ['tags: [x, z]', { tags: { x: false, z: true } }, ['sub']],
  ['tags: [x], condition: sub.on', { tags: { x: false }, sub: { on: true } }, ['sub']],
  ['tags: [x]', { tags: { x: 'no' } }, ['sub']],
])('%s with %j installs %j', (dependency, values, expected) => {
  expect(enabled(dependency, values)).toEqual(expected)
})

test('two aliases of one chart are two subcharts with values of their own', () => {
  const chart = chartFrom({
    'Chart.yaml': chartYaml(
      'parent',
      'dependencies: [{name: sub, version: 1.x, alias: one}, {name: sub, version: 1.x, alias: two}]\n',
    ),
    'values.yaml': 'one: {a: 2}\n',
    'charts/sub/Chart.yaml': chartYaml('sub'),
    'charts/sub/values.yaml': 'a: 1\n',
  })
  expect(plain(install(chart).values)).toEqual({ one: { a: 2, global: {} }, two: { a: 1, global: {} } })
})

test('a chart in charts/ that no entry asks for is installed all the same, and so is one of another version', () => {
  const chart = chartFrom({
    'Chart.yaml': chartYaml('parent', 'dependencies: [{name: sub, version: 2.x, alias: one, condition: off}]\n'),
    'values.yaml': 'off: false\n',
    'charts/sub/Chart.yaml': chartYaml('sub'),
    'charts/loose/Chart.yaml': chartYaml('loose'),
  })
  expect(names(installChart(chart, dictOf({}), '4.1.4')).sort()).toEqual(['loose', 'sub'])
})

test('conditions of a subchart are looked up below its name in the values of the top', () => {
  const chart = chartFrom({
    'Chart.yaml': chartYaml('top', 'dependencies: [{name: mid, version: 1.x, alias: m}]\n'),
    'charts/mid/Chart.yaml': chartYaml('mid', 'dependencies: [{name: low, version: 1.x, condition: low.on}]\n'),
    'charts/mid/charts/low/Chart.yaml': chartYaml('low'),
  })
  const lowest = (values: unknown): string[] => installChart(chart, dictOf(values), '4.1.4').subcharts.flatMap(names)
  expect(lowest({ m: { low: { on: false } } })).toEqual([])
  expect(lowest({ low: { on: false } })).toEqual(['low'])
})

/** Measured: helm 3 lets the copies share the entries of their dependencies, and has renamed them when it comes to the second copy. */
test.each([
  ['4.1.4', [['tt'], ['tt']]],
  ['3.18.0', [['tt'], ['t']]],
])('under two aliases helm %s calls the subchart of a subchart %j', (helm, expected) => {
  const chart = chartFrom({
    'Chart.yaml': chartYaml(
      'parent',
      'dependencies: [{name: sub, version: 1.x, alias: one}, {name: sub, version: 1.x, alias: two}]\n',
    ),
    'charts/sub/Chart.yaml': chartYaml('sub', 'dependencies: [{name: t, version: 1.x, alias: tt}]\n'),
    'charts/sub/charts/t/Chart.yaml': chartYaml('t'),
  })
  expect(installChart(chart, dictOf({}), helm).subcharts.map(names)).toEqual(expected)
})

import { expect, test } from 'vitest'
import { chartFrom, chartYaml, install, plain } from './charts.ts'

const SUB = 'exports: {data: {fromSub: 1, shared: sub}}\nown: {v: 1, none: null}\n'

function imported(imports: string, values = ''): unknown {
  const chart = chartFrom({
    'Chart.yaml': chartYaml('parent', `dependencies: [{name: sub, version: 1.x, import-values: ${imports}}]\n`),
    'values.yaml': values,
    'charts/sub/Chart.yaml': chartYaml('sub'),
    'charts/sub/values.yaml': SUB,
  })
  const all = install(chart).values
  all.entries.delete('sub')
  return plain(all)
}

test.each([
  ['[data]', '', { fromSub: 1, shared: 'sub' }],
  ['[data]', 'shared: mine', { fromSub: 1, shared: 'mine' }],
  ['[{child: own, parent: a.b}]', '', { a: { b: { v: 1, none: null } } }],
  ['[{child: own, parent: .}]', '', { v: 1, none: null }],
  ['[{child: nothing, parent: a}, nothing, 7]', '', {}],
  ['[{child: own.v, parent: a}]', '', {}],
])('%s with %j gives %j', (imports, values, expected) => {
  expect(imported(imports, values)).toEqual(expected)
})

test.each(['v4.1.4', 'v3.18.0'])('a null of a parent takes the default of a subchart away (helm %s)', version => {
  const chart = chartFrom({
    'Chart.yaml': chartYaml('parent', 'dependencies: [{name: sub, version: 1.x}]\n'),
    'values.yaml': 'sub: {own: null}\n',
    'charts/sub/Chart.yaml': chartYaml('sub'),
    'charts/sub/values.yaml': SUB,
  })
  const values = plain(install(chart, {}, version).values)
  expect(values).toEqual({ sub: { exports: { data: { fromSub: expect.anything(), shared: 'sub' } }, global: {} } })
})

import { expect, test } from 'vitest'
import { at, chartFrom, install, originOf, plain } from './charts.ts'

const FILES = {
  'Chart.yaml': [
    'apiVersion: v2\nname: u\nversion: 1.0.0\nkeywords: [k]\nannotations: {b: 2}\nmaintainers: [{name: m}]',
    'dependencies: [{name: s, version: 1.x, alias: one, import-values: [d]}]\n',
  ].join('\n'),
  'templates/a.yaml': '',
  'charts/s/Chart.yaml': 'apiVersion: v1\nname: s\nversion: 1.2.0\n',
  'charts/s/templates/a.yaml': '',
}
const chartOf = (name: string, version: string) =>
  at(install(chartFrom(FILES), {}, version).templates.find(template => template.name === name)?.dot, 'Chart')

test('helm 4 shows a map with all that a Chart.yaml may say, and the dependencies as they were taken', () => {
  const chart = chartOf('u/templates/a.yaml', 'v4.1.4')
  expect(plain(chart)).toEqual({
    ...{ Name: 'u', Version: '1.0.0', APIVersion: 'v2', IsRoot: true, Keywords: ['k'], Annotations: { b: '2' } },
    ...{ Maintainers: [{ Name: 'm', Email: '', URL: '' }], Deprecated: false, Sources: [], Type: '', Tags: '' },
    ...{ Home: '', Description: '', Icon: '', Condition: '', AppVersion: '', KubeVersion: '' },
    Dependencies: [
      {
        ...{ Name: 'one', Alias: 'one', Version: '1.x', Repository: '', Condition: '', Tags: [], Enabled: true },
        ImportValues: [{ child: 'exports.d', parent: '.' }],
      },
    ],
  })
  expect(originOf(at(chart, 'Annotations', 'b'))).toEqual(['chart Annotations b'])
})

test('a subchart has the name of its alias, and is no root', () => {
  const chart = chartOf('u/charts/one/templates/a.yaml', 'v4.1.4')
  expect([plain(at(chart, 'Name')), plain(at(chart, 'IsRoot'))]).toEqual(['one', false])
  expect(originOf(at(chart, 'Version'))).toEqual(['chart charts one Version'])
})

test('helm 3 shows a struct, whose fields are those of the metadata in it', () => {
  const chart = chartOf('u/charts/one/templates/a.yaml', 'v3.18.0')
  expect(chart).toMatchObject({
    goType: 'struct { chart.Metadata; IsRoot bool }',
    printed: '{{one  [] 1.2.0  [] []  v1    false map[]  [] } false}',
  })
  expect(plain(at(chart, 'Metadata', 'Version'))).toBe('1.2.0')
  expect(originOf(at(chart, 'Version'))).toEqual(['chart charts one Version'])
})

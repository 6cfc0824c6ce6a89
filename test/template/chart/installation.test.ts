import { expect, test } from 'vitest'
import { at, chartFrom, chartYaml, install, originOf, plain } from './charts.ts'

const FILES = {
  'Chart.yaml': chartYaml('u'),
  'values.yaml': 'a: 1\n',
  'f.txt': 'f',
  'templates/a.yaml': '',
  'charts/s.t/Chart.yaml': chartYaml('s.t'),
  'charts/s.t/values.yaml': 'b: 1\n',
  'charts/s.t/f.txt': 's',
  'charts/s.t/templates/a.yaml': '',
}

const dots = (version?: string) => {
  const { templates } = install(chartFrom(FILES), {}, version)
  return new Map(templates.map(({ name, dot }) => [name, dot]))
}

test.each([
  ['v4.1.4', 'common.Values'],
  ['v3.18.0', 'chartutil.Values'],
])('the dot of helm %s', (version, goType) => {
  const dot = dots(version).get('u/templates/a.yaml')
  expect([...(dot?.entries.keys() ?? [])].sort()).toEqual([
    ...['Capabilities', 'Chart', 'Files', 'Release', 'Subcharts', 'Values'],
  ])
  expect([dot?.goType, at(dot, 'Values')]).toMatchObject([goType, { goType }])
})

test('each chart has its own metadata and files, with their origins', () => {
  const dot = dots().get('u/templates/a.yaml')
  expect(originOf(at(dot, 'Chart', 'Version'))).toEqual(['chart Version'])
  expect(originOf(at(dot, 'Subcharts', 's.t', 'Chart', 'Version'))).toEqual(['chart charts s.t Version'])
  expect(originOf(at(dot, 'Subcharts', 's.t', 'Files', 'f.txt'))).toEqual(['files charts s.t f.txt'])
  expect(originOf(at(dot, 'Release', 'Name'))).toEqual(['release Name'])
})

test('a subchart with a dot in its name sees no values', () => {
  expect(plain(at(dots().get('u/charts/s.t/templates/a.yaml'), 'Values'))).toEqual({})
  expect(plain(install(chartFrom(FILES)).values)).toEqual({ a: 1, 's.t': { b: 1, global: {} } })
})

test('what one run does to its values another does not see', () => {
  const chart = chartFrom(FILES)
  install(chart).values.entries.clear()
  expect(plain(at(install(chart).values, 'a'))).toBe(1)
})

import { expect, test } from 'vitest'
import { loadChart } from '../../../src/template/chart/chart.ts'
import { bytes, chartFrom, chartYaml, plain } from './charts.ts'

const BASE = { 'Chart.yaml': chartYaml('a'), 'templates/x.yaml': 'x', 'crds/c.yaml': 'c', 'README.md': '# a' }

test('what helm reads itself is not in .Files; crds/ and .helmignore are', () => {
  const chart = chartFrom({
    ...BASE,
    'values.yaml': 'a: 1',
    'Chart.lock': '',
    'values.schema.json': '{}',
    '.helmignore': '',
  })
  expect([...chart.files.keys()]).toEqual(['.helmignore', 'README.md', 'crds/c.yaml'])
  expect(chart.templates.map(({ path }) => path)).toEqual(['templates/x.yaml'])
  expect(plain(chart.values)).toEqual({ a: 1 })
})

test('.helmignore counts for a folder, with what is unpacked in charts/, and not for a package', () => {
  const files = {
    ...BASE,
    '.helmignore': '*.md\n',
    'charts/sub/Chart.yaml': chartYaml('sub'),
    'charts/sub/.helmignore': 'other\n',
    'charts/sub/README.md': '',
    'charts/sub/other': '',
  }
  const inSub = (isPackaged: boolean) => [...(chartFrom(files, isPackaged).subcharts[0]?.files.keys() ?? [])]
  expect(inSub(false)).toEqual(['.helmignore', 'other'])
  expect(inSub(true)).toEqual(['.helmignore', 'README.md', 'other'])
  expect(chartFrom(files, false).files.has('README.md')).toBe(false)
})

test('the requirements of an old chart are its dependencies, and in .Files', () => {
  const chart = chartFrom({
    'Chart.yaml': 'apiVersion: v1\nname: a\nversion: 1.0.0\n',
    'requirements.yaml': 'dependencies: [{name: b, version: 1.x}]\n',
  })
  expect(chart.metadata.dependencies).toMatchObject([{ name: 'b', version: '1.x' }])
  expect([...chart.files.keys()]).toEqual(['requirements.yaml'])
})

test('folders in charts/ that begin with _ or . are no charts', () => {
  const chart = chartFrom({
    ...BASE,
    'charts/_x/Chart.yaml': '',
    'charts/.y/a': '',
    'charts/b/Chart.yaml': chartYaml('b'),
  })
  expect(chart.subcharts.map(({ metadata }) => metadata.name)).toEqual(['b'])
})

test.each([
  ['charts/README.md', ''],
  ['charts/b/values.yaml', ''],
  ['charts/b.tgz', 'no archive'],
])('helm refuses a chart with %s', (path, text) => {
  expect(() => chartFrom({ ...BASE, [path]: text })).toThrow(expect.objectContaining({ name: 'TemplateError' }))
})

test('a mark of the byte order is taken off, and what is no UTF-8 says so', () => {
  const files = new Map([
    ['Chart.yaml', bytes(`\ufeff${chartYaml('a')}`)],
    ['templates/a.yaml', bytes('\ufeffx')],
    ['templates/b.yaml', new Uint8Array([0xff])],
    ['f', bytes('\ufeffx')],
  ])
  const chart = loadChart(files, { isPackaged: true, helm: '4.1.4' })
  expect(chart.templates).toEqual([
    { path: 'templates/a.yaml', text: 'x', isUtf8: true },
    { path: 'templates/b.yaml', text: '\ufffd', isUtf8: false },
  ])
  expect(chart.files.get('f')).toEqual(bytes('x'))
})

test('helm 4 lays the documents of values.yaml over each other, helm 3 reads the first', () => {
  const files = { ...BASE, 'values.yaml': 'a: {b: x}\n---\na: {c: z}\n' }
  expect(plain(chartFrom(files).values)).toEqual({ a: { b: 'x', c: 'z' } })
  expect(plain(chartFrom(files, true, '3.18.0').values)).toEqual({ a: { b: 'x' } })
})

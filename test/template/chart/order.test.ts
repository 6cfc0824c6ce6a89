import { expect, test } from 'vitest'
import { chartFrom, chartYaml, install } from './charts.ts'

const chart = () =>
  install(
    chartFrom({
      'Chart.yaml': chartYaml('u', 'dependencies: [{name: s, version: 1.x, alias: one}]\n'),
      'templates/a.yaml': '',
      'templates/b.yaml': '',
      'templates/_h.tpl': '',
      'templates/NOTES.txt': '',
      'templates/deep/a.yaml': '',
      'charts/s/Chart.yaml': chartYaml('s'),
      'charts/s/templates/a.yaml': '',
      'charts/lib/Chart.yaml': chartYaml('lib', 'type: library\n'),
      'charts/lib/templates/a.yaml': '',
      'charts/lib/templates/_l.tpl': '',
    }),
  )

test('the deepest path comes first, then names from the end; a library has but its partials', () => {
  expect(chart().templates.map(({ name }) => name)).toEqual([
    'u/charts/one/templates/a.yaml',
    'u/charts/lib/templates/_l.tpl',
    'u/templates/deep/a.yaml',
    'u/templates/b.yaml',
    'u/templates/a.yaml',
    'u/templates/_h.tpl',
    'u/templates/NOTES.txt',
  ])
})

test('partials are not run, and notes are not printed', () => {
  const { templates } = chart()
  const names = (wanted: typeof templates) => wanted.map(({ name }) => name.replace(/.*\//, ''))
  expect(names(templates.filter(template => !template.isRun))).toEqual(['_l.tpl', '_h.tpl'])
  expect(names(templates.filter(template => template.isRun && !template.isOutput))).toEqual(['NOTES.txt'])
})

test('two charts of one name are not traced', () => {
  const files = { 'Chart.yaml': chartYaml('u'), 'charts/a/templates/x': '', 'charts/b/templates/x': '' }
  const twins = chartFrom({ ...files, 'charts/a/Chart.yaml': chartYaml('s'), 'charts/b/Chart.yaml': chartYaml('s') })
  expect(() => install(twins)).toThrow(expect.objectContaining({ name: 'Untraced' }))
})

import { expect, test } from 'vitest'
import { flatten, pathOf } from '../../../src/template/value/provenance.ts'
import type { Condition } from '../../../src/template/value/site.ts'
import { chartFrom, chartYaml, install } from './charts.ts'

/** Where a condition is declared, with its keys and what is around it. */
const shown = (condition: Condition | undefined): unknown[] =>
  condition
    ? [
        `${condition.source.name}:${condition.source.lineOf(condition.offset)}`,
        condition.isTrue,
        [...flatten(condition.depends)].map(datum => `${datum.source} ${pathOf(datum).join('.')}`),
        ...shown(condition.parent),
      ]
    : []

const conditionsIn = (files: Readonly<Record<string, string>>, values: unknown, helm = 'v4.1.4') => {
  const { templates, disabled } = install(chartFrom(files), values, helm)
  return Object.fromEntries([...templates, ...disabled].map(({ name, condition }) => [name, shown(condition)]))
}

const DEPENDENCIES = `dependencies:
  - name: sub
    version: 1.x
    alias: first
    condition: first.enabled, global.sub
    tags: [a, b]
  - name: sub
    version: 1.x
    tags:
      - a
      - b
  - { name: loose, version: 1.x }
`
const CHART = {
  'Chart.yaml': chartYaml('top', DEPENDENCIES),
  'templates/a.yaml': '',
  'charts/sub/Chart.yaml': chartYaml(
    'sub',
    'dependencies:\n- name: low\n  version: 1.x\n  condition: low.on,global.low\n',
  ),
  'charts/sub/templates/a.yaml': '',
  'charts/sub/charts/low/Chart.yaml': chartYaml('low'),
  'charts/sub/charts/low/templates/a.yaml': '',
  'charts/loose/Chart.yaml': chartYaml('loose'),
  'charts/loose/templates/a.yaml': '',
}

test.each(['v4.1.4', 'v3.18.0'])(
  'each subchart has what decided it, with that of the charts around it (helm %s)',
  helm => {
    const first = ['top/Chart.yaml:8', true, ['values first.enabled']]
    const sub = ['top/Chart.yaml:12', true, ['values tags.b', 'values tags.a']]
    const values = { first: { enabled: true }, tags: { b: true }, sub: { low: { on: false } }, global: { low: true } }
    expect(conditionsIn(CHART, values, helm)).toEqual({
      'top/templates/a.yaml': [],
      'top/charts/loose/templates/a.yaml': [],
      'top/charts/first/templates/a.yaml': first,
      'top/charts/first/charts/low/templates/a.yaml': [
        ...['top/charts/first/Chart.yaml:7', true, ['values global.low', 'values first.low.on']],
        ...first,
      ],
      'top/charts/sub/templates/a.yaml': sub,
      'top/charts/sub/charts/low/templates/a.yaml': [
        ...['top/charts/sub/Chart.yaml:7', false, ['values sub.low.on']],
        ...sub,
      ],
    })
  },
)

test('what nobody set yet could decide', () => {
  const { 'top/charts/first/templates/a.yaml': first, 'top/charts/sub/templates/a.yaml': sub } = conditionsIn(CHART, {})
  expect(first?.[2]).toEqual(['values first.enabled', 'values  global.sub', 'values tags.a', 'values tags.b'])
  expect(sub?.[2]).toEqual(['values tags.a', 'values tags.b'])
})

test('the requirements of an old chart are in a file of their own', () => {
  const files = {
    'Chart.yaml': 'apiVersion: v1\nname: top\nversion: 1.0.0\n',
    'requirements.yaml': 'dependencies:\n- name: low\n  Condition: low.on\n  version: 1.x\n',
    'charts/low/Chart.yaml': chartYaml('low'),
    'charts/low/templates/a.yaml': '',
    'charts/low/templates/_helper.tpl': '',
  }
  expect(conditionsIn(files, { low: { on: false } })).toEqual({
    'top/charts/low/templates/a.yaml': ['top/requirements.yaml:3', false, ['values low.on']],
  })
})

import { expect, test } from 'vitest'
import { chart, under } from '../tree.ts'
import { serverPlaces, store } from './places-of.ts'

/** The Chart.yaml of a chart that depends on a chart of others. */
const depending = (more: string, name = 'shop', on = 'stores'): string => `apiVersion: v2
name: ${name}
version: 1.2.3
dependencies:
  - name: ${on}
    version: 1.2.3
    repository: https://charts.example.com
${more}`
const CONDITION = '    condition: stores.enabled\n'

/** An umbrella over a chart whose text no value decides. */
const umbrella = (more: string, values: string, template = store('http://vault')): Record<string, string> => ({
  'Chart.yaml': depending(more),
  'values.yaml': values,
  ...under('charts/stores', chart('stores', template)),
})

test('what switches a subchart on decides what it renders', async () => {
  expect(await serverPlaces(umbrella(CONDITION, '# one\nstores:\n  enabled: true\n'))).toEqual([
    'values.yaml:3 gated-by stores.enabled',
  ])
  const aliased = umbrella('    alias: orders\n    condition: orders.enabled\n', 'orders:\n  enabled: true\n')
  expect(await serverPlaces(aliased)).toEqual(['values.yaml:2 gated-by orders.enabled'])
})

test('it is no part of a text that a helper made', async () => {
  const files = {
    ...umbrella(CONDITION, 'stores:\n  enabled: true\n  vault: http://vault\n'),
    'charts/stores/templates/all.yaml': store('{{ include "server" . | trim }}'),
    'charts/stores/templates/_server.tpl': '{{ define "server" }}{{ .Values.vault }}{{ end }}',
  }
  expect(await serverPlaces(files)).toEqual(['values.yaml:3 set-by stores.vault'])
  const literal = { ...files, 'charts/stores/templates/_server.tpl': '{{ define "server" }}http://vault{{ end }}' }
  expect(await serverPlaces(literal)).toEqual(['values.yaml:2 gated-by stores.enabled'])
})

test('a condition of the templates inside is narrower, and text of an own subchart is changed there', async () => {
  const template = `{{ if .Values.create }}${store('http://vault')}{{ end }}`
  expect(await serverPlaces(umbrella(CONDITION, 'stores:\n  enabled: true\n  create: true\n', template))).toEqual([
    'values.yaml:3 gated-by stores.create',
  ])
  const own = umbrella(CONDITION, 'stores:\n  enabled: true\n')
  own['Chart.yaml'] = own['Chart.yaml']?.replace('https://charts.example.com', 'file://../stores') ?? ''
  expect(await serverPlaces(own)).toEqual(['charts/stores/templates/all.yaml:8 set-by'])
})

test('the condition that counts, or one that would', async () => {
  const two = '    condition: stores.enabled,global.stores\n'
  expect(await serverPlaces(umbrella(two, 'stores:\n  enabled: true\nglobal:\n  stores: true\n'))).toEqual([
    'values.yaml:2 gated-by stores.enabled',
  ])
  expect(await serverPlaces(umbrella(two, 'name: shop\nglobal:\n  stores: true\n'))).toEqual([
    'values.yaml:3 gated-by global.stores',
  ])
  expect(await serverPlaces(umbrella(CONDITION, '# one\nstores:\n  name: x\n'))).toEqual([
    'values.yaml:2 gated-by +stores.enabled',
  ])
})

test('tags, where one of them decides alone', async () => {
  const tags = '    tags: [a, b]\n'
  expect(await serverPlaces(umbrella(tags, 'tags:\n  a: false\n  b: true\n'))).toEqual([
    'values.yaml:3 gated-by tags.b',
  ])
  expect(await serverPlaces(umbrella(tags, 'tags:\n  a: true\n  b: true\n'))).toEqual([
    'charts/stores/templates/all.yaml:8 set-by',
  ])
})

test('what switches on the chart around a chart', async () => {
  const outer = (condition: string, values: string) => ({
    'Chart.yaml': depending('    condition: inner.enabled\n', 'outer', 'inner'),
    'values.yaml': values,
    ...under('charts/inner', { ...umbrella('', 'name: x\n'), 'Chart.yaml': depending(condition, 'inner') }),
  })
  expect(await serverPlaces(outer('', 'inner:\n  enabled: true\n'))).toEqual(['values.yaml:2 gated-by inner.enabled'])
  const values = 'inner:\n  enabled: true\n  stores:\n    enabled: true\n'
  expect(await serverPlaces(outer(CONDITION, values))).toEqual(['values.yaml:4 gated-by inner.stores.enabled'])
})

import { expect, test } from 'vitest'
import type { Capabilities } from '../../../src/template/chart/capabilities.ts'
import { loadChart } from '../../../src/template/chart/chart.ts'
import { outputOf } from '../../../src/template/output/template.ts'
import { traceChart } from '../../../src/template/trace.ts'
import { Dict } from '../../../src/template/value/value.ts'

const CAPABILITIES: Capabilities = {
  kubeVersion: 'v1.35.0',
  apiVersions: ['v1'],
  helm: { version: 'v4.1.4', gitCommit: '', gitTreeState: 'clean', goVersion: 'go1.25', kubeClientVersion: undefined },
}
const CHART = 'apiVersion: v2\nname: c\nversion: 1.0.0\n'

function output(files: Readonly<Record<string, string>>, name = 'rel') {
  const all = { 'Chart.yaml': CHART, 'templates/a.yaml': 'kind: Pod', ...files }
  const bytes = new Map(Object.entries(all).map(([path, text]) => [path, new TextEncoder().encode(text)]))
  const chart = loadChart(bytes, { isPackaged: true, helm: '4.1.4' })
  const input = { chart, values: new Dict(), release: { name, namespace: 'ns' }, capabilities: CAPABILITIES }
  return outputOf(input, traceChart(input))
}

test('what helm would print', () => {
  expect(output({ 'templates/NOTES.txt': 'x' })).toEqual({ output: '---\n# Source: c/templates/a.yaml\nkind: Pod\n' })
  expect(output({ 'Chart.yaml': `${CHART}kubeVersion: ">=1.20.0-0"\n` })).toHaveProperty('output')
})

test.each<[string, Readonly<Record<string, string>>]>([
  ['a schema of values', { 'values.schema.json': '{}' }],
  ['a schema of a subchart', { 'charts/s/Chart.yaml': CHART, 'charts/s/values.schema.json': '{}' }],
  ['a newer Kubernetes', { 'Chart.yaml': `${CHART}kubeVersion: ">=1.99.0"\n` }],
  ['a missing dependency', { 'Chart.yaml': `${CHART}dependencies: [{ name: s, version: 1.0.0 }]\n` }],
  ['a library', { 'Chart.yaml': `${CHART}type: library\n` }],
  ['another type', { 'Chart.yaml': `${CHART}type: other\n` }],
  ['a version that is none', { 'Chart.yaml': CHART.replace('1.0.0', 'one') }],
  ['random text', { 'templates/b.yaml': 'kind: Secret\na: {{ randAlpha 5 }}' }],
  ['a template that fails', { 'templates/b.yaml': '{{ fail "no" }}' }],
  ['notes that fail', { 'templates/NOTES.txt': '{{ fail "no" }}' }],
  ['what is not traced', { 'templates/b.yaml': '{{ mul 9007199254740991 2 }}' }],
  ['a document that is no YAML', { 'templates/b.yaml': 'a: [' }],
])('%s is left to helm', (_, files) => {
  expect(output(files)).toHaveProperty('reason')
})

test('a name that helm refuses', () => {
  expect(output({}, 'Rel')).toHaveProperty('reason')
  expect(output({}, 'r'.repeat(54))).toHaveProperty('reason')
})

import { execFileSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { documentsBySource, documentsIn } from '../../scripts/helm-documents.ts'
import type { Capabilities } from '../../src/template/chart/capabilities.ts'
import { loadChart } from '../../src/template/chart/chart.ts'
import { probeChart, readProbe } from '../../src/template/chart/probe.ts'
import { TemplateError } from '../../src/template/errors.ts'
import { TracedText } from '../../src/template/origin.ts'
import { retrace, type TraceInput, traceChart } from '../../src/template/trace.ts'
import { flatten } from '../../src/template/value/provenance.ts'
import { Dict, Nil, Num, Text, type Value } from '../../src/template/value/value.ts'
import { HELMS } from '../helm.ts'
import { tree } from '../tree.ts'
import { nameOf } from './execute/run.ts'

const CAPABILITIES: Capabilities = {
  kubeVersion: 'v1.35.0',
  apiVersions: ['v1', 'apps/v1'],
  helm: { version: 'v4.1.4', gitCommit: '', gitTreeState: 'clean', goVersion: 'go1.25', kubeClientVersion: undefined },
}
const RELEASE = { name: 'rel', namespace: 'ns1' }

const encoder = new TextEncoder()

function inputOf(files: Readonly<Record<string, string>>, capabilities = CAPABILITIES): TraceInput {
  const bytes = new Map(Object.entries(files).map(([path, text]) => [path, encoder.encode(text)]))
  const chart = loadChart(bytes, { isPackaged: true, helm: capabilities.helm.version.slice(1) })
  return { chart, values: new Dict(), release: RELEASE, capabilities }
}

const CHART = { 'Chart.yaml': 'apiVersion: v2\nname: c\nversion: 1.0.0\n' }
const printed = (files: Readonly<Record<string, string>>): Record<string, string> =>
  Object.fromEntries([...traceChart(inputOf({ ...CHART, ...files })).files].map(([name, text]) => [name, text.string]))

test('gives what each template file prints, but not partials and notes', () => {
  expect(
    printed({
      'values.yaml': 'a: 1\n',
      'templates/a.yaml': 'a: {{ .Values.a }}{{ include "h" . }}\n',
      'templates/_h.tpl': '{{ define "h" }}!{{ end }}',
      'templates/sub/_b.yaml': 'not printed',
      'templates/NOTES.txt': 'not printed either',
      'templates/c.txt': '{{ .Template.Name }} {{ .Template.BasePath }} {{ .Release.Name }}',
    }),
  ).toEqual({ 'c/templates/a.yaml': 'a: 1!\n', 'c/templates/c.txt': 'c/templates/c.txt c/templates rel' })
})

test('what a template sets, later ones see: the end of the alphabet runs first', () => {
  const files = {
    'templates/a.yaml': '{{ .Values.x }}',
    'templates/z.yaml': '{{ $_ := set .Values "x" "set" }}{{ .Values.x }}',
  }
  expect(printed({ 'values.yaml': 'x: given\n', ...files })['c/templates/a.yaml']).toBe('set')
  const { values } = traceChart(inputOf({ ...CHART, 'values.yaml': 'x: given\n', ...files }))
  expect(values.entries.get('x')).toMatchObject({ string: 'given' })
})

test('a failure of helm ends the run and has its place', () => {
  const { failure, files } = traceChart(
    inputOf({ ...CHART, 'templates/z.yaml': 'z', 'templates/b.yaml': 'x\n{{ fail "no" }}', 'templates/a.yaml': 'a' }),
  )
  expect(failure).toBeInstanceOf(TemplateError)
  expect(failure).toMatchObject({ message: 'no', place: { template: 'c/templates/b.yaml', line: 2 } })
  expect([...files.keys()]).toEqual(['c/templates/z.yaml'])
})

test('a template that does not parse stops all of them', () => {
  const { failure, files } = traceChart(
    inputOf({ ...CHART, 'templates/z.yaml': 'z', 'templates/a.yaml': 'a\n{{ if }}' }),
  )
  expect(failure).toMatchObject({ place: { template: 'c/templates/a.yaml', line: 2 } })
  expect(files.size).toBe(0)
})

test('what a random key of a map chooses differs in each run', () => {
  const port = '{{ (index .Values.ports (keys .Values.ports | first)).port }}'
  const { files } = traceChart(
    inputOf({
      ...CHART,
      'values.yaml': 'ports: { http: { port: 80 }, https: { port: 443 } }\none: { http: { port: 80 } }\n',
      'templates/a.yaml': port,
      'templates/b.yaml': port.replaceAll('.ports', '.one'),
      'templates/c.yaml':
        '{{ range $name := keys .Values.ports | sortAlpha }}{{ (get $.Values.ports $name).port }}{{ end }}',
    }),
  )
  const isVolatile = (text: Text): boolean => new TracedText(text).isVolatile(0, text.string.length)
  expect([...files].map(([name, text]) => [name, isVolatile(text)])).toEqual([
    ['c/templates/c.yaml', false],
    ['c/templates/b.yaml', false],
    ['c/templates/a.yaml', true],
  ])
})

test('what cannot be run as helm runs it concerns its own file', () => {
  const { untraced, files, failure, reason } = traceChart(
    inputOf({ ...CHART, 'templates/a.yaml': 'a', 'templates/b.yaml': '{{ mul 9007199254740991 2 }}' }),
  )
  expect([...untraced]).toEqual([['c/templates/b.yaml', expect.stringContaining('2^53')]])
  expect([failure, reason, [...files.keys()]]).toEqual([undefined, undefined, ['c/templates/a.yaml']])
})

test('a key of a subchart has one path, by its alias', () => {
  const { files } = traceChart(
    inputOf({
      'Chart.yaml': `${CHART['Chart.yaml']}dependencies:\n- { name: s, version: 1.0.0, alias: one }\n- { name: s, version: 1.0.0, alias: two }\n`,
      'values.yaml': 'global: { g: G }\none: { a: A1 }\n',
      'charts/s/Chart.yaml': 'apiVersion: v2\nname: s\nversion: 1.0.0\n',
      'charts/s/values.yaml': 'a: A\n',
      'charts/s/templates/x.yaml': '{{ .Values.a }}{{ .Values.global.g }}',
    }),
  )
  const found = [...files].map(([name, { segments }]) => [
    name,
    ...segments.map(({ text, provenance }) => `${text} ${provenance?.alias && nameOf(provenance.alias)}`),
  ])
  expect(found).toEqual([
    ['c/charts/two/templates/x.yaml', 'A two.a', 'G global.g'],
    ['c/charts/one/templates/x.yaml', 'A1 one.a', 'G global.g'],
  ])
})

test('what differs in each run is marked', () => {
  const { files } = traceChart(inputOf({ ...CHART, 'templates/a.yaml': '{{ randAlphaNum 5 | sha256sum }}' }))
  const depends = files
    .get('c/templates/a.yaml')
    ?.segments.flatMap(({ provenance }) => [...flatten(provenance?.depends)])
  expect(depends?.map(({ source }) => source)).toContain('volatile')
})

describe('retrace', () => {
  const input = inputOf({
    ...CHART,
    'values.yaml': 'a: { b: 1, c: 2 }\nlist: [{ name: p }, { name: q }]\n',
    'templates/a.yaml': '{{ toJson .Values }}',
  })
  const { values } = traceChart(input)
  const withChange = (path: readonly (string | number)[], value: Value): string | undefined =>
    retrace(input, values, { path, value }).files.get('c/templates/a.yaml')?.string

  test('changes one key, and takes one away', () => {
    expect(withChange(['a', 'b'], new Num(5, 'float64'))).toBe('{"a":{"b":5,"c":2},"list":[{"name":"p"},{"name":"q"}]}')
    expect(withChange(['a', 'b'], new Nil())).toBe('{"a":{"c":2},"list":[{"name":"p"},{"name":"q"}]}')
    expect(withChange(['new', 'key'], new Text('v'))).toContain('"new":{"key":"v"}')
  })

  test('changes an item of a list, and leaves the others', () => {
    expect(withChange(['list', 1, 'name'], new Text('z'))).toContain('"list":[{"name":"p"},{"name":"z"}]')
    expect(withChange(['list', 3], new Text('z'))).toContain('"list":[{"name":"p"},{"name":"q"},null,"z"]')
  })

  test('leaves the first trace as it was', () => {
    expect(withChange(['a', 'b'], new Num(5, 'float64'))).toContain('"b":5')
    expect(traceChart(input).files.get('c/templates/a.yaml')?.string).toContain('"b":1')
  })
})

describe.each(HELMS)('helm $minor', ({ path }) => {
  const helm = (folder: string): string =>
    execFileSync(path, ['template', 'rel', folder, '--namespace=ns1'], { encoding: 'utf8' })

  /** Each line alone, so that one that helm refuses does not hide the others; undefined where it fails. */
  function linesWith(files: Readonly<Record<string, string>>, line: string): { ours: unknown; theirs: unknown } {
    const capabilities = readProbe(helm(tree(Object.fromEntries(probeChart()))))
    const chart = { ...files, 'templates/line.txt': `a: |\n  ${line}\n` }
    const { files: ours, untraced } = traceChart(inputOf(chart, capabilities))
    const text = ours.get('c/templates/line.txt')?.string ?? [...untraced]
    return { ours: typeof text === 'string' ? text.trim() : text, theirs: documentsBySource(helm(tree(chart))) }
  }

  test.each([
    '{{ .Chart | toJson }}',
    '{{ .Chart | toYaml | nindent 2 }}',
    '{{ .Chart.Maintainers | toJson }} {{ .Chart.Dependencies | toJson }}',
    '{{ .Capabilities | toJson }}',
    '{{ .Capabilities.KubeVersion | toPrettyJson | nindent 2 }}',
    '{{ . | toYaml | nindent 2 }}',
    '{{ merge (dict "Chart" (dict "Name" "x")) . | toJson }}',
    '{{ mergeOverwrite (dict "Chart" (dict "Name" "x")) . | toJson }}',
    '{{ $both := merge (dict "a" 1) . }}{{ merge $both . | toJson }}',
    '{{ printf "%f %d %5d %t|%v %s %q" .Values.port .Values.port .Values.port .Values.port .Values.port .Values.port .Values.port }}',
  ])('prints %s', line => {
    const metadata = `annotations: { z: "1", a: b }
maintainers: [{ name: me, email: e }, { url: u }]
keywords: [k]
dependencies: [{ name: sub, version: 1.0.0, tags: [t], alias: other }]
`
    const sub = { 'charts/sub/Chart.yaml': 'apiVersion: v2\nname: sub\nversion: 1.0.0\n' }
    const files = { 'Chart.yaml': CHART['Chart.yaml'] + metadata, 'values.yaml': 'port: 80\n', ...sub }
    const { ours, theirs } = linesWith(files, line)
    expect(new Map([['c/templates/line.txt', [ours]]])).toEqual(theirs)
  })

  test('prints the same for a chart that shows all it knows', () => {
    const capabilities = readProbe(helm(tree(Object.fromEntries(probeChart()))))
    const files = {
      'Chart.yaml': `${CHART['Chart.yaml']}appVersion: 2.3\ndescription: d\n`,
      'values.yaml': 'a: { b: [1, 2.5, true, null, "x: y"], on: yes }\nbig: 10000000\n',
      'note.txt': 'one\ntwo\n',
      'templates/values.yaml':
        'v:\n{{ toYaml .Values | indent 2 }}\np: {{ .Values | quote }}\n---\n\n---\nj: {{ .Values | toJson }}',
      'templates/chart.yaml':
        'c: {{ .Chart.Name }}-{{ .Chart.Version }} {{ .Chart.AppVersion | quote }} {{ .Chart.IsRoot }}',
      'templates/capabilities.yaml':
        'k: {{ .Capabilities.KubeVersion }} {{ .Capabilities.APIVersions | len }} {{ .Capabilities.APIVersions.Has "apps/v1" }}\nh: {{ .Capabilities.HelmVersion.Version }}',
      'templates/files.yaml':
        'f: {{ .Files.Get "note.txt" | quote }}\nl:\n{{ range .Files.Lines "note.txt" }}- {{ . }}\n{{ end }}{{ (.Files.Glob "*.txt").AsConfig | nindent 0 }}',
      'templates/release.yaml': 'r: {{ .Release | toJson }}\nt: {{ .Template.Name }}',
    }
    const { files: ours, failure, reason } = traceChart(inputOf(files, capabilities))
    expect([failure, reason]).toEqual([undefined, undefined])
    const documents = [...ours].map(([name, text]) => [name, documentsIn(text.string).map(({ text }) => text)] as const)
    expect(new Map(documents)).toEqual(documentsBySource(helm(tree(files))))
  })
})

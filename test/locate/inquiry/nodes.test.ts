import { expect, test } from 'vitest'
import { loadConfig } from '../../../src/config/config.ts'
import { discover } from '../../../src/discover/discover.ts'
import { fromKey, fromLine } from '../../../src/locate/inquiry/criteria.ts'
import { askable, examine } from '../../../src/locate/inquiry/examined.ts'
import { readKey } from '../../../src/locate/inquiry/key-path.ts'
import { type Criterion, nodesWhere } from '../../../src/locate/inquiry/nodes.ts'
import { dotted } from '../../../src/locate/layers.ts'
import { HELM } from '../../helm.ts'
import { chart, tree } from '../../tree.ts'

const TEMPLATE = `kind: Thing
metadata: { name: x }
spec:
  exact: {{ .Values.a }}
  none: {{ .Values.none }}
  empty:
    {{- with .Values.none }}
    inside: 1
    {{- end }}
  default: {{ .Values.b | default .Values.a }}
  random: {{ randAlphaNum 5 }}{{ .Values.a }}
  joined: "{{ .Values.a }}-{{ .Values.b }}"
  sum: {{ .Values.map | toYaml | sha256sum }}
  whole: {{- toYaml .Values.map | nindent 4 }}
  items:
    {{- range .Values.list }}
    - name: {{ .name }}
      fixed: 1
    {{- end }}
    - name: last
  block: |
    first
    {{ .Values.a }}
    {{- if .Values.b }}
    second
    {{- end }}
    last
  flow: { one: {{ .Values.a }}, two: [1, {{ .Values.b }}] }
{{- if .Values.b }}
  gated:
    deep: 1
{{- end }}
{{- range .Values.list }}
---
kind: Other
metadata: { name: "{{ .name }}" }
{{- end }}
`
const VALUES = 'a: va\nb: vb\nmap: { k: 1, l: [x] }\nlist: [{ name: one }, { name: two }]\n'

const root = () => tree(chart('c', TEMPLATE, { 'values.yaml': VALUES }))

async function nodes(criterion: Criterion): Promise<string[]> {
  const folder = root()
  const { releases } = await discover(folder, folder, ['.'], await loadConfig(folder, undefined, ['.']))
  const [release] = askable(await examine(releases, { root: folder, helm: HELM }))
  return (release?.documents ?? []).flatMap(document => {
    const kind = /kind: (\w+)/.exec(document.source.text)?.[1]
    return [...nodesWhere(document, criterion)].map(({ path, role }) => `${kind} ${dotted(path)} ${role}`)
  })
}

test.each([
  ['a', ['Thing spec.exact made', 'Thing spec.joined made', 'Thing spec.block made', 'Thing spec.flow.one made']],
  [
    'b',
    [
      'Thing spec.default made',
      'Thing spec.joined made',
      'Thing spec.block gated',
      'Thing spec.flow.two[1] made',
      'Thing spec.gated gated',
    ],
  ],

  ['none', ['Thing spec.none made', 'Thing spec.empty gated']],
  ['map', ['Thing spec.sum used', 'Thing spec.whole.k made', 'Thing spec.whole.l[0] made']],
  ['map.l[0]', ['Thing spec.sum used', 'Thing spec.whole.l[0] made']],
  ['list[1]', ['Thing spec.items[1].name made', 'Other metadata.name made']],
])('the nodes of %s', async (key, expected) => {
  const found = await nodes(fromKey(readKey(key)))
  // The random line is no line of the trace.
  expect(found.filter(node => !node.includes('random'))).toEqual(expect.arrayContaining(expected))
})

test.each([
  [3, ['Thing spec made']],
  [4, ['Thing spec.exact made']],
  [5, ['Thing spec.none made']],
  [7, ['Thing spec.empty gated']],
  [8, []],
  [13, ['Thing spec.sum made']],
  [17, ['Thing spec.items[0].name made', 'Thing spec.items[1].name made']],
  [18, ['Thing spec.items[0].fixed made', 'Thing spec.items[1].fixed made']],
  [20, ['Thing spec.items[2].name made']],
  [21, ['Thing spec.block made']],
  [22, ['Thing spec.block made']],
  [25, ['Thing spec.block made']],
  [
    28,
    [
      'Thing spec.flow made',
      'Thing spec.flow.one made',
      'Thing spec.flow.two made',
      'Thing spec.flow.two[0] made',
      'Thing spec.flow.two[1] made',
    ],
  ],
  [29, ['Thing spec.gated gated']],
  [33, ['Other  gated', 'Other  gated']],
  [35, ['Other kind made', 'Other kind made']],
])('the nodes of line %i', async (line, expected) => {
  expect(await nodes(fromLine(template => template === 'c/templates/all.yaml', line))).toEqual(expected)
})

test('another template of the same line is not asked', async () => {
  expect(await nodes(fromLine(() => false, 4))).toEqual([])
})

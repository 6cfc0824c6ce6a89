import { expect, test } from 'vitest'
import { plainOf } from '../../../scripts/value-changes.ts'
import { loadConfig } from '../../../src/config/config.ts'
import { discover } from '../../../src/discover/discover.ts'
import { askable, examine } from '../../../src/locate/inquiry/examined.ts'
import { changesThatPrint } from '../../../src/locate/inquiry/what-prints.ts'
import { dotted } from '../../../src/locate/layers.ts'
import { HELM } from '../../helm.ts'
import { chart, tree } from '../../tree.ts'

const VALUES = 'a: false\nb: false\nport: http\nrange: []\nname: x\nreplicas: 1\nkind: one\n'

/** What has to be changed to have `wanted: true` printed by a template. */
async function changes(template: string, more: Readonly<Record<string, string>> = {}): Promise<string[] | undefined> {
  const folder = tree(chart('c', template, { 'values.yaml': VALUES, ...more }))
  const { releases } = await discover(folder, folder, ['.'], await loadConfig(folder, undefined, ['.']))
  const [release] = askable(await examine(releases, { root: folder, helm: HELM }))
  if (!release) throw new Error('nothing was traced')
  const offset = /[^}]*wanted: true/.exec(template)?.index ?? 0
  const found = changesThatPrint(release.chart, { template: 'c/templates/all.yaml', text: template, offset })
  return found?.map(({ path, value }) => `${dotted(path)}=${JSON.stringify(plainOf(value))}`)
}

const map = (text: string) => `kind: ConfigMap\n${text}`

test.each([
  ['what is printed', 'wanted: true\n', []],
  ['a switch', '{{ if .Values.a }}\nwanted: true\n{{ end }}', ['a=true']],
  ['what is there without it', '{{ if .Values.name }}a: 1{{ else }}\nwanted: true\n{{ end }}', ['name=""']],
  [
    'one inside the other',
    '{{ if .Values.a }}{{ if .Values.b }}\nwanted: true\n{{ end }}{{ end }}',
    ['a=true', 'b=true'],
  ],
  ['both of two', '{{ if and .Values.a .Values.b }}\nwanted: true\n{{ end }}', ['a=true', 'b=true']],
  ['the text it is compared with', '{{ if eq .Values.kind "two" }}\nwanted: true\n{{ end }}', ['kind="two"']],
  ['a number for a name', '{{ if ne (kindOf .Values.port) "string" }}\nwanted: true\n{{ end }}', ['port=1']],
  ['an item', '{{ range .Values.range }}{{ .name }}\nwanted: true\n{{ end }}', ['range=[{"x":"x"}]']],
  ['more than a few', '{{ if gt .Values.replicas 99.0 }}\nwanted: true\n{{ end }}', undefined],
  ['what no value decides', '{{ if .Release.IsUpgrade }}\nwanted: true\n{{ end }}', undefined],
])('%s', async (_, template, expected) => {
  expect(await changes(map(template))).toEqual(expected)
})

test('values that another template refuses print nothing', async () => {
  const guard = { 'templates/guard.yaml': '{{ if .Values.a }}{{ fail "no" }}{{ end }}' }
  expect(await changes(map('{{ if .Values.a }}\nwanted: true\n{{ end }}'), guard)).toBeUndefined()
})

test('nor do values that print no object', async () => {
  expect(await changes(map('{{ if .Values.a }}\n- wanted: true\n{{ end }}'))).toBeUndefined()
})

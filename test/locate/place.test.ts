import { expect, test } from 'vitest'
import { chart, tree, under } from '../tree.ts'
import { indented, serverPlaces, store } from './places-of.ts'

const SERVER = '{{ .Values.vault.server }}'

test('text of an own template stands on its line', async () => {
  expect(await serverPlaces(chart('shop', store('http://vault')))).toEqual(['templates/all.yaml:8 set-by'])
  expect(await serverPlaces(chart('shop', `{{- /* head */}}\n\n${store('http://vault')}`))).toEqual([
    'templates/all.yaml:10 set-by',
  ])
})

test('text of a helper stands where the template calls it', async () => {
  const files = { 'templates/_store.tpl': `{{ define "store" }}\n${store('http://vault')}{{ end }}` }
  const server = '{{ define "server" }}http://vault{{ end }}'
  expect(await serverPlaces(chart('shop', '# store\n{{ include "store" . }}', files))).toEqual([
    'templates/all.yaml:2 set-by',
  ])
  expect(
    await serverPlaces(chart('shop', store('{{ include "server" . }}'), { 'templates/_server.tpl': server })),
  ).toEqual(['templates/all.yaml:8 set-by'])
})

test("a key that only the chart's own values have", async () => {
  const values = 'name: shop\nvault:\n  # the server\n  server: http://vault\n'
  expect(await serverPlaces(chart('shop', store(SERVER), { 'values.yaml': values }))).toEqual([
    'values.yaml:4 set-by vault.server',
  ])
})

const layered = {
  ...under('shop', chart('shop', store(SERVER), { 'values.yaml': 'vault:\n  server: http://one\n' })),
  'first.yaml': '# first\nvault:\n  server: http://two\n',
  'last.yaml': '# last\n\nvault:\n  server: http://three\n',
}

test('of a key in three layers, the line that wins', async () => {
  expect(await serverPlaces(layered, { release: { values: ['first.yaml', 'last.yaml'] } })).toEqual([
    'last.yaml:4 set-by vault.server',
  ])
  expect(await serverPlaces(layered, { release: { values: ['last.yaml', 'first.yaml'] } })).toEqual([
    'first.yaml:3 set-by vault.server',
  ])
  expect(await serverPlaces(layered)).toEqual(['shop/values.yaml:2 set-by vault.server'])
})

test('a key that a flag sets has no line of a values file, only the one of the template', async () => {
  const release = { values: ['first.yaml', 'last.yaml'], set: ['vault.server=http://four'] }
  expect(await serverPlaces(layered, { release })).toEqual(['shop/templates/all.yaml:8 set-by'])
})

test('an item that a flag sets has no line either', async () => {
  const files = chart('shop', store('{{ index .Values.servers 0 }}'), { 'values.yaml': 'servers:\n- http://one\n' })
  expect(await serverPlaces(files)).toEqual(['values.yaml:2 set-by servers[0]'])
  expect(await serverPlaces(files, { release: { set: ['servers[0]=http://two'] } })).toEqual([
    'templates/all.yaml:8 set-by',
  ])
})

test('a values file outside of the repository has no line, and what lies below it does not decide', async () => {
  const files = Object.fromEntries(Object.entries(layered).map(([path, text]) => [`repository/${path}`, text]))
  const folder = tree({ ...files, 'outside.yaml': 'vault:\n  server: http://five\n' })
  const root = `${folder}/repository`
  expect(await serverPlaces(root, { release: { values: ['first.yaml', '../outside.yaml'] } })).toEqual([
    'shop/templates/all.yaml:8 set-by',
  ])
})

test('a key that nobody set yet stands on its nearest ancestor in a file of the release', async () => {
  const template = store('{{ .Values.vault.server | default "http://vault" }}')
  const files = {
    ...under('shop', chart('shop', template, { 'values.yaml': 'vault: {}\n' })),
    'production.yaml': 'name: shop\nvault:\n  role: shop\n',
    'staging.yaml': 'name: shop\n',
  }
  expect(await serverPlaces(files, { release: { values: ['production.yaml'] } })).toEqual([
    'production.yaml:2 set-by +vault.server',
  ])
  expect(await serverPlaces(files, { release: { values: ['staging.yaml'] } })).toEqual([
    'shop/values.yaml:1 set-by +vault.server',
  ])
})

test('of a whole mapping that toYaml prints, the line of the leaf', async () => {
  const values = `first: 1\nstore:\n${indented(store('http://vault'), 2)}`
  expect(await serverPlaces(chart('shop', '{{ toYaml .Values.store }}', { 'values.yaml': values }))).toEqual([
    'values.yaml:10 set-by store.spec.provider.vault.server',
  ])
})

test('of a list, the line of the item', async () => {
  const template = `{{- range $i, $server := .Values.servers }}\n---\n${store('{{ $server }}', 'vault-{{ $i }}')}{{ end }}`
  const values = 'servers:\n  - http://one\n  # two\n  - http://two\n'
  expect(await serverPlaces(chart('shop', template, { 'values.yaml': values }))).toEqual([
    'values.yaml:2 set-by servers[0]',
    'values.yaml:4 set-by servers[1]',
  ])
  const named = template.replace('{{ $server }}', '{{ $server.url }}')
  const mappings = 'servers:\n  - url: http://one\n  - name: two\n    url: http://two\n'
  expect(await serverPlaces(chart('shop', named, { 'values.yaml': mappings }))).toEqual([
    'values.yaml:2 set-by servers[0].url',
    'values.yaml:4 set-by servers[1].url',
  ])
})

test('of a text with several pieces, the last one that values gave', async () => {
  const values = 'host: vault\nport: 8200\n'
  const files = (server: string) => chart('shop', store(server), { 'values.yaml': values })
  expect(await serverPlaces(files('http://{{ .Values.host }}:{{ .Values.port }}'))).toEqual([
    'values.yaml:2 set-by port',
  ])
  expect(await serverPlaces(files('"http://{{ .Values.host }}/x"'))).toEqual(['values.yaml:1 set-by host'])
})

test('a value that was chosen among others, and one that was worked on', async () => {
  const files = (server: string) =>
    chart('shop', store(server), { 'values.yaml': 'isOpen: true\none: http://one\ntwo: HTTP://TWO\n' })
  expect(await serverPlaces(files('{{ ternary .Values.one "https://x" .Values.isOpen }}'))).toEqual([
    'values.yaml:2 set-by one',
  ])
  expect(await serverPlaces(files('{{ ternary "http://x" .Values.one .Values.isOpen }}'))).toEqual([
    'values.yaml:1 set-by isOpen',
  ])
  expect(await serverPlaces(files('{{ .Values.two | lower | quote }}'))).toEqual(['values.yaml:3 set-by two'])
  expect(await serverPlaces(files('{{ printf "%s:%d" .Values.one 80 }}'))).toEqual(['values.yaml:2 set-by one'])
})

test('files with Windows line ends have the same lines', async () => {
  const values = 'name: shop\r\nvault:\r\n  # the server\r\n  server: http://vault\r\n'
  expect(await serverPlaces(chart('shop', store(SERVER), { 'values.yaml': values }))).toEqual([
    'values.yaml:4 set-by vault.server',
  ])
  expect(await serverPlaces(chart('shop', store('http://vault').replaceAll('\n', '\r\n')))).toEqual([
    'templates/all.yaml:8 set-by',
  ])
})

test('anchors and merge keys lead to where the value is written', async () => {
  const template = `${store('{{ .Values.one.server }}', 'one')}---\n${store('{{ .Values.two.server }}', 'two')}`
  const values = 'base: &base\n  server: http://vault\none: *base\ntwo:\n  <<: *base\n  role: shop\n'
  expect(await serverPlaces(chart('shop', template, { 'values.yaml': values }))).toEqual([
    'values.yaml:2 set-by one.server',
    'values.yaml:2 set-by two.server',
  ])
})

test('of a values file with several documents no line is named', async () => {
  const values = 'vault:\n  server: http://one\n---\nvault:\n  server: http://two\n'
  expect(await serverPlaces(chart('shop', store(SERVER), { 'values.yaml': values }))).toEqual([
    'templates/all.yaml:8 set-by',
  ])
})

test('a null takes all away that lies below it', async () => {
  const template = store('{{ (.Values.vault).server | default "http://vault" }}')
  const files = {
    ...under('shop', chart('shop', template, { 'values.yaml': 'vault:\n  server: https://safe\n' })),
    'production.yaml': 'name: shop\nvault: null\n',
  }
  expect(await serverPlaces(files, { release: { values: ['production.yaml'] } })).toEqual([
    'production.yaml:2 set-by +vault.server',
  ])
})

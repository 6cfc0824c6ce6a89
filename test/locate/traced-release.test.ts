import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tarball } from '../tarball.ts'
import { chart, tree, under } from '../tree.ts'
import { placesOf, serverPlaces, store } from './places-of.ts'

const SERVER = '{{ .Values.vault.server }}'

/** The Chart.yaml of a chart called `shop` with these dependencies, each on a line from the fifth. */
const depending = (...dependencies: string[]): string =>
  ['apiVersion: v2\nname: shop\nversion: 1.2.3\ndependencies:', ...dependencies.map(it => `  - ${it}`), ''].join('\n')
const OWN = '{ name: stores, version: 1.2.3, repository: "file://../stores" }'
const FETCHED = '{ name: stores, version: 1.2.3, repository: "https://charts.example.com" }'

/** An umbrella over a chart with one store. */
const umbrella = (dependency: string, values: string, template = store(SERVER), defaults?: string) => ({
  'Chart.yaml': depending(dependency),
  'values.yaml': values,
  ...under('charts/stores', chart('stores', template, defaults === undefined ? {} : { 'values.yaml': defaults })),
})

test("the parent's values decide before the subchart's own", async () => {
  const defaults = 'vault:\n  server: http://two\n'
  expect(await serverPlaces(umbrella(OWN, 'stores:\n  vault:\n    server: http://one\n', undefined, defaults))).toEqual(
    ['values.yaml:3 set-by stores.vault.server'],
  )
  expect(await serverPlaces(umbrella(OWN, 'name: shop\n', undefined, defaults))).toEqual([
    'charts/stores/values.yaml:2 set-by stores.vault.server',
  ])
})

test("what was fetched into charts/ is changed in the parent's values", async () => {
  const defaults = 'vault:\n  server: http://two\n'
  expect(await serverPlaces(umbrella(FETCHED, 'stores:\n  name: x\n', undefined, defaults))).toEqual([
    'values.yaml:1 set-by +stores.vault.server',
  ])
  expect(await serverPlaces(umbrella(FETCHED, 'name: shop\n', undefined, defaults))).toEqual([
    'values.yaml set-by +stores.vault.server',
  ])
})

test('what no value decides in a fetched chart stands on its template, and in a packaged one where it is declared', async () => {
  const files = umbrella(FETCHED, 'name: shop\n', store('http://vault'))
  expect(await serverPlaces(files)).toEqual(['charts/stores/templates/all.yaml:8 set-by'])
  const root = tree({
    'Chart.yaml': depending('{ name: other, version: 1.0.0, condition: other.enabled }', FETCHED),
    'values.yaml': 'other: { enabled: false }\n',
  })
  mkdirSync(join(root, 'charts'))
  await tarball(join(root, 'charts'), under('stores', chart('stores', store('http://vault'))), 'stores-1.2.3.tgz')
  await tarball(join(root, 'charts'), under('other', chart('other', store('http://other'))), 'other-1.0.0.tgz')
  expect(await serverPlaces(root)).toEqual(['Chart.yaml:6'])
})

test('two aliases of one subchart have their own keys and share its templates', async () => {
  const files = {
    ...umbrella(OWN, 'orders:\n  vault:\n    server: http://one\nusers:\n  vault:\n    server: http://two\n'),
    'Chart.yaml': depending(OWN.replace('{', '{ alias: orders,'), OWN.replace('{', '{ alias: users,')),
    'charts/stores/templates/all.yaml': store(SERVER, '{{ .Chart.Name }}'),
  }
  expect((await serverPlaces(files)).sort()).toEqual([
    'values.yaml:3 set-by orders.vault.server',
    'values.yaml:6 set-by users.vault.server',
  ])
  const literal = { ...files, 'charts/stores/templates/all.yaml': store('http://vault', '{{ .Chart.Name }}') }
  expect(await serverPlaces(literal)).toEqual([
    'charts/stores/templates/all.yaml:8 set-by',
    'charts/stores/templates/all.yaml:8 set-by',
  ])
})

test('an umbrella of umbrellas', async () => {
  const inner = {
    ...umbrella(OWN, 'stores:\n  vault:\n    server: http://two\n'),
    'Chart.yaml': depending(OWN).replace('shop', 'inner'),
  }
  const outer = (values: string) => ({
    'Chart.yaml': depending('{ name: inner, version: 1.2.3, alias: team, repository: "file://../inner" }'),
    'values.yaml': values,
    ...under('charts/inner', inner),
  })
  expect(await serverPlaces(outer('name: shop\n'))).toEqual([
    'charts/inner/values.yaml:3 set-by team.stores.vault.server',
  ])
  expect(await serverPlaces(outer('team:\n  stores:\n    vault:\n      server: http://one\n'))).toEqual([
    'values.yaml:4 set-by team.stores.vault.server',
  ])
})

test('a library chart: the values, else the line that includes it', async () => {
  const library = (server: string) => ({
    'Chart.yaml': 'apiVersion: v2\nname: library\nversion: 1.0.0\ntype: library\n',
    'templates/_store.tpl': `{{ define "library.store" }}\n${store(server)}{{ end }}`,
  })
  const files = (server: string) => ({
    ...chart('shop', '# store\n{{- include "library.store" . }}', { 'values.yaml': 'vault:\n  server: http://one\n' }),
    'Chart.yaml': depending('{ name: library, version: 1.0.0, repository: "https://charts.example.com" }'),
    ...under('charts/library', library(server)),
  })
  expect(await serverPlaces(files(SERVER))).toEqual(['values.yaml:2 set-by vault.server'])
  expect(await serverPlaces(files('http://vault'))).toEqual(['templates/all.yaml:2 set-by'])
})

test('global values have one line for all charts', async () => {
  const template = store('{{ .Values.global.server }}')
  expect(await serverPlaces(umbrella(OWN, 'global:\n  server: http://one\n', template))).toEqual([
    'values.yaml:2 set-by global.server',
  ])
  const defaults = 'global:\n  # ours\n  server: http://two\n'
  expect(await serverPlaces(umbrella(OWN, 'name: shop\n', template, defaults))).toEqual([
    'charts/stores/values.yaml:3 set-by stores.global.server',
  ])
  const files = {
    ...under('shop', umbrella(OWN, 'global: {}\n', template, defaults)),
    'values.yaml': 'global: { server: http://three }\n',
  }
  expect(await serverPlaces(files, { release: { values: ['values.yaml'] } })).toEqual([
    'values.yaml:1 set-by global.server',
  ])
})

test("a subchart's global values may be given below its name, over its own and below its parent's", async () => {
  const template = store('{{ .Values.global.server }}')
  const below = 'name: shop\nstores:\n  global:\n    server: http://one\n'
  const defaults = 'global:\n  server: http://two\n'
  expect(await serverPlaces(umbrella(OWN, below, template, defaults))).toEqual([
    'values.yaml:4 set-by stores.global.server',
  ])
  expect(await serverPlaces(umbrella(OWN, `${below}global:\n  server: http://three\n`, template, defaults))).toEqual([
    'values.yaml:6 set-by global.server',
  ])
})

test('import-values: the line that the parent takes it from', async () => {
  const dependency = OWN.replace('}', ', import-values: [{ child: vault, parent: imported }] }')
  const files = {
    ...umbrella(dependency, 'name: shop\n', '# none\n', 'vault:\n  server: http://one\n'),
    'templates/store.yaml': store('{{ .Values.imported.server }}'),
  }
  expect(await serverPlaces(files)).toEqual(['charts/stores/values.yaml:2 set-by imported.server'])
  expect(await serverPlaces({ ...files, 'values.yaml': 'stores:\n  vault:\n    server: http://two\n' })).toEqual([
    'values.yaml:3 set-by imported.server',
  ])
  expect(await serverPlaces({ ...files, 'values.yaml': 'imported:\n  server: http://three\n' })).toEqual([
    'values.yaml:2 set-by imported.server',
  ])
  const fetched = { ...files, 'Chart.yaml': files['Chart.yaml'].replace('file://../stores', 'https://x.example.com') }
  expect(await serverPlaces(fetched)).toEqual(['values.yaml set-by +imported.server'])
  // What a release gives to the subchart is not imported.
  const given = { ...under('shop', files), 'given.yaml': 'stores: { vault: { server: "http://four" } }\n' }
  expect(await serverPlaces(given, { release: { values: ['given.yaml'] } })).toEqual([
    'shop/charts/stores/values.yaml:2 set-by imported.server',
  ])
})

test('import-values: what was exported, through two charts', async () => {
  const exporting = OWN.replace('}', ', import-values: [data] }')
  const defaults = 'exports:\n  data:\n    vault:\n      server: http://one\n'
  const inner = {
    ...umbrella(exporting, 'name: x\n', '# none\n', defaults),
    'Chart.yaml': depending(exporting).replace('shop', 'inner'),
  }
  const files = {
    ...chart('outer', store('{{ .Values.team.vault.server }}')),
    'Chart.yaml': depending(
      '{ name: inner, version: 1.2.3, repository: "file://../inner", import-values: [{ child: vault, parent: team.vault }] }',
    ),
    ...under('charts/inner', inner),
  }
  expect(await serverPlaces(files)).toEqual(['charts/inner/charts/stores/values.yaml:4 set-by team.vault.server'])
})

test('a packaged chart is changed in the values file of its release', async () => {
  const root = tree({
    'values.yaml': 'name: shop\nvault:\n  server: http://one\n',
    '.eso-hardener.yaml': 'releases:\n  - { chart: stores.tgz, name: stores, values: [values.yaml] }\n',
  })
  const template = `${store(SERVER)}---\n${store('http://vault', 'literal')}`
  await tarball(root, under('stores', chart('stores', template)), 'stores.tgz')
  expect(await serverPlaces(root)).toEqual(['stores.tgz', 'values.yaml:3 set-by vault.server'])
})

test('two versions of a chart beside each other are told apart', async () => {
  const versioned = (version: string, head: string) => ({
    ...chart('stores', head + store('http://vault', '{{ .Chart.Name }}')),
    'Chart.yaml': `apiVersion: v2\nname: stores\nversion: ${version}\n`,
  })
  const dependency = (version: string, alias: string): string =>
    `{ name: stores, version: ${version}, alias: ${alias}, repository: "file://../stores" }`
  const files = {
    'Chart.yaml': depending(dependency('1.2.3', 'old'), dependency('2.0.0', 'new')),
    ...under('charts/one', versioned('1.2.3', '')),
    ...under('charts/two', versioned('2.0.0', '# head\n')),
  }
  expect((await serverPlaces(files)).sort()).toEqual([
    'charts/one/templates/all.yaml:8 set-by',
    'charts/two/templates/all.yaml:9 set-by',
  ])
})

const declared = (set: string, more = '') => ({
  ...under('shop', chart('shop', store(SERVER), { 'values.yaml': 'vault:\n  server: http://one\n' })),
  '.eso-hardener.yaml': `releases:
  - chart: shop
    ${more}
    set:
      other: 1
      ${set}
`,
})

test('what the config sets for a release is changed there', async () => {
  expect(await serverPlaces(declared('vault.server: http://two'))).toEqual(['.eso-hardener.yaml:6 set-by vault.server'])
  const files = { ...declared('vault.server: http://two', 'values: [last.yaml]'), 'last.yaml': 'vault: {}\n' }
  expect(await serverPlaces(files)).toEqual(['.eso-hardener.yaml:6 set-by vault.server'])
  expect(await serverPlaces(files, { release: { set: ['vault.server=http://three'] } })).toEqual([
    'shop/templates/all.yaml:8 set-by',
  ])
  expect(await serverPlaces(files, { release: { set: ['vault.role=x'] } })).toEqual([
    '.eso-hardener.yaml:6 set-by vault.server',
  ])
})

test('the config may set items of lists, and what decides that a node is there', async () => {
  const template = store('{{ index .Values.servers 1 }}')
  expect(await serverPlaces({ ...declared('"servers[1]": http://two'), 'shop/templates/all.yaml': template })).toEqual([
    '.eso-hardener.yaml:6 set-by servers[1]',
  ])
})

test('what is missing from an install stands on the entry of its release in the config', async () => {
  const controller = `apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets }
spec:
  template:
    spec:
      containers: [{ name: external-secrets, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
`
  const files = {
    ...under('eso', chart('eso', controller)),
    '.eso-hardener.yaml':
      'failOn: high\nreleases:\n  # the operator\n  - chart: eso\n    namespace: external-secrets\n',
  }
  expect(await placesOf('admission-webhook-fails-open', files)).toEqual(['.eso-hardener.yaml:4'])
})

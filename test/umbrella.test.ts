import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assess, type RunOptions } from '../src/run.ts'
import { lockOf } from './chart-lock.ts'
import { HELM } from './helm.ts'
import { serve } from './io/server.ts'
import { SHARED, testShared } from './shared.ts'
import { tarball } from './tarball.ts'
import { chart, tree, under } from './tree.ts'

/** A store whose server is not encrypted where `server`, or a global of that name, says so. */
const STORE = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault }
spec:
  provider:
    vault:
      server: {{ .Values.server | default .Values.global.server }}
      auth: { kubernetes: { mountPath: kubernetes, role: shop } }
`
const STORES = chart('stores', STORE, { 'values.yaml': 'server: https://vault.example.com\nglobal: {}\n' })

const umbrella = (dependency: string, values: string) =>
  under('platform', {
    'Chart.yaml': `apiVersion: v2\nname: platform\nversion: 1.0.0\ndependencies:\n  - ${dependency}\n`,
    'values.yaml': values,
  })

async function found(root: string, options: Partial<RunOptions> = {}) {
  const { findings, failures } = await assess({ root, folder: root, paths: ['platform'], helm: HELM, ...options })
  const cleartext = findings.filter(({ rule }) => rule === 'cleartext-endpoint')
  return {
    places: cleartext.map(({ location }) => `${location?.file}:${location?.startLine}`),
    failures: failures.map(({ message, location }) => `${location?.file}:${location?.startLine} ${message}`),
  }
}

/** A chart repository with two versions of the chart, of which the newer one has an unencrypted server by itself. */
async function chartServer() {
  const newer = {
    ...STORES,
    'Chart.yaml': 'apiVersion: v2\nname: stores\nversion: 1.3.0\n',
    'values.yaml': 'server: http://newer\n',
  }
  const folder = tree({})
  const archives = new Map([
    ['/stores-1.2.3.tgz', await tarball(folder, under('stores', STORES), 'a.tgz')],
    ['/stores-1.3.0.tgz', await tarball(folder, under('stores', newer), 'b.tgz')],
  ])
  const entries = ['1.2.3', '1.3.0'].map(
    version => `    - { apiVersion: v2, name: stores, version: ${version}, urls: [stores-${version}.tgz] }\n`,
  )
  return serve((request, response) => {
    const archive = archives.get(request.url ?? '')
    if (request.url === '/index.yaml') response.end(`apiVersion: v1\nentries:\n  stores:\n${entries.join('')}`)
    else if (archive) response.end(readFileSync(archive))
    else response.writeHead(404).end()
  })
}

const HTTP = 'stores:\n  server: http://vault.example.com\n'

describe('an umbrella over a chart of stores', () => {
  test.each([
    ['in charts/', '{ name: stores, version: 1.x }', 'platform/charts/stores'],
    ['in a folder beside it', '{ name: stores, version: 1.x, repository: "file://../stores" }', 'stores'],
  ])('%s', async (_, dependency, folder) => {
    expect(await found(tree({ ...umbrella(dependency, HTTP), ...under(folder, STORES) }))).toEqual({
      places: ['platform/values.yaml:2'],
      failures: [],
    })
  })

  test('in a folder of its own: it is installed with the umbrella, and not once more by itself', async () => {
    const dependency = '{ name: stores, version: 1.x, repository: "file://parts/stores" }'
    const root = tree({ ...umbrella(dependency, HTTP), ...under('platform/parts/stores', STORES) })
    const { releases } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
    expect(releases.map(({ name }) => name)).toEqual(['platform'])
    expect(await found(root)).toEqual({ places: ['platform/values.yaml:2'], failures: [] })
    const asked = await assess({ root, folder: root, paths: ['platform/parts/stores'], helm: HELM })
    expect(asked.releases.map(({ name }) => name)).toEqual(['stores'])
  })

  test('packed in charts/', async () => {
    const packed = await tarball(tree({}), under('stores', STORES))
    const files = { ...umbrella('{ name: stores, version: 1.x, repository: "https://charts.example.com" }', HTTP) }
    const root = tree({ ...files, 'platform/charts/stores-1.2.3.tgz': readFileSync(packed) })
    expect(await found(root)).toEqual({ places: ['platform/values.yaml:2'], failures: [] })
  })

  test.each([
    ['an alias', ', alias: secrets }', 'secrets:\n  name: x\n  server: http://v\n', 3],
    ['a condition', ', condition: stores.enabled }', 'stores:\n  server: http://v\n  enabled: true\n', 2],
    [
      'a condition that is off',
      ', condition: stores.enabled }',
      'stores:\n  server: http://v\n  enabled: false\n',
      undefined,
    ],
    ['tags', ', tags: [vault] }', 'tags:\n  vault: true\nstores:\n  server: http://v\n', 4],
    ['a tag that is off', ', tags: [vault] }', 'tags:\n  vault: false\nstores:\n  server: http://v\n', undefined],
    ['a global', ' }', 'stores:\n  server: null\nglobal:\n  server: http://v\n', 4],
  ])('%s', async (_, more, values, line) => {
    const dependency = `{ name: stores, version: 1.x, repository: "file://../stores"${more}`
    const { places, failures } = await found(tree({ ...umbrella(dependency, values), ...under('stores', STORES) }))
    expect({ places, failures }).toEqual({
      places: line === undefined ? [] : [`platform/values.yaml:${line}`],
      failures: [],
    })
  })

  test('of a repository, in the version that Chart.lock says', async () => {
    const url = await chartServer()
    const files = umbrella(`{ name: stores, version: 1.x, repository: "${url}" }`, 'name: x\n')
    expect(await found(tree(files))).toEqual({
      places: [],
      failures: [
        'platform/Chart.yaml:5 dependencies are not in charts/: stores (--fetch-dependencies lets helm fetch them); the chart was checked without them',
      ],
    })
    const newest = await found(tree(files), { fetchDependencies: true })
    expect(newest).toEqual({ places: ['platform/values.yaml:undefined'], failures: [] })
    const locked = tree({ ...files, 'platform/Chart.lock': lockOf(url, '1.x') })
    expect(await found(locked, { fetchDependencies: true })).toEqual({ places: [], failures: [] })
    const outdated = await found(tree({ ...files, 'platform/Chart.lock': lockOf(url, '1.2') }), {
      fetchDependencies: true,
    })
    expect(outdated.failures).toEqual([expect.stringContaining('lock file (Chart.lock) is out of sync')])
  })

  test.each([
    ['a condition', ', condition: stores.enabled', 'stores: { enabled: false }\n', []],
    ['the first condition that is a boolean', ', condition: "global.x,stores.enabled"', 'global: { x: no }\n', []],
    ['a tag', ', tags: [a, b]', 'tags: { a: false }\n', []],
    ['no: a condition that is on', ', condition: stores.enabled', 'stores: { enabled: true }\n', ['stores']],
    [
      'no: a condition that the chart itself may set',
      ', condition: stores.enabled, tags: [a]',
      'tags: { a: false }\n',
      ['stores'],
    ],
    ['no: a tag that is on', ', tags: [a, b]', 'tags: { a: false, b: true }\n', ['stores']],
    ['no: nothing is said', '', 'stores: { enabled: false }\n', ['stores']],
  ])('one that is not here and is switched off is not missed: %s', async (_, more, values, missing) => {
    const dependency = `{ name: stores, version: 1.x, repository: "https://charts.example.com"${more} }`
    const { failures } = await found(tree(umbrella(dependency, values)))
    expect(failures.map(text => /not in charts\/: (\w+)/.exec(text)?.[1])).toEqual(missing)
  })

  test('what a release says counts more than the chart', async () => {
    const dependency =
      '{ name: stores, version: 1.x, repository: "https://charts.example.com", condition: stores.enabled }'
    const root = tree({
      ...umbrella(dependency, 'stores: { enabled: false }\n'),
      'on.yaml': 'stores: { enabled: true }\n',
    })
    expect((await found(root, { release: { values: ['on.yaml'] } })).failures).toHaveLength(1)
    expect((await found(root, { release: { set: ['stores.enabled=true'] } })).failures).toHaveLength(1)
    expect((await found(root)).failures).toEqual([])
  })

  test('a range that no version is in, on its line', async () => {
    const url = await chartServer()
    const files = umbrella(`name: stores\n    version: ">= 9"\n    repository: ${url}`, 'name: x\n')
    const { failures } = await found(tree(files), { fetchDependencies: true })
    expect(failures).toEqual([
      expect.stringMatching(/^platform\/Chart\.yaml:5 dependencies are not in charts\/: stores \(.*stores.*\)/),
    ])
  })
})

testShared('the operator as a dependency: what its values decide is a line of the umbrella', async () => {
  const packed = readFileSync(join(SHARED, 'charts/external-secrets-2.9.0.tgz'))
  const dependency =
    '{ name: external-secrets, version: 2.9.0, alias: eso, repository: "https://charts.external-secrets.io" }'
  const root = tree({
    ...umbrella(dependency, '# ours\neso:\n  webhook:\n    failurePolicy: Ignore\n  installCRDS: false\n'),
    'platform/charts/external-secrets-2.9.0.tgz': packed,
  })
  const { findings, failures, inventory } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  expect(failures).toEqual([])
  expect(inventory.installs.map(({ release, version }) => [release, version])).toEqual([['platform', '2.9.0']])
  const lineOf = (rule: string) => findings.find(finding => finding.rule === rule)?.location
  expect(lineOf('admission-webhook-fails-open')).toMatchObject({ file: 'platform/values.yaml', startLine: 4 })
  expect(lineOf('cluster-wide-secret-access')).toMatchObject({ file: 'platform/values.yaml' })
})

test('a chart that is only called external-secrets is not taken for the operator', async () => {
  const other = `apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, labels: { app: external-secrets } }
spec:
  selector: { matchLabels: { app: external-secrets } }
  template:
    metadata: { labels: { app: external-secrets } }
    spec: { containers: [{ name: web, image: "registry.example.com/shop/web:1.2" }] }
`
  const root = tree({
    ...under('external-secrets', chart('external-secrets', other)),
    ...under('a', {
      'Chart.yaml':
        'apiVersion: v2\nname: a\nversion: 1.0.0\ndependencies: [{ name: external-secrets, version: 1.x, repository: "file://../external-secrets" }]\n',
    }),
  })
  const { findings, inventory } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  expect(inventory.installs).toEqual([])
  expect(findings).toEqual([])
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assess, type RunOptions } from '../src/run.ts'
import { cli } from './command-line.ts'
import { HELM } from './helm.ts'
import { serve } from './io/server.ts'
import { tarball } from './tarball.ts'
import { chart, tree, under } from './tree.ts'

const run = (root: string, options: Partial<RunOptions> = {}) =>
  assess({ root, folder: root, paths: ['.'], helm: HELM, ...options })

/** A store whose server is not encrypted where `tls` is off. */
const STORE = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: {{ .Release.Namespace }} }
spec:
  provider:
    vault:
      server: {{ .Values.server }}
      auth: { kubernetes: { mountPath: kubernetes, role: {{ .Values.role | default "shop" }} } }
`
const CHART = chart('shop', STORE, { 'values.yaml': 'server: https://vault.example.com\n' })

/** Where unencrypted servers are, and what there was to check. */
async function found(files: Readonly<Record<string, string>>, options: Partial<RunOptions> = {}) {
  const { findings, failures, releases, notes } = await run(tree(files), options)
  const cleartext = findings.filter(({ rule }) => rule === 'cleartext-endpoint')
  return {
    places: cleartext.map(({ location, message }) =>
      [location?.file, location?.startLine, message.slice(0, 60)].slice(0, 2).join(':'),
    ),
    releases: releases.map(({ name, namespace, cluster }) => [name, namespace, cluster].join(' ')),
    failures: failures.map(({ message, location }) => `${location?.file}:${location?.startLine} ${message}`),
    notes,
  }
}

const application = (
  source: string,
  destination = '{ server: "https://kubernetes.default.svc", namespace: team }',
  name = 'app',
) => `# mine
---
apiVersion: argoproj.io/v1alpha1
kind: Application
metadata:
  name: ${name}
  namespace: argocd
spec:
  destination: ${destination}
  source:
    repoURL: https://git.example.com/us.git
    path: charts/shop
    helm:
${source}
`

describe('an Argo CD Application with a chart of the repository', () => {
  const charts = under('charts/shop', CHART)

  test.each([
    ['valuesObject', '      valuesObject:\n        role: a\n        server: http://vault.example.com', 'app.yaml:16'],
    [
      'values as a block',
      '      values: |\n        # which one\n\n        server: http://vault.example.com\n        role: a',
      'app.yaml:17',
    ],
    ['values in one line', '      valuesObject: { role: a, server: "http://vault.example.com" }', 'app.yaml:14'],
    [
      'values in quotes: the line of their key',
      '      values: "role: a\\nserver: http://vault.example.com"',
      'app.yaml:14',
    ],
    [
      'parameters',
      '      parameters:\n        - { name: role, value: a }\n        - name: server\n          value: http://vault.example.com',
      'app.yaml:17',
    ],
    [
      'parameters that are texts',
      '      parameters:\n        - name: server\n          value: http://vault.example.com\n          forceString: true',
      'app.yaml:16',
    ],
    [
      'parameters stand over values',
      '      valuesObject: { server: "https://b.example.com" }\n      parameters:\n        - name: server\n          value: http://vault.example.com',
      'app.yaml:17',
    ],
    [
      'valuesObject stands over values',
      '      valuesObject:\n        server: http://vault.example.com\n      values: "server: https://b.example.com"',
      'app.yaml:15',
    ],
    [
      'an alias: the line of their key',
      '      values: &v |\n        server: https://b.example.com\n      valuesObject: { server: "http://vault.example.com", copy: *v }',
      'app.yaml:16',
    ],
  ])('%s', async (_, helm, place) => {
    const { places, releases, failures } = await found({ ...charts, 'app.yaml': application(helm) })
    expect({ places, releases, failures }).toEqual({ places: [place], releases: ['app team default'], failures: [] })
  })

  test('values files are its own, those of the chart, and those of a source with a name', async () => {
    const text = application('      valueFiles: [values-prod.yaml]').replace(
      '  source:\n    repoURL: https://git.example.com/us.git\n    path: charts/shop\n    helm:\n      valueFiles: [values-prod.yaml]\n',
      `  sources:
    - repoURL: https://git.example.com/us.git
      path: charts/shop
      helm: { releaseName: prod, valueFiles: [values-prod.yaml, $config/env/prod.yaml, /env/last.yaml] }
    - { repoURL: "https://git.example.com/us.git", ref: config }
`,
    )
    const files = {
      ...charts,
      'charts/shop/values-prod.yaml': 'server: https://c.example.com\n',
      'env/prod.yaml': 'role: b\nserver: http://vault.example.com\n',
      'env/last.yaml': 'role: c\n',
      'app.yaml': text,
    }
    const { places, releases, failures } = await found(files)
    expect({ places, releases, failures }).toEqual({
      places: ['env/prod.yaml:2'],
      releases: ['prod team default'],
      failures: [],
    })
  })

  test('a values file that there is not is a failure on its line; the rest is judged', async () => {
    const { places, failures } = await found({
      ...charts,
      'app.yaml': application(
        '      valueFiles:\n        - gone.yaml\n      valuesObject: { server: "http://vault.example.com" }',
      ),
    })
    expect(failures).toEqual(['app.yaml:15 Argo CD Application: there is no values file charts/shop/gone.yaml'])
    expect(places).toEqual(['app.yaml:16'])
    const optional = await found({
      ...charts,
      'app.yaml': application('      valueFiles: [gone.yaml]\n      ignoreMissingValueFiles: true'),
    })
    expect(optional.failures).toEqual([])
  })

  test('a values file of an Application cannot be outside of the repository', async () => {
    const { failures } = await found({ ...charts, 'app.yaml': application('      valueFiles: [../../../etc/passwd]') })
    expect(failures).toEqual(['app.yaml:14 Argo CD Application: there is no values file ../etc/passwd'])
  })

  test('a folder of plain manifests: objects without a namespace get that of the destination', async () => {
    const store = (name: string, namespace = '') => `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: ${name}${namespace} }
spec: { provider: { vault: { server: "http://vault.example.com", auth: { kubernetes: { mountPath: k, role: r } } } } }
`
    const { findings } = await run(
      tree({
        'app.yaml': application('').replace('path: charts/shop\n    helm:\n', 'path: plain\n'),
        'plain/a.yaml': store('a'),
        'plain/b.yaml': store('b', ', namespace: own'),
      }),
    )
    const objects = findings.flatMap(({ object }) => (object ? `${object.namespace}/${object.name}` : []))
    expect([...new Set(objects)].sort()).toEqual(['own/b', 'team/a'])
  })

  test.each([
    ['its own files', '', ['a']],
    ['those in folders too', 'recurse: true', ['a', 'b', 'c']],
    ['included', 'recurse: true, include: "{*b.yaml,*c.yaml}"', ['b', 'c']],
    ['excluded', 'recurse: true, exclude: "inner/*"', ['a']],
  ])('a folder of plain manifests: %s', async (_, directory, sent) => {
    const store = (name: string) => `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: ${name} }
spec: { provider: { vault: { server: "http://vault.example.com", auth: { kubernetes: { mountPath: k, role: r } } } } }
`
    const { findings } = await run(
      tree({
        'app.yaml': application('').replace(
          'path: charts/shop\n    helm:\n',
          `path: plain\n    directory: { ${directory} }\n`,
        ),
        'plain/a.yaml': store('a'),
        'plain/inner/b.yaml': store('b'),
        'plain/inner/more/c.yaml': store('c'),
      }),
    )
    const objects = findings.flatMap(({ object }) => (object?.namespace === 'team' ? object.name : []))
    expect([...new Set(objects)].sort()).toEqual(sent)
  })

  test('what Argo CD has other tools do is named', async () => {
    const { notes } = await found({
      'app.yaml': application('').replace(
        'path: charts/shop\n    helm:\n',
        'path: plain\n    kustomize: { namespace: a, namePrefix: b, patches: [] }\n    directory: { jsonnet: { libs: [c] } }\n',
      ),
      'plain/a.yaml': '',
      'plain/b.jsonnet': '{}',
      'plain/inner/c.jsonnet': '{}',
    })
    expect(notes).toEqual([
      'app.yaml: what Application app changes by directory.jsonnet, kustomize.namePrefix, kustomize.patches is not done here',
      'plain/b.jsonnet: jsonnet is not run, and what would come of it was not checked',
    ])
  })

  test('several clusters are worlds of their own, for charts and for folders', async () => {
    const folder = (name: string) =>
      application('', `{ name: ${name} }`, `plain-${name}`).replace(
        'path: charts/shop\n    helm:\n',
        `path: plain/${name}\n`,
      )
    const { releases, notes } = await found({
      ...charts,
      'a.yaml': application('      releaseName: shop', '{ name: east, namespace: team }'),
      'b.yaml': application('      releaseName: shop', '{ name: west, namespace: team }'),
      'c.yaml': folder('east'),
      'd.yaml': folder('west'),
      'e.yaml': folder('north'),
      'plain/east/es.yaml': STORE.replace(/\{\{.*?\}\}/g, 'x'),
      'plain/west/es.yaml': STORE.replace(/\{\{.*?\}\}/g, 'x'),
    })
    expect(releases).toEqual(['shop team east', 'shop team west'])
    expect(notes).toEqual(['in other repositories, and not checked here: plain/north (Argo CD Application in e.yaml)'])
  })
})

test('a comment in the values of an Application ignores what stands there', async () => {
  const values =
    '      valuesObject:\n        # eso-hardener: ignore[cleartext-endpoint] until the new one is there\n        server: http://vault.example.com'
  const { suppressed, findings } = await run(tree({ ...under('charts/shop', CHART), 'app.yaml': application(values) }))
  expect(suppressed.map(({ finding }) => finding.rule)).toEqual(['cleartext-endpoint'])
  expect(findings.filter(({ rule }) => rule === 'cleartext-endpoint')).toEqual([])
})

test('applications that charts make: their values have no line, and a cycle ends', async () => {
  const inner = application('      valuesObject:\n        server: http://vault.example.com').replace(
    '# mine\n---\n',
    '',
  )
  const outer = application('      releaseName: outer', undefined, 'outer').replace('charts/shop', 'charts/outer')
  const { places, releases } = await found({
    ...under('charts/shop', CHART),
    ...under('charts/outer', chart('outer', `${inner}---\n${outer}`)),
    'outer.yaml': outer,
  })
  expect(releases.sort()).toEqual(['app team default', 'outer team default'])
  expect(places).toEqual(['charts/shop/templates/all.yaml:7'])
})

test('applications that go on making new ones end, and what is left is a failure', async () => {
  const inner = application('      valuesObject: { level: {{ add1 $n }} }', undefined, 'app{{ $n }}')
  const next = `{{- $n := int (default 0 .Values.level) }}\n${inner.replace('# mine\n---\n', '').replace('charts/shop', 'charts/next')}`
  const { failures } = await found({
    ...under('charts/next', chart('next', next)),
    'first.yaml': application('      releaseName: first', undefined, 'first').replace('charts/shop', 'charts/next'),
  })
  expect(failures).toEqual([
    'charts/next/templates/all.yaml:undefined applications declare applications more than 8 deep: this one was not rendered',
  ])
})

test('more releases than anybody has: those beyond are one failure', async () => {
  const elements = Array.from({ length: 1700 }, (_, i) => `          - { name: a${i} }`).join('\n')
  const set = (name: string) => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: ${name}, namespace: argocd }
spec:
  generators:
    - list:
        elements:
${elements}
  template:
    metadata: { name: "${name}-{{name}}" }
    spec: { destination: {}, source: { repoURL: "https://charts.example.com", chart: nowhere } }
`
  const sets = ['a', 'b', 'c', 'd', 'e', 'f'].map(name => [`${name}.yaml`, set(name)])
  const { failures } = await found(Object.fromEntries(sets))
  expect(failures.filter(failure => failure.includes('more than'))).toEqual([
    'f.yaml:1710 more than 10000 releases: this one and 199 more were not rendered',
  ])
})

test('an ApplicationSet of more applications than anybody has says so', async () => {
  const elements = Array.from({ length: 2001 }, (_, i) => `          - { name: a${i} }`).join('\n')
  const { failures } = await found({
    'set.yaml': `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: all, namespace: argocd }
spec:
  generators:
    - list:
        elements:
${elements}
  template: { metadata: { name: "{{name}}" }, spec: { destination: {}, source: { repoURL: "x", path: nowhere } } }
`,
  })
  expect(failures).toEqual([
    'set.yaml:5 ApplicationSet all: it makes more than 2000 applications: those behind them were not looked at',
  ])
})

const HELM_RELEASE = `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: shop, namespace: team }
spec:
  chart:
    spec:
      chart: ./charts/shop
      sourceRef: { kind: GitRepository, name: us }
  valuesFrom:
    - { kind: ConfigMap, name: shop-values, valuesKey: extra.yaml }
  values:
    role: a
`

describe('an ApplicationSet', () => {
  const set = (generators: string, path: string, more = '') => `apiVersion: argoproj.io/v1alpha1
kind: ApplicationSet
metadata: { name: all, namespace: argocd }
spec:
  generators:
${generators}
  template:
    metadata: { name: "{{name}}" }
    spec:
      destination: { namespace: "{{namespace}}" }
      source:
        repoURL: https://git.example.com/us.git
        path: ${path}
        helm:
          releaseName: shop
          valuesObject:
            server: "{{protocol}}://vault.example.com"
${more}`
  const charts = under('charts/shop', CHART)

  test('a list: each application with its own values, on the line of the template', async () => {
    const list = `    - list:
        elements:
          - { name: a, namespace: east, protocol: http }
          - { name: b, namespace: west, protocol: https }`
    const { places, releases } = await found({ ...charts, 'set.yaml': set(list, 'charts/shop') })
    expect(releases).toEqual(['shop east default', 'shop west default'])
    expect(places).toEqual(['set.yaml:20'])
  })

  test('folders of the repository, without those that are excluded, and Go templates', async () => {
    const git = `    - git:
        directories: [{ path: charts/* }, { path: charts/old, exclude: true }]
        values: { protocol: http }`
    const text = set(git, "'{{ .path.path }}'")
      .replace('{{namespace}}', '{{.path.basename}}')
      .replace('{{protocol}}', '{{ .values.protocol }}')
    const { places, releases } = await found({
      ...charts,
      ...under('charts/old', CHART),
      ...under('charts/new', CHART),
      'set.yaml': text,
    })
    expect(releases.sort()).toEqual(['charts-old charts-old default', 'shop new default', 'shop shop default'])
    expect(places).toEqual(['set.yaml:19', 'set.yaml:19'])
  })

  test('files with their content, for each element of a list', async () => {
    const matrix = `    - matrix:
        generators:
          - git: { files: [{ path: envs/*/config.yaml }] }
          - list: { elements: [{ protocol: http }] }`
    const { places, releases } = await found({
      ...charts,
      'envs/a/config.yaml': 'namespace: east\n',
      'envs/b/config.yaml': 'namespace: west\n',
      'set.yaml': set(matrix, 'charts/shop'),
    })
    expect(releases).toEqual(['shop east default', 'shop west default'])
    expect(places).toEqual(['set.yaml:20', 'set.yaml:20'])
  })

  test('generators that ask others are named, and leave the rest alone', async () => {
    const both = `    - clusters: {}
    - pullRequest: { github: {} }
    - list: { elements: [{ namespace: east, protocol: http }] }`
    const { releases, notes } = await found({ ...charts, 'set.yaml': set(both, 'charts/shop') })
    expect(releases).toEqual(['shop east default'])
    expect(notes).toEqual([
      'set.yaml:6: what ApplicationSet all makes by clusters is not known here',
      'set.yaml:7: what ApplicationSet all makes by pullRequest is not known here',
    ])
  })

  test('a generator that Argo CD does not have is a failure on its line', async () => {
    const both = `    - list: { elements: [{ namespace: east, protocol: http }] }
    - clustres: {}`
    const { releases, failures } = await found({ ...charts, 'set.yaml': set(both, 'charts/shop') })
    expect(releases).toEqual(['shop east default'])
    expect(failures).toEqual(['set.yaml:7 ApplicationSet all: there is no generator clustres'])
  })
})

describe('a Flux HelmRelease with a chart of the repository', () => {
  const charts = under('charts/shop', CHART)

  test('its values stand over those of generated ConfigMaps', async () => {
    const files = {
      ...charts,
      'apps/release.yaml': HELM_RELEASE,
      'apps/kustomization.yaml':
        'configMapGenerator:\n  - name: shop-values\n    files: [extra.yaml=values/shop.yaml]\n',
      'apps/values/shop.yaml': '# ours\nserver: http://vault.example.com\n',
    }
    const { places, releases, failures } = await found(files)
    expect({ places, releases, failures }).toEqual({
      places: ['apps/values/shop.yaml:2'],
      releases: ['shop team default'],
      failures: [],
    })
    const over = HELM_RELEASE.replace('role: a', 'server: http://b.example.com')
    expect((await found({ ...files, 'apps/release.yaml': over })).places).toEqual(['apps/release.yaml:12'])
  })

  test('values that are not in the repository are unknown, on their line', async () => {
    const { failures } = await found({ ...charts, 'release.yaml': HELM_RELEASE.replace('ConfigMap', 'Secret') })
    expect(failures).toEqual(['release.yaml:10 Flux HelmRelease: the values of Secret shop-values are not known'])
  })
})

test('helmCharts of a kustomization: files, then what stands in it, or the other way round', async () => {
  const kustomization = `namespace: team
helmGlobals: { chartHome: ../charts }
helmCharts:
  - name: shop
    releaseName: mine
    valuesFile: values.yaml
    valuesInline:
      server: http://vault.example.com
`
  const files = { ...under('charts/shop', CHART), 'base/values.yaml': 'server: http://c.example.com\n' }
  const inline = await found({ ...files, 'base/kustomization.yaml': kustomization })
  expect(inline).toMatchObject({ places: ['base/kustomization.yaml:8'], releases: ['mine team default'], failures: [] })
  const merged = await found({ ...files, 'base/kustomization.yaml': `${kustomization}    valuesMerge: merge\n` })
  expect(merged.places).toEqual(['base/values.yaml:1'])
})

describe('a chart that is not in the repository', () => {
  const REMOTE = (url: string, version = '1.2.3') => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: shop, namespace: argocd }
spec:
  destination: { namespace: team }
  source:
    repoURL: ${url}
    chart: shop
    targetRevision: ${version}
    helm:
      valuesObject:
        server: http://vault.example.com
`
  async function repository(change: (path: string, bytes: Buffer) => Buffer | number = (_, bytes) => bytes) {
    const folder = tree({})
    const packed = readFileSync(await tarball(folder, under('shop', CHART)))
    const requests: string[] = []
    const url = await serve(({ url: path = '' }, response) => {
      requests.push(path)
      const index = `apiVersion: v1\nentries:\n  shop:\n    - { apiVersion: v2, name: shop, version: 1.2.3, urls: [shop-1.2.3.tgz] }\n`
      const answer = change(path, path === '/index.yaml' ? Buffer.from(index) : packed)
      if (typeof answer === 'number') response.writeHead(answer).end()
      else response.end(answer)
    })
    return { url, requests }
  }

  test.each(['1.2.3', '~1.2', '">= 1.0.0"'])('version %s: it is fetched once, where that is allowed', async version => {
    const { url, requests } = await repository()
    const files = {
      'a.yaml': REMOTE(url, version),
      'b.yaml': REMOTE(url, version).replace('namespace: team', 'namespace: other'),
    }
    const { places, releases, failures } = await found(files, { fetchDependencies: true })
    expect({ places: places.sort(), releases, failures }).toEqual({
      places: ['a.yaml:12', 'b.yaml:12'],
      releases: ['shop team default', 'shop other default'],
      failures: [],
    })
    expect(requests.filter(path => path.endsWith('.tgz'))).toHaveLength(1)
  })

  test.each([
    [{}, '--fetch-dependencies lets helm fetch it'],
    [{ fetchDependencies: true, offline: true }, '--offline forbids to fetch it'],
  ])('with %j nothing is fetched, and it is a failure: %s', async (options, hint) => {
    const { url, requests } = await repository()
    const { failures } = await found({ 'a.yaml': REMOTE(url) }, options)
    expect(failures).toEqual([`a.yaml:8 the chart shop 1.2.3 of ${url} is not in the repository; ${hint}`])
    expect(requests).toEqual([])
  })

  test.each([
    ['no repository', () => 404, /not found|404/i],
    ['a private one', () => 401, /401/],
    ['a server in trouble', () => 500, /500/],
    ['half a package', (path: string, bytes: Buffer) => (path.endsWith('.tgz') ? bytes.subarray(0, 100) : bytes), /.+/],
    ['another index', () => Buffer.from('entries: {}'), /.+/],
  ] as const)('%s is a failure in helm’s words', async (_, change, words) => {
    const { url } = await repository(change)
    const { failures, places } = await found({ 'a.yaml': REMOTE(url) }, { fetchDependencies: true })
    expect(places).toEqual([])
    expect(failures).toHaveLength(1)
    expect(failures[0]).toMatch(/^a\.yaml:8 /)
    expect(failures[0]).toMatch(words)
  })

  test.each(['9.9.9', '>= 9'])('a version that there is not: %s', async version => {
    const { url } = await repository()
    const { failures } = await found({ 'a.yaml': REMOTE(url, `"${version}"`) }, { fetchDependencies: true })
    expect(failures).toHaveLength(1)
    expect(failures[0]).toMatch(/^a\.yaml:8 the chart shop .* could not be fetched: .*shop/)
    expect(failures[0]).toContain(version)
  })

  test('a password in its address is not shown', async () => {
    const { failures } = await found(
      { 'a.yaml': REMOTE('http://me:hunter22@127.0.0.1:9') },
      { fetchDependencies: true },
    )
    expect(failures.join()).not.toContain('hunter22')
  })
})

test('trace: what a line of the values of an Application reaches, and what is in the way of it', () => {
  const values = '      valuesObject:\n        server: http://vault.example.com'
  const root = tree({ ...under('charts/shop', CHART), 'app.yaml': application(values) })
  const { status, stdout } = cli(root, 'trace', 'app.yaml:15')
  expect(status).toBe(0)
  expect(stdout).toContain('server')
  expect(stdout).toContain('charts/shop/templates/all.yaml:7')
})

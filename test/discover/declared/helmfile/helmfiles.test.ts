import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assess } from '../../../../src/run.ts'
import { cli } from '../../../command-line.ts'
import { HELM } from '../../../helm.ts'
import { SHARED, testShared } from '../../../shared.ts'
import { chart, tree, under } from '../../../tree.ts'

/** A store whose server is not encrypted where `server` says so. */
const STORE = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: {{ .Release.Namespace }} }
spec:
  provider:
    vault:
      server: {{ .Values.server }}
      auth: { kubernetes: { mountPath: kubernetes, role: {{ .Values.role | default "shop" }} } }
`
const CHART = under('charts/shop', chart('shop', STORE, { 'values.yaml': 'server: https://vault.example.com\n' }))

/** Where unencrypted servers are, and what there was to check. */
async function found(files: Readonly<Record<string, string>>) {
  const root = tree({ ...CHART, ...files })
  const { findings, failures, releases } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  const cleartext = findings.filter(({ rule }) => rule === 'cleartext-endpoint')
  return {
    places: cleartext
      .flatMap(({ places }) => places.map(({ file, startLine }) => `${file}:${startLine}`))
      .filter((place, i, all) => all.indexOf(place) === i),
    releases: releases.map(({ name, namespace, variant }) => [name, namespace, variant].join(' ')),
    failures: failures.map(({ message, location }) => `${location?.file}:${location?.startLine} ${message}`),
  }
}

describe('a release of a helmfile with a chart of the repository', () => {
  test.each([
    [
      'a mapping among its values',
      'releases:\n  - name: a\n    namespace: team\n    chart: ./charts/shop\n    values:\n      - role: b\n        server: http://vault.example.com\n',
      'helmfile.yaml:7',
    ],
    [
      'the last of its values wins',
      'releases:\n- name: a\n  namespace: team\n  chart: ./charts/shop\n  values:\n  - server: https://b.example.com\n  - server: http://vault.example.com\n',
      'helmfile.yaml:7',
    ],
    [
      'set',
      'releases:\n- name: a\n  namespace: team\n  chart: charts/shop/\n  set:\n  - name: role\n    value: b\n  - name: server\n    value: http://vault.example.com\n',
      'helmfile.yaml:9',
    ],
    [
      'setString',
      'releases:\n- name: a\n  namespace: team\n  chart: ./charts/shop\n  setString:\n  - { name: server, value: "http://vault.example.com" }\n',
      'helmfile.yaml:6',
    ],
    [
      'an anchor',
      'templates:\n  default: &default\n    namespace: team\n    values:\n    - server: http://vault.example.com\nreleases:\n- name: a\n  chart: ./charts/shop\n  <<: *default\n',
      'helmfile.yaml:5',
    ],
    [
      'a template that it inherits, whose values stand before its own',
      'templates:\n  default:\n    namespace: team\n    values:\n    - server: http://vault.example.com\nreleases:\n- name: a\n  chart: ./charts/shop\n  inherit: [{ template: default }]\n  values: [{ role: b }]\n',
      'helmfile.yaml:5',
    ],
  ])('%s', async (_, text, place) => {
    const { places, releases, failures } = await found({ 'helmfile.yaml': text })
    expect({ places, releases, failures }).toEqual({ places: [place], releases: ['a team default'], failures: [] })
  })

  test('values files, also those that are named by what the release is called', async () => {
    const { places, failures } = await found({
      'deploy/helmfile.yaml': `templates:
  default: &default
    chart: ../charts/{{\`{{ .Release.Labels.chart }}\`}}
    values:
    - values/{{\`{{ .Release.Name }}\`}}.yaml
    - values/{{\`{{ .Release.Name }}\`}}-*.yaml
    missingFileHandler: Warn
releases:
- name: a
  labels: { chart: shop }
  <<: *default
- name: b
  labels: { chart: shop }
  <<: *default
`,
      'deploy/values/a.yaml': 'server: http://vault.example.com\n',
      'deploy/values/a-more.yaml': 'role: b\n',
    })
    expect({ places, failures }).toEqual({ places: ['deploy/values/a.yaml:1'], failures: [] })
  })

  test('a values file that there is not is a failure on its line', async () => {
    const { failures } = await found({
      'helmfile.yaml': 'releases:\n- name: a\n  chart: ./charts/shop\n  values:\n  - gone.yaml\n  - role: b\n',
    })
    expect(failures).toEqual(['helmfile.yaml:5 helmfile release: there is no values file gone.yaml'])
  })

  test('a values file that is a template has the lines of the template', async () => {
    const { places, failures } = await found({
      'helmfile.yaml':
        'values:\n- host: vault.example.com\nreleases:\n- name: a\n  chart: ./charts/shop\n  values: [v.yaml.gotmpl]\n',
      'v.yaml.gotmpl':
        '{{- $host := .Values.host }}\n{{- if eq .Release.Name "a" }}\nrole: {{ .Release.Name }}\n{{ end }}\nserver: http://{{ $host }}\n',
    })
    expect({ places, failures }).toEqual({ places: ['v.yaml.gotmpl:5'], failures: [] })
  })

  test('what is not to be installed is not, and neither is the chart tried by default', async () => {
    const { releases } = await found({
      'helmfile.yaml': `environments:
  default: { values: [{ some: { enabled: true }, none: { enabled: false } }] }
---
releases:
- { name: a, chart: ./charts/shop, installed: false }
- { name: b, chart: ./charts/shop, condition: none.enabled }
- { name: c, chart: ./charts/shop, condition: some.enabled }
`,
    })
    expect(releases).toEqual(['c default default'])
  })
})

test.each([
  ['helmfile 1: what names the release is filled in later', '', 'charts/{{ .Release.Name }}'],
  ['what is for the templates of ESO stays', '    values: [{ other: "{{ .password }}" }]\n', 'charts/shop'],
  ['helmfile 0', '    values: [{ role: {{ .Environment.Name }} }]\n', 'charts/shop'],
])('a helmfile that is not called a template: %s', async (_, more, name) => {
  const text = `releases:\n  - name: shop\n    chart: ./${name}\n${more}`
  expect(await found({ 'helmfile.yaml': text })).toEqual({
    places: [],
    failures: [],
    releases: ['shop default default'],
  })
})

describe('environments of a helmfile', () => {
  const ENVIRONMENTS = `environments:
  dev: { values: [env/dev.yaml] }
  prod: { values: [env/common.yaml, env/prod.yaml.gotmpl] }
`
  const VALUES = {
    'env/common.yaml': 'vault: { server: "https://common.example.com" }\n',
    'env/dev.yaml': 'vault: { server: "https://dev.example.com" }\n',
    'env/prod.yaml.gotmpl': 'vault: { server: "http://{{ .Environment.Name }}.example.com" }\n',
  }
  const RELEASES = `releases:
  - name: a
    namespace: {{ .Environment.Name }}
    chart: ./charts/shop
    values:
      - role: b
      - server: {{ .Values.vault.server }}
`

  test.each([
    ['of a part before', `${ENVIRONMENTS}---\n${RELEASES}`, 'helmfile.yaml.gotmpl:11'],
    [
      'of the same part, behind a variable',
      `{{ $role := "x" }}\n${ENVIRONMENTS}${RELEASES.replace('role: b', 'role: {{ $role }}')}`,
      'helmfile.yaml.gotmpl:11',
    ],
    ['of the same part, as helmfile 0 has it', `${ENVIRONMENTS}${RELEASES}`, 'helmfile.yaml.gotmpl:10'],
  ])('are variants: %s', async (_, text, place) => {
    const { places, releases, failures } = await found({ ...VALUES, 'helmfile.yaml.gotmpl': text })
    expect({ places, failures }).toEqual({ places: [place], failures: [] })
    expect(releases).toEqual(['a dev dev', 'a prod prod'])
  })

  test('of a base, and defaults below them', async () => {
    const { places, releases, failures } = await found({
      ...VALUES,
      'base.yaml': ENVIRONMENTS,
      'helmfile.yaml.gotmpl': `bases: [base.yaml]\nvalues: [{ vault: { role: c } }]\n---\n${RELEASES.replace('role: b', 'role: {{ .Values.vault.role }}')}`,
    })
    expect({ places, failures }).toEqual({ places: ['helmfile.yaml.gotmpl:10'], failures: [] })
    expect(releases).toEqual(['a dev dev', 'a prod prod'])
  })

  test('of helmfiles that are taken in', async () => {
    const { releases } = await found({
      'helmfile.yaml': 'helmfiles: [apps/helmfile-shop.yaml]\n',
      'apps/helmfile-shop.yaml':
        'environments: { dev: {}, prod: {} }\n---\nreleases:\n- { name: a, chart: ../charts/shop }\n',
    })
    expect(releases).toEqual(['a default dev', 'a default prod'])
  })

  test('those that go to clusters of their own are told apart by these', async () => {
    const root = tree({
      ...CHART,
      'helmfile.yaml.gotmpl': `environments:
  dev: { kubeContext: east, values: [{ server: "https://a" }] }
  prod: { kubeContext: west, values: [{ server: "http://b" }] }
---
releases:
- { name: a, chart: ./charts/shop, values: [{ server: {{ .Values.server }} }] }
`,
    })
    const { releases, worlds } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
    expect(releases.map(({ cluster, variant }) => [cluster, variant])).toEqual([
      ['east', 'default'],
      ['west', 'default'],
    ])
    expect(worlds.map(({ cluster, variant }) => [cluster, variant])).toEqual([
      ['east', 'default'],
      ['west', 'default'],
    ])
  })

  test('what is not installed in an environment is not in its world, and what others install of the chart is', async () => {
    const root = tree({
      ...CHART,
      'helmfile.yaml.gotmpl': `environments: { dev: {}, prod: {} }
---
releases:
- { name: all, chart: ./charts/shop }
- { name: one, chart: ./charts/shop, installed: {{ eq .Environment.Name "prod" }} }
`,
      'other/helmfile.yaml.gotmpl': `environments: { dev: {}, prod: {} }
---
releases:
- { name: other, chart: ../charts/more, installed: {{ eq .Environment.Name "dev" }} }
`,
      ...under('charts/more', chart('more', STORE, { 'values.yaml': 'server: https://a\n' })),
      'set.tf': 'resource "helm_release" "a" {\n  name = "a"\n  chart = "./charts/shop"\n}\n',
    })
    const { worlds } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
    expect(worlds.map(({ variant, releases }) => [variant, ...releases].join(' ')).sort()).toEqual([
      'dev a all other',
      'prod a all one',
    ])
  })

  test('a loop over values makes releases, whose lines are those of the loop', async () => {
    const { places, releases } = await found({
      'helmfile.yaml.gotmpl': `values:
- apps: { a: "https://vault.example.com", b: "http://vault.example.com" }
---
releases:
{{- range $name, $server := .Values.apps }}
- name: {{ $name }}
  chart: ./charts/shop
  values:
  - role: x
    server: {{ $server }}
{{- end }}
`,
    })
    expect(releases).toEqual(['a default default', 'b default default'])
    expect(places).toEqual(['helmfile.yaml.gotmpl:10'])
  })
})

describe('what a helmfile does not say by itself', () => {
  test.each([
    [
      'env',
      'server: {{ env "SERVER" }}',
      '8 helmfile release: env "SERVER" is not known here, so that it was not rendered',
    ],
    [
      'requiredEnv',
      'server: {{ requiredEnv "SERVER" | quote }}',
      '8 helmfile release: requiredEnv "SERVER" is not known here, so that it was not rendered',
    ],
    [
      'exec',
      'server: {{ exec "cat" (list "x") }}',
      '8 helmfile release: exec is not known here, so that it was not rendered',
    ],
    [
      'a file that is outside',
      'server: {{ readFile "../../etc/passwd" }}',
      '8 helmfile release: readFile "../../etc/passwd" is not known here, so that it was not rendered',
    ],
    [
      'a variable',
      '{{ $x := env "A" }}server: {{ $x }}',
      '8 helmfile release: env "A" is not known here, so that it was not rendered',
    ],
    [
      'a condition',
      '{{ if eq (env "A") "b" }}server: x{{ end }}',
      '8 helmfile release: env "A" is not known here, so that it was not rendered',
    ],
  ])('%s: one failure, and the rest is judged', async (_, line, failure) => {
    const { places, failures, releases } = await found({
      'helmfile.yaml.gotmpl': `repositories:
- { name: other, url: "https://charts.example.com", password: {{ env "PASSWORD" }} }
releases:
- name: unknown
  chart: ./charts/shop
  values:
  - role: b
    ${line}
- name: known
  chart: ./charts/shop
  values:
  - server: http://vault.example.com
`,
    })
    expect(failures).toEqual([`helmfile.yaml.gotmpl:${failure}`])
    expect(releases).toEqual(['known default default'])
    expect(places).toEqual(['helmfile.yaml.gotmpl:12'])
  })

  test('in a values file: the release is one failure there', async () => {
    const { failures, releases } = await found({
      'helmfile.yaml':
        'releases:\n- name: a\n  chart: ./charts/shop\n  values: [v.yaml.gotmpl]\n- name: b\n  chart: ./charts/shop\n',
      'v.yaml.gotmpl': 'role: x\nserver: {{ env "SERVER" }}\n',
    })
    expect(releases).toEqual(['b default default'])
    expect(failures).toEqual([
      'v.yaml.gotmpl:2 helmfile release: env "SERVER" is not known here, so that it was not rendered',
    ])
  })

  test('in single settings, and in templates of values', async () => {
    const { failures, places } = await found({
      'helmfile.yaml': `releases:
- name: a
  chart: ./charts/shop
  valuesTemplate:
  - role: '{{ env "ROLE" }}'
  - role: '{{ .Release.Name }}'
    server: http://vault.example.com
  set:
  - { name: other, value: '{{ env "OTHER" }}' }
  - { name: role, file: role.txt }
  - { name: third, file: gone.txt }
  - { name: list, values: [a, b] }
`,
      'role.txt': 'x',
    })
    expect(failures).toEqual([
      'helmfile.yaml:5 helmfile release: values are not known, as their template cannot be filled in',
      'helmfile.yaml:9 helmfile release: what sets other is not known',
      'helmfile.yaml:11 helmfile release: what sets third is not known',
    ])
    expect(places).toEqual(['helmfile.yaml:7'])
  })

  test('a namespace for all releases', async () => {
    const { failures } = await found({
      'helmfile.yaml.gotmpl': 'namespace: {{ requiredEnv "NS" }}\nreleases:\n- name: a\n  chart: ./charts/shop\n',
    })
    expect(failures).toEqual([
      'helmfile.yaml.gotmpl:1 helmfile release: requiredEnv "NS" is not known here, so that it was not rendered',
    ])
  })

  test('encrypted files: their values are not known', async () => {
    const { failures } = await found({
      'helmfile.yaml': 'releases:\n- name: a\n  chart: ./charts/shop\n  secrets:\n  - secrets/a.yaml\n',
    })
    expect(failures).toEqual([
      'helmfile.yaml:5 helmfile release: the values in the encrypted file secrets/a.yaml are not known',
    ])
  })

  test('a value of an environment that may be encrypted', async () => {
    const { failures, releases } = await found({
      'helmfile.yaml.gotmpl': `environments:
  default: { values: [{ a: x }], secrets: [secrets.yaml] }
---
releases:
- { name: a, chart: ./charts/shop, values: [{ role: {{ .Values.a }} }] }
- { name: b, chart: ./charts/shop, values: [{ role: {{ .Values.b }} }] }
`,
    })
    expect(releases).toEqual(['a default default'])
    expect(failures).toEqual([
      'helmfile.yaml.gotmpl:6 helmfile release: a value that may be in an encrypted file (b) is not known here, so that it was not rendered',
    ])
  })

  test.each([
    [
      'a template that fails',
      '{{ fail "no" }}\nreleases: []\n',
      '1 helmfile: its template fails, so that nothing of it is known',
    ],
    [
      'no YAML',
      'releases:\n- name: a\n  chart: [\n',
      '4 helmfile: Flow sequence in block collection must be sufficiently indented and end with a ]',
    ],
    ['a base that there is not', 'bases:\n- gone.yaml\nreleases: []\n', '2 helmfile: there is no base gone.yaml'],
    ['a helmfile that there is not', 'helmfiles:\n- path: gone.yaml\n', '2 helmfile: there is no helmfile gone.yaml'],
    [
      'one that takes itself in',
      'helmfiles:\n- helmfile.yaml.gotmpl\n',
      '2 helmfile: helmfile.yaml.gotmpl takes itself in',
    ],
    [
      'a repository that it does not name',
      'releases:\n- name: a\n  chart: other/shop\n',
      '3 helmfile release: there is no chart other/shop, and no repository that is called other',
    ],
    [
      'a chart that is not here',
      'repositories:\n- { name: other, url: "https://charts.example.com" }\nreleases:\n- name: a\n  chart: other/shop\n  version: ~1.2\n',
      '5 the chart shop ~1.2 of https://charts.example.com is not in the repository; --fetch-dependencies lets helm fetch it',
    ],
    [
      'one of a registry',
      'repositories:\n- { name: other, url: registry.example.com/charts, oci: true }\nreleases:\n- name: a\n  chart: other/shop\n',
      '5 the chart shop of oci://registry.example.com/charts is not in the repository; --fetch-dependencies lets helm fetch it',
    ],
    [
      'patches',
      'releases:\n- name: a\n  chart: ./charts/shop\n  jsonPatches: []\n  strategicMergePatches:\n  - x.yaml\n',
      '5 helmfile release: strategicMergePatches is not done here',
    ],
  ])('%s is a failure', async (_, text, failure) => {
    const { failures } = await found({ 'helmfile.yaml.gotmpl': text })
    expect(failures[0]).toEqual(`helmfile.yaml.gotmpl:${failure}`)
  })
})

test('helmfiles that others take in are read there, with the values that they are given', async () => {
  const { places, releases, failures } = await found({
    'helmfile.yaml':
      'helmfiles:\n- path: apps/helmfile-shop.yaml.gotmpl\n  values: [{ server: "http://vault.example.com" }]\n- apps/other\n',
    'apps/helmfile-shop.yaml.gotmpl':
      'releases:\n- name: a\n  chart: ../charts/shop\n  values:\n  - server: {{ .Values.server }}\n',
    'apps/other/helmfile.yaml': 'releases:\n- name: b\n  chart: ../../charts/shop\n',
  })
  expect({ places, failures }).toEqual({ places: ['apps/helmfile-shop.yaml.gotmpl:5'], failures: [] })
  expect(releases).toEqual(['a default default', 'b default default'])
})

testShared('a packaged chart, and a fix of a value that stands in the helmfile', async () => {
  const root = tree({
    'helmfile.yaml':
      'releases:\n  - name: eso\n    chart: ./eso.tgz\n    values:\n      - webhook:\n          failurePolicy: Ignore\n',
    'eso.tgz': readFileSync(join(SHARED, 'charts/external-secrets-2.9.0.tgz')),
  })
  const { findings, failures, releases } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  expect(failures).toEqual([])
  expect(releases.map(({ name, chart, version }) => [name, chart, version])).toEqual([
    ['eso', 'external-secrets', '2.9.0'],
  ])
  const finding = findings.find(({ rule }) => rule === 'admission-webhook-fails-open')
  expect(finding?.location).toMatchObject({ file: 'helmfile.yaml', startLine: 6 })
  const { stdout } = cli(root, 'harden', '.', '--diff', '--unsafe')
  expect(stdout).toContain('--- a/helmfile.yaml')
  expect(stdout).toContain('-          failurePolicy: Ignore\n+          failurePolicy: Fail\n')
})

test('a comment in a helmfile ignores what stands there', async () => {
  const root = tree({
    ...CHART,
    'helmfile.yaml.gotmpl':
      'releases:\n- name: {{ "a" }}\n  chart: ./charts/shop\n  values:\n  - role: b\n    # eso-hardener: ignore[cleartext-endpoint] until the new one is there\n    server: http://vault.example.com\n',
  })
  const { suppressed, findings } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  expect(suppressed.map(({ finding }) => finding.rule)).toEqual(['cleartext-endpoint'])
  expect(findings.filter(({ rule }) => rule === 'cleartext-endpoint')).toEqual([])
})

test('a file with objects that is called like a helmfile is read as what it is', async () => {
  const { places, releases } = await found({
    'helmfile-store.yaml': STORE.replace('{{ .Release.Namespace }}', 'team')
      .replace('{{ .Values.server }}', 'http://vault.example.com')
      .replace(/\{\{.*?\}\}/, 'x'),
  })
  expect(places).toEqual(['helmfile-store.yaml:7'])
  expect(releases).toEqual(['shop shop default'])
})

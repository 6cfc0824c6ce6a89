import { cpSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assess, type RunOptions } from '../src/run.ts'
import { HELM } from './helm.ts'
import { SHARED, testShared } from './shared.ts'
import { chart, tree, under } from './tree.ts'

const run = (root: string, options: Partial<RunOptions> = {}) =>
  assess({ root, folder: root, paths: ['.'], helm: HELM, minSeverity: 'info', ...options })

const CLUSTERS = 'clusters: { prod: { paths: [prod] }, dev: { paths: ["dev/**"] } }\n'
const request = (name: string) => `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: ${name}, namespace: shop }
spec:
  secretStoreRef: { name: vault, kind: ClusterSecretStore }
  target: { name: database }
  data: [{ secretKey: password, remoteRef: { key: database } }]
`
const ROLE = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: reader }
rules:
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get] }
  - { apiGroups: [""], resources: [secrets], verbs: [list] }
`
const BINDING = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader }
subjects:
  - { kind: ServiceAccount, name: reader, namespace: tools }
`
const OPERATOR = `apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
`
const DENY = `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny, namespace: eso }
spec: { podSelector: {}, policyTypes: [Ingress, Egress] }
`
const RIGHTS = 'cluster-wide-secret-access'

/** The findings of one rule: file and worlds. */
async function found(files: Record<string, string>, rule: string) {
  const { findings } = await run(tree(files))
  const places = findings
    .filter(finding => finding.rule === rule)
    .map(({ location, worlds }) => `${location?.file} in ${worlds?.map(({ cluster }) => cluster).join()}`)
  return [...new Set(places)]
}

describe('clusters', () => {
  test('two clusters that write the same Secret do not take it from each other', async () => {
    const files = { 'prod/a.yaml': request('a'), 'dev/b.yaml': request('b') }
    expect(await found(files, 'secret-takeover')).toHaveLength(2)
    expect(await found({ ...files, '.eso-hardener.yaml': CLUSTERS }, 'secret-takeover')).toEqual([])
  })

  test('rights of one are no rights in the other', async () => {
    const files = { 'prod/role.yaml': ROLE, 'dev/binding.yaml': BINDING, '.eso-hardener.yaml': CLUSTERS }
    expect(await found(files, RIGHTS)).toEqual([])
    expect(await found({ ...files, 'prod/binding.yaml': BINDING }, RIGHTS)).toEqual(['prod/role.yaml in prod'])
  })

  test('a network policy protects its own only', async () => {
    const files = { 'prod/eso.yaml': OPERATOR, 'dev/eso.yaml': OPERATOR, 'dev/deny.yaml': DENY }
    expect(await found(files, 'eso-without-network-policy')).toEqual([])
    expect(await found({ ...files, '.eso-hardener.yaml': CLUSTERS }, 'eso-without-network-policy')).toEqual([
      'prod/eso.yaml in prod',
    ])
  })

  test('what no cluster claims is in each, and what is wrong with it in each is one finding', async () => {
    const files = { 'base/role.yaml': ROLE, 'base/binding.yaml': BINDING, 'prod/a.yaml': ROLE, 'dev/a.yaml': ROLE }
    const config = { '.eso-hardener.yaml': CLUSTERS }
    expect(await found({ ...files, ...config }, RIGHTS)).toEqual([
      'base/role.yaml in prod,dev',
      'dev/a.yaml in dev',
      'prod/a.yaml in prod',
    ])
    const one = { 'base/role.yaml': ROLE, 'prod/binding.yaml': BINDING, 'dev/a.yaml': DENY }
    expect(await found({ ...one, ...config }, RIGHTS)).toEqual(['base/role.yaml in prod'])
  })

  test('a shared fault that reaches another cluster is new there', async () => {
    const files = { 'base/role.yaml': ROLE, 'dev/binding.yaml': BINDING, 'prod/a.yaml': DENY, 'test/a.yaml': DENY }
    const config = { '.eso-hardener.yaml': 'clusters: { prod: { paths: [prod] }, dev: { paths: [dev] } }' }
    const before = await run(tree({ ...files, ...config }))
    const after = await run(tree({ ...files, ...config, 'prod/binding.yaml': BINDING }))
    const known = new Set(before.findings.map(({ fingerprint }) => fingerprint))
    expect(after.findings.filter(({ fingerprint }) => !known.has(fingerprint))).toMatchObject([
      { rule: RIGHTS, worlds: [{ cluster: 'prod' }, { cluster: 'dev' }] },
    ])
  })

  test('naming clusters does not change what shared findings are', async () => {
    const files = { 'base/role.yaml': `${ROLE}---\n${BINDING}`, 'prod/a.yaml': DENY, 'dev/a.yaml': DENY }
    const prints = async (more: Record<string, string>) =>
      (await run(tree({ ...files, ...more }))).findings.map(({ fingerprint }) => fingerprint)
    expect(await prints({ '.eso-hardener.yaml': CLUSTERS })).toEqual(await prints({}))
  })

  test('charts are in the cluster of their folder, or that the config names', async () => {
    const root = tree({
      ...under('prod/a', chart('a', ROLE)),
      ...under('charts/b', chart('b', BINDING)),
      'dev/x.yaml': DENY,
      '.eso-hardener.yaml': `${CLUSTERS}releases: [{ chart: charts/b, cluster: dev }]`,
    })
    const { releases, worlds, findings, notes } = await run(root)
    expect(releases.map(({ name, cluster }) => [name, cluster])).toEqual([
      ['b', 'dev'],
      ['a', 'prod'],
    ])
    expect(worlds).toEqual([
      { cluster: 'prod', variant: 'default', isMain: true, releases: ['a'], manifests: 1 },
      { cluster: 'dev', variant: 'default', isMain: true, releases: ['b'], manifests: 2 },
    ])
    expect(findings.filter(({ rule }) => rule === RIGHTS)).toEqual([])
    expect(notes).toEqual([])
  })

  test('a shared chart renders for the Kubernetes version of each, once where they are the same', async () => {
    const template = '{{ if semverCompare ">=1.33" .Capabilities.KubeVersion.Version }}\n'
    const config = (dev: string) => `clusters: { prod: { kubeVersion: "1.33" }, dev: { kubeVersion: "${dev}" } }`
    const files = chart('c', `${template}${ROLE}---\n${BINDING}{{ end }}\n`)
    const differing = await run(tree({ ...files, '.eso-hardener.yaml': config('1.30') }))
    expect(differing.releases.map(({ cluster, manifests }) => [cluster, manifests])).toEqual([
      ['prod', 2],
      ['dev', 0],
    ])
    expect(differing.findings).toMatchObject([{ worlds: [{ cluster: 'prod', variant: 'default' }] }])
    const same = await run(tree({ ...files, '.eso-hardener.yaml': config('1.33') }))
    expect(same.releases.map(({ cluster }) => cluster)).toEqual(['prod, dev'])
    expect(same.findings).toHaveLength(1)
  })

  test('slips of the pen are noted: paths that hold nothing, a cluster that is not there', async () => {
    const root = tree({
      ...chart('c', ROLE),
      '.eso-hardener.yaml': 'clusters: { prod: { paths: [nowhere] }, dev: {} }\nreleases: [{ chart: ., cluster: dve }]',
    })
    const { notes, worlds } = await run(root)
    expect(notes).toEqual([
      expect.stringMatching(/^cluster prod: .* nothing/),
      expect.stringMatching(/^cluster dve: .*did you mean 'dev'/),
    ])
    expect(worlds.map(({ cluster }) => cluster)).toEqual(['dev', 'dve'])
  })
})

describe('variants', () => {
  const switched = (name: string, more: Record<string, string>) =>
    chart(name, `${ROLE}---\n{{ if .Values.bind }}\n${BINDING}{{ end }}\n`, { 'values.yaml': 'bind: false\n', ...more })

  test('a fault under the values that a chart is tested with is found, and said to be there only', async () => {
    const root = tree(under('c', switched('c', { 'ci/on-values.yaml': 'bind: true\n', 'ci/other.yaml': 'a: 1\n' })))
    const { findings, releases, worlds } = await run(root)
    expect(findings).toMatchObject([{ rule: RIGHTS, worlds: [{ variant: 'c/ci/on-values.yaml' }] }])
    expect(releases.map(({ variant }) => variant)).toEqual(['default', 'c/ci/on-values.yaml'])
    expect(worlds.map(({ variant, manifests, isMain }) => [variant, manifests, isMain])).toEqual([
      ['default', 1, true],
      ['c/ci/on-values.yaml', 2, false],
    ])
  })

  test('the same finding in several is one, and keeps its fingerprint', async () => {
    const account = '---\napiVersion: v1\nkind: ServiceAccount\nmetadata: { name: "{{ .Values.a }}" }\n'
    const files = under('c', chart('c', `${ROLE}---\n${BINDING}${account}`, { 'values.yaml': 'a: a\n' }))
    const before = await run(tree(files))
    const after = await run(tree({ ...files, 'c/ci/a-values.yaml': 'a: b\n', 'c/ci/b-values.yaml': 'a: c\n' }))
    expect(after.findings).toHaveLength(1)
    expect(after.findings[0]?.worlds).toHaveLength(3)
    expect(after.findings[0]?.places).toHaveLength(1)
    expect(after.findings[0]?.fingerprint).toBe(before.findings[0]?.fingerprint)
    expect(before.findings[0]).not.toHaveProperty('worlds')
  })

  test('one that renders the same is no world of its own', async () => {
    const files = under('c', chart('c', `${ROLE}---\n${BINDING}`, { 'ci/a-values.yaml': 'a: 1\n' }))
    const { worlds, findings } = await run(tree(files))
    expect(worlds.map(({ variant }) => variant)).toEqual(['default'])
    expect(findings[0]).not.toHaveProperty('worlds')
  })

  test('what they render alike has a place in the values of each', async () => {
    const store = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault }
spec:
  provider:
    vault: { server: "{{ .Values.server }}", auth: { kubernetes: { mountPath: k, role: r } } }
`
    const root = tree({
      ...under('c', chart('c', store)),
      'one.yaml': 'server: http://vault.example.com\n',
      'two.yaml': '# as in the other\nserver: http://vault.example.com\n',
      '.eso-hardener.yaml': ['one', 'two']
        .map(name => `  - { chart: c, values: [${name}.yaml], variant: ${name} }\n`)
        .reduce((text, line) => text + line, 'releases:\n'),
    })
    const { findings, worlds } = await run(root)
    expect(worlds.map(({ variant }) => variant)).toEqual(['one'])
    const [{ places } = { places: [] }] = findings.filter(({ rule }) => rule === 'cleartext-endpoint')
    expect(places).toMatchObject([
      { file: 'one.yaml', startLine: 1, key: 'server' },
      { file: 'two.yaml', startLine: 2, key: 'server' },
    ])
  })

  test('an environment that one chart does not tell apart is there for the others', async () => {
    const at = (env: string) => `{{ if eq .Values.env "${env}" }}\n`
    const of = (name: string) =>
      ['dev', 'prod', 'live'].map(env => `  - { chart: ${name}, set: { env: ${env} }, variant: ${env} }\n`).join('')
    const root = tree({
      ...under('a', chart('a', `{{ if ne .Values.env "dev" }}\n${ROLE}{{ end }}\n`)),
      ...under('b', chart('b', `${at('live')}${BINDING}{{ end }}\n`)),
      '.eso-hardener.yaml': `releases:\n${of('a')}${of('b')}`,
    })
    expect((await run(root)).findings).toMatchObject([{ rule: RIGHTS, worlds: [{ variant: 'live' }] }])
  })

  test('variants of one chart never meet, of different charts they are not multiplied', async () => {
    const half = (name: string, text: string) =>
      under(name, chart(name, `{{ if .Values.bind }}\n${text}{{ end }}\n`, { 'ci/on-values.yaml': 'bind: true\n' }))
    const root = tree({ ...half('a', ROLE), ...half('b', BINDING) })
    const { findings, worlds } = await run(root)
    expect(worlds).toHaveLength(3)
    expect(findings).toEqual([])
  })

  test('environments of the config are joined across charts', async () => {
    const at = (env: string) => `{{ if eq .Values.env "${env}" }}\n`
    const root = tree({
      ...under('a', chart('a', `${at('prod')}${ROLE}{{ end }}\n`)),
      ...under('b', chart('b', `${at('prod')}${BINDING}{{ end }}\n`)),
      '.eso-hardener.yaml': `releases:
  - { chart: a, set: { env: dev }, variant: dev }
  - { chart: a, set: { env: prod }, variant: prod }
  - { chart: b, set: { env: prod }, variant: prod }
  - { chart: b, set: { env: dev }, variant: dev }
`,
    })
    const { findings, worlds } = await run(root)
    expect(worlds.map(({ variant, releases }) => [variant, releases.length])).toEqual([
      ['dev', 2],
      ['prod', 2],
    ])
    expect(findings).toMatchObject([{ rule: RIGHTS, worlds: [{ variant: 'prod' }] }])
  })

  test('what fails in all of them is one failure; what fails in one names it', async () => {
    const always = tree(chart('c', '{{ fail "no" }}', { 'ci/a-values.yaml': '' }))
    expect((await run(always)).failures).toMatchObject([{ release: 'c', message: expect.not.stringContaining('ci/') }])
    const once = tree(chart('c', '{{ if .Values.x }}{{ fail "no" }}{{ end }}', { 'ci/a-values.yaml': 'x: 1\n' }))
    const { failures, conclusion } = await run(once)
    expect(failures).toMatchObject([{ message: expect.stringContaining('(in the variant ci/a-values.yaml)') }])
    expect(conclusion).toBe('incomplete')
  })

  test('too many are named in a note, an excluded folder has none, named values are the only ones', async () => {
    const many = Object.fromEntries(Array.from({ length: 8 }, (_, i) => [`c/ci/${i}-values.yaml`, `i: ${i}\n`]))
    const account = 'apiVersion: v1\nkind: ServiceAccount\nmetadata: { name: "a{{ .Values.i }}" }\n'
    const files = { ...under('c', chart('c', account)), ...many }
    const { worlds, notes } = await run(tree(files))
    expect(worlds).toHaveLength(7)
    expect(notes).toEqual(['c/Chart.yaml: not tried with c/ci/6-values.yaml, c/ci/7-values.yaml: too many of them'])
    expect((await run(tree({ ...files, '.eso-hardener.yaml': 'exclude: ["**/ci"]' }))).worlds).toHaveLength(1)
    expect((await run(tree({ ...files, '.eso-hardener.yaml': 'releases: [{ chart: c }]' }))).worlds).toHaveLength(1)
    expect((await run(tree(files), { release: { values: ['c/ci/7-values.yaml'] } })).worlds).toHaveLength(1)
  })
})

describe('the version of Kubernetes', () => {
  const PROBED = OPERATOR.replace('image:', 'livenessProbe: { tcpSocket: { host: node } }, image:')
  const PROBE = /makes the node call node, against the profile baseline/
  const probes = async (files: Record<string, string>, kubeVersion?: string) =>
    (await run(tree(files), { release: { kubeVersion } })).findings.filter(({ message }) => PROBE.test(message)).length

  test('is the cluster’s for plain manifests and for releases that say nothing else', async () => {
    const config = (version: string) => `clusters: { default: { kubeVersion: "${version}" } }\n`
    for (const files of [{ 'a.yaml': PROBED }, chart('c', PROBED)] as Record<string, string>[]) {
      expect(await probes({ ...files, '.eso-hardener.yaml': config('1.33') })).toBe(0)
      expect(await probes({ ...files, '.eso-hardener.yaml': config('1.34') })).toBe(1)
      expect(await probes(files)).toBe(1)
      expect(await probes(files, '1.33')).toBe(0)
      expect(await probes({ ...files, '.eso-hardener.yaml': config('1.34') }, '1.33')).toBe(0)
    }
  })

  test('is the release’s own, where it says one', async () => {
    const config = `clusters: { default: { kubeVersion: "1.34" } }
releases: [{ chart: c, kubeVersion: "1.33" }]
`
    expect(await probes({ ...under('c', chart('c', PROBED)), '.eso-hardener.yaml': config })).toBe(0)
  })
})

describe('the schema that judged a release', () => {
  const schemas = async (files: Record<string, string>) =>
    (await run(tree(files))).releases.map(({ name, variant, schema }) => [name, variant, schema])
  const CRD = `apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: externalsecrets.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: ExternalSecret }
  versions: [{ name: v1, served: true, schema: { openAPIV3Schema: { type: object, properties: { spec: {} } } } }]
`

  test('is the newest known, or none where it has nothing of the operator', async () => {
    const files = { ...under('shop', chart('shop', request('a'))), ...under('web', chart('web', DENY)) }
    expect(await schemas(files)).toEqual([
      ['shop', 'default', 'the CRD of ESO 2.9.0, as none is in the set'],
      ['web', 'default', null],
    ])
  })

  test('is that of the set, for a variant that changes nothing, too; by cluster', async () => {
    const shop = under('shop', chart('shop', request('a'), { 'ci/x-values.yaml': '' }))
    expect(await schemas({ ...shop, 'crd.yaml': CRD })).toEqual([
      ['shop', 'default', 'the CRD in crd.yaml'],
      ['shop', 'shop/ci/x-values.yaml', 'the CRD in crd.yaml'],
    ])
    const clusters = { '.eso-hardener.yaml': CLUSTERS, 'prod/crd.yaml': CRD, 'dev/role.yaml': ROLE }
    expect(await schemas({ ...under('shop', chart('shop', request('a'))), ...clusters })).toEqual([
      ['shop', 'default', 'the CRD in prod/crd.yaml; the CRD of ESO 2.9.0, as none is in the set'],
    ])
  })
})

describe('real repositories', () => {
  const copied = (name: string, config: string): string => {
    const root = tree({})
    cpSync(join(SHARED, 'corpus', name), root, { recursive: true })
    writeFileSync(join(root, '.eso-hardener.yaml'), config)
    return root
  }

  testShared('tyriis/home-ops: two clusters in two folders', async () => {
    const config = 'clusters: { main: { paths: [kubernetes/main] }, utility: { paths: [kubernetes/utility] } }'
    const { worlds, findings } = await run(copied('tyriis__home-ops', config))
    expect(worlds.map(({ cluster }) => cluster)).toEqual(['main', 'utility'])
    for (const { location, worlds: where } of findings) {
      const folder = /^kubernetes\/(main|utility)\//.exec(location?.file ?? '')?.[1]
      if (folder) expect(where?.map(({ cluster }) => cluster)).toEqual([folder])
    }
    expect(new Set(findings.map(({ fingerprint }) => fingerprint)).size).toBe(findings.length)
  })

  testShared('redhat-appstudio/infra-deployments: staging and production beside each other', async () => {
    const name = 'redhat-appstudio__infra-deployments'
    const config = 'clusters: { staging: { paths: ["**/staging*/**"] }, production: { paths: ["**/production/**"] } }'
    const root = copied(name, config)
    const { worlds, inventory, releases, findings } = await run(root)
    expect(worlds.map(({ cluster }) => cluster).sort()).toEqual(['production', 'staging'])
    expect(inventory.installs.map(({ cluster }) => cluster).sort()).toEqual(['production', 'staging'])
    expect(new Set(releases.map(({ cluster }) => cluster))).toEqual(new Set(['production', 'staging']))
    for (const { location, related } of findings) {
      const places = [location, ...related.map(entry => entry.location)].map(place => place?.file ?? '')
      const environments = new Set(places.flatMap(file => /\/(staging|production)\//.exec(file)?.[1] ?? []))
      expect(environments.size).toBeLessThan(2)
    }
  })
})

import { execFileSync } from 'node:child_process'
import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/finding.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tarball } from '../tarball.ts'
import { tree, under } from '../tree.ts'

/** A chart that installs the operator, with a free value, one taken whole, one that only a template names, and a subchart. */
const CHART = {
  'Chart.yaml': `apiVersion: v2
name: operator
version: 1.0.0
dependencies: [{ name: sdk, version: 1.0.0, condition: sdk.enabled }]
`,
  'charts/sdk/Chart.yaml': 'apiVersion: v2\nname: sdk\nversion: 1.0.0\n',
  'values.yaml': `installCRDs: true
replicas: 1
podLabels: {}
securityContext: { runAsNonRoot: true }
webhook: { create: true, port: 10250 }
genericTargets: { resources: [] }
sdk: { enabled: false }
`,
  'templates/all.yaml': `apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, labels: {{ .Values.podLabels | toJson }} }
spec:
  replicas: {{ .Values.replicas }}
  revisionHistoryLimit: {{ .Values.history.limit | default 1 }}
  template:
    spec:
      containers:
        - name: c
          image: registry.example.com/external-secrets:v2.9.0
          securityContext: {{ .Values.securityContext | toJson }}
          ports: [{ containerPort: {{ .Values.webhook.port }} }]
`,
}

interface Given {
  readonly chart?: Record<string, string>
  readonly config?: string
  readonly set?: string[]
}

const KEPT = 'history: { limit: 3 }\n'

/** What the rule finds with these values, as `file:line message`. */
async function found(values: string, { chart = CHART, config = '', set = [] }: Given = {}): Promise<string[]> {
  return (
    await findings({ ...under('operator', chart), 'v.yaml': KEPT + values, '.eso-hardener.yaml': config }, set)
  ).map(({ message, location }) => `${location?.file}:${location?.startLine ?? ''} ${message}`)
}

async function findings(
  files: Record<string, string | Uint8Array>,
  set: string[] = [],
  values = ['v.yaml'],
  paths = ['operator'],
): Promise<Finding[]> {
  const root = tree(files)
  const options = { root, folder: root, paths, helm: HELM, minSeverity: 'info' as const, release: { values, set } }
  const assessment = await assess(options)
  expect(assessment.failures).toEqual([])
  return assessment.findings.filter(({ rule }) => rule === 'ineffective-setting')
}

const unknown = (path: string, near?: string): string =>
  `the chart knows no value ${path} and ignores it${near === undefined ? '' : ` (did you mean ${near}?)`}`

describe('values of a release', () => {
  test('a key that the chart does not know stands on its line', async () => {
    expect(await found('replicas: 2\ninstallCRDS: true\n')).toEqual([
      `v.yaml:3 ${unknown('installCRDS', 'installCRDs')}`,
    ])
    expect(await found('webhook:\n  create: true\n  prot: 2\n')).toEqual([
      `v.yaml:4 ${unknown('webhook.prot', 'webhook.port')}`,
    ])
    expect(await found('webhook:\n  port: 1\n  ports: 2\n')).toEqual([`v.yaml:4 ${unknown('webhook.ports')}`])
    expect(await found('validatingAdmission: { on: true }\n')).toEqual([`v.yaml:2 ${unknown('validatingAdmission')}`])
  })

  test.each([
    ['global values', 'global: { a: 1 }'],
    ['those of a subchart', 'sdk: { anything: 1 }'],
    ['what is free', 'podLabels: { a: b }'],
    ['what a template takes whole', 'securityContext: { privileged: false }'],
    ['what is empty', 'foo: {}\nbar: null\nbaz: []'],
    ['holders of anchors', 'x-port: &p 1\n.more: &m { a: 1 }\nwebhook: { port: *p }'],
    ['what is filled in later', '${KEY}: 1'],
    ['a text in place of a mapping', 'webhook: { port: 1 }'],
  ])('%s: nothing', async (_, values) => {
    expect(await found(values)).toEqual([])
  })

  test('a chart whose templates hand all values on may know every key', async () => {
    const template = `${CHART['templates/all.yaml']}# {{ toJson .Values }}\n`
    expect(await found('installCRDS: true', { chart: { ...CHART, 'templates/all.yaml': template } })).toEqual([])
  })

  test('a generic target with apiGroups', async () => {
    const target = 'genericTargets:\n  resources:\n    - apiGroup: a\n      apiGroups: [a]\n    - apiGroups: [b]\n'
    expect(await found(target)).toEqual([expect.stringContaining('v.yaml:6 genericTargets.resources[1] has apiGroups')])
  })

  test('single values stand where the release is declared', async () => {
    expect(await found('', { set: ['webhook.prot=1,installCRDS=true', 'replicas=2'] })).toEqual([
      `operator/Chart.yaml: ${unknown('installCRDS', 'installCRDs')}`,
      `operator/Chart.yaml: ${unknown('webhook.prot', 'webhook.port')}`,
    ])
    const config = 'releases: [{ chart: operator, set: { webhook.prot: 1 } }]'
    expect(await found('', { config })).toEqual([`.eso-hardener.yaml:1 ${unknown('webhook.prot', 'webhook.port')}`])
  })

  test('a key in two files is one finding with two places, whose frame shows no secret', async () => {
    const values = `${KEPT}installCRDS: true\npassword: sesame-4711\n`
    const files = { ...under('operator', CHART), 'a.yaml': values, 'b.yaml': `# moved\n${values}` }
    const [first, second, ...others] = await findings(files, [], ['a.yaml', 'b.yaml'])
    expect([second?.path, others]).toEqual([['password'], []])
    expect(first?.places).toEqual([
      { file: 'a.yaml', startLine: 2, via: 'values' },
      { file: 'b.yaml', startLine: 3, via: 'values' },
    ])
    expect(first?.frame.map(({ text }) => text)).toEqual([
      'history: { limit: 3 }',
      'installCRDS: true',
      'password: ***',
    ])
    expect(first?.fingerprint).not.toBe(second?.fingerprint)
    expect(JSON.stringify([first, second])).not.toContain('sesame')
  })

  test('a variant that changes nothing is looked at, too', async () => {
    const chart = { ...CHART, 'values.yaml': CHART['values.yaml'] + KEPT, 'ci/x-values.yaml': 'installCRDS: true' }
    const [finding] = await findings(under('operator', chart), [], [])
    expect(finding).toMatchObject({ location: { file: 'operator/ci/x-values.yaml', startLine: 1 } })
  })

  test('the values of a chart that has the operator as a subchart are not judged', async () => {
    const umbrella = {
      'Chart.yaml': 'apiVersion: v2\nname: umbrella\nversion: 1.0.0\n',
      'values.yaml': 'operator: { history: { limit: 1 } }',
      ...under('charts/operator', CHART),
    }
    expect(await found('installCRDS: true', { chart: umbrella })).toEqual([])
  })

  test('a package is read as a folder is', async () => {
    const root = tree({ 'v.yaml': `${KEPT}installCRDS: true` })
    await tarball(root, under('operator', CHART))
    const options = { root, folder: root, paths: ['chart.tgz'], helm: HELM, release: { values: ['v.yaml'] } }
    const { findings } = await assess(options)
    expect(findings.find(({ rule }) => rule === 'ineffective-setting')?.location).toEqual({
      ...{ file: 'v.yaml', startLine: 2, via: 'values' },
    })
  })
})

/** A chart that can leave out two CRDs, one of which no template asks about. */
const WITH_CRDS = {
  ...CHART,
  'values.yaml': `${CHART['values.yaml']}crds: { createPushSecret: true, createSecretStore: true }
processPushSecret: true
processSecretStore: true
`,
  'templates/all.yaml': `${CHART['templates/all.yaml']}          args:
            - --loglevel=info
            {{- if not .Values.processPushSecret }}
            - --enable-push-secret-reconciler=false
            {{- end }}
            {{- range .Values.extraArgs }}
            - {{ . }}
            {{- end }}
{{- if and .Values.installCRDs .Values.crds.createPushSecret }}
---
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: pushsecrets.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: PushSecret }
  versions: [{ name: v1alpha1, served: true }]
{{- end }}
`,
}

describe('CRDs that are left out', () => {
  const OFF = 'crds:\n  createPushSecret: false\n'
  const waits =
    'crds.createPushSecret is off and processPushSecret is not: the controller waits for PushSecrets, a kind that this release does not install'

  test('a kind that the controller still waits for', async () => {
    expect(await found(OFF, { chart: WITH_CRDS })).toEqual([`v.yaml:3 ${waits}`])
    expect(await found('', { chart: WITH_CRDS, set: ['crds.createPushSecret=false'] })).toEqual([
      `operator/Chart.yaml: ${waits}`,
    ])
  })

  test.each([
    ['nothing is left out', 'crds: { createPushSecret: true }'],
    ['both are off', `${OFF}processPushSecret: false`],
    ['the reconciler is off by its flag', `${OFF}extraArgs: [--enable-push-secret-reconciler=false]`],
    ['CRDs come from elsewhere', `${OFF}installCRDs: false`],
    ['what is filled in later', 'crds: { createPushSecret: "${CREATE}" }'],
  ])('%s: nothing', async (_, values) => {
    expect(await found(values, { chart: WITH_CRDS })).toEqual([])
  })

  test('a CRD that is in the set beside the release', async () => {
    const crd = WITH_CRDS['templates/all.yaml'].slice(WITH_CRDS['templates/all.yaml'].indexOf('---\n') + 4)
    const files = {
      ...under('operator', WITH_CRDS),
      'v.yaml': KEPT + OFF,
      'crds/push.yaml': crd.replace(/\{\{.*\}\}\n/, ''),
    }
    expect(await findings(files, [], ['v.yaml'], ['operator'])).toHaveLength(1)
    expect(await findings(files, [], ['v.yaml'], ['operator', 'crds'])).toEqual([])
  })

  test('a CRD that the chart installs all the same', async () => {
    expect(await found('crds: { createSecretStore: false }', { chart: WITH_CRDS })).toEqual([
      'v.yaml:2 the chart reads crds.createSecretStore nowhere and installs the CRD of SecretStore all the same',
    ])
  })
})

const CHARTS = join(SHARED, 'charts')
const packages = existsSync(CHARTS) ? readdirSync(CHARTS).filter(name => name.endsWith('.tgz')) : ['(none)']

const onReal = async (name: string, values: string): Promise<Finding[]> => {
  const root = tree({ 'v.yaml': values })
  const paths = [join(CHARTS, name)]
  const assessment = await assess({ root, folder: root, paths, helm: HELM, release: { values: ['v.yaml'] } })
  expect(assessment.failures).toEqual([])
  return assessment.findings.filter(({ rule, object }) => rule === 'ineffective-setting' && object === null)
}

describe('the real charts', () => {
  for (const name of packages)
    testShared(`${name}: its own values are known, installCRDS is not`, async () => {
      const own = execFileSync('tar', ['xzOf', join(CHARTS, name), 'external-secrets/values.yaml']).toString()
      expect(await onReal(name, own)).toEqual([])
      const typo = await onReal(name, 'installCRDS: true\nwebhook:\n  certManager:\n    enable: true\n')
      expect(typo.map(({ message, severity }) => `${severity} ${message}`)).toEqual([
        `medium ${unknown('installCRDS', 'installCRDs')}`,
        `medium ${unknown('webhook.certManager.enable', 'webhook.certManager.enabled')}`,
      ])
    })

  testShared('the CRDs that a release leaves out', async () => {
    const values = `crds:
  createClusterSecretStore: false
  createClusterGenerator: false
  createPushSecret: false
  createSecretStore: false
processPushSecret: false
processClusterPushSecret: false
`
    expect((await onReal('external-secrets-2.9.0.tgz', values)).map(({ message }) => message)).toEqual([
      expect.stringContaining('crds.createClusterSecretStore is off and processClusterStore is not'),
      expect.stringContaining('the chart reads crds.createSecretStore nowhere'),
    ])
    expect(await onReal('external-secrets-2.9.0.tgz', `scopedRBAC: true\n${values.slice(0, 40)}`)).toEqual([])
  })

  testShared('what only a template names, and what is taken whole, is known', async () => {
    const values = `podDisruptionBudget: { enabled: true, minAvailable: null, maxUnavailable: 1 }
securityContext: { privileged: false }
bitwarden-sdk-server: { enabled: false, image: { tag: v1 } }
`
    expect(await onReal('external-secrets-2.9.0.tgz', values)).toEqual([])
  })

  testShared('scopedRBAC renders Roles with labels that do nothing', async () => {
    const root = tree({ 'v.yaml': 'scopedNamespace: shop\nscopedRBAC: true\n' })
    const paths = [join(CHARTS, 'external-secrets-2.9.0.tgz')]
    const { findings } = await assess({ root, folder: root, paths, helm: HELM, release: { values: ['v.yaml'] } })
    const roles = findings.filter(({ rule }) => rule === 'ineffective-setting').map(({ object }) => object?.kind)
    expect(roles).toEqual(['Role', 'Role'])
  })
})

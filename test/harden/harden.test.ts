import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { hardenInstalls } from '../../src/harden/harden.ts'
import { remainingOf, whyInstallKeeps } from '../../src/harden/summary.ts'
import { assess, type RunOptions } from '../../src/run.ts'
import { CHOICE } from '../generate/choice.ts'
import { OPERATOR } from '../generate/operator.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tarball } from '../tarball.ts'
import { chart, tree, under } from '../tree.ts'

const harden = async (root: string, options: Partial<RunOptions> = {}) => {
  const hardened = await hardenInstalls({
    options: { root, folder: root, paths: ['.'], helm: HELM, ...options },
    ...{ choice: CHOICE, assess, commandOf: () => 'eso-hardener harden --out FOLDER' },
  })
  const texts = Object.fromEntries(hardened.files.map(({ path, text }) => [path, text]))
  return { ...hardened, texts }
}

/** An operator's chart as small as it can be, whose edit role hangs on a value, and whose replicas a template may refuse. */
const SMALL = chart(
  'external-secrets',
  `${OPERATOR}---
{{- if .Values.rbac.aggregateToEdit }}
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: {{ .Release.Name }}-edit
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true"
rules:
  - { apiGroups: [external-secrets.io], resources: [secretstores], verbs: [create] }
{{- end }}
{{- if not .Values.openshiftFinalizers }}{{ fail "not without finalizers" }}{{ end }}
`,
  {
    'values.yaml': 'openshiftFinalizers: true\nrbac: { aggregateToEdit: true, servicebindings: { create: true } }\n',
    'Chart.yaml': 'apiVersion: v2\nname: external-secrets\nversion: 2.9.0\n',
  },
)

const valuesOf = (texts: Readonly<Record<string, string>>, path: string): unknown => parse(texts[path] ?? '')

test('values that hold together are kept, and what breaks the release is dropped with the reason', async () => {
  const root = tree(SMALL)
  const { texts, dropped, removed, assessment } = await harden(root)
  expect(valuesOf(texts, 'values.hardened.yaml')).toEqual({
    rbac: { aggregateToEdit: false, servicebindings: { create: false } },
  })
  expect(dropped.map(({ measure, reason }) => [measure.values[0]?.key, reason])).toEqual([
    [['openshiftFinalizers'], expect.stringMatching(/^with it something fails: .*not without finalizers/)],
  ])
  const gone = assessment.findings.filter(({ fingerprint }) => removed.has(fingerprint)).map(({ rule }) => rule)
  expect(gone).toContain('developer-can-write-secret-stores')
  expect(readFileSync(join(root, 'values.yaml'), 'utf8')).toBe(SMALL['values.yaml'])
})

test('the values of a dependency stand below its alias, and --set has the last word', async () => {
  const root = tree({
    'Chart.yaml': `apiVersion: v2\nname: umbrella\nversion: 1.0.0\ndependencies:\n  - { name: external-secrets, version: 2.9.0, alias: eso }\n`,
    'values.yaml': 'eso: { rbac: { servicebindings: { create: false } } }\n',
  })
  mkdirSync(join(root, 'charts'))
  await tarball(join(root, 'charts'), under('external-secrets', SMALL), 'external-secrets-2.9.0.tgz')
  expect(valuesOf((await harden(root)).texts, 'values.hardened.yaml')).toEqual({
    eso: { rbac: { aggregateToEdit: false } },
  })
  const set = await harden(root, { release: { set: ['eso.rbac.aggregateToEdit=true'] } })
  expect(valuesOf(set.texts, 'values.hardened.yaml')).toBe(null)
  expect(set.dropped.map(({ reason }) => reason)).toContain('the finding stays with it')
})

test('of several releases each has its own values, and each cluster its own manifests', async () => {
  const root = tree({
    ...under('east/c', SMALL),
    ...under('west/c', SMALL),
    '.eso-hardener.yaml': `clusters:\n  east: { paths: [east] }\n  west: { paths: [west] }\nreleases:
  - { chart: east/c, name: eso, namespace: eso }\n  - { chart: west/c, name: eso, namespace: eso, set: { rbac.aggregateToEdit: false } }\n`,
  })
  const { texts } = await harden(root)
  const paths = Object.keys(texts).filter(path => /values\.hardened|network-policies\.yaml/.test(path))
  expect(paths).toEqual([
    'east/eso/values.hardened.yaml',
    'west/eso/values.hardened.yaml',
    'east/network-policies.yaml',
    'west/network-policies.yaml',
  ])
  expect(valuesOf(texts, 'east/eso/values.hardened.yaml')).toHaveProperty('rbac.aggregateToEdit', false)
  expect(valuesOf(texts, 'west/eso/values.hardened.yaml')).not.toHaveProperty('rbac.aggregateToEdit')
})

test('a repository without the operator has nothing to harden', async () => {
  const { files, removed, assessment } = await harden(
    tree({ 'a.yaml': 'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: a }\n' }),
  )
  expect([files, [...removed], assessment.findings]).toEqual([[], [], []])
})

const STORE = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      path: kv
      auth: { kubernetes: { mountPath: k, role: r, serviceAccountRef: { name: reader, audiences: [vault] } } }
`

testShared(
  'what stores need stays on: tokens are made by a Role for the account, and egress leads to the server',
  async () => {
    const archive = readFileSync(join(SHARED, 'charts/external-secrets-2.9.0.tgz'))
    const root = tree({ 'external-secrets-2.9.0.tgz': archive, 'store.yaml': STORE })
    const hardened = await harden(root)
    const { texts } = hardened
    expect(valuesOf(texts, 'values.hardened.yaml')).toMatchObject({ rbac: { serviceAccountTokenCreate: false } })
    expect(valuesOf(texts, 'values.hardened.yaml')).not.toHaveProperty('processSecretStore')
    expect(texts['rbac.yaml']).toMatch(/resourceNames:\n\s+- reader\n/)
    expect(hardened.lesser.map(({ rule }) => rule)).toEqual(['unrestricted-egress'])
    const left = remainingOf(hardened.assessment.findings, hardened.removed, whyInstallKeeps(hardened), 'high')
    expect(left.map(({ rule }) => rule)).toEqual(['cert-controller-reads-all-secrets'])
  },
)

testShared('cert-manager in the set takes over from the cert-controller', async () => {
  const archive = readFileSync(join(SHARED, 'charts/external-secrets-0.9.20.tgz'))
  const manager = `apiVersion: cert-manager.io/v1\nkind: ClusterIssuer\nmetadata: { name: public }\nspec: { acme: {} }\n`
  const { texts, assessment, removed } = await harden(
    tree({ 'external-secrets-0.9.20.tgz': archive, 'cert-manager.yaml': manager }),
  )
  expect(valuesOf(texts, 'values.hardened.yaml')).toMatchObject({
    webhook: { certManager: { enabled: true, cert: { issuerRef: { name: 'external-secrets-webhook' } } } },
  })
  const left = assessment.findings.filter(({ fingerprint }) => !removed.has(fingerprint)).map(({ rule }) => rule)
  expect(left).not.toContain('cert-controller-reads-all-secrets')
  expect(left).not.toContain('webhook-configuration-write-access')
})

import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RULES } from '../../src/rules/index.ts'
import { assess, type RunOptions } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { tarball } from '../tarball.ts'
import { chart, tree, under } from '../tree.ts'

const run = (root: string, options: Partial<RunOptions> = {}) =>
  assess({ root, folder: root, paths: ['.'], helm: HELM, proveFixes: true, ...options })

const fixesOf = async (root: string, options: Partial<RunOptions> = {}) => {
  const { findings, timings, notes, refusedFixes } = await run(root, options)
  expect(Object.keys(timings)).toContain('fixes')
  const fixes = findings.flatMap(({ rule, fix }) => (fix ? [{ rule, ...fix, ...fix.edits[0] }] : []))
  const ofRule = (id: string) => fixes.filter(({ rule }) => rule === id)
  return { fixes, ofRule, notes, findings, refused: refusedFixes ?? [] }
}

const push = (name: string, more = ''): string => `apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: ${name}, namespace: shop }
spec:
  refreshInterval: 1h
  deletionPolicy: Delete # as before
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: ${name} } }${more}
`

const STORE = `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  conditions:
    - namespaces: [shop]
  provider:
    vault: { server: https://vault.example.com, path: kv, auth: { kubernetes: { mountPath: k, role: r } } }
`

test('fields of plain manifests are fixed on their lines, and the tree stays as it was', async () => {
  const text = `${push('a')}---\n${STORE}---\n${push('b')}`
  const root = tree({ 'all.yaml': text })
  const { ofRule } = await fixesOf(root)
  const fixes = [...ofRule('push-secret-deletes-remote'), ...ofRule('ignored-store-conditions')]
  expect(fixes).toMatchObject([
    { rule: 'push-secret-deletes-remote', file: 'all.yaml', startLine: 6, endLine: 6, safety: 'unsafe' },
    { rule: 'push-secret-deletes-remote', file: 'all.yaml', startLine: 24, endLine: 24 },
    { rule: 'ignored-store-conditions', startLine: 14, endLine: 15, replacement: '', safety: 'safe' },
  ])
  expect(fixes[0]?.replacement).toBe('  deletionPolicy: None # as before')
  expect(readFileSync(join(root, 'all.yaml'), 'utf8')).toBe(text)
})

test('a link that names a file of the repository from the root of the file system hinders no fix', async () => {
  const root = tree({ 'all.yaml': push('a'), 'store/vault.yaml': STORE })
  symlinkSync(join(root, 'store/vault.yaml'), join(root, 'linked.yaml'))
  const { fixes } = await fixesOf(root)
  expect(fixes.map(({ rule }) => rule)).toContain('push-secret-deletes-remote')
})

test('a value of a chart of others is fixed where its user sets it, below the name of a dependency', async () => {
  const umbrella = {
    'Chart.yaml': `apiVersion: v2\nname: umbrella\nversion: 1.0.0\ndependencies:\n  - { name: c, version: 1.2.3, alias: eso }\n`,
    'values.yaml': '# ours\neso:\n  rbac:\n    aggregateToEdit: true # for now\n',
  }
  const root = tree(umbrella)
  mkdirSync(join(root, 'charts'))
  await tarball(
    join(root, 'charts'),
    under('c', chart('c', EDIT_ROLE, { 'values.yaml': 'rbac: { aggregateToEdit: true }\n' })),
    'c-1.2.3.tgz',
  )
  const { ofRule } = await fixesOf(root)
  expect(ofRule('developer-can-write-secret-stores')).toMatchObject([
    {
      rule: 'developer-can-write-secret-stores',
      ...{ file: 'values.yaml', startLine: 4, endLine: 4, replacement: '    aggregateToEdit: false # for now' },
    },
  ])
})

test.each([
  [
    'a mapping',
    '      valuesObject:\n        rbac: { aggregateToEdit: true } # for now',
    '        rbac: { aggregateToEdit: false } # for now',
  ],
  ['a text', '      values: |\n        rbac: { aggregateToEdit: true }', undefined],
])('values that stand in an Argo CD Application as %s', async (_, values, replacement) => {
  const application = `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: eso, namespace: argocd }
spec:
  destination: { namespace: eso }
  source:
    path: c
    helm:
${values}
`
  const defaults = { 'values.yaml': 'rbac: { aggregateToEdit: false }\n' }
  const root = tree({ ...under('c', chart('c', EDIT_ROLE, defaults)), 'app.yaml': application })
  const { ofRule, refused } = await fixesOf(root)
  const fixed = replacement === undefined ? [] : [{ file: 'app.yaml', startLine: 10, endLine: 10, replacement }]
  expect(ofRule('developer-can-write-secret-stores')).toMatchObject(fixed)
  if (replacement === undefined) expect(refused.map(({ reason }) => reason)).toContain('the values stand in a text')
})

test('what does not remove the finding, or brings another failure, is not offered; the rest is, one by one', async () => {
  const template = push('from-values').replace('Delete', '{{ .Values.policy }}')
  const schema = JSON.stringify({ properties: { policy: { const: 'Delete' } } })
  const strict = chart('c', template, { 'values.yaml': 'policy: Delete\n', 'values.schema.json': schema })
  // In two files the same object is one finding, which both are changed for.
  const root = tree({ ...under('c', strict), 'a.yaml': push('a'), 'b.yaml': push('twice'), 'c.yaml': push('twice') })
  const { ofRule, findings, refused } = await fixesOf(root)
  expect(findings.filter(({ rule }) => rule === 'push-secret-deletes-remote')).toHaveLength(3)
  expect(ofRule('push-secret-deletes-remote').map(({ edits }) => edits.map(({ file }) => file))).toEqual([
    ['a.yaml'],
    ['b.yaml', 'c.yaml'],
  ])
  expect(refused.map(({ reason }) => reason)).toContainEqual(expect.stringMatching(/^with it something fails: /))
})

test('what shows only when a narrower finding is gone is not new', async () => {
  const rule = RULES.find(({ id }) => id === 'cluster-admin-binding')
  const { ofRule } = await fixesOf(tree({ 'all.yaml': rule?.bad[1] ?? '' }))
  expect(ofRule('cluster-admin-binding')).not.toEqual([])
})

test('a field that a value of the chart prints is fixed there', async () => {
  const template = push('from-values').replace('Delete', '{{ .Values.policy }}')
  const root = tree(chart('c', template, { 'values.yaml': 'policy: "Delete"\n' }))
  expect((await fixesOf(root)).ofRule('push-secret-deletes-remote')).toMatchObject([
    { file: 'values.yaml', startLine: 1, replacement: 'policy: "None"' },
  ])
})

test('a line that may hold a secret is in no fix', async () => {
  const template = push('from-values').replace('Delete', '{{ .Values.vault.policy }}')
  const values = 'vault: { password: hunter2hunter2, policy: Delete }\n'
  const { findings } = await run(tree(chart('c', template, { 'values.yaml': values })))
  expect(findings.map(({ location }) => location?.key)).toContain('vault.policy')
  expect(JSON.stringify(findings)).not.toContain('hunter2')
})

test('nothing is tried for a template, or unless somebody asks', async () => {
  const root = tree(chart('c', push('a')))
  expect((await run(root)).findings.filter(({ fix }) => fix)).toEqual([])
  const { findings, timings } = await run(tree({ 'a.yaml': push('a') }), { proveFixes: false })
  expect(findings.filter(({ fix }) => fix)).toEqual([])
  expect(timings).not.toHaveProperty('fixes')
})

test('an object that should not be there goes with its document, and the reader is told what is different', async () => {
  const binding = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: all-for-eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: vault, namespace: shop }]
`
  const store = STORE.replace('role: r', 'role: r, serviceAccountRef: { name: vault, audiences: [vault] }')
  const root = tree({ 'all.yaml': `${binding}---\n${store}` })
  const { ofRule } = await fixesOf(root)
  expect(ofRule('cluster-admin-binding')).toMatchObject([
    {
      edits: [{ file: 'all.yaml', startLine: 1, endLine: 6, replacement: '' }],
      changed: [{ change: 'removed', kind: 'ClusterRoleBinding', name: 'all-for-eso' }],
      moreChanged: 0,
    },
  ])
})

test('new files are tried beside the others where somebody makes them', async () => {
  const root = tree({ 'eso.yaml': `${OPERATOR}---\n${ALERTS}` })
  const options: Partial<RunOptions> = {
    minSeverity: 'low',
    makeFiles: what => (what === 'alerts' ? [{ file: 'new/alerts.yaml', text: ALERTS.replace('up == 0', SYNC) }] : []),
  }
  const { ofRule, refused } = await fixesOf(root, options)
  expect(ofRule('missing-sync-failure-alert')).toMatchObject([
    { edits: [], generates: ['alerts'], changed: [{ change: 'changed', kind: 'PrometheusRule' }] },
  ])
  expect(refused.map(({ reason }) => reason)).toContain('there is nothing to generate for it')
})

test('what one release wants and another that shares the file cannot bear is refused with the reason', async () => {
  const template = push('from-values').replace('Delete', '{{ .Values.policy }}')
  const schema = JSON.stringify({ properties: { policy: { const: 'Delete' } } })
  const root = tree({
    ...under('one', chart('one', template)),
    ...under('two', chart('two', template.replaceAll('from-values', 'second'), { 'values.schema.json': schema })),
    'shared.yaml': 'policy: Delete\n',
    '.eso-hardener.yaml': `releases:
  - { chart: one, name: one, namespace: shop, values: [shared.yaml] }
  - { chart: two, name: two, namespace: shop, values: [shared.yaml] }
`,
  })
  const { ofRule, refused, findings } = await fixesOf(root)
  expect(findings.filter(({ rule }) => rule === 'push-secret-deletes-remote')).toHaveLength(2)
  expect(ofRule('push-secret-deletes-remote')).toEqual([])
  const reasons = refused.filter(({ reason }) => /^with it something fails: [^\n]*'Delete'$/.test(reason))
  expect(reasons).toHaveLength(2)
})

test('a value that decides about other objects, too, is nothing to take without asking', async () => {
  const pod = OPERATOR.replace('v2.9.0"', 'v2.9.0", securityContext: { allowPrivilegeEscalation: {{ .Values.may }} }')
  const other = pod.replaceAll('name: eso,', 'name: app,').replace('external-secrets:', 'app:')
  const safetyIn = async (template: string) => {
    const root = tree(chart('c', template, { 'values.yaml': 'may: true\n' }))
    const { ofRule } = await fixesOf(root, { release: { namespace: 'eso' } })
    return ofRule('restricted-profile-violation').map(({ replacement, safety }) => `${replacement} ${safety}`)
  }
  expect(await safetyIn(pod)).toEqual(['may: false safe'])
  expect(await safetyIn(`${pod}---\n${other}`)).toEqual(['may: false unsafe'])
})

const OPERATOR = `apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: eso
      containers: [{ name: eso, image: "registry.example.com/external-secrets:v2.9.0" }]
`
const EDIT_ROLE = `{{- if .Values.rbac.aggregateToEdit }}
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata:
  name: edit-stores
  labels:
    rbac.authorization.k8s.io/aggregate-to-edit: "true"
rules:
  - apiGroups: [external-secrets.io]
    resources: [secretstores]
    verbs: [create]
{{- end }}
---
${OPERATOR}`
const ALERTS = `apiVersion: monitoring.coreos.com/v1
kind: PrometheusRule
metadata: { name: alerts, namespace: eso }
spec:
  groups:
    - { name: eso, rules: [{ alert: Down, expr: 'up == 0' }] }
`
const SYNC = 'externalsecret_sync_calls_error'

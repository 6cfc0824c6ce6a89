import { mkdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { assess, type RunOptions } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tarball } from '../tarball.ts'
import { chart, tree, under } from '../tree.ts'

const run = (root: string, options: Partial<RunOptions> = {}) =>
  assess({ root, folder: root, paths: ['.'], helm: HELM, proveFixes: true, ...options })

const fixesOf = async (root: string, options: Partial<RunOptions> = {}) => {
  const { findings, timings, notes, refusedFixes } = await run(root, options)
  expect(Object.keys(timings)).toContain('fixes')
  const fixes = findings.flatMap(({ rule, fix }) => (fix ? [{ rule, ...fix, ...fix.edits[0] }] : []))
  return { fixes, notes, findings, refused: refusedFixes ?? [] }
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
  const { fixes } = await fixesOf(root)
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
  const role = `{{- if .Values.rbac.aggregateToEdit }}
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
`
  const umbrella = {
    'Chart.yaml': `apiVersion: v2\nname: umbrella\nversion: 1.0.0\ndependencies:\n  - { name: c, version: 1.2.3, alias: eso }\n`,
    'values.yaml': '# ours\neso:\n  rbac:\n    aggregateToEdit: true # for now\n',
  }
  const root = tree(umbrella)
  mkdirSync(join(root, 'charts'))
  await tarball(
    join(root, 'charts'),
    under('c', chart('c', role, { 'values.yaml': 'rbac: { aggregateToEdit: true }\n' })),
    'c-1.2.3.tgz',
  )
  const { fixes } = await fixesOf(root)
  expect(fixes).toMatchObject([
    {
      rule: 'developer-can-write-secret-stores',
      ...{ file: 'values.yaml', startLine: 4, endLine: 4, replacement: '    aggregateToEdit: false # for now' },
    },
  ])
})

test('what does not remove the finding, or brings another failure, is not offered; the rest is, one by one', async () => {
  const template = push('from-values').replace('Delete', '{{ .Values.policy }}')
  const schema = JSON.stringify({ properties: { policy: { const: 'Delete' } } })
  const strict = chart('c', template, { 'values.yaml': 'policy: Delete\n', 'values.schema.json': schema })
  // In two files the same object is one finding, which both are changed for.
  const root = tree({ ...under('c', strict), 'a.yaml': push('a'), 'b.yaml': push('twice'), 'c.yaml': push('twice') })
  const { fixes, findings, refused } = await fixesOf(root)
  expect(findings.filter(({ rule }) => rule === 'push-secret-deletes-remote')).toHaveLength(3)
  expect(fixes.map(({ edits }) => edits.map(({ file }) => file))).toEqual([['a.yaml'], ['b.yaml', 'c.yaml']])
  expect(refused.map(({ reason }) => reason)).toEqual([expect.stringMatching(/^with it something fails: /)])
})

test('a field that a value of the chart prints is fixed there', async () => {
  const template = push('from-values').replace('Delete', '{{ .Values.policy }}')
  const root = tree(chart('c', template, { 'values.yaml': 'policy: "Delete"\n' }))
  expect((await fixesOf(root)).fixes).toMatchObject([
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

testShared('the operator chart, with values of its user', async () => {
  const archive = readFileSync(join(SHARED, 'charts/external-secrets-2.9.0.tgz'))
  const root = tree({ 'external-secrets-2.9.0.tgz': archive, 'values.yaml': '# ours\nreplicaCount: 2 # two\n' })
  const { fixes, notes } = await fixesOf(root, { release: { values: ['values.yaml'], namespace: 'eso' } })
  const added = (key: string) => `replicaCount: 2 # two\nrbac:\n  ${key}: false`
  expect(fixes.map(({ startLine, endLine, replacement }) => ({ startLine, endLine, replacement }))).toEqual([
    { startLine: 2, endLine: 2, replacement: added('aggregateToAdmin') },
    { startLine: 2, endLine: 2, replacement: added('aggregateToEdit') },
  ])
  expect(notes.filter(note => note.includes('fix'))).toEqual([])
})

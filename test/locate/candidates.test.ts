import { expect, test } from 'vitest'
import { tarball } from '../tarball.ts'
import { chart, tree, under } from '../tree.ts'
import { placesOf, serverPlaces, store } from './places-of.ts'

/** A template in a package, which cannot be changed, with an own values file. */
async function packaged(template: string, values: string, defaults = ''): Promise<string> {
  const root = tree({
    'values.yaml': values,
    '.eso-hardener.yaml': 'releases:\n  - { chart: stores.tgz, name: stores, values: [values.yaml] }\n',
  })
  await tarball(root, under('stores', chart('stores', template, { 'values.yaml': defaults })), 'stores.tgz')
  return root
}

test('literal text of others is gated by the innermost condition around it', async () => {
  const template = `{{ if .Values.all }}{{ if .Values.store.create }}${store('http://vault')}{{ end }}{{ end }}`
  expect(await serverPlaces(await packaged(template, 'all: true\nstore:\n  create: true\n'))).toEqual([
    'values.yaml:3 gated-by store.create',
  ])
  expect(await serverPlaces(await packaged(template, 'all: true\n', 'store: { create: true }\n'))).toEqual([
    'values.yaml:1 gated-by all',
  ])
})

test('the branches of an if', async () => {
  const chain = '{{ if .Values.isSafe }}https://vault{{ else if .Values.name }}http://{{ "vault" }}{{ else }}x{{ end }}'
  expect(await serverPlaces(await packaged(store(chain), 'isSafe: false\nname: x\n'))).toEqual([
    'values.yaml:2 gated-by name',
  ])
  const other = store('{{ if .Values.isSafe }}https://vault{{ else }}http://vault{{ end }}')
  expect(await serverPlaces(await packaged(other, 'isSafe: false\n'))).toEqual(['values.yaml:1 gated-by isSafe'])
})

test('what with and range are about', async () => {
  const withValue = `{{ with .Values.vault }}${store('http://vault')}{{ end }}`
  expect(await serverPlaces(await packaged(withValue, 'vault:\n  role: a\n'))).toEqual(['values.yaml:1 gated-by vault'])
  const each = `{{ range $i, $_ := .Values.names }}\n---\n${store('http://vault', 'v{{ $i }}')}{{ end }}`
  expect(await serverPlaces(await packaged(each, 'x: 1\nnames:\n  - a\n  - b\n'))).toEqual([
    'values.yaml:2 gated-by names',
    'values.yaml:2 gated-by names',
  ])
})

const role = (kind: string): string => `
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: reader }
rules:
  - { apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get] }
  - { apiGroups: [""], resources: [secrets], verbs: [list] }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: reader }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: reader }
subjects:
  - { kind: ServiceAccount, name: reader, namespace: tools }
`

test('what makes an object another one counts more than what makes it be there', async () => {
  const kind = '{{ if .Values.isScoped }}Role{{ else }}ClusterRole{{ end }}'
  const template = `{{ if .Values.rbac.create }}${role(kind)}{{ end }}`
  const root = await packaged(template, 'rbac:\n  create: true\nisScoped: false\n')
  expect(await placesOf('cluster-wide-secret-access', root)).toEqual(['values.yaml:3 gated-by isScoped'])
})

const UNRESTRICTED = 'unrestricted-cluster-store'
const clusterStore = (conditions: string): string =>
  store('https://vault').replace('SecretStore', 'ClusterSecretStore').replace('spec:', `spec:${conditions}`)

test('a null stands on the key that would fill it', async () => {
  const branch = clusterStore('\n  conditions:\n{{- with .Values.conditions }}\n{{ toYaml . | indent 4 }}\n{{- end }}')
  expect(await placesOf(UNRESTRICTED, await packaged(branch, 'name: x\nconditions: []\n'))).toEqual([
    'values.yaml:2 set-by conditions',
  ])
  const value = clusterStore('\n  conditions: {{ .Values.conditions }}')
  expect(await placesOf(UNRESTRICTED, await packaged(value, 'name: x\nconditions:\n'))).toEqual([
    'values.yaml:2 set-by conditions',
  ])
  expect(await placesOf(UNRESTRICTED, await packaged(value, 'name: x\n'))).toEqual(['values.yaml set-by +conditions'])
  expect(await placesOf(UNRESTRICTED, chart('shop', clusterStore('\n  conditions:\n')))).toEqual([
    'templates/all.yaml:6 set-by',
  ])
})

test('a key that is not there stands on what would print it', async () => {
  const branch = clusterStore('{{ with .Values.conditions }}\n  conditions: {{ toYaml . | nindent 4 }}\n{{- end }}')
  expect(await placesOf(UNRESTRICTED, await packaged(branch, 'name: x\nconditions: []\n'))).toEqual([
    'values.yaml:2 gated-by conditions',
  ])
  expect(await placesOf(UNRESTRICTED, await packaged(branch, 'name: x\n'))).toEqual([
    'values.yaml gated-by +conditions',
  ])
  const head = store('').split('spec:')[0]?.replace('SecretStore', 'ClusterSecretStore')
  const whole = `${head}spec: {{ toYaml .Values.store | nindent 2 }}\n`
  const values = 'store:\n  provider:\n    vault: { server: "https://vault", auth: {} }\n'
  expect(await placesOf(UNRESTRICTED, await packaged(whole, values))).toEqual([
    'values.yaml:1 set-by +store.conditions',
  ])
})

test('a key that decides nothing about the node is none', async () => {
  const template = `{{ if or .Values.always .Values.sometimes }}${store('http://vault')}{{ end }}`
  expect(await serverPlaces(await packaged(template, 'sometimes: true\nalways: true\n'))).toEqual(['stores.tgz'])
})

test('a key that cannot be tried is worth less than one that proves to decide', async () => {
  const guard = '{{ if not .Values.host }}{{ fail "host!" }}{{ end }}'
  const gated = `${guard}{{ if and .Values.host .Values.create }}${store('http://vault')}{{ end }}`
  expect(await serverPlaces(await packaged(gated, 'host: x\ncreate: true\n'))).toEqual([
    'values.yaml:2 gated-by create',
  ])
  const only = `{{ if ne .Values.host "vault" }}{{ fail "host!" }}{{ end }}${store('http://{{ .Values.host }}')}`
  expect(await serverPlaces(await packaged(only, 'name: x\nhost: vault\n'))).toEqual(['values.yaml:2 probably host'])
})

test('a key whose change fails in another template is only probable', async () => {
  const guard = '{{ if not .Values.create }}{{ fail "create!" }}{{ end }}'
  const root = tree({
    'values.yaml': 'name: x\ncreate: true\n',
    '.eso-hardener.yaml': 'releases:\n  - { chart: stores.tgz, name: stores, values: [values.yaml] }\n',
  })
  const template = `{{ if .Values.create }}${store('http://vault')}{{ end }}`
  await tarball(root, under('stores', chart('stores', template, { 'templates/guard.yaml': guard })), 'stores.tgz')
  expect(await serverPlaces(root)).toEqual(['values.yaml:2 probably create'])
})

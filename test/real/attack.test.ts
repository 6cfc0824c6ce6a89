import { join } from 'node:path'
import { expect } from 'vitest'
import type { LocatedPath } from '../../src/locate/paths.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

const CHART = join(SHARED, 'charts/external-secrets-2.9.0.tgz')

const ADMIN = `
apiVersion: v1
kind: ServiceAccount
metadata: { name: runner, namespace: ci }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: runner }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: runner, namespace: ci }]
`

async function pathsWith(values: string, manifests = ''): Promise<readonly LocatedPath[]> {
  const root = tree({ 'values.yaml': values, 'more.yaml': manifests })
  const release = { values: ['values.yaml'], namespace: 'eso', name: 'eso' }
  return (await assess({ root, folder: root, paths: [CHART, 'more.yaml'], helm: HELM, release })).attack.paths
}

const told = (paths: readonly LocatedPath[]): string[] =>
  paths.map(({ severity, question, title }) => `${severity} ${question}: ${title}`)

testShared('the default chart: its components, and everyone with edit or admin', async () => {
  expect(told(await pathsWith(''))).toEqual([
    expect.stringMatching(
      /^critical operator-token-sent: everyone with the built-in role edit or admin can make the operator send its own token, .* which can read every Secret of the cluster/,
    ),
    expect.stringMatching(/^high secrets-everywhere: whoever takes over the operator's cert-controller /),
    expect.stringMatching(/^high secrets-everywhere: whoever takes over the operator's controller /),
    expect.stringMatching(/^medium push: everyone with the built-in role edit or admin can push every Secret /),
  ])
})

testShared('its token reaches cluster-admin through a ServiceAccount of the set, until it may make none', async () => {
  const reach = (paths: readonly LocatedPath[]) => paths.filter(({ question }) => question === 'operator-reach')
  const [path, ...others] = reach(await pathsWith('', ADMIN))
  expect(others).toEqual([])
  expect(path?.title).toMatch(/can become ServiceAccount ci\/runner by a token, which can do anything in the cluster$/)
  expect(path?.steps.map(({ object, location }) => `${object?.kind} ${location?.file.split('/').at(-1)}`)).toEqual([
    'Deployment external-secrets-2.9.0.tgz',
    'ClusterRoleBinding external-secrets-2.9.0.tgz',
    'ClusterRole external-secrets-2.9.0.tgz',
    'ServiceAccount more.yaml',
    'ClusterRoleBinding more.yaml',
    'undefined undefined',
  ])
  expect(reach(await pathsWith('rbac: { serviceAccountTokenCreate: false }', ADMIN))).toEqual([])
})

testShared('hardened values close all of it', async () => {
  const values = `
scopedRBAC: true
scopedNamespace: shop
webhook: { certManager: { enabled: true } }
rbac: { aggregateToEdit: false, aggregateToAdmin: false }
`
  expect(told(await pathsWith(values))).toEqual([])
})

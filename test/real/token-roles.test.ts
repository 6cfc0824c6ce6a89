import { join } from 'node:path'
import { expect } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { gather } from '../../src/gather.ts'
import { generateAll } from '../../src/generate/generate.ts'
import { rbac } from '../../src/generate/rbac/rbac.ts'
import { stopwatch } from '../../src/io/stopwatch.ts'
import { assess } from '../../src/run.ts'
import { CHOICE } from '../generate/choice.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

const CHART = join(SHARED, 'charts/external-secrets-2.9.0.tgz')
const STORE = `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { mountPath: kubernetes, role: shop, serviceAccountRef: { name: vault-client } } }
`

testShared('with the token roles the chart needs no right to make tokens of its own', async () => {
  const files = { 'store.yaml': STORE, 'values.yaml': 'rbac: { serviceAccountTokenCreate: false }' }
  const release = { values: ['values.yaml'], namespace: 'eso' }
  const root = tree(files)
  const options = { root, folder: root, paths: [CHART, 'store.yaml'], helm: HELM, release }
  const { worlds } = await gather(options, await loadConfig(root, undefined), stopwatch())
  const [made] = generateAll(
    [rbac],
    worlds.map(({ world }) => world),
    CHOICE,
    id => id,
  ).files
  const ids = async (more: Readonly<Record<string, string>>, paths: readonly string[]) => {
    const folder = tree({ ...files, ...more })
    const { findings } = await assess({ ...options, root: folder, folder, paths })
    return findings.map(({ rule }) => rule)
  }
  const before = await ids({}, options.paths)
  expect(before).toContain('missing-token-permission')
  const after = await ids({ 'rbac.yaml': made?.text ?? '' }, [...options.paths, 'rbac.yaml'])
  expect(after).not.toContain('missing-token-permission')
  expect(after).not.toContain('unrestricted-token-creation')
})

import { join } from 'node:path'
import { expect } from 'vitest'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

const STORE = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  secretRef: { namespace: eso }
  provider:
    vault: { server: https://vault.example.com, path: secret }
`

/** What three rules say of a store beside the operator's chart of a version. */
async function said(version: string, values = ''): Promise<string[]> {
  const root = tree({ 'values.yaml': values, 'stores/vault.yaml': STORE })
  const chart = join(SHARED, `charts/external-secrets-${version}.tgz`)
  const release = { values: ['values.yaml'], namespace: 'external-secrets' }
  const { findings } = await assess({ root, folder: root, paths: [chart, 'stores'], helm: HELM, release })
  const ids = ['deprecated-api-version', 'invalid-manifest', 'unsafe-v1beta1-served']
  return findings
    .filter(({ rule }) => ids.includes(rule))
    .map(({ rule, location, message }) => `${rule} ${location?.startLine ?? ''} ${message}`)
    .sort()
}

for (const version of ['2.4.1', '2.9.0'])
  testShared(`the chart's own CRDs judge: ${version}`, async () => {
    const by = new RegExp(`^invalid-manifest 5 .*\\(judged by the CRD of ESO ${version} in the set\\)$`)
    expect(await said(version)).toEqual([expect.stringMatching(by)])
  })

testShared('without CRDs in the set the embedded ones judge', async () => {
  expect(await said('2.4.1', 'installCRDs: false')).toEqual([
    expect.stringMatching(/^invalid-manifest 5 .*\(judged by the CRD of ESO 2\.9\.0, as none is in the set\)$/),
  ])
})

testShared('an operator without v1', async () => {
  expect(await said('0.10.7')).toEqual([expect.stringMatching(/^deprecated-api-version 1 .*serves v1alpha1, v1beta1$/)])
  expect(await said('0.10.7', 'installCRDs: false')).toEqual([
    expect.stringMatching(/^deprecated-api-version 1 .* before ESO 0\.16\.0, and ESO 0\.10\.7 runs here$/),
    expect.stringMatching(/^invalid-manifest 5 /),
  ])
})

testShared('crds.unsafeServeV1Beta1', async () => {
  const unsafe = (await said('2.9.0', 'crds: { unsafeServeV1Beta1: true }')).filter(line => line.startsWith('unsafe'))
  expect(unsafe).toHaveLength(4)
})

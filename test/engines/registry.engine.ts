import { describe, expect, test } from 'vitest'
import { assess, type RunOptions } from '../../src/run.ts'
import { HELM, HELMS } from '../helm.ts'
import { tree } from '../tree.ts'
import { isMissing, type Registry, startRegistry } from './registry.ts'

const STORE = 'apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a }\nspec: {}\n'
const ANN = { user: 'ann', password: 'long-password' }
const NOBODY = `sha256:${'0'.repeat(64)}`

const chart = (version: string) => ({
  'Chart.yaml': `apiVersion: v2\nname: demo\nversion: ${version}\n`,
  'templates/a.yaml': STORE,
})

async function filled(account?: typeof ANN) {
  const registry = await startRegistry(account)
  const digests = []
  for (const version of ['1.2.3', '1.3.0', '2.0.0-rc.1']) digests.push(await registry.push(chart(version)))
  const [oldest = ''] = digests
  return { registry, oldest }
}

/** A Flux HelmRelease of the chart; `chartRef` is on line 5. */
const flux = ({ address }: Registry, ref: string) => `apiVersion: helm.toolkit.fluxcd.io/v2
kind: HelmRelease
metadata: { name: demo, namespace: shop }
spec:
  chartRef: { kind: OCIRepository, name: demo }
---
apiVersion: source.toolkit.fluxcd.io/v1
kind: OCIRepository
metadata: { name: demo, namespace: shop }
spec: { url: 'oci://${address}/charts/demo'${ref} }
`

/** An Argo CD Application of the chart. */
const argo = ({ address }: Registry, version: string) => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: demo }
spec:
  source: { chart: demo, repoURL: '${address}/charts', targetRevision: '${version}' }
  destination: { namespace: shop }
`

const check = (text: string, more: Partial<RunOptions> = {}) => {
  const root = tree({ 'app.yaml': text })
  return assess({ root, folder: root, paths: ['.'], helm: HELM, fetchDependencies: true, ...more })
}

describe.skipIf(isMissing).each(HELMS)('a registry, asked by helm $minor', ({ path: helm }) => {
  test('versions, ranges, tags and digests mean what they mean to the tools', async () => {
    const { registry, oldest } = await filled()
    for (const [text, version] of [
      [argo(registry, '1.x'), '1.3.0'],
      [argo(registry, '*'), '1.3.0'],
      [argo(registry, '>=1.0.0-0'), '2.0.0-rc.1'],
      [flux(registry, ", ref: { semver: '~1.2' }"), '1.2.3'],
      [flux(registry, ", ref: { tag: 1.3.0, semver: '1.2.x' }"), '1.2.3'],
      [flux(registry, ', ref: { tag: 1.3.0 }'), '1.3.0'],
      [flux(registry, `, ref: { tag: 1.3.0, digest: '${oldest}' }`), '1.2.3'],
    ] as const) {
      const { failures, releases } = await check(text, { helm })
      expect(failures, text).toEqual([])
      expect(releases, text).toMatchObject([{ name: 'demo', version, manifests: 1 }])
    }
  })

  test('what it does not have is a failure on the line that asks for it', async () => {
    const { registry } = await filled()
    for (const [text, words] of [
      [argo(registry, '9.x'), 'ould not locate a version matching provided version string 9.x'],
      [flux(registry, `, ref: { digest: '${NOBODY}' }`), `demo@${NOBODY}: not found`],
      [flux(registry, ''), 'improper constraint: latest; helm takes a tag only where it is a version'],
    ] as const) {
      const { conclusion, failures } = await check(text, { helm })
      expect(conclusion).toBe('incomplete')
      const location = { file: 'app.yaml', startLine: 5 }
      expect(failures).toMatchObject([{ message: expect.stringContaining(words), location }])
    }
  })

  test('who may not read is told how to sign in, and a file of credentials lets helm in', async () => {
    const { registry } = await filled(ANN)
    const text = argo(registry, '1.x')
    const wrong = registry.credentials({ ...ANN, password: 'wrong-password' })
    for (const registryConfig of [undefined, wrong]) {
      const refused = await check(text, { helm, registryConfig })
      expect(refused.conclusion).toBe('incomplete')
      expect(refused.failures).toMatchObject([{ message: expect.stringContaining('; --registry-config FILE names') }])
      expect(JSON.stringify(refused)).not.toMatch(/(?:wrong|long)-password/)
    }
    const { failures, releases } = await check(text, { helm, registryConfig: registry.credentials(ANN) })
    expect(failures).toEqual([])
    expect(releases).toMatchObject([{ name: 'demo', version: '1.3.0', manifests: 1 }])
  })

  test('what is not what its digest says is a failure', async () => {
    const registry = await startRegistry(undefined, { isDamaged: true })
    await registry.push(chart('1.2.3'))
    const { failures, releases } = await check(argo(registry, '1.2.3'), { helm })
    expect(failures).toMatchObject([
      { message: expect.stringMatching(/could not be fetched: .*(?:digest|verification)/) },
    ])
    expect(releases).toMatchObject([{ manifests: 0 }])
  })

  test('a dependency of a private registry is fetched with the credentials alone', async () => {
    const { registry } = await filled(ANN)
    const dependency = `{ name: demo, version: 1.x, repository: 'oci://${registry.address}/charts' }`
    const root = tree({
      'Chart.yaml': `apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - ${dependency}\n`,
    })
    const run = (registryConfig?: string) =>
      assess({ root, folder: root, paths: ['.'], helm, fetchDependencies: true, registryConfig })
    const refused = await run()
    expect(refused.conclusion).toBe('incomplete')
    const location = { file: 'Chart.yaml', startLine: 5 }
    expect(refused.failures).toMatchObject([{ message: expect.stringContaining('; --registry-config FILE'), location }])
    const { failures, releases } = await run(registry.credentials(ANN))
    expect(failures).toEqual([])
    expect(releases).toMatchObject([{ name: 'shop', manifests: 1 }])
  })

  test('a credential of another host is not sent', async () => {
    const { registry } = await filled(ANN)
    const other = await startRegistry()
    const { failures } = await check(argo(registry, '1.x'), { helm, registryConfig: other.credentials(ANN) })
    expect(failures).toMatchObject([{ message: expect.stringContaining('basic credential not found') }])
  })
})

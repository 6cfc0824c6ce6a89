import { expect, test } from 'vitest'
import { type Assessment, countBySeverity, placeText } from '../src/report/report.ts'
import { assess } from '../src/run.ts'
import { HELM } from './helm.ts'

const check = (path: string): Promise<Assessment> =>
  assess({ root: process.cwd(), folder: process.cwd(), paths: [path], helm: HELM })

const ruleIds = ({ findings }: Assessment): string[] => [...new Set(findings.map(({ rule }) => rule))].sort()

test('fixtures/demo: every fault that was put there, and nothing else', async () => {
  const assessment = await check('fixtures/demo')
  expect(assessment.failures).toEqual([])
  expect(ruleIds(assessment)).toEqual([
    'admission-webhook-fails-open',
    'cert-controller-reads-all-secrets',
    'cluster-wide-secret-access',
    'cross-namespace-reference',
    'developer-can-write-generators',
    'developer-can-write-push-secrets',
    'developer-can-write-secret-stores',
    'eso-without-network-policy',
    'missing-admission-policy',
    'missing-resource-limits',
    'mutable-image',
    'namespace-without-pod-security',
    'namespace-write-access',
    'push-secret-deletes-remote',
    'static-provider-credentials',
    'unmonitored-operator',
    'unprotected-metrics',
    'unrestricted-cluster-store',
    'unrestricted-token-creation',
  ])
  expect(assessment.conclusion).toBe('failure')
})

test('fixtures/demo: the application without faults and the file with placeholders are silent', async () => {
  const { findings } = await check('fixtures/demo')
  // That a ClusterSecretStore names the namespace of its credential is listed for the audit, not blamed.
  const places = findings.filter(({ rule }) => rule !== 'cross-namespace-reference').map(placeText)
  expect(places.filter(place => place.startsWith('fixtures/demo/apps/web/'))).toEqual([])
  expect(places.filter(place => place.includes('per-cluster.yaml'))).toEqual([])
})

test('fixtures/demo: the finding on a plain manifest stands on its line', async () => {
  const { findings } = await check('fixtures/demo')
  const store = findings.find(({ rule }) => rule === 'unrestricted-cluster-store')
  expect(store?.location).toMatchObject({ file: 'fixtures/demo/platform/stores.yaml', via: 'manifest' })
  expect(store?.frame.find(({ marked }) => marked)?.text).toMatch(/^spec:/)
})

test('fixtures/hardened: only what lies outside the operator’s chart is left', async () => {
  const assessment = await check('fixtures/hardened')
  expect(assessment.failures).toEqual([])
  expect(ruleIds(assessment)).toEqual(['missing-admission-policy', 'unmonitored-operator'])
  expect(countBySeverity(assessment.findings)).toMatchObject({ critical: 0, high: 0 })
  expect(assessment.inventory.installs).toHaveLength(1)
  expect(assessment.conclusion).toBe('success')
})

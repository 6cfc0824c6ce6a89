import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { type Assessment, countBySeverity } from '../../src/report/report.ts'
import { assess } from '../../src/run.ts'
import { HELMS } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

const CHARTS = join(SHARED, 'charts')
const packages = existsSync(CHARTS) ? readdirSync(CHARTS).filter(name => name.endsWith('.tgz')) : ['(none)']
const NEWEST = join(CHARTS, 'external-secrets-2.9.0.tgz')

const check = (chart: string, helm: string, values = ''): Promise<Assessment> => {
  const root = tree({ 'values.yaml': values })
  return assess({
    root,
    folder: root,
    paths: [chart],
    helm,
    release: { values: ['values.yaml'], namespace: 'external-secrets' },
  })
}

const ruleIds = ({ findings }: Assessment): string[] => [...new Set(findings.map(({ rule }) => rule))].sort()

/** Hygiene that every install with the chart's defaults lacks. */
const LAYERS_MISSING = [
  'fragile-admission-webhook',
  'missing-admission-policy',
  'missing-resource-limits',
  'mutable-image',
  'unmonitored-operator',
  'unprotected-metrics',
]

const PERMISSION_FAULTS = [
  'cert-controller-reads-all-secrets',
  'cluster-wide-secret-access',
  'developer-can-write-push-secrets',
  'developer-can-write-secret-stores',
  'unrestricted-token-creation',
]

describe.each(HELMS)('helm $minor', ({ path: helm }) => {
  for (const name of packages)
    testShared(`${name} is one install with its permission faults`, async () => {
      const assessment = await check(join(CHARTS, name), helm)
      expect(assessment.failures).toEqual([])
      const version = /-(\d.*)\.tgz$/.exec(name)?.[1]
      expect(assessment.inventory.installs).toEqual([
        {
          namespace: 'external-secrets',
          release: 'external-secrets',
          version,
          components: ['cert-controller', 'controller', 'webhook'],
        },
      ])
      expect(ruleIds(assessment)).toEqual(
        expect.arrayContaining([...PERMISSION_FAULTS, 'eso-without-network-policy', 'mutable-image']),
      )
    })

  testShared('the default install of 2.9.0: its known faults and no others', async () => {
    const assessment = await check(NEWEST, helm)
    const permissions = [...PERMISSION_FAULTS, 'developer-can-write-generators', 'namespace-write-access']
    expect(ruleIds(assessment)).toEqual([...permissions, ...LAYERS_MISSING, 'eso-without-network-policy'].sort())
    expect(assessment.conclusion).toBe('failure')
    expect(countBySeverity(assessment.findings)).toMatchObject({ critical: 0, high: 11, medium: 9, low: 11 })
    expect(assessment.threats.find(({ id }) => id === 'TM1')?.status).toBe('exposed')
  })

  testShared('every knob turned: no permission is left, only layers that the chart does not make', async () => {
    const assessment = await check(NEWEST, helm, HARDENED)
    expect(assessment.failures).toEqual([])
    // The chart's own policies name no addresses and no peers.
    expect(ruleIds(assessment)).toEqual([...LAYERS_MISSING, 'unrestricted-egress', 'unrestricted-ingress'].sort())
    expect(assessment.conclusion).toBe('success')
  })

  // One knob at a time: each takes away its own fault and no other.
  const knobs: [string, string, string][] = [
    ['rbac: { serviceAccountTokenCreate: false }', 'unrestricted-token-creation', ''],
    [
      'rbac: { aggregateToEdit: false, aggregateToAdmin: false, aggregateToView: false }',
      'developer-can-write-secret-stores',
      'developer-can-write-push-secrets',
    ],
    ['webhook: { certManager: { enabled: true } }', 'cert-controller-reads-all-secrets', ''],
    ['scopedRBAC: true', 'cluster-wide-secret-access', ''],
  ]
  for (const [values, ...gone] of knobs)
    testShared(`${values} takes away ${gone.filter(Boolean).join(' and ')}`, async () => {
      const [before, after] = [ruleIds(await check(NEWEST, helm)), ruleIds(await check(NEWEST, helm, values))]
      for (const id of gone.filter(Boolean)) {
        expect(before).toContain(id)
        expect(after).not.toContain(id)
      }
    })

  testShared('webhook.failurePolicy Ignore, and no webhook at all, let invalid stores in', async () => {
    expect(ruleIds(await check(NEWEST, helm, 'webhook: { failurePolicy: Ignore }'))).toContain(
      'admission-webhook-fails-open',
    )
    expect(ruleIds(await check(NEWEST, helm, 'webhook: { create: false }'))).toContain('admission-webhook-fails-open')
  })

  testShared('old versions are reported with their advisories, the newest without', async () => {
    const old = await check(join(CHARTS, 'external-secrets-0.9.20.tgz'), helm)
    const advisories = old.findings.filter(({ rule }) => rule === 'vulnerable-eso-version')
    expect(advisories.map(({ message }) => /CVE-\d+-\d+/.exec(message)?.[0])).toContain('CVE-2024-45041')
  })
})

const HARDENED = `
scopedRBAC: true
scopedNamespace: team-a
processClusterStore: false
rbac: { serviceAccountTokenCreate: false, aggregateToView: false, aggregateToEdit: false, aggregateToAdmin: false }
networkPolicy: &policy
  enabled: true
  egress: [{ ports: [{ port: 53, protocol: UDP }, { port: 6443, protocol: TCP }] }]
webhook:
  certManager: { enabled: true }
  networkPolicy: *policy
certController:
  networkPolicy: *policy
`

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import type { Finding } from '../../src/finding.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

/** What the operator's chart of a version is changed by, with values of its user that say something else. */
async function fixesOf(version: string, files: Record<string, string>): Promise<string[]> {
  const archive = readFileSync(join(SHARED, `charts/external-secrets-${version}.tgz`))
  const root = tree({
    [`external-secrets-${version}.tgz`]: archive,
    'values.yaml': '# ours\nreplicaCount: 2 # two\n',
    ...files,
  })
  const { findings, notes } = await assess({
    ...{ root, folder: root, paths: ['.'], helm: HELM, proveFixes: true },
    release: { values: ['values.yaml'], namespace: 'eso' },
  })
  expect(notes.filter(note => note.includes('fix'))).toEqual([])
  return findings.flatMap(finding => fixText(finding) ?? []).sort()
}

/** `rule, safe: scopedRBAC, scopedNamespace`. */
function fixText({ rule, fix, offer }: Finding): string | undefined {
  const values = offer?.changes.flatMap(change => (change.kind === 'value' ? change.key.join('.') : []))
  return fix && `${rule}, ${fix.safety}: ${values?.join(', ')}`
}

const BOTH = ['developer-can-write-generators', 'developer-can-write-push-secrets', 'developer-can-write-secret-stores']
const ALWAYS = [
  'fragile-admission-webhook, safe: leaderElect',
  'fragile-admission-webhook, safe: webhook.replicaCount',
  'unmonitored-operator, unsafe: serviceMonitor.enabled',
]
const SWITCHES = 'processClusterExternalSecret, crds.createClusterExternalSecret'

/** By version of the chart: what it has a knob for that removes a finding and brings none. */
const PROVEN: Readonly<Record<string, readonly string[]>> = {
  '0.9.20': ALWAYS,
  '0.20.4': [
    ...ALWAYS,
    ...BOTH.map(rule => `${rule}, unsafe: rbac.aggregateToEdit`),
    `namespace-write-access, unsafe: ${SWITCHES}`,
  ],
  '2.9.0': [
    ...ALWAYS,
    ...BOTH.flatMap(rule => [`${rule}, unsafe: rbac.aggregateToAdmin`, `${rule}, unsafe: rbac.aggregateToEdit`]),
    `namespace-write-access, unsafe: ${SWITCHES}`,
    'unrestricted-token-creation, unsafe: rbac.serviceAccountTokenCreate',
  ],
}

for (const [version, proven] of Object.entries(PROVEN))
  testShared(`the operator chart ${version}: the knobs that prove right`, async () =>
    expect(await fixesOf(version, {})).toEqual(proven.toSorted()),
  )

const TEAM = `apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  refreshInterval: 1h
  secretStoreRef: { name: vault }
  target: { creationPolicy: Owner }
  dataFrom: [{ extract: { key: shop/db } }]
`
const ISSUER = `apiVersion: cert-manager.io/v1
kind: ClusterIssuer
metadata: { name: internal }
spec:
  ca: { secretName: internal-ca }
`

testShared('where all is in one namespace, and cert-manager is there, the operator may do less', async () => {
  const fixes = await fixesOf('2.9.0', { 'team.yaml': TEAM, 'issuer.yaml': ISSUER })
  expect(fixes.filter(text => /^cert-controller|^cluster-wide/.test(text))).toEqual([
    'cert-controller-reads-all-secrets, unsafe: webhook.certManager.enabled, webhook.certManager.cert.issuerRef.kind, webhook.certManager.cert.issuerRef.name',
    'cluster-wide-secret-access, unsafe: scopedRBAC, scopedNamespace, rbac.aggregateToView, rbac.aggregateToEdit, rbac.aggregateToAdmin',
  ])
})

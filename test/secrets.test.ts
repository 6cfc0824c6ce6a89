import { expect, test } from 'vitest'
import { annotations } from '../src/report/annotations.ts'
import { renderReport } from '../src/report/formats.ts'
import { jobSummary } from '../src/report/job-summary.ts'
import { assess } from '../src/run.ts'
import { HELM } from './helm.ts'
import { chart, tree, under } from './tree.ts'

/** Planted where a Secret's value can stand next to what is reported; none of it may be in any channel. */
const PLANTED = 'sesame-4711'

const STORE = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault:
      server: https://user:${PLANTED}@vault.example.com
      headers: { X-Token: ${PLANTED} }
      auth: { tokenSecretRef: { name: vault, namespace: eso, key: token } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: fake }
spec: { provider: { fake: { data: [{ key: a, value: ${PLANTED} }] } } }
---
apiVersion: v1
kind: Secret
metadata: { name: vault, namespace: eso, annotations: { kubectl.kubernetes.io/last-applied-configuration: '{"data":"${PLANTED}"}' } }
stringData:
  token: ${PLANTED}
  # was ${PLANTED}
  config: |
    password = ${PLANTED}
`
const CONTROLLER = `apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      containers:
        - name: c
          image: registry.example.com/external-secrets:main
          args: [--token=${PLANTED}]
          env: [{ name: VAULT_PASSWORD, value: ${PLANTED} }]
`
const FAILING = chart('failing', `{{ fail (printf "cannot use %s" .Values.password) }}`, {
  'values.yaml': `password: ${PLANTED}\n`,
})
const BROKEN = `apiVersion: v1\nkind: Secret\nmetadata: { name: s }\nstringData:\n  a: "${PLANTED}\n  b: *${PLANTED}\n`

test('a planted secret is in no channel', async () => {
  const root = tree({
    ...under('failing', FAILING),
    ...under('app', chart('app', `${STORE}---\n${CONTROLLER}`)),
    'plain/store.yaml': STORE,
    'plain/controller.yaml': CONTROLLER,
    'plain/broken.yaml': BROKEN,
  })
  const assessment = await assess({ root, folder: root, paths: ['.'], helm: HELM, minSeverity: 'info' })
  expect(assessment.findings.length).toBeGreaterThan(5)
  expect(assessment.failures.length).toBeGreaterThan(1)
  const channels = {
    text: await renderReport('text', assessment, { width: 100, colour: true }),
    json: await renderReport('json', assessment),
    sarif: await renderReport('sarif', assessment),
    html: await renderReport('html', assessment),
    annotations: JSON.stringify(annotations(assessment)),
    summary: jobSummary(assessment, {}),
    everything: JSON.stringify(assessment),
  }
  for (const [channel, output] of Object.entries(channels)) expect(output.includes(PLANTED), channel).toBe(false)
})

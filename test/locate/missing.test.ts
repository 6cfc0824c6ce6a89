import { expect, test } from 'vitest'
import { chart, under } from '../tree.ts'
import { placesOf } from './places-of.ts'

const POLICY = `---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: eso }
spec:
  podSelector: { matchLabels: { app: external-secrets } }
  policyTypes: [Ingress, Egress]
`
const operator = (more: string, containers = '') => `apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets }
spec:
  selector: { matchLabels: { app: external-secrets } }
  template:
    metadata:
      labels: { app: external-secrets }
    spec:
      containers:
        - name: controller
          image: ghcr.io/external-secrets/external-secrets:v2.9.0
${containers}${more}`

/** The operator's chart with a values file: who keeps it so changes the values. */
const release = (template: string, values: string) => ({
  ...under('eso', chart('external-secrets', template, { 'values.yaml': 'networkPolicy: { enabled: false }\n' })),
  'values.yaml': values,
  '.eso-hardener.yaml': 'releases:\n  - { chart: eso, name: eso, values: [values.yaml] }\n',
})

const policies = (template: string, values: string): Promise<string[]> =>
  placesOf('eso-without-network-policy', release(template, values)).then(places => [...new Set(places)])

test('an object that is not rendered stands on the key that makes it appear', async () => {
  const template = operator(`{{ if .Values.networkPolicy.enabled }}\n${POLICY}{{ end }}`)
  expect(await policies(template, 'replicas: 1\nnetworkPolicy:\n  enabled: false\n')).toEqual([
    'values.yaml:3 gated-by networkPolicy.enabled',
  ])
  expect(await policies(template, 'networkPolicy:\n  egress: []\n')).toEqual([
    'values.yaml:1 gated-by +networkPolicy.enabled',
  ])
  expect(await policies(template, 'replicas: 1\n')).toEqual(['values.yaml gated-by +networkPolicy.enabled'])
})

test('an object for other pods is none', async () => {
  const other = POLICY.replace('matchLabels: { app: external-secrets }', 'matchLabels: { app: other }')
  const template = operator(`{{ if .Values.networkPolicy.enabled }}\n${other}{{ end }}`)
  expect(await policies(template, 'networkPolicy:\n  enabled: false\n')).toEqual(['eso/templates/all.yaml:9 set-by'])
})

test('a key that is not rendered stands on the leaf that would be added, or on what opens its branch', async () => {
  const limits = (template: string, values: string) => placesOf('missing-resource-limits', release(template, values))
  const branch =
    '          {{- with .Values.resources }}\n          resources: {{ toYaml . | nindent 12 }}\n          {{- end }}\n'
  expect(await limits(operator('', branch), 'resources: {}\n')).toEqual(['values.yaml:1 set-by +resources.limits'])
  expect(await limits(operator('', branch), 'resources:\n  requests: { memory: 1Mi }\n')).toEqual([
    'values.yaml:1 set-by +resources.limits',
  ])
  const fixed = branch.replace('{{ toYaml . | nindent 12 }}', '{ limits: { memory: 64Mi } }')
  expect(await limits(operator('', fixed.replace('with', 'if')), 'resources: false\n')).toEqual([
    'values.yaml:1 gated-by resources',
  ])
})

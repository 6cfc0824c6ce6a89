import { expect, test } from 'vitest'
import { chart, under } from '../tree.ts'
import { placesOf } from './places-of.ts'

const RULE = 'eso-without-network-policy'

const CONTROLLER = `apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets }
spec:
  selector: { matchLabels: { app: external-secrets } }
  template:
    metadata: { labels: { app: external-secrets } }
    spec:
      containers:
        - { name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }
`
const POLICY = (app: string) => `apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: default-deny }
spec:
  podSelector: { matchLabels: { app: ${app} } }
  policyTypes: [Ingress, Egress]
`

/** The operator, with a chart of policies beside it. */
const platform = (declared: string, values: string, policy: string) => ({
  ...chart('platform', CONTROLLER),
  'Chart.yaml': `apiVersion: v2
name: platform
version: 1.0.0
dependencies: [{ name: policies, version: 1.2.3, repository: "file://../policies", ${declared} }]
`,
  'values.yaml': values,
  ...under('charts/policies', chart('policies', policy)),
})

test('what switches a subchart on that has the object', async () => {
  const condition = 'condition: policies.enabled'
  const values = 'name: x\npolicies:\n  enabled: false\n'
  expect(await placesOf(RULE, platform(condition, values, POLICY('external-secrets')))).toEqual([
    'values.yaml:3 gated-by policies.enabled',
    'values.yaml:3 gated-by policies.enabled',
  ])
  expect(
    await placesOf(RULE, platform('tags: [strict]', 'tags:\n  strict: false\n', POLICY('external-secrets'))),
  ).toEqual(['values.yaml:2 gated-by tags.strict', 'values.yaml:2 gated-by tags.strict'])
})

test('a policy for other pods would not help', async () => {
  const values = 'policies:\n  enabled: false\n'
  expect(await placesOf(RULE, platform('condition: policies.enabled', values, POLICY('shop')))).toEqual([
    'templates/all.yaml:8 set-by',
    'templates/all.yaml:8 set-by',
  ])
})

test('a subchart that says itself that it is off', async () => {
  const files = {
    ...platform('condition: policies.enabled', 'policies:\n  name: x\n', POLICY('external-secrets')),
    'charts/policies/values.yaml': '# none by default\nenabled: false\n',
  }
  expect(await placesOf(RULE, files)).toEqual([
    'charts/policies/values.yaml:2 gated-by policies.enabled',
    'charts/policies/values.yaml:2 gated-by policies.enabled',
  ])
})

test('a global value that opens a branch of a subchart', async () => {
  const policy = `{{ if .Values.global.strict }}\n${POLICY('external-secrets')}{{ end }}`
  const files = (values: string, defaults: string) => ({
    ...platform('alias: rules', values, policy),
    'charts/policies/values.yaml': defaults,
  })
  // Read of the subchart's own values, it is the parent's as well.
  const fetched = (values: string) => ({
    ...files(values, 'global:\n  strict: false\n'),
    'Chart.yaml': files('', '')['Chart.yaml'].replace('file://../policies', 'https://charts.example.com'),
  })
  const once = async (tree: Readonly<Record<string, string>>) => [...new Set(await placesOf(RULE, tree))]
  expect(await once(fetched('# ours\nglobal:\n  name: x\n'))).toEqual(['values.yaml:2 gated-by +global.strict'])
  expect(await once(fetched('rules:\n  name: x\n'))).toEqual(['values.yaml:1 gated-by +rules.global.strict'])
  expect(await once(files('global:\n  strict: false\n', ''))).toEqual(['values.yaml:2 gated-by global.strict'])
  expect(await once(files('name: x\n', 'global:\n  strict: false\n'))).toEqual([
    'charts/policies/values.yaml:2 gated-by rules.global.strict',
  ])
})

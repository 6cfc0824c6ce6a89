import { expect, test } from 'vitest'
import { checkWorld } from '../../src/check/check.ts'
import rule from '../../src/rules/eso-without-network-policy.ts'
import { worldOf } from '../world.ts'

const deployment = (spec: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec: { ${spec} containers: [{ name: c, image: ghcr.io/external-secrets/external-secrets:v2.9.0 }] }
`
const rights = (binding: string, role: string) => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: secrets }
rules: [{ apiGroups: [""], resources: [secrets], ${role} }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${binding}
metadata: { name: secrets, namespace: eso }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: secrets }
subjects: [{ kind: ServiceAccount, name: default, namespace: eso }]
`
const POLICY = `
---
apiVersion: networking.k8s.io/v1
kind: NetworkPolicy
metadata: { name: p, namespace: eso }
spec: { policyTypes: [Ingress, Egress] }
`
const results = (yaml: string) => checkWorld([rule], worldOf(yaml))

test('a pod without any policy has one finding for each direction', () => {
  expect(results(deployment('')).map(({ problem, severity }) => [problem.discriminator, severity])).toEqual([
    ['ingress', 'medium'],
    ['egress', 'medium'],
  ])
})

test.each([
  ['every Secret of the cluster', 'ClusterRoleBinding', 'verbs: [get]', 'high'],
  ['writing them', 'ClusterRoleBinding', 'verbs: [create]', 'high'],
  ['Secrets of its own namespace', 'RoleBinding', 'verbs: ["*"]', 'medium'],
  ['Secrets of one name', 'ClusterRoleBinding', 'verbs: [get], resourceNames: [webhook]', 'medium'],
])('with rights to %s', (_, binding, role, severity) => {
  const severities = results(deployment('') + rights(binding, role)).map(result => result.severity)
  expect(severities).toEqual([severity, severity])
})

test('with the built-in role of everything', () => {
  const admin = rights('ClusterRoleBinding', 'verbs: []').replace(
    'name: secrets }\nsubjects',
    'name: cluster-admin }\nsubjects',
  )
  expect(results(deployment('') + admin).map(({ severity }) => severity)).toEqual(['high', 'high'])
})

test('a policy for both directions, and none of it on the network of the node', () => {
  expect(results(deployment('') + POLICY)).toEqual([])
  const messages = results(deployment('hostNetwork: true,') + POLICY).map(({ problem }) => problem.message)
  expect(messages).toEqual([
    expect.stringMatching(/^the controller shares the network of its node.* for ingress: any pod/),
    expect.stringMatching(/^the controller shares the network of its node.* for egress: it can/),
  ])
})

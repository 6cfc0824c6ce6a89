import { expect, test } from 'vitest'
import { checkWorld } from '../../src/check/check.ts'
import { RULES } from '../../src/rules/index.ts'
import { worldOf } from '../world.ts'

const setOf = (group: string, binding: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers: [{ name: eso, image: "registry.example.com/external-secrets:v2.9.0" }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: star }
rules: [{ apiGroups: ["${group}"], resources: ["*"], verbs: ["*"] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${binding}
metadata: { name: star, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: star }
subjects: [`

const controller = '{ kind: ServiceAccount, name: controller, namespace: eso }'
const developers = '{ kind: Group, name: developers }'

/** Every rule together: what stands on the one rule of the role. */
const onTheRole = (yaml: string): string[] =>
  checkWorld(RULES, worldOf(yaml))
    .filter(({ manifest, path }) => manifest?.kind === 'ClusterRole' && path[0] === 'rules')
    .map(({ rule, severity }) => `${rule.id} ${severity}`)

test.each([
  ['*', 'ClusterRoleBinding', controller, ['cluster-admin-binding critical']],
  ['*', 'RoleBinding', controller, ['wildcard-permissions high']],
  ['*', 'RoleBinding', developers, ['wildcard-permissions high']],
  ['*', 'ClusterRoleBinding', developers, ['wildcard-permissions high']],
  ['external-secrets.io', 'RoleBinding', developers, ['wildcard-permissions high']],
  ['external-secrets.io', 'ClusterRoleBinding', developers, ['developer-can-write-cluster-scoped-eso critical']],
  ['generators.external-secrets.io', 'RoleBinding', developers, ['wildcard-permissions high']],
])('a star in group %s by a %s has one finding', (group, binding, subject, expected) => {
  expect(onTheRole(`${setOf(group, binding)}${subject}]\n`)).toEqual(expected)
})

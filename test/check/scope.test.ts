import { describe, expect, test } from 'vitest'
import { holdsEso, inScope, isInScope } from '../../src/check/scope.ts'
import type { Subject } from '../../src/model/rbac/rbac.ts'
import { worldOf } from '../world.ts'

const INSTALL = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers: [{ name: eso, image: "registry.example.com/external-secrets:v2.9.0" }]
`
const roleFor = (group: string, subject: string): string => `
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: some }
rules: [{ apiGroups: ["${group}"], resources: [externalsecrets], verbs: [get] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: some }
roleRef: { kind: ClusterRole, name: some }
subjects: [${subject}]
`
const account = (name: string, namespace: string): Subject => ({ kind: 'ServiceAccount', name, namespace })
const group = (name: string): Subject => ({ kind: 'Group', name, namespace: undefined })

describe('in scope', () => {
  test("are the operator's accounts and their neighbours", () => {
    const world = worldOf(INSTALL)
    const subjects = [account('controller', 'eso'), account('other', 'eso'), account('controller', 'shop')]
    expect(subjects.map(subject => isInScope(subject, world))).toEqual([true, true, false])
  })

  test.each([
    ['external-secrets.io', true],
    ['generators.external-secrets.io', true],
    ['*', false],
    ['kubernetes-client.io', false],
  ])('is whoever holds a rule for %s: %s, people too', (apiGroup, expected) => {
    const world = worldOf(
      roleFor(apiGroup, '{ kind: Group, name: devs }, { kind: ServiceAccount, name: a, namespace: b }'),
    )
    expect(isInScope(group('devs'), world)).toBe(expected)
    expect(isInScope(account('a', 'b'), world)).toBe(expected)
    expect(
      inScope(
        world.rbac.roles.flatMap(role => world.rbac.grantsOf(role)),
        world,
      ),
    ).toHaveLength(expected ? 2 : 0)
  })

  test('are no operators, and nobody who is filled in later', () => {
    const subjects = '{ kind: Group, name: ops }, { kind: Group, name: "${OPS}" }'
    const world = worldOf(roleFor('external-secrets.io', subjects), {
      config: { operators: [{ kind: 'Group', name: 'ops' }] },
    })
    expect(isInScope(group('ops'), world)).toBe(false)
    expect(isInScope(group('${OPS}'), world)).toBe(false)
  })
})

test.each([
  [INSTALL, true],
  ['apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: a }\n', true],
  ['apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a }\n', true],
  [roleFor('external-secrets.io', ''), false],
  ['apiVersion: apps/v1\nkind: Deployment\nmetadata: { name: external-secrets }\n', false],
])('whether a world has to do with the operator (%#)', (yaml, expected) => {
  expect(holdsEso(worldOf(yaml))).toBe(expected)
})

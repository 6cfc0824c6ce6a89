import { expect, test } from 'vitest'
import { writeAccess } from '../../src/check/write-access.ts'
import type { WorldOptions } from '../../src/model/world.ts'
import { worldOf } from '../world.ts'

const ROLE = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: stores }
rules: [{ apiGroups: [external-secrets.io], resources: [secretstores], verbs: [create] }]
`
const binding = (kind: string, metadata: string, role: string, subjects: string): string => `---
apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: ${metadata}
roleRef: { kind: ClusterRole, name: ${role} }
subjects: ${subjects}
`

function problemsIn(yaml: string, options: WorldOptions = {}) {
  const world = worldOf(yaml, options)
  const target = { resource: 'secretstores', plural: 'SecretStores' }
  return world.rbac.roles.flatMap(role => [...writeAccess(role, world, target)])
}

test("the config's operators are left out, and with them the whole finding when nobody else is bound", () => {
  const operators = [{ kind: 'Group', name: 'platform' }] as const
  const both =
    ROLE +
    binding(
      'ClusterRoleBinding',
      '{ name: a }',
      'stores',
      '[{ kind: Group, name: platform }, { kind: Group, name: devs }]',
    )
  expect(problemsIn(both, { config: { operators } }).map(({ message }) => message)).toEqual([
    'Group devs (in all namespaces) can create SecretStores and is not a configured operator',
  ])
  const one = ROLE + binding('ClusterRoleBinding', '{ name: a }', 'stores', '[{ kind: Group, name: platform }]')
  expect(problemsIn(one, { config: { operators } })).toEqual([])
  expect(problemsIn(one)).toHaveLength(1)
})

test('each subject is named once with all its namespaces, and each binding is related once', () => {
  const subjects = '[{ kind: Group, name: devs }, { kind: Group, name: devs }]'
  const [problem] = problemsIn(
    ROLE +
      binding('RoleBinding', '{ name: a, namespace: shop }', 'stores', subjects) +
      binding('RoleBinding', '{ name: a, namespace: bank }', 'stores', subjects) +
      binding('RoleBinding', '{ name: b }', 'stores', '[{ kind: User, name: ann }]'),
  )
  expect(problem?.message).toBe(
    'Group devs (in namespace shop, bank), User ann (in the namespace of its binding) can create SecretStores and none of them is a configured operator',
  )
  expect(problem?.related?.map(({ message }) => message)).toEqual([
    'bound here to Group devs',
    'bound here to Group devs',
    'bound here to User ann',
  ])
})

test('a label reports who holds the built-in role in the set, operators left out', () => {
  const labelled = ROLE.replace(
    '{ name: stores }',
    '{ name: stores, labels: { rbac.authorization.k8s.io/aggregate-to-admin: "true" } }',
  )
  const problems = problemsIn(
    labelled +
      binding(
        'RoleBinding',
        '{ name: a, namespace: shop }',
        'admin',
        '[{ kind: Group, name: leads }, { kind: ServiceAccount, name: argocd-server, namespace: argocd }]',
      ) +
      binding('RoleBinding', '{ name: b, namespace: shop }', 'edit', '[{ kind: Group, name: devs }]'),
  )
  expect(problems.map(({ path }) => path)).toEqual([
    ['metadata', 'labels', 'rbac.authorization.k8s.io/aggregate-to-admin'],
  ])
  expect(problems[0]?.related?.map(({ message }) => message)).toEqual(['bound here to Group leads'])
})

test('who is filled in later may be an operator, and is somebody', () => {
  for (const subject of [
    '{ kind: Group, name: "${GROUP}" }',
    '{ kind: ServiceAccount, name: x, namespace: "<NAMESPACE>" }',
  ])
    expect(problemsIn(ROLE + binding('ClusterRoleBinding', '{ name: a }', 'stores', `[${subject}]`))).toEqual([])
})

test('a label with one rule for every store is not told as one for named stores', () => {
  const [problem] = problemsIn(`
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: stores, labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" } }
rules:
  - { apiGroups: [external-secrets.io], resources: [secretstores], verbs: [delete], resourceNames: [vault] }
  - { apiGroups: [external-secrets.io], resources: [secretstores], verbs: [create] }
`)
  expect(problem?.message).toContain('can create, delete SecretStores, also')
})

test('rules taken in by a labelled ClusterRole are reported on its label, once', () => {
  const problems = problemsIn(`${ROLE.replace('{ name: stores }', '{ name: stores, labels: { team: "true" } }')}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team, labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" } }
aggregationRule: { clusterRoleSelectors: [{ matchLabels: { team: "true" } }] }
`)
  expect(problems.map(({ path, severity }) => [path.join(' '), severity])).toEqual([
    ['metadata labels rbac.authorization.k8s.io/aggregate-to-edit', undefined],
  ])
})

test('a wildcard over all API groups is left to the rule about wildcards', () => {
  const all = ROLE.replace('[external-secrets.io]', '["*"]')
  expect(problemsIn(all)).toEqual([])
  expect(
    problemsIn(all + binding('ClusterRoleBinding', '{ name: a }', 'stores', '[{ kind: Group, name: devs }]')),
  ).toEqual([])
})

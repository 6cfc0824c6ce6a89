import { expect, test } from 'vitest'
import { escalationsOf } from '../../../src/model/rbac/escalation.ts'
import type { PolicyRule } from '../../../src/model/rbac/rbac.ts'

const RBAC = 'rbac.authorization.k8s.io'

const found = (apiGroups: string[], resources: string[], verbs: string[], resourceNames: string[] = []): string[] => {
  const rule: PolicyRule = { path: ['rules', 3], apiGroups, resources, verbs, resourceNames }
  return escalationsOf(rule).map(({ path, verbs, resources, inNamespace, names }) =>
    `${path.slice(2).join('.')} ${verbs.join()} ${resources.join()} (${inNamespace.join()}) ${names.join()}`.trim(),
  )
}

test.each([
  [[RBAC], ['roles'], ['get', 'bind'], ['verbs.1 bind roles (roles)']],
  [[RBAC], ['clusterroles'], ['bind'], ['verbs.0 bind clusterroles (clusterroles)']],
  [[RBAC], ['clusterroles'], ['escalate'], ['verbs.0 escalate clusterroles ()']],
  [[RBAC], ['*'], ['escalate'], ['verbs.0 escalate roles,clusterroles (roles)']],
  [['*'], ['clusterroles'], ['bind', '*'], ['verbs.0 bind clusterroles (clusterroles)']],
  [[RBAC], ['*'], ['*'], ['verbs.0 bind,escalate roles,clusterroles (roles,clusterroles)']],
  [
    [''],
    ['groups', 'serviceaccounts'],
    ['impersonate'],
    ['verbs.0 impersonate groups,serviceaccounts (serviceaccounts)'],
  ],
  [['*'], ['*'], ['impersonate'], ['verbs.0 impersonate users,groups,serviceaccounts (serviceaccounts)']],
  // Left to who asks about wildcards.
  [['*'], ['*'], ['*'], []],
  [['*'], ['roles'], ['*'], []],
  [['apps'], ['roles'], ['bind'], []],
  [[RBAC], ['rolebindings'], ['bind'], []],
  [[RBAC], ['roles'], ['impersonate', 'create'], []],
])('%j %j %j', (groups, resources, verbs, expected) => {
  expect(found(groups, resources, verbs)).toEqual(expected)
})

test('names count only where one of them is mighty', () => {
  expect(found([RBAC], ['clusterroles'], ['bind'], ['view'])).toEqual([])
  expect(found([RBAC], ['clusterroles'], ['bind'], ['view', 'cluster-admin'])).toEqual([
    'verbs.0 bind clusterroles (clusterroles) cluster-admin',
  ])
  expect(found([''], ['groups'], ['impersonate'], ['system:masters'])).toEqual([
    'verbs.0 impersonate groups () system:masters',
  ])
})

test('an empty name is that of every new role, which only escalate is asked about', () => {
  expect(found([RBAC], ['roles'], ['bind', 'escalate'], [''])).toEqual(['verbs.1 escalate roles (roles)'])
  expect(found([RBAC], ['roles'], ['*'], ['', 'edit'])).toEqual(['verbs.0 bind,escalate roles (roles) edit,'])
})

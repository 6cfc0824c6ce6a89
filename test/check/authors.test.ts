import { expect, test } from 'vitest'
import { authorsSomewhere } from '../../src/check/authors.ts'
import { nameOfSubject } from '../../src/model/rbac/rbac.ts'
import { worldOf } from '../world.ts'

const role = (kind: string, verbs: string, more = '') => `apiVersion: rbac.authorization.k8s.io/v1
kind: ${kind}
metadata: { name: authors, namespace: shop${more} }
rules: [{ apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [${verbs}] }]
`
const binding = (name: string, kind = 'ClusterRole') => `apiVersion: rbac.authorization.k8s.io/v1
kind: RoleBinding
metadata: { name: authors, namespace: shop }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ${kind}, name: ${name} }
subjects: [{ kind: Group, name: developers }, { kind: Group, name: platform }]
`
const GATHERING = `apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: team }
aggregationRule: { clusterRoleSelectors: [{ matchLabels: { team: shop } }] }
`
const authors = (...yaml: string[]): string[] =>
  authorsSomewhere(worldOf(yaml.join('---\n'), { config: { operators: [{ kind: 'Group', name: 'platform' }] } })).map(
    ({ subject }) => nameOfSubject(subject),
  )

test.each([
  ['a role', [role('Role', 'create'), binding('authors', 'Role')]],
  [
    'a label of a built-in role',
    [role('ClusterRole', '"*"', labelled('rbac.authorization.k8s.io/aggregate-to-edit', '"true"')), binding('edit')],
  ],
  [
    'a role of the set that takes it in',
    [role('ClusterRole', 'create', labelled('team', 'shop')), GATHERING, binding('team')],
  ],
])('whoever may create ExternalSecrets by %s, but no operators', (_, yaml) => {
  expect(authors(...yaml)).toEqual(['Group developers'])
})

test('who may only change them is left out, as is what cluster-admin may do anyway', () => {
  expect(authors(role('Role', 'update, patch'), binding('authors', 'Role'))).toEqual([])
  expect(authors(binding('cluster-admin'))).toEqual([])
})

function labelled(key: string, value: string): string {
  return `, labels: { ${key}: ${value} }`
}

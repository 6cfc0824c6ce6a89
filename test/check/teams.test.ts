import { expect, test } from 'vitest'
import { storesOfTeams, teamNamespacesOf, teamsOf, teamsOfNamespace } from '../../src/check/teams.ts'
import type { Team } from '../../src/config/config.ts'
import type { Subject } from '../../src/model/rbac/rbac.ts'
import { manifestsOf, worldOf } from '../world.ts'

const teams: Record<string, Team> = {
  shop: { namespaces: ['shop', 'test'], subjects: [{ kind: 'Group', name: 'shop' }], stores: ['vault'] },
  web: {
    namespaces: ['web', 'test'],
    subjects: [
      { kind: 'User', name: 'ann' },
      { kind: 'ServiceAccount', name: 'robot' },
    ],
  },
  bank: { subjects: [{ kind: 'Group', name: 'system:serviceaccounts:vaults' }] },
}
const world = worldOf('', { config: { teams } })
const subject = (kind: Subject['kind'], name: string, namespace?: string): Subject => ({ kind, name, namespace })
const names = (found: readonly { name: string }[]): string => found.map(({ name }) => name).join(' ')

test.each<[Subject, string]>([
  [subject('Group', 'shop'), 'shop'],
  [subject('User', 'shop'), ''],
  [subject('User', 'ann'), 'web'],
  [subject('ServiceAccount', 'robot', 'elsewhere'), 'web'],
  [subject('ServiceAccount', 'anything', 'test'), 'shop web'],
  [subject('ServiceAccount', 'anything', 'vaults'), 'bank'],
  [subject('ServiceAccount', 'anything'), ''],
])('teams of $kind $namespace/$name: %s', (who, expected) => {
  expect(names(teamsOf(who, world))).toBe(expected)
})

test('a namespace may be of several teams', () => {
  expect(names(teamsOfNamespace('test', world))).toBe('shop web')
  expect(names(teamsOfNamespace('bank', world))).toBe('')
  expect(names(teamsOfNamespace(undefined, world))).toBe('')
})

test('the namespaces of somebody are those of all of their teams, and unknown where one does not say them', () => {
  expect([...(teamNamespacesOf(subject('ServiceAccount', 'x', 'test'), world) ?? [])]).toEqual(['shop', 'test', 'web'])
  expect(teamNamespacesOf(subject('Group', 'nobody'), world)).toBeUndefined()
  expect(teamNamespacesOf(subject('ServiceAccount', 'x', 'vaults'), world)).toBeUndefined()
})

test('stores count in the namespaces of the team alone', () => {
  const [binding] = manifestsOf(
    '{ apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: { name: b } }',
  )
  if (!binding) throw new Error('no binding')
  const stores = (namespace: string | undefined) =>
    storesOfTeams({ subject: subject('Group', 'shop'), namespace, binding, path: [] }, world)
  expect(stores('shop')).toEqual(['vault'])
  expect(stores('bank')).toEqual([])
  expect(stores(undefined)).toEqual([])
})

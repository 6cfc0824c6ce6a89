import { describe, expect, test } from 'vitest'
import type { Subject } from '../../../src/model/rbac/rbac.ts'
import { breadthOf, implicitGroups, isHuman } from '../../../src/model/rbac/subjects.ts'

const account = (name: string, namespace?: string): Subject => ({ kind: 'ServiceAccount', name, namespace })
const group = (name: string): Subject => ({ kind: 'Group', name, namespace: undefined })
const user = (name: string): Subject => ({ kind: 'User', name, namespace: undefined })

describe('the groups that the API server adds', () => {
  test.each<[Subject, string[]]>([
    [account('a', 'shop'), ['system:authenticated', 'system:serviceaccounts', 'system:serviceaccounts:shop']],
    [user('ann'), ['system:authenticated']],
    [group('devs'), ['system:authenticated']],
    [group('system:serviceaccounts:shop'), ['system:serviceaccounts', 'system:authenticated']],
    [user('system:serviceaccounts:shop'), ['system:authenticated']],
    [group('system:serviceaccounts'), ['system:authenticated']],
    [group('system:authenticated'), []],
    [group('system:unauthenticated'), []],
    [user('system:anonymous'), ['system:unauthenticated']],
  ])('of $name', (subject, names) => {
    const groups = implicitGroups(subject)
    expect(groups.map(({ name }) => name)).toEqual(names)
    expect(groups.every(({ kind, namespace }) => kind === 'Group' && namespace === undefined)).toBe(true)
  })
})

test.each<[Subject, string | undefined]>([
  [account('default', 'shop'), 'one namespace'],
  [account('shop', 'default'), undefined],
  [group('default'), undefined],
  [group('system:serviceaccounts:shop'), 'one namespace'],
  [group('system:serviceaccounts'), 'every ServiceAccount'],
  [group('system:authenticated'), 'everybody'],
  [user('system:authenticated'), undefined],
  [group('system:unauthenticated'), 'anybody'],
  [user('system:anonymous'), 'anybody'],
  [group('system:masters'), undefined],
])('$name stands for many: %s', (subject, breadth) => {
  expect(breadthOf(subject)).toBe(breadth)
})

test('people are neither ServiceAccounts nor parts of Kubernetes', () => {
  expect([user('ann'), group('devs'), account('a', 'b'), group('system:masters')].map(isHuman)).toEqual([
    true,
    true,
    false,
    false,
  ])
})

import { expect, test } from 'vitest'
import { parseAddress } from '../../../../src/report/html/client/address.ts'
import { chosen, valuesOf } from '../../../../src/report/html/client/filter.ts'
import { grouped, groupingOf } from '../../../../src/report/html/client/group.ts'
import type { FindingData } from '../../../../src/report/html/data.ts'
import { findingData } from '../../../../src/report/html/finding-data.ts'
import { assessment, finding, installFinding } from '../../assessment.ts'

const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', namespace: 'shop', name: 'readers' }
const ALL: readonly FindingData[] = [
  finding({ fingerprint: 'a', severity: 'critical', isNew: true }),
  finding({ fingerprint: 'b', object: role, rendered: { release: 'shop', template: 't.yaml', line: 1 }, isNew: false }),
  finding({ fingerprint: 'c', object: role, rule: 'wildcard-permissions', severity: 'low', guide: ['RM6'] }),
  installFinding({ fingerprint: 'd', worlds: [{ cluster: 'prod', variant: 'default' }] }),
].map(one => findingData(one, assessment()))

const ids = (hash: string): string =>
  chosen(ALL, parseAddress(hash))
    .map(({ id }) => id)
    .join('')

test('without a wish all are there, and a wish nobody knows is none', () => {
  expect(ids('#findings')).toBe('abcd')
  expect(ids('#findings?colour=red')).toBe('abcd')
})

test('values of one facet add, facets narrow', () => {
  expect(ids('#findings?severity=critical&severity=low')).toBe('ac')
  expect(ids('#findings?severity=critical&severity=low&namespace=shop')).toBe('c')
  expect(ids('#findings?rule=wildcard-permissions')).toBe('c')
  expect(ids('#findings?release=shop')).toBe('b')
  expect(ids('#findings?release=(outside+of+releases)')).toBe('acd')
  expect(ids('#findings?cluster=prod')).toBe('d')
  expect(ids('#findings?namespace=(no+namespace)')).toBe('ad')
  expect(ids('#findings?row=RM6')).toBe('c')
  expect(ids('#findings?id=b&id=c')).toBe('bc')
})

test('what is not known to be old is new', () => {
  expect(ids('#findings?state=old')).toBe('b')
  expect(ids('#findings?state=new')).toBe('acd')
})

test('a search finds what has all its words, in any case and order', () => {
  expect(ids('#findings?q=READERS+role')).toBe('bc')
  expect(ids('#findings?q=readers+wildcard')).toBe('c')
  expect(ids('#findings?q=deploy/role.yaml:12')).toBe('abc')
  expect(ids('#findings?q=++')).toBe('abcd')
  expect(ids('#findings?q=nothing+like+that')).toBe('')
})

test('values of a facet come with their numbers, the most frequent first', () => {
  expect(valuesOf(ALL, 'namespace')).toEqual([
    ['(no namespace)', 2],
    ['shop', 2],
  ])
  expect(valuesOf(ALL, 'rule')[0]).toEqual(['cluster-wide-secret-access', 2])
})

test('groups come in the order of their first findings', () => {
  const keys = (word: string | undefined): string[] => grouped(ALL, groupingOf(word)).map(({ key }) => key)
  expect(keys(undefined)).toEqual(['cluster-wide-secret-access', 'wildcard-permissions', 'eso-without-network-policy'])
  expect(keys('object')).toEqual(['ClusterRole eso-controller', 'Role shop/readers', 'The install as a whole'])
  expect(keys('file')).toEqual(['deploy/role.yaml', 'No place in the repository'])
  expect(keys('constructor')).toEqual(keys('rule'))
})

import { expect, test } from 'vitest'
import type { Finding } from '../../src/finding.ts'
import { freshFindings } from '../../src/harden/fresh-findings.ts'
import { finding } from '../report/assessment.ts'

const at = (fingerprint: string, more: Partial<Finding> = {}) => finding({ fingerprint, ...more })
const fresh = (before: Finding[], now: Finding[], ...meant: string[]) =>
  freshFindings(now, before, new Set(meant)).map(({ fingerprint }) => fingerprint)

test('what was there is not new, unless it is worse', () => {
  expect(fresh([at('a')], [at('a'), at('b')])).toEqual(['b'])
  expect(fresh([at('a', { severity: 'low' })], [at('a', { severity: 'medium' })])).toEqual(['a'])
})

test('advice does not count', () => expect(fresh([], [at('a', { severity: 'info' })])).toEqual([]))

test('a finding of the same sort takes the place of one that nobody meant to end', () => {
  const before = [at('a', { path: ['rules', 0, 'verbs'] }), at('b', { path: ['rules', 1, 'verbs'] })]
  expect(fresh(before, [at('c', { path: ['rules', 0, 'verbs'] })], 'a')).toEqual([])
  expect(fresh(before, [at('c', { path: ['rules', 0, 'verbs'] })], 'a', 'b')).toEqual(['c'])
  expect(fresh(before, [at('c', { path: ['rules', 0, 'resources'] })], 'a')).toEqual(['c'])
  expect(fresh(before, [at('c', { path: ['rules', 0, 'verbs'], severity: 'critical' })], 'a')).toEqual(['c'])
  const role = { apiVersion: 'rbac.authorization.k8s.io/v1', kind: 'Role', namespace: 'shop', name: 'eso-controller' }
  expect(fresh(before, [at('c', { path: ['rules', 0, 'verbs'], object: role })], 'a')).toEqual([])
  const two = [at('c', { path: ['rules', 0, 'verbs'] }), at('d', { path: ['rules', 1, 'verbs'] })]
  expect(fresh(before, two, 'a')).toEqual(['d'])
})

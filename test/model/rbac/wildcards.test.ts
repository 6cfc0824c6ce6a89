import { expect, test } from 'vitest'
import type { PolicyRule } from '../../../src/model/rbac/rbac.ts'
import { isUnlimited, wildFields, wildPath } from '../../../src/model/rbac/wildcards.ts'

const rule = (parts: Partial<PolicyRule>): PolicyRule => ({
  path: ['rules', 1],
  apiGroups: ['*'],
  resources: ['a', '*'],
  verbs: ['*'],
  resourceNames: [],
  ...parts,
})

test('the lists with a star, the widest first, and where it stands', () => {
  expect(wildFields(rule({}))).toEqual(['resources', 'verbs', 'apiGroups'])
  expect(wildFields(rule({ resources: ['*/status'], verbs: ['get'] }))).toEqual(['apiGroups'])
  expect(wildPath(rule({}), 'resources')).toEqual(['rules', 1, 'resources', 1])
})

test('all three stars, and no names, are everything', () => {
  expect(isUnlimited(rule({}))).toBe(true)
  expect(isUnlimited(rule({ resourceNames: ['a'] }))).toBe(false)
  expect(isUnlimited(rule({ verbs: ['get'] }))).toBe(false)
  expect(isUnlimited(rule({ apiGroups: [''] }))).toBe(false)
})

import { expect, test } from 'vitest'
import { ordered } from '../../../src/template/functions/order.ts'
import { depending, type List } from '../../../src/template/value/value.ts'
import { call } from './call.ts'
import { dependenciesIn, labelled } from './dependencies.ts'

test('the mark of chance is found among other dependencies and taken off', () => {
  const keys = depending(call('keys', labelled({ a: 'x', b: 'y' })), labelled('z').provenance?.alias) as List
  expect(dependenciesIn(keys)).toContain('volatile')
  expect(dependenciesIn(ordered(keys))).toEqual(['values'])
  const plain = call('list', 'a') as List
  expect(ordered(plain)).toBe(plain)
})

test('a list that is volatile by itself stays so', () => {
  const list = depending(call('list', 'a'), call('now').provenance?.depends) as List
  expect(dependenciesIn(ordered(list))).toEqual(['volatile'])
})

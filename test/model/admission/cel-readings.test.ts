import { expect, test } from 'vitest'
import { readingsOf } from '../../../src/model/admission/cel-readings.ts'
import { manifestsOf } from '../../world.ts'

function readings(spec: unknown): string[] {
  const policy = {
    apiVersion: 'admissionregistration.k8s.io/v1',
    kind: 'ValidatingAdmissionPolicy',
    metadata: { name: 'p' },
  }
  const [manifest] = manifestsOf(JSON.stringify({ ...policy, spec }))
  if (!manifest) throw new Error('no policy')
  return readingsOf(manifest)
}

test('each validation with the variables it uses, those that these use, and no others', () => {
  const variables = [
    { name: 'a', expression: 'A' },
    { name: 'b', expression: 'B + variables.?a' },
    { name: 'c', expression: 'C' },
  ]
  const validations = [{ expression: 'variables . b == variables.b', message: 'variables.c' }, { expression: 'D' }]
  expect(readings({ variables, validations })).toEqual([
    'expression\nvariables . b == variables.b\nB + variables.?a\nA',
    'expression\nD',
  ])
})

test('variables that use each other end', () => {
  const variables = [
    { name: 'a', expression: 'variables.b' },
    { name: 'b', expression: 'variables.a' },
  ]
  expect(readings({ variables, validations: [{ expression: 'variables.a' }] })).toEqual([
    'expression\nvariables.a\nvariables.b\nvariables.a',
  ])
})

test('one that always holds reads nothing', () => {
  expect(readings({ validations: [{ expression: ' true ' }] })).toEqual([])
  expect(readings({})).toEqual([])
})

test('too many to be told apart are read as one', () => {
  const variables = Array.from({ length: 200 }, (_, i) => ({ name: `v${i}`, expression: `e${i}` }))
  const validations = Array.from({ length: 200 }, (_, i) => ({ expression: `f${i}` }))
  const [all, ...more] = readings({ variables, validations })
  expect(more).toEqual([])
  expect(all).toContain('e199')
  expect(all).toContain('f199')
})

test.each([
  7,
  null,
  [],
  { variables: 7, validations: [7, null, {}] },
  { variables: [null, 7, { name: 7 }], validations: ['x'] },
])('a strange spec (%j) throws nothing', spec => {
  expect(Array.isArray(readings(spec))).toBe(true)
})

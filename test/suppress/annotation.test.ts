import { expect, test } from 'vitest'
import { annotationIgnores } from '../../src/suppress/annotation.ts'
import { finding } from '../report/assessment.ts'
import { manifestsOf } from '../world.ts'

const RULES = ['mutable-image', 'unrestricted-cluster-store']
const store = (annotation: string) => `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata:
  name: vault
  annotations:
    eso-hardener.dev/ignore: ${annotation}
spec: {}
`
const read = (annotation: string) => annotationIgnores(manifestsOf(store(annotation), 'store.yaml'), RULES)
const place = { file: 'store.yaml', startLine: 1, via: 'manifest' } as const
const onStore = (overrides = {}) =>
  finding({
    rule: 'unrestricted-cluster-store',
    object: { apiVersion: 'external-secrets.io/v1', kind: 'ClusterSecretStore', namespace: undefined, name: 'vault' },
    ...overrides,
  })

test('an object ignores findings of a rule about itself', () => {
  const [ignore] = read('"unrestricted-cluster-store one team only"').ignores
  expect(ignore).toMatchObject({ kind: 'annotation', reason: 'one team only', location: { startLine: 6 } })
  expect(ignore?.covers(onStore(), place)).toBe(true)
  expect(ignore?.covers(onStore({ rule: 'mutable-image' }), place)).toBe(false)
  expect(ignore?.covers(onStore({ object: null }), place)).toBe(false)
  expect(ignore?.covers(onStore(), { ...place, file: 'other.yaml' })).toBe(false)
  expect(ignore?.covers(onStore(), null)).toBe(false)
})

test.each([
  ['name', 'other'],
  ['kind', 'SecretStore'],
  ['namespace', 'shop'],
  ['apiVersion', 'example.org/v1'],
])('an object of another %s is another', (key, value) => {
  const [ignore] = read('unrestricted-cluster-store one team only').ignores
  expect(ignore?.covers(onStore({ object: { ...onStore().object, [key]: value } }), place)).toBe(false)
  const otherVersion = onStore({ object: { ...onStore().object, apiVersion: 'external-secrets.io/v1beta1' } })
  expect(ignore?.covers(otherVersion, place)).toBe(true)
})

test.each([
  ['a semicolon', '"mutable-image: a; unrestricted-cluster-store b"'],
  ['lines', '|\n      mutable-image a\n\n      unrestricted-cluster-store b'],
])('several are separated by %s', (_, text) => {
  const { ignores, warnings } = read(text)
  expect(ignores.map(({ rule, reason }) => [rule, reason])).toEqual([
    ['mutable-image', 'a'],
    ['unrestricted-cluster-store', 'b'],
  ])
  expect(warnings).toEqual([])
})

test.each([
  ['mutable-image', 'mutable-image has no reason'],
  ['mutable-imag why', "there is no rule 'mutable-imag' (did you mean 'mutable-image'?)"],
])('%j ignores nothing and is reported', (text, message) => {
  expect(read(text)).toEqual({
    ignores: [],
    warnings: [{ message: expect.stringContaining(message), location: { file: 'store.yaml', startLine: 6 } }],
  })
})

test('an annotation of another type is none', () => {
  expect(read('[a]')).toEqual({ ignores: [], warnings: [] })
})

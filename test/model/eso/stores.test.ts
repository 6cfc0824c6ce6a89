import { expect, test } from 'vitest'
import { isUnconditional, isWhole } from '../../../src/model/eso/stores.ts'
import { worldOf } from '../../world.ts'

const STORE = 'apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\n'

function storeWith(spec: string) {
  const [store] = worldOf(`${STORE}metadata: { name: a }\nspec: ${spec}\n`).manifests
  if (!store) throw new Error('no store')
  return store
}

test.each([
  ['{}', true],
  ['{ conditions: ~ }', true],
  ['{ conditions: [] }', true],
  ['{ conditions: [{}] }', false],
  ['{ conditions: [{ namespaces: [a] }] }', false],
  ['{ conditions: [~] }', false],
  ['{ conditions: "${CONDITIONS}" }', false],
  ['{ conditions: $CONDITIONS }', false],
  ['{ conditions: {{ toYaml .Values.conditions }} }', false],
  ['{ conditions: {} }', false],
])('with %s every namespace may use it: %j', (spec, expected) => {
  expect(isUnconditional(storeWith(spec))).toBe(expected)
})

test.each([
  ['{ provider: { aws: {} } }', true],
  ['{ provider: "${PROVIDER}" }', true],
  ['{ provider: {{ toYaml .Values.provider }} }', true],
  ['{ refreshInterval: 60 }', false],
  ['~', false],
])('%s is a whole store: %j', (spec, expected) => {
  expect(isWhole(storeWith(spec))).toBe(expected)
})

import { expect, test } from 'vitest'
import { checkWorld } from '../../src/check/check.ts'
import { World } from '../../src/model/world.ts'
import rule from '../../src/rules/fake-provider.ts'
import { manifestsOf } from '../world.ts'

const STORE = `
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: fake }
spec: { provider: { fake: { data: [] } } }
`

const foundIn = (file: string): number => checkWorld([rule], new World(manifestsOf(STORE, file))).length

test('what lies in a folder for tests is left alone', () => {
  expect(foundIn('apps/store.yaml')).toBe(1)
  expect(foundIn('e2e/store.yaml')).toBe(0)
})

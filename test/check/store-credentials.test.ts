import { expect, test } from 'vitest'
import { credentialsIn } from '../../src/check/store-credentials.ts'
import { worldOf } from '../world.ts'

const WORLD = worldOf(`
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec:
  provider:
    vault: { server: "https://vault.example.com", auth: { tokenSecretRef: { name: token, key: token } } }
---
apiVersion: v1
kind: Secret
metadata: { name: token, namespace: shop }
---
apiVersion: v1
kind: Secret
metadata: { name: token, namespace: bar }
---
apiVersion: v1
kind: Secret
metadata: { name: other, namespace: shop }
`)

test('a Secret is that of a store only where the store looks', () => {
  const uses = WORLD.of('core/Secret').map(secret => credentialsIn(secret, WORLD).map(({ manifest }) => manifest.name))
  expect(uses).toEqual([['vault'], [], []])
})

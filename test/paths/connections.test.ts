import { expect, test } from 'vitest'
import { identityOf } from '../../src/paths/connections.ts'
import { worldOf } from '../world.ts'

const STORE = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: vault }
spec:
  provider:
    vault:
      server: https://vault.example.com
      auth: { kubernetes: { role: eso, serviceAccountRef: { name: NAME, namespace: eso AUDIENCES } } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers: [{ name: c, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }]
`

test.each([
  ['controller', '', 'own token'],
  ['controller', ', audiences: [vault]', 'shared'],
  ['vault', '', 'shared'],
])('ServiceAccount %s%s: %s', (name, audiences, of) => {
  const world = worldOf(STORE.replace('NAME', name).replace(' AUDIENCES', audiences))
  const [store] = world.of('external-secrets.io/ClusterSecretStore')
  expect(store && identityOf(store, world)).toMatchObject({ says: `ServiceAccount eso/${name}`, of })
})

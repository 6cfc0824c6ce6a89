import { describe, expect, test } from 'vitest'
import { usersOf } from '../../../src/model/eso/store-users.ts'
import { worldOf } from '../../world.ts'

const STORE = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
`

describe('users of a store', () => {
  /** Where a PushSecret of these references pushes into the ClusterSecretStore `a` with the label `team: shop`. */
  function pathOf(references: string) {
    const world = worldOf(`${STORE}metadata: { name: a, labels: { team: shop } }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: push, namespace: shop }
spec: { secretStoreRefs: ${references} }
`)
    const [store] = world.of('external-secrets.io/ClusterSecretStore')
    return store && usersOf(store, world).map(({ path }) => path.at(-1))
  }

  test.each([
    ['[{ kind: ClusterSecretStore, name: a }]', [0]],
    ['[{ name: a }, { kind: ClusterSecretStore, name: a }]', [1]],
    ['[{ kind: ClusterSecretStore, labelSelector: {} }]', [0]],
    ['[{ kind: ClusterSecretStore, labelSelector: { matchLabels: { team: shop } } }]', [0]],
    ['[{ kind: ClusterSecretStore, name: b, labelSelector: { matchLabels: { team: shop } } }]', [0]],
    ['[{ kind: ClusterSecretStore, name: a, labelSelector: ~ }]', [0]],
  ])('%s does', (references, expected) => {
    expect(pathOf(references)).toEqual(expected)
  })

  test.each([
    '[{ kind: ClusterSecretStore, name: b }]',
    '[{ name: a }]',
    '[{ kind: SecretStore, name: a }]',
    '[{ labelSelector: {} }]',
    '[{ kind: ClusterSecretStore, name: a, labelSelector: { matchLabels: { team: b } } }]',
    '[{ kind: ClusterSecretStore }]',
    '[{ kind: ClusterSecretStore, name: "${STORE}" }]',
    '[a]',
    '{ kind: ClusterSecretStore, name: a }',
    '"${REFS}"',
    '~',
  ])('%s does not', references => {
    expect(pathOf(references)).toEqual([])
  })
})

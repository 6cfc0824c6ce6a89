import { describe, expect, test } from 'vitest'
import { storesUsedBy, sureUsersOf, usersOf } from '../../../src/model/eso/store-users.ts'
import { World } from '../../../src/model/world.ts'
import { parseManifests } from '../../../src/parse/manifest.ts'
import { manifestsOf, worldOf } from '../../world.ts'

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

describe('sure users of a store', () => {
  const store = (namespace = '') => `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: a, labels: { team: shop }${namespace && `, namespace: ${namespace}`} }
`
  const push = (namespace = '', reference = '{ name: a }') => `apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: push${namespace && `, namespace: ${namespace}`} }
spec: { secretStoreRefs: [${reference}] }
`
  /** How many may use it, surely use it, and how many it surely is used by. */
  function counts(storeYaml: string, pushYaml: string, file = 'example.yaml'): number[] {
    const world = new World([...manifestsOf(storeYaml), ...manifestsOf(pushYaml, file)])
    const [used, user] = world.manifests
    return used && user
      ? [usersOf(used, world).length, sureUsersOf(used, world).length, storesUsedBy(user, world).length]
      : []
  }

  test('where nobody says the namespace, in two releases', () => {
    const manifests = [store(), push()].flatMap(
      (yaml, i) => parseManifests(yaml, { file: 'Chart.yaml', release: { name: `r${i}`, namespace: '' } }).manifests,
    )
    const world = new World(manifests)
    const [used] = manifests
    expect(used && [usersOf(used, world).length, sureUsersOf(used, world).length]).toEqual([1, 0])
  })

  const SELECTOR = '{ labelSelector: { matchLabels: { team: shop } } }'
  test.each([
    ['in one namespace', store('shop'), push('shop'), 'b.yaml', [1, 1, 1]],
    ['by a selector', store('shop'), push('shop', SELECTOR), 'b.yaml', [1, 1, 1]],
    ['twice', store('shop'), push('shop', `${SELECTOR}, { name: a }`), 'b.yaml', [2, 2, 1]],
    ['in two namespaces', store('shop'), push('web'), 'example.yaml', [0, 0, 0]],
    ['where nobody says the namespace, in one file', store(), push(), 'example.yaml', [1, 1, 1]],
    ['where nobody says the namespace, in two files', store(), push(), 'b.yaml', [1, 0, 0]],
    ['where one of them says it', store('shop'), push(), 'example.yaml', [1, 0, 0]],
    ['where one of them says it, by a selector', store('shop'), push('', SELECTOR), 'example.yaml', [1, 0, 0]],
  ])('%s', (_, storeYaml, pushYaml, file, expected) => {
    expect(counts(storeYaml, pushYaml, file)).toEqual(expected)
  })
})

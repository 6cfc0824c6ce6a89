import { describe, expect, test } from 'vitest'
import { generatorsOf, itemsOf, referencesOf, storesOf } from '../../../src/model/eso/external-secrets.ts'
import type { World } from '../../../src/model/world.ts'
import type { Manifest } from '../../../src/parse/manifest.ts'
import { worldOf } from '../../world.ts'

function first(world: World): Manifest {
  const [manifest] = world.manifests
  if (!manifest) throw new Error('no manifest')
  return manifest
}

const request = (kind: string, spec: string): Manifest =>
  first(
    worldOf(
      `apiVersion: external-secrets.io/v1\nkind: ${kind}\nmetadata: { name: a, namespace: shop }\nspec: ${spec}\n`,
    ),
  )

const stores = (manifest: Manifest): string[] =>
  referencesOf(manifest).stores.map(({ path, kind, name }) => `${path.join('.')} ${kind} ${name}`)

const generators = (manifest: Manifest): string[] =>
  referencesOf(manifest).generators.map(({ path, kind, name }) => `${path.join('.')} ${kind} ${name}`)

const WHOLE = 'secretStoreRef: { name: whole }'
const OWN = 'sourceRef: { storeRef: { name: own, kind: ClusterSecretStore } }'

describe('the stores of an ExternalSecret', () => {
  test.each([
    [`{ ${WHOLE}, data: [{ secretKey: a }] }`, ['spec.secretStoreRef SecretStore whole']],
    [`{ ${WHOLE} }`, ['spec.secretStoreRef SecretStore whole']],
    [`{ ${WHOLE}, data: "\${DATA}" }`, ['spec.secretStoreRef SecretStore whole']],
    [`{ ${WHOLE}, data: [{ ${OWN} }] }`, ['spec.data.0.sourceRef.storeRef ClusterSecretStore own']],
    [
      `{ ${WHOLE}, data: [{ ${OWN} }, {}, {}] }`,
      ['spec.data.0.sourceRef.storeRef ClusterSecretStore own', 'spec.secretStoreRef SecretStore whole'],
    ],
    [`{ ${WHOLE}, data: [{ sourceRef: { storeRef: ~ } }] }`, ['spec.secretStoreRef SecretStore whole']],
    [
      `{ ${WHOLE}, dataFrom: [{ extract: {}, ${OWN} }] }`,
      ['spec.dataFrom.0.sourceRef.storeRef ClusterSecretStore own'],
    ],
    [`{ ${WHOLE}, dataFrom: [{ find: {} }] }`, ['spec.secretStoreRef SecretStore whole']],
    [`{ ${WHOLE}, dataFrom: [{ sourceRef: { generatorRef: { kind: UUID, name: id } } }] }`, []],
    [`{ secretStoreRef: "\${REF}", data: [{}] }`, []],
    [`{ secretStoreRef: { kind: "\${KIND}", name: "\${NAME}" } }`, ['spec.secretStoreRef undefined undefined']],
    [`{ secretStoreRef: { kind: "", name: a } }`, ['spec.secretStoreRef SecretStore a']],
    [`{ secretStoreRef: { kind: Other, name: 1 } }`, ['spec.secretStoreRef undefined undefined']],
    ['~', []],
    ['[]', []],
  ])('%s', (spec, expected) => expect(stores(request('ExternalSecret', spec))).toEqual(expected))

  test('are those of its copies in a ClusterExternalSecret, whose namespace nobody knows', () => {
    const manifest = request('ClusterExternalSecret', `{ externalSecretSpec: { ${WHOLE}, data: [{}] } }`)
    expect(stores(manifest)).toEqual(['spec.externalSecretSpec.secretStoreRef SecretStore whole'])
    expect(referencesOf(manifest).stores[0]?.namespace).toBeUndefined()
    expect(referencesOf(request('ExternalSecret', `{ ${WHOLE} }`)).stores[0]?.namespace).toBe('shop')
  })
})

test('an entry says how it gets its data: find before extract before a generator', () => {
  const ref = 'sourceRef: { generatorRef: { kind: UUID, name: id } }'
  const manifest = request(
    'ExternalSecret',
    `{ ${WHOLE}, data: [{ ${ref} }, a], dataFrom: [{ extract: {}, find: {}, ${ref} }, { extract: {}, ${ref} }, { extract: ~, ${ref} }, {}] }`,
  )
  const items = itemsOf(manifest).map(({ path, how, store, generator }) => [
    path.at(-1),
    how,
    store?.name,
    generator?.name,
  ])
  expect(items).toEqual([
    [0, 'data', 'whole', undefined],
    [0, 'find', 'whole', undefined],
    [1, 'extract', 'whole', undefined],
    [2, 'generator', undefined, 'id'],
  ])
  expect(generators(manifest)).toEqual(['spec.dataFrom.2.sourceRef.generatorRef UUID id'])
  expect(itemsOf(request('PushSecret', `{ ${WHOLE}, data: [{}] }`))).toEqual([])
})

describe('a PushSecret', () => {
  test('names its stores in a list, by name or by labels', () => {
    const refs =
      '[{ name: a }, { kind: ClusterSecretStore, name: b, labelSelector: {} }, { name: c, labelSelector: ~ }, d]'
    const manifest = request('PushSecret', `{ secretStoreRefs: ${refs} }`)
    expect(stores(manifest)).toEqual([
      'spec.secretStoreRefs.0 SecretStore a',
      'spec.secretStoreRefs.1 ClusterSecretStore undefined',
      'spec.secretStoreRefs.2 SecretStore c',
    ])
    expect(referencesOf(manifest).stores.map(({ selector }) => selector)).toEqual([undefined, {}, undefined])
  })

  test('uses a generator unless it names a Secret', () => {
    const ref = 'generatorRef: { kind: ClusterGenerator, name: g }'
    expect(generators(request('PushSecret', `{ selector: { ${ref} } }`))).toEqual([
      'spec.selector.generatorRef ClusterGenerator g',
    ])
    expect(generators(request('PushSecret', `{ selector: { ${ref}, secret: { name: s } } }`))).toEqual([])
    expect(generators(request('ClusterPushSecret', `{ pushSecretSpec: { selector: { ${ref} } } }`))).toHaveLength(1)
  })
})

test('another kind asks for nothing', () => {
  expect(referencesOf(request('SecretStore', `{ ${WHOLE} }`))).toEqual({ stores: [], generators: [] })
})

describe('storesOf', () => {
  const SET = `---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: a, namespace: shop, labels: { team: shop } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: a, namespace: other, labels: { team: shop } }
---
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: unplaced }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: a }
`
  function found(metadata: string, ref: string): string[] {
    const head = 'apiVersion: external-secrets.io/v1alpha1\nkind: PushSecret\n'
    const world = worldOf(`${head}metadata: ${metadata}\nspec: { secretStoreRefs: [${ref}] }\n${SET}`)
    const [reference] = referencesOf(first(world)).stores
    return reference
      ? storesOf(reference, world).map(({ kind, namespace, name }) => `${kind} ${namespace}/${name}`)
      : []
  }

  test.each([
    ['{ namespace: shop }', '{ name: a }', ['SecretStore shop/a']],
    ['{ namespace: third }', '{ name: a }', []],
    ['{ name: everywhere }', '{ name: a }', ['SecretStore shop/a', 'SecretStore other/a']],
    ['{ namespace: "${NS}" }', '{ name: a }', ['SecretStore shop/a', 'SecretStore other/a']],
    ['{ namespace: shop }', '{ name: unplaced }', ['SecretStore undefined/unplaced']],
    ['{ namespace: shop }', '{ kind: ClusterSecretStore, name: a }', ['ClusterSecretStore undefined/a']],
    ['{ namespace: shop }', '{ labelSelector: { matchLabels: { team: shop } } }', ['SecretStore shop/a']],
    ['{ namespace: shop }', '{ labelSelector: {} }', ['SecretStore shop/a', 'SecretStore undefined/unplaced']],
    ['{ namespace: shop }', '{ kind: "${KIND}", name: a }', []],
    ['{ namespace: shop }', '{}', []],
  ])('%s with %s', (metadata, ref, expected) => expect(found(metadata, ref)).toEqual(expected))
})

test('generatorsOf finds the generator of that kind, in its namespace or of the cluster', () => {
  const world = worldOf(`
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: a, namespace: shop }
spec:
  dataFrom:
    - sourceRef: { generatorRef: { kind: Password, name: p } }
    - sourceRef: { generatorRef: { kind: ClusterGenerator, name: p } }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: Password
metadata: { name: p, namespace: other }
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: p }
`)
  const found = referencesOf(first(world)).generators.map(reference => generatorsOf(reference, world).map(g => g.kind))
  expect(found).toEqual([[], ['ClusterGenerator']])
})

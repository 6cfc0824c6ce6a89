import { describe, expect, test } from 'vitest'
import { accountsOf, storeSigningInAs } from '../../src/check/store-accounts.ts'
import { worldOf } from '../world.ts'

const store = (kind: string, namespace: string | undefined, provider: object, name = 'store'): object => ({
  apiVersion: 'external-secrets.io/v1',
  kind,
  metadata: { name, namespace },
  spec: { provider },
})

const request = (namespace: string, kind = 'ClusterSecretStore'): object => ({
  apiVersion: 'external-secrets.io/v1',
  kind: 'ExternalSecret',
  metadata: { name: 'x', namespace },
  spec: { secretStoreRef: { kind, name: 'store' }, data: [{ secretKey: 'k', remoteRef: { key: 'k' } }] },
})

const push = (namespace: string): object => ({
  apiVersion: 'external-secrets.io/v1alpha1',
  kind: 'PushSecret',
  metadata: { name: 'x', namespace },
  spec: { secretStoreRefs: [{ kind: 'ClusterSecretStore', name: 'store' }] },
})

const aws = (serviceAccountRef: unknown): object => ({ aws: { auth: { jwt: { serviceAccountRef } } } })

function accounts(first: object, ...others: object[]) {
  const world = worldOf([first, ...others].map(manifest => JSON.stringify(manifest)).join('\n---\n'))
  const [manifest] = world.manifests
  if (!manifest) throw new Error('no store')
  return accountsOf(manifest, world).map(({ name, namespaces, path }) => ({ name, namespaces, path }))
}

const path = ['spec', 'provider', 'aws', 'auth', 'jwt', 'serviceAccountRef']

test('the first store that signs in as an account is found, in each of its namespaces', () => {
  const world = worldOf(
    [
      store('SecretStore', 'baz', aws({ name: 'reader' }), 'own'),
      store('ClusterSecretStore', undefined, aws({ name: 'reader' })),
      request('shop'),
      request('bar'),
    ]
      .map(manifest => JSON.stringify(manifest))
      .join('\n---\n'),
  )
  const found = (namespace: string, name = 'reader') =>
    storeSigningInAs({ kind: 'ServiceAccount', namespace, name }, world)?.kind
  expect(['shop', 'bar', 'baz', 'tools'].map(namespace => found(namespace))).toEqual([
    'ClusterSecretStore',
    'ClusterSecretStore',
    'SecretStore',
    undefined,
  ])
  expect(found('shop', 'other')).toBeUndefined()
})

describe('accountsOf', () => {
  test('a SecretStore takes the ServiceAccount from its own namespace, whatever it says', () => {
    const own = { name: 'reader', namespaces: ['shop'], path }
    expect(accounts(store('SecretStore', 'shop', aws({ name: 'reader' })))).toEqual([own])
    expect(accounts(store('SecretStore', 'shop', aws({ name: 'reader', namespace: 'other' })))).toEqual([own])
  })

  test('a ClusterSecretStore takes it from the namespace it names', () => {
    const named = store('ClusterSecretStore', undefined, aws({ name: 'reader', namespace: 'eso' }))
    expect(accounts(named, request('shop'))).toEqual([{ name: 'reader', namespaces: ['eso'], path }])
    const later = store('ClusterSecretStore', undefined, aws({ name: 'reader', namespace: '${NS}' }))
    expect(accounts(later, request('shop')), 'filled in later').toEqual([])
  })

  test('a ClusterSecretStore that names none takes it from the namespace of each user', () => {
    const open = store('ClusterSecretStore', undefined, aws({ name: 'reader' }))
    const [account] = accounts(open, request('shop'), push('bar'), request('shop'), request('baz', 'SecretStore'))
    expect(account?.namespaces).toEqual(['shop', 'bar'])
    expect(accounts(open)[0]?.namespaces).toEqual([])
  })

  test('every reference of a provider counts', () => {
    const both = {
      vault: {
        auth: { kubernetes: { serviceAccountRef: { name: 'a' } }, iam: { jwt: { serviceAccountRef: { name: 'b' } } } },
      },
    }
    expect(
      accounts(store('SecretStore', 'shop', both))
        .map(({ name }) => name)
        .sort(),
    ).toEqual(['a', 'b'])
  })

  test.each([{ name: '${READER}' }, { name: '' }, { name: 7 }, {}, 'reader', null])(
    'nothing is known of %j',
    reference => {
      expect(accounts(store('SecretStore', 'shop', aws(reference)))).toEqual([])
    },
  )
})

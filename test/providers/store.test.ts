import { describe, expect, test } from 'vitest'
import type { Manifest } from '../../src/parse/manifest.ts'
import {
  connectedOf,
  foreignNamespaceIn,
  generatorOf,
  providerOf,
  replaceableCredentials,
  storedCredentials,
  titleOf,
} from '../../src/providers/store.ts'
import { manifestsOf } from '../world.ts'

function storeWith(spec: string): Manifest {
  const text = `apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a }\nspec: ${spec}\n`
  const [store] = manifestsOf(text)
  if (!store) throw new Error('no store')
  return store
}

describe('providerOf', () => {
  test('knows the name, the path and what the table says', () => {
    const provider = providerOf(storeWith('{ provider: { aws: { region: eu } } }'))
    expect(provider).toMatchObject({ name: 'aws', path: ['spec', 'provider', 'aws'], config: { region: 'eu' } })
    expect(provider?.known?.title).toBe('AWS')
  })

  test('a provider that the table does not know is one', () => {
    expect(providerOf(storeWith('{ provider: { novel: {} } }'))).toMatchObject({ name: 'novel', known: undefined })
    expect(providerOf(storeWith('{ provider: { toString: {} } }'))?.known).toBeUndefined()
  })

  test.each([
    '~',
    '{}',
    '[]',
    '{ provider: ~ }',
    '{ provider: {} }',
    '{ provider: [aws] }',
    '{ provider: aws }',
    '{ provider: { aws: ~ } }',
    '{ provider: { aws: [] } }',
    '{ provider: { aws: {}, vault: {} } }',
    '{ provider: "${PROVIDER}" }',
    '{ provider: { aws: "${AWS}" } }',
    '{ provider: { aws: {{ .Values.aws }} } }',
    '{ provider: {{ toYaml .Values.provider }} }',
    '{ provider: { "${NAME}": {} } }',
  ])('%s has none that is known', spec => {
    expect(providerOf(storeWith(spec))).toBeUndefined()
  })
})

/** The fields of what is found in `provider: …`, each with its Secret. */
function found(provider: string, of: typeof storedCredentials = replaceableCredentials): string[] {
  const known = providerOf(storeWith(`{ provider: ${provider} }`))
  return known ? of(known).map(({ credential, secret }) => `${credential.field} ${secret}`) : ['no provider']
}

const REF = '{ name: a, key: b }'

describe('credentials that could be replaced', () => {
  test.each([
    [
      `{ aws: { auth: { secretRef: { accessKeyIDSecretRef: ${REF}, secretAccessKeySecretRef: ${REF} } } } }`,
      'auth.secretRef a',
    ],
    [`{ aws: { auth: { secretRef: { sessionTokenSecretRef: { name: c, namespace: d } } } } }`, 'auth.secretRef d/c'],
    [`{ gcpsm: { auth: { secretRef: { secretAccessKeySecretRef: ${REF} } } } }`, 'auth.secretRef a'],
    [
      `{ gcpsm: { auth: { workloadIdentityFederation: { awsSecurityCredentials: { awsCredentialsSecretRef: ${REF} } } } } }`,
      'auth.workloadIdentityFederation.awsSecurityCredentials.awsCredentialsSecretRef a',
    ],
    [`{ azurekv: { authSecretRef: { clientId: ${REF}, clientSecret: ${REF} } } }`, 'authSecretRef a'],
    [`{ azurekv: { authType: ServicePrincipal, authSecretRef: { clientCertificate: ${REF} } } }`, 'authSecretRef a'],
    [`{ azurekv: { authType: ~, authSecretRef: { clientSecret: ${REF} } } }`, 'authSecretRef a'],
    [`{ vault: { auth: { tokenSecretRef: ${REF} } } }`, 'auth.tokenSecretRef a'],
    [`{ vault: { auth: { userPass: { username: u, secretRef: ${REF} } } } }`, 'auth.userPass a'],
    [`{ vault: { auth: { ldap: { username: u, secretRef: ${REF} } } } }`, 'auth.ldap a'],
    [`{ vault: { auth: { jwt: { role: r, secretRef: ${REF} } } } }`, 'auth.jwt.secretRef a'],
    [`{ vault: { auth: { kubernetes: { role: r, secretRef: ${REF} } } } }`, 'auth.kubernetes.secretRef a'],
    [`{ vault: { auth: { iam: { secretRef: { accessKeyIDSecretRef: ${REF} } } } } }`, 'auth.iam.secretRef a'],
    [`{ vault: { auth: { gcp: { secretRef: { secretAccessKeySecretRef: ${REF} } } } } }`, 'auth.gcp.secretRef a'],
    [`{ kubernetes: { auth: { token: { bearerToken: ${REF} } } } }`, 'auth.token a'],
    [`{ kubernetes: { auth: { cert: { clientCert: ${REF}, clientKey: { name: c } } } } }`, 'auth.cert c'],
    [`{ kubernetes: { authRef: ${REF} } }`, 'authRef a'],
    ['{ kubernetes: { authRef: { key: b } } }', 'authRef undefined'],
    ['{ kubernetes: { authRef: { name: "${NAME}" } } }', 'authRef undefined'],
    [`{ oracle: { principalType: "", auth: { secretRef: { privatekey: ${REF} } } } }`, 'auth a'],
    [`{ akeyless: { authSecretRef: { secretRef: { accessTypeParam: ${REF} } } } }`, 'authSecretRef.secretRef a'],
    [`{ pulumi: { accessToken: { secretRef: ${REF} } } }`, 'accessToken a'],
  ])('%s', (provider, expected) => {
    expect(found(provider)).toEqual([expected])
  })

  test('each of several is one', () => {
    const provider = `{ vault: { auth: { tokenSecretRef: ${REF}, userPass: { secretRef: ${REF} } } } }`
    expect(found(provider)).toEqual(['auth.tokenSecretRef a', 'auth.userPass a'])
  })

  test.each([
    '{ aws: { region: eu } }',
    '{ aws: { auth: {} } }',
    '{ aws: { auth: { jwt: { serviceAccountRef: { name: a } } } } }',
    `{ aws: { auth: { secretRef: { accessKeyIDSecretRef: ${REF} } } } }`,
    '{ aws: { auth: { secretRef: {} } } }',
    '{ aws: { auth: { secretRef: { secretAccessKeySecretRef: {} } } } }',
    '{ aws: { auth: { secretRef: "${REF}" } } }',
    '{ aws: { auth: { secretRef: { secretAccessKeySecretRef: {{ .Values.ref }} } } } }',
    '{ gcpsm: { auth: { workloadIdentity: { serviceAccountRef: { name: a } } } } }',
    `{ azurekv: { authType: WorkloadIdentity, authSecretRef: { clientId: ${REF}, tenantId: ${REF} } } }`,
    `{ azurekv: { authType: WorkloadIdentity, authSecretRef: { clientId: ${REF}, clientSecret: ${REF} } } }`,
    `{ azurekv: { authType: "\${TYPE}", authSecretRef: { clientSecret: ${REF} } } }`,
    '{ azurekv: { authType: ManagedIdentity } }',
    '{ azurekv: { serviceAccountRef: { name: a } } }',
    '{ vault: { auth: { kubernetes: { role: r, serviceAccountRef: { name: a } } } } }',
    `{ vault: { auth: { cert: { clientCert: ${REF}, secretRef: ${REF} } } } }`,
    `{ vault: { tls: { certSecretRef: ${REF}, keySecretRef: ${REF} } } }`,
    `{ vault: { auth: { appRole: { roleId: r, secretRef: ${REF} } } } }`,
    '{ kubernetes: { auth: { serviceAccount: { name: a } } } }',
    `{ onepassword: { auth: { secretRef: { connectTokenSecretRef: ${REF} } } } }`,
    `{ novel: { auth: { secretRef: ${REF} } } }`,
    `{ vault: { auth: { kubernetes: { role: r, secretRef: ${REF}, serviceAccountRef: { name: a } } } } }`,
    `{ akeyless: { authSecretRef: { secretRef: { accessTypeParam: ${REF} }, kubernetesAuth: {} } } }`,
    `{ oracle: { principalType: Workload, auth: { secretRef: { privatekey: ${REF} } } } }`,
  ])('%s: none', provider => {
    expect(found(provider)).toEqual([])
  })
})

test('credentials without a keyless way, and those that may stay, are stored ones all the same', () => {
  const connect = `{ onepassword: { auth: { secretRef: { connectTokenSecretRef: ${REF} } } } }`
  expect(found(connect, storedCredentials)).toEqual(['auth.secretRef.connectTokenSecretRef a'])
  const appRole = `{ vault: { auth: { appRole: { roleId: r, secretRef: ${REF} } } } }`
  expect(found(appRole, storedCredentials)).toEqual(['auth.appRole.secretRef a'])
})

test('a credential is shared when its namespace is given, and looked up where it is used when not', () => {
  const isShared = (reference: string): boolean | undefined => {
    const provider = providerOf(storeWith(`{ provider: { vault: { auth: { tokenSecretRef: ${reference} } } } }`))
    return provider && storedCredentials(provider)[0]?.isShared
  }
  expect(isShared('{ name: a, namespace: eso }')).toBe(true)
  expect(isShared('{ name: a, namespace: "" }')).toBe(false)
  expect(isShared('{ name: a }')).toBe(false)
})

test('the namespace that a store reads besides its own', () => {
  const namespaceOf = (provider: string): string | undefined => {
    const known = providerOf(storeWith(`{ provider: ${provider} }`))
    return known && foreignNamespaceIn(known)?.namespace
  }
  expect(namespaceOf('{ kubernetes: { remoteNamespace: shop } }')).toBe('shop')
  expect(namespaceOf('{ kubernetes: { remoteNamespace: "" } }')).toBeUndefined()
  expect(namespaceOf('{ kubernetes: {} }')).toBeUndefined()
  expect(namespaceOf('{ vault: { namespace: shop } }')).toBeUndefined()
})

describe('generatorOf', () => {
  const of = (kind: string, spec: string): ReturnType<typeof generatorOf> => {
    const [manifest] = manifestsOf(
      `apiVersion: generators.external-secrets.io/v1alpha1\nkind: ${kind}\nmetadata: { name: a }\nspec: ${spec}\n`,
    )
    return manifest && generatorOf(manifest)
  }

  test('by its kind, below spec or a block of it', () => {
    expect(of('ECRAuthorizationToken', '{ region: eu }')).toMatchObject({ path: ['spec'], config: { region: 'eu' } })
    expect(of('VaultDynamicSecret', '{ provider: { server: s } }')?.path).toEqual(['spec', 'provider'])
  })

  test('in a ClusterGenerator by the kind it names', () => {
    const path = ['spec', 'generator', 'vaultDynamicSecretSpec', 'provider']
    const spec = '{ kind: VaultDynamicSecret, generator: { vaultDynamicSecretSpec: { provider: { server: s } } } }'
    expect(of('ClusterGenerator', spec)?.path).toEqual(path)
    expect(of('ClusterGenerator', '{ kind: Fake, generator: { uuidSpec: {} } }')).toBeUndefined()
    expect(of('ClusterGenerator', '{ kind: "${KIND}", generator: { uuidSpec: {} } }')).toBeUndefined()
  })

  test.each(['~', '[]', 'text', '{{ .Values.spec }}'])('none in spec: %s', spec => {
    expect(of('ECRAuthorizationToken', spec)).toBeUndefined()
  })
})

test('a store and a generator are both connected to something with a title', () => {
  const store = connectedOf(storeWith('{ provider: { aws: {} } }'))
  expect(store && titleOf(store)).toBe('AWS')
  const unknown = connectedOf(storeWith('{ provider: { novel: {} } }'))
  expect(unknown && titleOf(unknown)).toBe('novel')
  const [uuid] = manifestsOf(
    'apiVersion: generators.external-secrets.io/v1alpha1\nkind: UUID\nmetadata: { name: a }\nspec: {}\n',
  )
  const generator = uuid && connectedOf(uuid)
  expect(generator && titleOf(generator)).toBe('UUID generator')
})

import { describe, expect, test } from 'vitest'
import type { Manifest } from '../../src/parse/manifest.ts'
import {
  accountsNamedBy,
  credentialsNamedBy,
  isApiServerAmong,
  isNamed,
  type Named,
} from '../../src/providers/named.ts'
import { manifestsOf } from '../world.ts'

function manifest(yaml: string, file?: string): Manifest {
  const [first] = manifestsOf(yaml, file)
  if (!first) throw new Error('no manifest')
  return first
}

const store = (head: string, provider: string, file?: string): Manifest =>
  manifest(`apiVersion: external-secrets.io/v1\n${head}\nspec: { provider: ${provider} }\n`, file)

const OWN = 'kind: SecretStore\nmetadata: { name: a, namespace: shop }'
const CLUSTER = 'kind: ClusterSecretStore\nmetadata: { name: a }'

describe('credentialsNamedBy', () => {
  const found = (of: Manifest): string[] =>
    credentialsNamedBy(of).map(
      ({ name, namespace, key, what, path }) => `${what}: ${namespace}/${name}#${key} at ${path.join('.')}`,
    )

  test('the secret halves that are read, and the keys of client certificates', () => {
    const vault = `{ vault: { auth: { tokenSecretRef: { name: t, key: k }, appRole: { roleRef: { name: r } } }, tls: { certSecretRef: { name: c }, keySecretRef: { name: p } } } }`
    expect(found(store(OWN, vault))).toEqual([
      'token: shop/t#k at spec.provider.vault.auth.tokenSecretRef',
      'private key: shop/p#undefined at spec.provider.vault.tls.keySecretRef',
    ])
    expect(
      found(store(OWN, `{ azurekv: { authType: WorkloadIdentity, authSecretRef: { clientSecret: { name: s } } } }`)),
    ).toEqual([])
  })

  test('each item of a list', () => {
    const webhook = '{ webhook: { secrets: [{ secretRef: { name: a } }, { secretRef: { name: b } }] } }'
    expect(found(store(OWN, webhook))).toHaveLength(2)
  })

  test('a namespace counts in a cluster-wide store only', () => {
    const token = '{ vault: { auth: { tokenSecretRef: { name: t, namespace: eso } } } }'
    expect(found(store(OWN, token))[0]).toContain('shop/t')
    expect(found(store(CLUSTER, token))[0]).toContain('eso/t')
  })

  test('names that are filled in later are left out', () => {
    expect(found(store(OWN, '{ vault: { auth: { tokenSecretRef: { name: "${NAME}" } } } }'))).toEqual([])
    expect(found(store(CLUSTER, '{ vault: { auth: { tokenSecretRef: { name: t, namespace: "${NS}" } } } }'))).toEqual(
      [],
    )
  })
})

test('accounts whose annotation is asked for, unless the store says it', () => {
  const names = (provider: string): string[] =>
    accountsNamedBy(store(OWN, provider)).map(({ name, annotation }) => `${name} ${annotation.key}`)
  expect(names('{ aws: { auth: { jwt: { serviceAccountRef: { name: a } } } } }')).toEqual([
    'a eks.amazonaws.com/role-arn',
  ])
  expect(names('{ azurekv: { serviceAccountRef: { name: a } } }')).toEqual(['a azure.workload.identity/client-id'])
  expect(names('{ azurekv: { serviceAccountRef: { name: a }, authSecretRef: { clientId: { name: b } } } }')).toEqual([])
  expect(names('{ vault: { auth: { kubernetes: { serviceAccountRef: { name: a } } } } }')).toEqual([])
})

describe('isNamed', () => {
  const secret = (name: string, namespace: string | undefined, file?: string): Manifest =>
    manifest(
      `apiVersion: v1\nkind: Secret\nmetadata: { name: ${name}${namespace ? `, namespace: ${namespace}` : ''} }\n`,
      file,
    )
  const first = (of: Manifest): Named => {
    const [named] = credentialsNamedBy(of)
    if (!named) throw new Error('names nothing')
    return named
  }
  const TOKEN = '{ vault: { auth: { tokenSecretRef: { name: t } } } }'

  test('by name and namespace', () => {
    const named = first(store(OWN, TOKEN))
    expect(isNamed(named, secret('t', 'shop'))).toBe(true)
    expect(isNamed(named, secret('t', 'other'))).toBe(false)
    expect(isNamed(named, secret('u', 'shop'))).toBe(false)
  })

  test('in any namespace where a cluster-wide store does not say it', () => {
    expect(isNamed(first(store(CLUSTER, TOKEN)), secret('t', 'other'))).toBe(true)
  })

  test('by the folder where nobody says the namespace', () => {
    const named = first(store('kind: SecretStore\nmetadata: { name: a }', TOKEN, 'apps/a/store.yaml'))
    expect(isNamed(named, secret('t', undefined, 'apps/a/secret.yaml'))).toBe(true)
    expect(isNamed(named, secret('t', undefined, 'apps/b/secret.yaml'))).toBe(false)
  })
})

test.each([
  [undefined, true],
  [[], true],
  [['vault'], false],
  [['vault', 'https://kubernetes.default.svc.cluster.local'], true],
  [['kubernetes.default.svc'], true],
  [['https://[fd00::10]:6443'], true],
  [['k3s'], true],
  [['https://vault.example.com:8200'], false],
  [['https://kubernetes.example.com'], false],
  ['${AUDIENCES}', false],
])('a token for %j opens the API server: %s', (audiences, expected) => {
  expect(isApiServerAmong(audiences)).toBe(expected)
})

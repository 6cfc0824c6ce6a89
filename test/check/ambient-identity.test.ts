import { describe, expect, test } from 'vitest'
import { ambientIdentity, tenantsOf } from '../../src/check/ambient-identity.ts'
import { connectedOf } from '../../src/providers/store.ts'
import { manifestsOf, worldOf } from '../world.ts'

const store = (provider: string, namespace = 'shop'): string =>
  `apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a, namespace: ${namespace} }\nspec: { provider: ${provider} }\n---\n`

function identityIn(provider: string): string | undefined {
  const [manifest] = manifestsOf(store(provider))
  const connected = manifest && connectedOf(manifest)
  return connected && ambientIdentity(connected)?.as
}

describe('ambientIdentity', () => {
  test.each([
    '{ aws: { region: eu } }',
    '{ aws: { auth: {} } }',
    '{ gcpsm: { auth: ~ } }',
    '{ azurekv: { authType: WorkloadIdentity } }',
    '{ oracle: { region: eu } }',
    '{ oracle: { principalType: InstancePrincipal, auth: {} } }',
    '{ volcengine: { region: cn } }',
    '{ vault: { auth: { gcp: { serviceAccountRef: { name: a } } } } }',
    '{ ibm: { auth: { containerAuth: { profile: a } } } }',
  ])('%s signs in as the pod', provider => {
    expect(identityIn(provider)).toBeDefined()
  })

  test.each([
    '{ aws: { auth: { jwt: {} } } }',
    '{ aws: { auth: "${AUTH}" } }',
    '{ gcpsm: { auth: { workloadIdentityFederation: {} } } }',
    '{ azurekv: { vaultUrl: a } }',
    '{ azurekv: { authType: WorkloadIdentity, serviceAccountRef: { name: a } } }',
    '{ oracle: { auth: {} } }',
    '{ oracle: { principalType: UserPrincipal } }',
    '{ vault: { auth: {} } }',
    '{ doppler: {} }',
    '{ novel: {} }',
  ])('%s does not', provider => {
    expect(identityIn(provider)).toBeUndefined()
  })
})

test('tenants are the teams of the config, else namespaces', () => {
  const yaml =
    store('{ aws: {} }') + store('{ aws: {} }', 'cart') + store('{ aws: {} }', 'bank') + store('{ gcpsm: {} }', 'lab')
  const teams = { sales: { namespaces: ['shop', 'cart'] } }
  const [manifest] = manifestsOf(yaml)
  const connected = manifest && connectedOf(manifest)
  const ambient = connected && ambientIdentity(connected)
  if (!ambient) throw new Error('no ambient identity')
  expect(tenantsOf(ambient, worldOf(yaml))).toEqual(['namespace bank', 'namespace cart', 'namespace shop'])
  expect(tenantsOf(ambient, worldOf(yaml, { config: { teams } }))).toEqual(['namespace bank', 'team sales'])
})

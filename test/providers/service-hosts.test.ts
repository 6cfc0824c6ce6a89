import { expect, test } from 'vitest'
import { serviceHosts } from '../../src/providers/service-hosts.ts'
import { connectedOf } from '../../src/providers/store.ts'
import { manifestsOf } from '../world.ts'

function hostsOf(kind: string, spec: string) {
  const group = kind.endsWith('Store') ? 'external-secrets.io/v1' : 'generators.external-secrets.io/v1alpha1'
  const [manifest] = manifestsOf(`apiVersion: ${group}\nkind: ${kind}\nmetadata: { name: a }\nspec: ${spec}`)
  const connected = manifest && connectedOf(manifest)
  if (!connected) throw new Error('the example is no store')
  return serviceHosts(connected)
}
const ofStore = (provider: string) => hostsOf('SecretStore', `{ provider: ${provider} }`)

test('AWS: the service of the region, and where sessions come from', () => {
  expect(ofStore('{ aws: { service: SecretsManager, region: eu-west-1 } }')).toEqual([
    'secretsmanager.eu-west-1.amazonaws.com',
    'sts.eu-west-1.amazonaws.com',
  ])
  expect(ofStore('{ aws: { service: ParameterStore, region: cn-north-1, auth: { secretRef: {} } } }')).toEqual([
    'ssm.cn-north-1.amazonaws.com.cn',
  ])
  expect(
    ofStore('{ aws: { service: ParameterStore, region: a, role: r, auth: { secretRef: { x: y } } } }'),
  ).toHaveLength(2)
  expect(ofStore('{ aws: { service: SecretsManager, region: "${REGION}" } }')).toBeUndefined()
  expect(ofStore('{ aws: { service: "${SERVICE}", region: eu-west-1 } }')).toBeUndefined()
  expect(ofStore('{ aws: { service: constructor, region: eu-west-1 } }')).toBeUndefined()
  expect(hostsOf('ECRAuthorizationToken', '{ region: eu-west-1, scope: public }')).toEqual([
    'api.ecr-public.us-east-1.amazonaws.com',
  ])
})

test('Google and Azure: the service and where they sign in', () => {
  expect(ofStore('{ gcpsm: { projectID: p, location: europe-west1, auth: { workloadIdentity: { a: b } } } }')).toEqual([
    'secretmanager.europe-west1.rep.googleapis.com',
    'securetoken.googleapis.com',
    'iamcredentials.googleapis.com',
  ])
  expect(ofStore('{ gcpsm: { auth: { secretRef: { a: b } } } }')).toEqual([
    'secretmanager.googleapis.com',
    'oauth2.googleapis.com',
  ])
  expect(ofStore('{ azurekv: { vaultUrl: "https://a.vault.azure.net" } }')).toEqual(['login.microsoftonline.com'])
  expect(ofStore('{ azurekv: { environmentType: ChinaCloud } }')).toEqual(['login.chinacloudapi.cn'])
  expect(ofStore('{ azurekv: { authType: ManagedIdentity } }')).toEqual([])
  expect(ofStore('{ azurekv: { environmentType: Moon } }')).toBeUndefined()
  expect(hostsOf('ACRAccessToken', '{ registry: a.azurecr.io, auth: { workloadIdentity: {} } }')).toEqual([
    'a.azurecr.io',
    'login.microsoftonline.com',
  ])
})

test('fixed ones, none, and those nobody knows', () => {
  expect(ofStore('{ doppler: { auth: {} } }')).toEqual(['api.doppler.com'])
  expect(ofStore('{ akeyless: { akeylessGWApiURL: "https://gw.example.com" } }')).toEqual([])
  expect(ofStore('{ fake: { data: [] } }')).toEqual([])
  expect(hostsOf('Password', '{ length: 8 }')).toEqual([])
  expect(ofStore('{ keepersecurity: { folderID: x } }')).toBeUndefined()
  expect(ofStore('{ constructor: { a: b } }')).toBeUndefined()
})

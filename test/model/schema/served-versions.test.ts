import { describe, expect, test } from 'vitest'
import { servableVersions, unservedVersion } from '../../../src/model/schema/served-versions.ts'
import { worldOf } from '../../world.ts'

const install = (version: string): string => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso-${version.replaceAll('.', '-')} }
spec:
  template:
    spec:
      containers:
        - { name: controller, image: "registry.example.com/external-secrets:${version}" }
`

/** Whether the version of an object is surely not served, maybe not, or served. */
function verdict(apiVersion: string, kind: string, ...versions: string[]): string {
  const object = `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata: { name: x, namespace: y }`
  const world = worldOf([object, ...versions.map(install)].join('\n---\n'))
  const [manifest] = world.manifests
  if (!manifest) throw new Error('no object')
  const unserved = unservedVersion(manifest, world)
  return unserved === undefined ? 'served' : unserved.isSure ? 'not' : 'maybe not'
}

describe('ExternalSecret', () => {
  test.each([
    ['v1alpha1', 'v0.15.1', 'served'],
    ['v1alpha1', 'v0.16.0', 'not'],
    ['v1beta1', 'v0.16.2', 'served'],
    ['v1beta1', 'v0.17.0', 'not'],
    ['v1', 'v0.15.1', 'not'],
    ['v1', 'v0.16.0', 'served'],
    ['v2', 'v2.9.0', 'not'],
  ])('%s with ESO %s: %s', (version, installed, wanted) => {
    expect(verdict(`external-secrets.io/${version}`, 'ExternalSecret', installed)).toBe(wanted)
  })

  test('where nobody says which version runs, what the newest do not serve may not be served', () => {
    expect(verdict('external-secrets.io/v1beta1', 'ExternalSecret')).toBe('maybe not')
    expect(verdict('external-secrets.io/v1beta1', 'ExternalSecret', 'main')).toBe('maybe not')
    expect(verdict('external-secrets.io/v1', 'ExternalSecret')).toBe('served')
    expect(verdict('external-secrets.io/v1', 'ExternalSecret', 'main')).toBe('served')
  })

  test('one of several installs that serves it is enough', () => {
    expect(verdict('external-secrets.io/v1beta1', 'ExternalSecret', 'v0.10.7', 'v2.9.0')).toBe('served')
    expect(verdict('external-secrets.io/v1beta1', 'ExternalSecret', 'v0.18.0', 'v2.9.0')).toBe('not')
  })
})

test.each(['PushSecret', 'ClusterPushSecret'])('%s has been v1alpha1 all the time', kind => {
  for (const installed of ['v0.10.7', 'v2.9.0'])
    expect(verdict('external-secrets.io/v1alpha1', kind, installed)).toBe('served')
  expect(verdict('external-secrets.io/v1alpha1', kind)).toBe('served')
  expect(verdict('external-secrets.io/v1', kind, 'v2.9.0')).toBe('not')
  expect(verdict('external-secrets.io/v1', kind)).toBe('maybe not')
})

test('generators are v1alpha1', () => {
  expect(verdict('generators.external-secrets.io/v1alpha1', 'Password', 'v2.9.0')).toBe('served')
  expect(verdict('generators.external-secrets.io/v1', 'Password', 'v2.9.0')).toBe('not')
})

test('a version that is filled in later is unknown', () => {
  expect(verdict('external-secrets.io/${VERSION}', 'ExternalSecret', 'v2.9.0')).toBe('served')
})

describe('the versions that may be served', () => {
  const STORE = 'external-secrets.io/SecretStore'
  test.each([
    ['nobody says which version runs', '', ['v1alpha1', 'v1beta1', 'v1', 'v2']],
    ['the installed version serves', install('v2.9.0'), ['v1']],
    ['the installed version served before', install('v0.16.2'), ['v1beta1', 'v1']],
    [
      'the CRD of the set serves',
      `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: secretstores.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: SecretStore }
  versions: [{ name: v1, served: true }, { name: v1beta1, served: false }, { name: v3, served: true }]
`,
      ['v1', 'v3'],
    ],
  ])('%s', (_, yaml, versions) => {
    expect(servableVersions(STORE, ['v2', 'v1'], worldOf(yaml))).toEqual(versions)
  })
})

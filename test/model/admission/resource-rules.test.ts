import { expect, test } from 'vitest'
import { writesTaken } from '../../../src/model/admission/resource-rules.ts'
import { worldOf } from '../../world.ts'

const INSTALL = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: external-secrets, namespace: eso }
spec: { template: { spec: { containers: [{ name: controller, image: "ghcr.io/external-secrets/external-secrets:v2.9.0" }] } } }
`
const STORES = {
  apiGroups: ['external-secrets.io'],
  apiVersions: ['v1'],
  operations: ['CREATE'],
  resources: ['secretstores'],
}

/** The resources that are taken in, with ESO 2.9.0; those that are named end in `!`. */
const taken = (match: object): string[] => [
  ...new Set(writesTaken(match, worldOf(INSTALL)).map(({ resource, isNamed }) => `${resource}${isNamed ? '!' : ''}`)),
]
const CLUSTER = ['clusterexternalsecrets!', 'clusterpushsecrets!', 'clustersecretstores!']
const NAMESPACED = ['externalsecrets!', 'pushsecrets!', 'secretstores!']

test.each([
  [{}, ['secretstores!']],
  [{ resources: ['secretstores/*'] }, ['secretstores!']],
  [{ resources: ['secretstores/status'] }, []],
  [{ resources: ['*/status'] }, []],
  [{ resources: ['*/*'], apiVersions: ['*'] }, [...CLUSTER, ...NAMESPACED]],
  [
    { resources: ['*'], apiGroups: ['*'], scope: 'Cluster', apiVersions: ['*'] },
    CLUSTER.map(name => name.slice(0, -1)),
  ],
  [{ resources: ['*'], scope: 'Namespaced', apiVersions: ['*'] }, NAMESPACED],
  [{ resources: ['*'], scope: '${SCOPE}', apiVersions: ['*'] }, [...CLUSTER, ...NAMESPACED]],
  // PushSecrets have no v1 yet, and v1beta1 is gone.
  [{ resources: ['externalsecrets', 'pushsecrets'] }, ['externalsecrets!']],
  [{ apiVersions: ['v1beta1'] }, []],
  [{ apiVersions: ['v1beta1'], resources: ['secrets'], apiGroups: [''] }, []],
  [{ apiVersions: ['v1'], resources: ['*'], apiGroups: [''] }, ['secrets']],
  // Neither kinds nor patterns are names of resources.
  [{ resources: ['SecretStore'] }, []],
  [{ resources: ['secret*'] }, []],
  [{ operations: ['DELETE'] }, []],
  [{ operations: ['DELETE', 'UPDATE'] }, ['secretstores!']],
  [
    { apiGroups: ['${GROUP}'], resources: ['${RESOURCE}'], scope: 'Cluster' },
    ['clusterexternalsecrets', 'clustersecretstores'],
  ],
  [{ apiGroups: 7, resources: null }, []],
])('a rule with %j takes in %j', (change, expected) => {
  expect(taken({ resourceRules: [{ ...STORES, ...change }] }).sort()).toEqual([...expected].sort())
})

test.each([
  [{}, []],
  [{ operations: ['UPDATE'] }, ['secretstores!']],
  [{ apiVersions: ['v1alpha1'] }, ['secretstores!']],
  [{ operations: ['CREATE', '${OPERATION}'] }, ['secretstores!']],
  [{ resourceNames: ['default'] }, ['secretstores!']],
  [{ resourceNames: null }, []],
  [{ resources: ['${RESOURCE}'] }, ['secretstores!']],
  [{ scope: '${SCOPE}' }, ['secretstores!']],
  [{ scope: 'Cluster' }, ['secretstores!']],
])('without a rule with %j, %j are left', (change, expected) => {
  expect(taken({ resourceRules: [STORES], excludeResourceRules: [{ ...STORES, ...change }] })).toEqual(expected)
})

test('a version that no known operator serves is asked about where a rule names it', () => {
  const ids = (apiVersions: string[]): string[] =>
    writesTaken({ resourceRules: [{ ...STORES, apiVersions }] }, worldOf('')).map(({ id }) => id)
  expect(ids(['v7'])).toContain('secretstores v7 CREATE')
  expect(ids(['*'])).not.toContain('secretstores * CREATE')
  expect(ids(['${VERSION}'])).not.toContain('secretstores ${VERSION} CREATE')
})

test('one rule that names the resource among others that take it is enough', () => {
  const rules = [{ ...STORES, resources: ['*'], apiGroups: ['*'] }, STORES]
  expect(taken({ resourceRules: rules })).toContain('secretstores!')
  expect(taken({ resourceRules: [{ ...STORES, resources: ['pods', 'secretstores'] }] })).toEqual(['secretstores!'])
})

test('versions of one object are the same, but where the policy says Exact', () => {
  const served = INSTALL.replace('v2.9.0', 'v0.16.2')
  const ids = (matchPolicy: unknown): string[] =>
    writesTaken({ matchPolicy, resourceRules: [STORES] }, worldOf(served)).map(({ id }) => id)
  expect(ids(undefined)).toEqual(['secretstores v1beta1 CREATE', 'secretstores v1 CREATE'])
  expect(ids('Exact')).toEqual(['secretstores v1 CREATE'])
})

test.each([undefined, null, 7, [], { resourceRules: 7 }, { resourceRules: [7, null] }])(
  'nothing is taken by %j',
  match => {
    expect(writesTaken(match, worldOf(INSTALL))).toEqual([])
  },
)

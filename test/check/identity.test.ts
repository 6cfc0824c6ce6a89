import { describe, expect, test } from 'vitest'
import { checkWorld } from '../../src/check/check.ts'
import { fingerprintOf, stablePath } from '../../src/check/identity.ts'
import { World } from '../../src/model/world.ts'
import certControllerReadsAllSecrets from '../../src/rules/cert-controller-reads-all-secrets.ts'
import clusterWideSecretAccess from '../../src/rules/cluster-wide-secret-access.ts'
import mutableImage from '../../src/rules/mutable-image.ts'
import unrestrictedTokenCreation from '../../src/rules/unrestricted-token-creation.ts'
import vulnerableEsoVersion from '../../src/rules/vulnerable-eso-version.ts'
import { manifestsOf } from '../world.ts'

/** Not all there are, so that a new rule changes nothing here. */
const RULES = [
  certControllerReadsAllSecrets,
  clusterWideSecretAccess,
  mutableImage,
  unrestrictedTokenCreation,
  vulnerableEsoVersion,
]

const DEPLOYMENT = `
apiVersion: apps/v1
kind: Deployment
metadata: { name: eso, namespace: eso }
spec:
  template:
    spec:
      serviceAccountName: controller
      containers:
        - { name: proxy, image: "proxy:latest" }
        - { name: eso, image: "registry.example.com/external-secrets:v2.4.0" }
`
const ROLE = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: eso }
rules:
  - { apiGroups: [""], resources: [configmaps, secrets], verbs: [get, list] }
  - { apiGroups: [""], resources: [serviceaccounts/token], verbs: [create] }
`
const BINDING = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: eso }
roleRef: { kind: ClusterRole, name: eso }
subjects: [{ kind: ServiceAccount, name: controller, namespace: eso }]
`
const SET = [DEPLOYMENT, ROLE, BINDING].join('---')

/** Fingerprints of everything these rules find in a set, sorted. */
const fingerprints = (yaml: string, { file = 'example.yaml', cluster = 'default' } = {}): string[] =>
  checkWorld(RULES, new World(manifestsOf(yaml, file)))
    .map(result => fingerprintOf(result, cluster))
    .sort()

const before = fingerprints(SET)

/** A change that must be in the text, so that the test cannot pass by changing nothing. */
function changed(from: string, to: string): string {
  expect(SET).toContain(from)
  return SET.replace(from, to)
}

test('the set has findings, each with a fingerprint of its own', () => {
  expect(before.length).toBeGreaterThan(4)
  expect(new Set(before).size).toBe(before.length)
  for (const fingerprint of before) expect(fingerprint).toMatch(/^[0-9a-f]{16}$/)
})

describe('fingerprints stay', () => {
  test('when the file is renamed or lines move', () => {
    expect(fingerprints(SET, { file: 'other/place.yaml' })).toEqual(before)
    expect(fingerprints(`# a comment\n\n${SET}`)).toEqual(before)
  })

  test('when documents or lists are re-ordered', () => {
    expect(fingerprints([BINDING, ROLE, DEPLOYMENT].join('---'))).toEqual(before)
    const [proxy, eso] = DEPLOYMENT.split('\n').filter(line => line.includes('image:'))
    expect(fingerprints(SET.replace(`${proxy}\n${eso}`, `${eso}\n${proxy}`))).toEqual(before)
    const [first, second] = ROLE.split('\n').filter(line => line.includes('verbs:'))
    expect(fingerprints(SET.replace(`${first}\n${second}`, `${second}\n${first}`))).toEqual(before)
  })

  test('when something else is added before', () => {
    expect(
      fingerprints(changed('- { name: proxy', '- { name: digest, image: "a@sha256:ab" }\n        - { name: proxy')),
    ).toEqual(before)
  })
})

describe('fingerprints change', () => {
  const differs = (yaml: string): void => {
    const after = fingerprints(yaml)
    expect(after).toHaveLength(before.length)
    expect(after).not.toEqual(before)
  }

  test('with the object, its namespace and the container', () => {
    differs(changed('metadata: { name: eso, namespace: eso }', 'metadata: { name: other, namespace: eso }'))
    differs(changed('{ name: proxy', '{ name: sidecar'))
  })

  test('with the cluster', () => {
    const elsewhere = fingerprints(SET, { cluster: 'production' })
    expect(elsewhere.filter(fingerprint => before.includes(fingerprint))).toEqual([])
  })
})

test('several faults on one node differ by their discriminator', () => {
  const older = fingerprints(changed('external-secrets:v2.4.0', 'external-secrets:v2.3.0'))
  expect(older).toHaveLength(before.length + 1)
  expect(new Set(older).size).toBe(older.length)
})

describe('stable paths', () => {
  const body = { list: [{ name: 'a', x: 1 }, { y: { b: 1, a: 2 } }, 'text'], key: { deep: 1 } }

  test('name list items by their name, else by their content', () => {
    expect(stablePath(body, ['list', 0, 'x'])).toEqual(['list', '[name=a]', 'x'])
    expect(stablePath(body, ['list', 1])).toEqual(stablePath({ list: [{ y: { a: 2, b: 1 } }] }, ['list', 0]))
    expect(stablePath(body, ['list', 1])).not.toEqual(stablePath(body, ['list', 2]))
    expect(stablePath(body, ['key', 'deep'])).toEqual(['key', 'deep'])
  })

  test('are total: a path that leads nowhere has a name too', () => {
    expect(stablePath(body, ['list', 9, 'x', 0])).toHaveLength(4)
    expect(stablePath(undefined, [0, 'a'])).toHaveLength(2)
  })
})

test('the narrower finding takes the place of the broader one, and is another', () => {
  const certs = changed('external-secrets:v2.4.0" }', 'external-secrets:v2.4.0", args: [certcontroller] }')
  const rulesOn = (yaml: string): string[] =>
    checkWorld(RULES, new World(manifestsOf(yaml)))
      .filter(({ path }) => path.join('.') === 'rules.0.resources.1')
      .map(({ rule }) => rule.id)
  expect(rulesOn(SET)).toEqual(['cluster-wide-secret-access'])
  expect(rulesOn(certs)).toEqual(['cert-controller-reads-all-secrets'])
})

import { expect, test } from 'vitest'
import { checkWorld } from '../../../src/check/check.ts'
import type { Config } from '../../../src/config/config.ts'
import { generateAll } from '../../../src/generate/generate.ts'
import { rbac } from '../../../src/generate/rbac/rbac.ts'
import type { Subject } from '../../../src/model/rbac/rbac.ts'
import { verbsGiven } from '../../../src/model/rbac/rbac.ts'
import { rightsOf } from '../../../src/model/rbac/rights.ts'
import type { World } from '../../../src/model/world.ts'
import { RULES } from '../../../src/rules/index.ts'
import { worldOf } from '../../world.ts'
import { CHOICE } from '../choice.ts'
import { OPERATOR } from '../operator.ts'

const CONFIG: Config = {
  operators: [{ kind: 'Group', name: 'platform' }],
  teams: {
    shop: { namespaces: ['shop', 'both'], subjects: [{ kind: 'Group', name: 'shop-devs' }] },
    bank: { namespaces: ['both'], subjects: [{ kind: 'ServiceAccount', name: 'ci' }] },
  },
}

/** Which the operator may make no tokens with. */
const CONTROLLER_ROLE = `
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: controller }
rules: [{ apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get, list, watch] }]
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: controller }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: controller }
subjects: [{ kind: ServiceAccount, name: external-secrets, namespace: eso }]
`
const STORES = `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: gcp, namespace: shop }
spec: { provider: { gcpsm: { projectID: p, auth: { workloadIdentity: { serviceAccountRef: { name: reader } } } } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec: { provider: { aws: { service: SecretsManager, region: a, auth: { jwt: { serviceAccountRef: { name: reader } } } } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: bank }
spec:
  secretStoreRef: { kind: ClusterSecretStore, name: aws }
  data: [{ secretKey: a, remoteRef: { key: b } }]
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ECRAuthorizationToken
metadata: { name: ecr, namespace: shop }
spec: { region: a, auth: { jwt: { serviceAccountRef: { name: puller } } } }
`

const made = (yaml: string, config: Config = {}) => rbac.generate(worldOf(yaml, { config }), CHOICE)

function withRoles(yaml: string, config: Config): World {
  const { files } = generateAll([rbac], [worldOf(yaml, { config })], CHOICE, id => id)
  return worldOf([yaml, ...files.map(({ text }) => text)].join('\n---\n'), { config })
}

function verbsOf(subject: Omit<Subject, 'namespace'> & { namespace?: string }, world: World) {
  return (resource: string, namespace?: string, group = 'external-secrets.io'): string =>
    rightsOf({ namespace: undefined, ...subject }, world.rbac)
      .filter(({ grant }) => grant.namespace === undefined || grant.namespace === namespace)
      .flatMap(({ rule }) => verbsGiven(rule, { group, resource, verbs: ['get', 'create', 'delete'] }))
      .join()
}

test('operators write stores everywhere, look at ExternalSecrets, and see no Secrets', () => {
  const verbs = verbsOf({ kind: 'Group', name: 'platform' }, withRoles(OPERATOR, CONFIG))
  expect(verbs('clustersecretstores')).toBe('get,create,delete')
  expect(verbs('pushsecrets')).toBe('get,create,delete')
  expect(verbs('passwords', undefined, 'generators.external-secrets.io')).toBe('get,create,delete')
  expect(verbs('externalsecrets')).toBe('get')
  expect(verbs('secrets', undefined, '')).toBe('')
})

test('developers write ExternalSecrets in their namespaces, and look at stores and PushSecrets', () => {
  const world = withRoles(OPERATOR, CONFIG)
  const developers = verbsOf({ kind: 'Group', name: 'shop-devs' }, world)
  for (const namespace of ['shop', 'both']) {
    expect(developers('externalsecrets', namespace)).toBe('get,create,delete')
    expect(developers('secretstores', namespace)).toBe('get')
    expect(developers('pushsecrets', namespace)).toBe('get')
    expect(developers('clustersecretstores', namespace)).toBe('')
  }
  expect(developers('externalsecrets', 'bank')).toBe('')
  const account = verbsOf({ kind: 'ServiceAccount', name: 'ci', namespace: 'both' }, world)
  expect(account('externalsecrets', 'both')).toBe('get,create,delete')
})

test('tokens may be made for the ServiceAccounts of stores and generators, and no others', () => {
  const set = [OPERATOR, CONTROLLER_ROLE, STORES].join('\n---\n')
  const missing = (world: World) =>
    checkWorld(RULES, world).filter(({ rule }) => rule.id === 'missing-token-permission').length
  expect(missing(worldOf(set))).toBe(2)
  const world = withRoles(set, CONFIG)
  expect(missing(world)).toBe(0)
  const rules = rightsOf({ kind: 'ServiceAccount', name: 'external-secrets', namespace: 'eso' }, world.rbac)
    .filter(({ rule }) => rule.resources.includes('serviceaccounts/token'))
    .map(({ rule, grant }) => `${grant.namespace}: ${rule.resourceNames}`)
  expect(rules).toEqual(['bank: reader', 'shop: puller,reader'])
})

test('of several controllers each has a role of its own', () => {
  const text = [OPERATOR, OPERATOR.replaceAll('eso', 'eso-b'), STORES].join('\n---\n')
  const names = made(text).files.flatMap(({ documents }) => documents.map(({ body }) => JSON.stringify(body.metadata)))
  expect(new Set(names).size).toBe(4)
})

test('no role has a label, and no finding comes with them', () => {
  const set = [OPERATOR, CONTROLLER_ROLE, STORES].join('\n---\n')
  for (const { documents } of made(set, CONFIG).files)
    for (const { body } of documents) expect(Object.keys(body.metadata ?? {})).not.toContain('labels')
  const said = (world: World) => checkWorld(RULES, world).map(({ rule, manifest }) => `${rule.id} ${manifest?.name}`)
  const before = said(worldOf(set, { config: CONFIG }))
  expect(said(withRoles(set, CONFIG)).filter(line => !before.includes(line))).toEqual([])
})

test('what the config does not say is said, and what is held today', () => {
  expect(made(OPERATOR)).toEqual({
    files: [],
    notes: [
      'the config names no operators: there is no role for those who manage stores and push Secrets',
      'the config has no teams with namespaces: there are no roles for developers',
    ],
  })
  const config: Config = {
    operators: [{ kind: 'ServiceAccount', name: 'deployer' }],
    teams: { shop: { namespaces: ['shop'] } },
  }
  const edit = `${OPERATOR}---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRole
metadata: { name: edit, labels: { rbac.authorization.k8s.io/aggregate-to-edit: "true" } }
rules: [{ apiGroups: [external-secrets.io], resources: [secretstores], verbs: [create] }]
`
  const notes = made(edit, config).notes.join('\n')
  expect(notes).toContain('operator ServiceAccount deployer has no namespace')
  expect(notes).toContain('team shop has no subjects in the config: its roles are bound to nobody')
  expect(notes).toMatch(
    /to revoke: ClusterRole edit: through this label .* SecretStores.* \(developer-can-write-secret-stores\)/,
  )
  expect(made(`${STORES.split('---')[1]}`).notes.join()).toContain(
    'ClusterSecretStore aws signs in as a ServiceAccount',
  )
})

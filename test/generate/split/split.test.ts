import { expect, test } from 'vitest'
import type { Config } from '../../../src/config/config.ts'
import { split } from '../../../src/generate/split/split.ts'
import { worldOf } from '../../world.ts'
import { CHOICE } from '../choice.ts'
import { OPERATOR } from '../operator.ts'

const made = (yaml: string, teams: Config['teams']) =>
  split.generate(worldOf(yaml, { config: teams ? { teams } : {} }), CHOICE)
const bodies = (yaml: string, teams: Config['teams']) =>
  made(yaml, teams).files.map(({ name, documents }) => [name, ...documents.map(({ body }) => body)])

const request = (name: string, namespace: string, kind: string) => `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: ${name}, namespace: ${namespace} }
spec:
  secretStoreRef: { kind: ${kind}, name: store }
  data: [{ secretKey: a, remoteRef: { key: b } }]
`
const STORE = `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: store, namespace: shop }
spec: { provider: { aws: { service: SecretsManager, region: a } } }
`
const SET = [OPERATOR, STORE, request('db', 'shop', 'SecretStore')].join('\n---\n')

test('each team has a controller with its own scope, class and ServiceAccount; the install of the cluster keeps none', () => {
  expect(bodies(SET, { shop: { namespaces: ['shop'] } })).toEqual([
    [
      'split/external-secrets-shop.values.yaml',
      {
        installCRDs: false,
        scopedNamespace: 'shop',
        scopedRBAC: true,
        controllerClass: 'shop',
        fullnameOverride: 'external-secrets-shop',
        serviceAccount: { create: true, name: 'external-secrets-shop' },
        rbac: {
          ...{ create: true, servicebindings: { create: false }, serviceAccountTokenCreate: false },
          ...{ aggregateToView: false, aggregateToEdit: false, aggregateToAdmin: false },
        },
        webhook: { create: false },
        certController: { create: false },
      },
    ],
    [
      'split/store-classes.patch.yaml',
      {
        apiVersion: 'external-secrets.io/v1',
        kind: 'SecretStore',
        metadata: { name: 'store', namespace: 'shop' },
        spec: { controller: 'shop' },
      },
    ],
    [
      'split/platform.values.yaml',
      { createOperator: false, rbac: { create: false }, serviceAccount: { create: false } },
    ],
  ])
  expect(made(SET, { shop: { namespaces: ['shop'] } }).notes).toEqual([expect.stringContaining('need not hold all')])
  const config: Config = { teams: { shop: { namespaces: ['shop'] } }, clusters: { default: { complete: true } } }
  expect(split.generate(worldOf(SET, { config, complete: true }), CHOICE).notes).toEqual([])
})

test('a controller watches one namespace: a team with two has two of one class', () => {
  const values = made(OPERATOR, { shop: { namespaces: ['b', 'a'] } }).files.filter(({ name }) => name.includes('shop'))
  expect(
    values.map(({ name, documents }) => [name, documents[0]?.body.scopedNamespace, documents[0]?.body.controllerClass]),
  ).toEqual([
    ['split/external-secrets-shop-1.values.yaml', 'a', 'shop'],
    ['split/external-secrets-shop-2.values.yaml', 'b', 'shop'],
  ])
})

test('names of teams become names of releases and files, whatever they are', () => {
  const teams = {
    '../../etc': { namespaces: ['a'] },
    'Team Ä': { namespaces: ['b'] },
    'team-': { namespaces: ['c'] },
    default: { namespaces: ['d'] },
    [`${'x'.repeat(80)}`]: { namespaces: ['e'] },
  }
  const names = made(OPERATOR, teams).files.map(({ name }) => name)
  expect(
    names.filter(name => !/^split\/(?:external-secrets-[a-z0-9-]{1,30}\.values|platform\.values)\.yaml$/.test(name)),
  ).toEqual([])
  expect(new Set(names).size).toBe(6)
})

test('requests of nobody’s namespace, and of stores of the cluster, keep the controller of the cluster', () => {
  const set = [SET, request('other', 'bank', 'SecretStore'), request('wide', 'shop', 'ClusterSecretStore')].join(
    '\n---\n',
  )
  const { files, notes } = made(set, { shop: { namespaces: ['shop'] } })
  expect(files.map(({ name }) => name)).not.toContain('split/platform.values.yaml')
  expect(notes).toEqual([
    'the controller of the whole cluster must stay for ExternalSecret bank/other',
    expect.stringMatching(
      /^a controller of one namespace can use no ClusterSecretStore .*: ExternalSecret shop\/wide$/,
    ),
  ])
})

test('a store that has its class is left alone, and a shared namespace is named', () => {
  const named = SET.replace('provider: { aws', 'controller: shop, provider: { aws')
  expect(made(named, { shop: { namespaces: ['shop'] } }).files.map(({ name }) => name)).not.toContain(
    'split/store-classes.patch.yaml',
  )
  expect(made(OPERATOR, { a: { namespaces: ['x'] }, b: { namespaces: ['x'] } }).notes.join()).toContain(
    'namespace x is of team a and team b',
  )
  expect(made(OPERATOR, undefined).notes).toEqual([
    'the config has no teams with namespaces: there is nothing to split',
  ])
})

test('values that the chart of the set does not have are left out, and the right to make tokens where it is needed', () => {
  const rbacOf = (yaml: string) => made(yaml, { shop: { namespaces: ['shop'] } }).files[0]?.documents[0]?.body.rbac
  expect(rbacOf(SET.replaceAll('v2.9.0', 'v0.9.20'))).toEqual({ create: true, servicebindings: { create: false } })
  expect(rbacOf(STORE)).toEqual({ create: true, servicebindings: { create: false } })
  const signing = SET.replace('region: a', 'region: a, auth: { jwt: { serviceAccountRef: { name: reader } } }')
  expect(rbacOf(signing)).not.toHaveProperty('serviceAccountTokenCreate')
  expect(made(signing, { shop: { namespaces: ['shop'] } }).notes.join()).toContain('generate rbac')
})

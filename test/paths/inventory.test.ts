import { describe, expect, test } from 'vitest'
import { inventoryOf } from '../../src/paths/inventory.ts'
import { assess } from '../../src/run.ts'
import { HELM } from '../helm.ts'
import { worldOf } from '../world.ts'

const store = (metadata: string, provider: string, more = '') => `
---
apiVersion: external-secrets.io/v1
kind: ${metadata.includes('namespace') ? 'SecretStore' : 'ClusterSecretStore'}
metadata: { ${metadata} }
spec: { ${more} provider: ${provider} }
`
const VAULT =
  '{ vault: { server: "https://vault.example.com", auth: { kubernetes: { role: a, serviceAccountRef: { name: v, namespace: eso } } } } }'

describe('stores', () => {
  const mayUse = (yaml: string): string[] => inventoryOf(worldOf(yaml)).stores.map(entry => entry.mayUse)

  test('with provider, identity, endpoint, users and who may use them, sorted', () => {
    const request = `
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: aws }, dataFrom: [{ extract: { key: db } }] }
`
    const aws =
      '{ aws: { service: SecretsManager, region: eu-west-1, auth: { jwt: { serviceAccountRef: { name: shop } } } } }'
    const entries = inventoryOf(
      worldOf(store('name: aws, namespace: shop', aws) + store('name: all', VAULT) + request),
    ).stores
    expect(entries.map(({ manifest, ...entry }) => ({ name: manifest.name, ...entry }))).toEqual([
      {
        name: 'all',
        provider: 'Vault',
        identity: 'ServiceAccount eso/v',
        endpoint: 'Vault at vault.example.com',
        mayUse: 'every namespace',
        users: [],
      },
      {
        name: 'aws',
        provider: 'AWS',
        identity: 'ServiceAccount shop/shop',
        endpoint: 'AWS',
        mayUse: 'namespace shop',
        users: ['ExternalSecret shop/db'],
      },
    ])
  })

  test.each([
    ['conditions: [],', 'every namespace'],
    ['conditions: [{}],', 'no namespace'],
    ['conditions: [{ namespaces: [a, b] }],', 'namespace a, or namespace b'],
    ['conditions: [{ namespaceRegexes: [team] }],', 'namespaces whose name matches team'],
    [
      'conditions: [{ namespaceSelector: { matchLabels: { tier: web } } }],',
      'namespaces with labels by {"matchLabels":{"tier":"web"}}',
    ],
    ['conditions: [{ namespaces: ["${TEAM}"] }],', 'namespaces that are filled in later'],
  ])('%s: %s', (conditions, words) => {
    expect(mayUse(store('name: s', VAULT, conditions))).toEqual([words])
  })

  test('generators count, patches of stores do not', () => {
    const generator = `
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: g }
spec: { kind: Password, generator: { passwordSpec: {} } }
`
    const patch =
      '---\napiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: { name: p }\nspec: { retrySettings: {} }\n'
    expect(mayUse(generator + patch)).toEqual(['every namespace: a ClusterGenerator has no conditions'])
  })
})

test('references across namespaces, also those that are right', () => {
  const reader = '{ kubernetes: { remoteNamespace: bank, auth: { serviceAccount: { name: reader } } } }'
  const generator = `
---
apiVersion: generators.external-secrets.io/v1alpha1
kind: ClusterGenerator
metadata: { name: g }
spec:
  kind: VaultDynamicSecret
  generator:
    vaultDynamicSecretSpec:
      provider: { server: "https://v.example.com", auth: { tokenSecretRef: { name: t, namespace: tokens, key: t } } }
`
  const yaml = store('name: all', VAULT) + store('name: bank, namespace: shop', reader) + generator
  expect(
    inventoryOf(worldOf(yaml)).crossNamespace.map(
      ({ manifest, namespace, name, path }) => `${manifest.name} ${namespace}/${name ?? '*'} ${path.join('.')}`,
    ),
  ).toEqual([
    'g tokens/t spec.generator.vaultDynamicSecretSpec.provider.auth.tokenSecretRef',
    'all eso/v spec.provider.vault.auth.kubernetes.serviceAccountRef.namespace',
    'bank bank/* spec.provider.kubernetes.remoteNamespace',
  ])
})

describe('subjects', () => {
  const role = (kind: string, metadata: string, rules: string) =>
    `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { ${metadata} }\nrules: [${rules}]\n`
  const binding = (kind: string, metadata: string, ref: string, subject: string) =>
    `---\napiVersion: rbac.authorization.k8s.io/v1\nkind: ${kind}\nmetadata: { ${metadata} }\nroleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: ${ref} }\nsubjects: [${subject}]\n`
  const DEVS = '{ kind: Group, name: devs }'
  const rights = (yaml: string, options = {}) =>
    inventoryOf(worldOf(yaml, options)).subjects.map(({ subject, isOperator, rights }) => ({
      subject,
      isOperator,
      rights,
    }))

  test('with verbs, kinds and namespaces; a binding in a namespace gives nothing on cluster-wide kinds', () => {
    const rule =
      '{ apiGroups: [external-secrets.io], resources: [secretstores, clustersecretstores], verbs: [get, create, patch] }'
    const yaml =
      role('ClusterRole', 'name: w', rule) +
      ['b', 'a'].map(name => binding('RoleBinding', `name: w, namespace: ${name}`, 'w', DEVS)).join('') +
      binding('ClusterRoleBinding', 'name: w', 'w', '{ kind: Group, name: ops }')
    const config = { config: { operators: [{ kind: 'Group', name: 'ops' }] } }
    expect(rights(yaml, config)).toEqual([
      {
        subject: 'Group devs',
        isOperator: false,
        rights: [
          {
            resources: ['secretstores.external-secrets.io'],
            verbs: ['create', 'patch'],
            names: [],
            namespaces: ['a', 'b'],
          },
        ],
      },
      {
        subject: 'Group ops',
        isOperator: true,
        rights: [
          {
            resources: ['clustersecretstores.external-secrets.io', 'secretstores.external-secrets.io'],
            verbs: ['create', 'patch'],
            names: [],
            namespaces: null,
          },
        ],
      },
    ])
  })

  test('reading is no such right, rules for the same kind are one, names are kept', () => {
    const rules = [
      '{ apiGroups: [external-secrets.io], resources: [pushsecrets], verbs: [create] }',
      '{ apiGroups: [external-secrets.io], resources: [pushsecrets], verbs: [delete] }',
      '{ apiGroups: [external-secrets.io], resources: [secretstores], resourceNames: [vault], verbs: [update] }',
      '{ apiGroups: [external-secrets.io], resources: [externalsecrets], verbs: [get] }',
    ].join(', ')
    const yaml = role('ClusterRole', 'name: w', rules) + binding('RoleBinding', 'name: w, namespace: a', 'w', DEVS)
    expect(rights(yaml)[0]?.rights).toEqual([
      { resources: ['pushsecrets.external-secrets.io'], verbs: ['create', 'delete'], names: [], namespaces: ['a'] },
      { resources: ['secretstores.external-secrets.io'], verbs: ['update'], names: ['vault'], namespaces: ['a'] },
    ])
  })

  test('everyone with a built-in role that takes such rules in', () => {
    const label = 'labels: { rbac.authorization.k8s.io/aggregate-to-admin: "true" }'
    const yaml = role(
      'ClusterRole',
      `name: w, ${label}`,
      '{ apiGroups: [external-secrets.io], resources: [secretstores], verbs: [create] }',
    )
    expect(rights(yaml).map(({ subject }) => subject)).toEqual(['everyone with the built-in role admin'])
    expect(rights(yaml, { complete: true })).toEqual([])
  })
})

test('controllers that deploy for others, once each', () => {
  const yaml = `
apiVersion: v1
kind: ServiceAccount
metadata: { name: kustomize-controller, namespace: flux-system }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: kustomize-controller, namespace: elsewhere }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: flux }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: cluster-admin }
subjects: [{ kind: ServiceAccount, name: kustomize-controller, namespace: flux-system }]
`
  expect(inventoryOf(worldOf(yaml)).deployers.map(({ says, manifest }) => `${says}, ${manifest.kind}`)).toEqual([
    'whoever can deploy through Flux has the rights of ServiceAccount flux-system/kustomize-controller, ClusterRoleBinding',
  ])
})

test('fixtures/demo: with places, also what is right', async () => {
  const { inventory } = await assess({
    root: process.cwd(),
    folder: process.cwd(),
    paths: ['fixtures/demo'],
    helm: HELM,
  })
  expect(inventory.stores.map(({ object, mayUse }) => `${object.name}: ${mayUse}`)).toEqual([
    '${CLUSTER}: namespaces that are filled in later',
    'certificates: namespace web',
    'everything: every namespace',
    'aws: namespace payments',
    'vault: namespace web',
  ])
  expect(inventory.crossNamespace).toContainEqual(
    expect.objectContaining({
      namespace: 'external-secrets',
      name: 'vault-everything',
      location: expect.objectContaining({ file: 'fixtures/demo/platform/stores.yaml', startLine: expect.any(Number) }),
    }),
  )
  expect(inventory.subjects.filter(({ operator }) => operator).map(({ subject }) => subject)).toEqual([
    'Group platform-team',
    'ServiceAccount external-secrets/external-secrets',
  ])
})

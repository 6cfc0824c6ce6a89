import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { checkWorld } from '../../../src/check/check.ts'
import type { Config } from '../../../src/config/config.ts'
import { admission } from '../../../src/generate/admission/admission.ts'
import { policiesFor } from '../../../src/generate/admission/policies.ts'
import { generateAll } from '../../../src/generate/generate.ts'
import { RULES } from '../../../src/rules/index.ts'
import { worldOf } from '../../world.ts'
import { OPERATOR } from '../operator.ts'

const ENGINES = ['vap', 'kyverno', 'gatekeeper'] as const
const USED = `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: shop }
spec: { provider: { vault: { server: "http://vault.vault.svc:8200", auth: { tokenSecretRef: { name: token } } } } }
---
apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: aws }
spec: { conditions: [{ namespaces: [shop] }], provider: { aws: { service: SecretsManager, region: eu-west-1 } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec: { secretStoreRef: { name: vault }, data: [{ secretKey: a, remoteRef: { key: shop/a } }] }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: own, namespace: kube-system }
spec: { secretStoreRef: { name: vault }, target: { manifest: { apiVersion: v1, kind: ConfigMap } }, data: [] }
---
apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: out, namespace: web }
spec: { secretStoreRefs: [{ name: vault }], selector: { secret: { name: a } }, data: [] }
`

const made = (yaml: string, config: Config = {}) => policiesFor(worldOf(yaml, { config }))
const settings = (yaml: string, config: Config = {}) =>
  Object.fromEntries(
    made(yaml, config).policies.flatMap(({ id, settings: own }) =>
      own.map(({ name, value }) => [`${id.slice(4)} ${name}`, value]),
    ),
  )

describe('settings', () => {
  test('come from what the set uses where the config says nothing', () => {
    expect(settings(`${OPERATOR}---${USED}`)).toMatchObject({
      'allowed-providers providers': ['aws', 'vault'],
      'allowed-endpoints hosts': ['vault.vault.svc'],
      'allowed-endpoints cleartext': ['vault.vault.svc'],
      'external-secret-namespaces namespaces': ['shop'],
      'external-secret-namespaces sensitive': ['eso', 'kube-node-lease', 'kube-public', 'kube-system'],
      'push-secret-namespaces namespaces': ['web'],
      'push-secret-limits updatePolicies': ['IfNotExists', 'Replace'],
      'push-secret-limits deletionPolicies': ['None'],
      'external-secret-templates targets': ['v1/ConfigMap', 'v1/Secret'],
      'owned-secrets users': ['system:serviceaccount:eso:external-secrets'],
    })
  })

  test('come from the config where it speaks', () => {
    const config: Config = {
      allowedProviders: ['vault', 'gcpsm'],
      allowedEndpoints: ['*.Example.com'],
      allowedNamespaces: { externalSecret: ['shop', 'team-*'], pushSecret: ['backup'] },
      sensitiveNamespaces: ['pay'],
      teams: {
        a: { namespaces: ['shop'], keyPrefixes: ['shop/'] },
        b: { namespaces: ['shop', 'web'], keyPrefixes: ['b/'], stores: ['aws'] },
        c: { namespaces: ['open'] },
      },
    }
    expect(settings(USED, config)).toMatchObject({
      'allowed-providers providers': ['gcpsm', 'vault'],
      'allowed-endpoints hosts': ['*.example.com'],
      'external-secret-namespaces namespaces': ['shop'],
      'external-secret-namespaces patterns': ['^team-.*$'],
      'external-secret-namespaces sensitive': ['pay'],
      'push-secret-namespaces namespaces': ['backup'],
      'creation-policy sensitive': ['pay'],
      'external-secret-keys prefixes': { shop: ['shop/', 'b/'], web: ['b/'] },
      'external-secret-keys stores': { web: ['aws'] },
    })
  })

  test('are wide where nothing is in use, or not all of it is known', () => {
    const wide = settings(OPERATOR)
    expect(wide['allowed-providers providers']).toContain('aws')
    expect(wide['allowed-providers providers']).not.toContain('fake')
    expect(wide['external-secret-namespaces patterns']).toEqual(['^.*$'])
    expect(wide).not.toHaveProperty('allowed-endpoints hosts')
    const open = USED.replaceAll('namespace: shop', 'namespace: "${NAMESPACE}"').replace(
      'http://vault.vault.svc',
      '${VAULT}',
    )
    expect(settings(open)['external-secret-namespaces patterns']).toEqual(['^.*$'])
    expect(settings(open)).not.toHaveProperty('allowed-endpoints hosts')
    expect(settings(USED.replace('{ vault: {', '{ "${PROVIDER}": {'))['allowed-providers providers']).toContain('gcpsm')
    const chosen = `${USED}---
apiVersion: external-secrets.io/v1
kind: ClusterExternalSecret
metadata: { name: everywhere }
spec: { namespaceSelectors: [{ matchLabels: { a: b } }], externalSecretSpec: {} }
`
    expect(settings(chosen)['external-secret-namespaces patterns']).toEqual(['^.*$'])
  })

  test('an empty list makes no policy that refuses everything', () => {
    const config: Config = {
      allowedProviders: [],
      allowedEndpoints: [],
      allowedNamespaces: { externalSecret: [], pushSecret: [] },
      sensitiveNamespaces: [],
    }
    const { policies, notes } = made(`${OPERATOR}---${USED}`, config)
    const ids = policies.map(({ id }) => id)
    expect(ids).not.toContain('eso-allowed-providers')
    expect(ids).not.toContain('eso-external-secret-namespaces')
    expect(ids).not.toContain('eso-creation-policy')
    expect(settings(USED, config)).not.toHaveProperty('allowed-endpoints hosts')
    expect(notes.join('\n')).toContain('allowedNamespaces.pushSecret of the config is empty')
  })

  test('a pattern that no engine knows is named', () => {
    const { notes } = made(USED, { allowedNamespaces: { externalSecret: ['shop', '@(a|b)'] } })
    expect(notes).toContain(
      'eso-external-secret-namespaces does not know the pattern @(a|b) of the config: its namespaces are refused',
    )
  })
})

describe.each(ENGINES)('%s', engine => {
  const files = (yaml: string) =>
    generateAll([admission], [worldOf(yaml)], { engine, flavor: 'k8s' }, id => `eso-hardener generate ${id}`)

  test('its files are sound YAML, and name each policy', () => {
    const { files: made } = files(`${OPERATOR}---${USED}`)
    for (const { text } of made) expect(parseAllDocuments(text).flatMap(({ errors }) => errors)).toEqual([])
    const names = made.flatMap(({ text }) =>
      parseAllDocuments(text).map(document => document.getIn(['metadata', 'name'])),
    )
    for (const { id } of policiesFor(worldOf(OPERATOR)).policies) expect(names).toContain(id)
  })

  test('the rules understand its policies, and find them enforced', () => {
    const manifests = files(`${OPERATOR}---${USED}`).files.filter(({ purpose }) => purpose === 'manifests')
    const about = (yaml: string) =>
      checkWorld(RULES, worldOf(yaml))
        .map(({ rule }) => rule.id)
        .filter(id => ABOUT_POLICIES.includes(id))
    expect(about([OPERATOR, USED].join('\n---\n'))).not.toEqual([])
    expect(about([OPERATOR, USED, ...manifests.map(({ text }) => text)].join('\n---\n'))).toEqual([])
    for (const { path, text } of manifests.filter(({ path }) => !/secrets|template/.test(path)))
      expect([path, checkWorld(RULES, worldOf(text)).map(({ rule }) => rule.id)]).toEqual([path, []])
  })
})

const ABOUT_POLICIES = ['missing-admission-policy', 'admission-policy-not-enforced', 'unwatched-secret-changes']

test('what the set breaks today is named', () => {
  const { notes } = admission.generate(worldOf(USED), { engine: 'vap', flavor: 'k8s' })
  expect(notes).toContain(
    'eso-static-credentials: Objects of the set that it refuses when their spec is next changed: SecretStore shop/vault',
  )
})

test('without the operator and its objects there is nothing to make', () => {
  const { files, notes } = admission.generate(worldOf('apiVersion: v1\nkind: Namespace\nmetadata: { name: a }'), {
    ...{ engine: 'vap', flavor: 'k8s' },
  })
  expect(files).toEqual([])
  expect(notes).toEqual(['neither an operator nor an object of it is in the set'])
})

import { expect, test } from 'vitest'
import { assess } from '../src/run.ts'
import { HELM } from './helm.ts'
import { tree } from './tree.ts'

const store = (name: string, server = 'http://vault.example.com') => `apiVersion: external-secrets.io/v1
kind: SecretStore
metadata:
  name: ${name}
  namespace: team
spec: { provider: { vault: { server: "${server}", auth: { kubernetes: { mountPath: k, role: r } } } } }
`

test('committed output of helm is what its author edits: plain manifests, with their lines', async () => {
  const root = tree({
    'manifests/all.yaml': `---\n# Source: shop/templates/a.yaml\n${store('a')}---\n# Source: shop/charts/inner/templates/b.yaml\n${store('b')}`,
    // `helm template --output-dir`: folders like those of a chart, without a chart.
    'rendered/shop/templates/c.yaml': `---\n# Source: shop/templates/c.yaml\n${store('c')}`,
  })
  const { findings, failures, releases } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  expect({ failures, releases }).toEqual({ failures: [], releases: [] })
  const places = findings.flatMap(({ rule, location }) =>
    rule === 'cleartext-endpoint' ? `${location?.file}:${location?.startLine} ${location?.via}` : [],
  )
  expect(places.sort()).toEqual([
    'manifests/all.yaml:16 manifest',
    'manifests/all.yaml:8 manifest',
    'rendered/shop/templates/c.yaml:8 manifest',
  ])
})

test('text for templates of ESO in it is no template of helm', async () => {
  const secret = `# Source: shop/templates/secret.yaml
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: a, namespace: team }
spec:
  secretStoreRef: { name: a }
  target:
    template:
      data:
        url: "postgres://{{ .user }}:{{ .password }}@db"
  dataFrom: [{ extract: { key: a } }]
`
  const root = tree({ 'all.yaml': `${secret}---\n${store('a', 'https://vault.example.com')}` })
  const { failures, findings } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  expect(failures).toEqual([])
  expect(findings.filter(({ rule }) => rule === 'invalid-manifest')).toEqual([])
})

test('placeholders, patches and what only looks like an object are no invalid manifests', async () => {
  const root = tree({
    'placeholders.yaml': store('a', 'https://${VAULT_HOST}').replace('team', '<TEAM>'),
    'overlay/kustomization.yaml': 'resources: [../base]\npatches: [{ path: patch.yaml }]\n',
    'overlay/patch.yaml':
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: b, namespace: team }\nspec: { refreshInterval: 5m }\n',
    'base/kustomization.yaml': 'resources: [b.yaml]\n',
    'base/b.yaml':
      'apiVersion: external-secrets.io/v1\nkind: ExternalSecret\nmetadata: { name: b, namespace: team }\nspec: { secretStoreRef: { name: a }, dataFrom: [{ extract: { key: a } }] }\n',
    'checks.yaml':
      'apiVersion: kustomize.toolkit.fluxcd.io/v1\nkind: Kustomization\nmetadata: { name: c, namespace: flux-system }\nspec: { path: ./base, healthChecks: [{ apiVersion: external-secrets.io/v1, kind: SecretStore, name: a }] }\n',
    'values.yaml': 'reference: { apiVersion: generators.external-secrets.io/v1alpha1, kind: Password, name: x }\n',
  })
  const { findings, failures } = await assess({ root, folder: root, paths: ['.'], helm: HELM })
  expect(failures).toEqual([])
  expect(findings.filter(({ rule }) => rule === 'invalid-manifest')).toEqual([])
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { gather } from '../../src/gather.ts'
import { generateAll, type WrittenFile } from '../../src/generate/generate.ts'
import { split } from '../../src/generate/split/split.ts'
import { stopwatch } from '../../src/io/stopwatch.ts'
import { assess } from '../../src/run.ts'
import { CHOICE } from '../generate/choice.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

const TEAMS =
  'clusters: { default: { complete: true } }\nteams: { shop: { namespaces: [shop] }, bank: { namespaces: [bank] } }\n'
const STORE = (namespace: string, controller = '') => `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: vault, namespace: ${namespace} }
spec: { ${controller}provider: { vault: { server: "https://vault.example.com", auth: { tokenSecretRef: { name: t, key: k } } } } }
---
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: ${namespace} }
spec: { secretStoreRef: { name: vault }, data: [{ secretKey: a, remoteRef: { key: b } }] }
`
const stores = (text: (namespace: string) => string): string =>
  ['shop', 'bank'].map(namespace => text(namespace)).join('---')

const releaseOf = (name: string, namespace: string, values: string): string =>
  `  - { chart: eso.tgz, name: ${name}, namespace: ${namespace}, values: [${values}], set: { installCRDs: false } }\n`

async function run(version: string, config: string, files: Readonly<Record<string, string>>) {
  const chart = readFileSync(join(SHARED, `charts/external-secrets-${version}.tgz`))
  const root = tree({ ...files, 'eso.tgz': chart, '.eso-hardener.yaml': TEAMS + config })
  return { root, folder: root, paths: ['.'], helm: HELM }
}

async function made(version: string): Promise<readonly WrittenFile[]> {
  const options = await run(version, `releases:\n${releaseOf('eso', 'eso', '')}`, { 'stores.yaml': stores(STORE) })
  const { worlds } = await gather(options, await loadConfig(options.root, undefined), stopwatch())
  return generateAll(
    [split],
    worlds.map(({ world }) => world),
    CHOICE,
    id => id,
  ).files
}

/** Of installs that are not kept apart, and of rights to the Secrets of all namespaces. */
const FAULTS = [
  'overlapping-installs',
  'store-open-to-every-controller',
  'scoped-namespace-without-scoped-rbac',
  'cluster-wide-secret-access',
  'shared-service-account',
  'invalid-manifest',
]

/** What the old chart has no values for: both hold in the namespace of the team alone. */
const SINCE_2 = ['unrestricted-token-creation', 'ineffective-setting']

describe.each(['0.9.20', '2.9.0'])('external-secrets %s', version => {
  testShared('split by team, no controller has rights beyond the namespace of its team', async () => {
    const files = await made(version)
    const names = files.map(({ path }) => path)
    expect(names).toEqual([
      'split/external-secrets-bank.values.yaml',
      'split/external-secrets-shop.values.yaml',
      'split/store-classes.patch.yaml',
      'split/platform.values.yaml',
    ])
    const releases = [
      releaseOf('eso', 'eso', 'split/platform.values.yaml'),
      ...['shop', 'bank'].map(team =>
        releaseOf(`external-secrets-${team}`, `external-secrets-${team}`, `split/external-secrets-${team}.values.yaml`),
      ),
    ]
    const values = files.filter(({ path }) => path.endsWith('.values.yaml'))
    const patched = stores(namespace => STORE(namespace, `controller: ${namespace}, `))
    const options = await run(version, `releases:\n${releases.join('')}`, {
      ...Object.fromEntries(values.map(({ path, text }) => [path, text])),
      'stores.yaml': patched,
    })
    const faults = version.startsWith('2.') ? [...FAULTS, ...SINCE_2] : FAULTS
    const { findings, failures, inventory } = await assess(options)
    expect(failures).toEqual([])
    expect(inventory.installs.map(({ namespace, components }) => `${namespace}: ${components}`).sort()).toEqual([
      'eso: cert-controller,webhook',
      'external-secrets-bank: controller',
      'external-secrets-shop: controller',
    ])
    expect(
      findings.filter(({ rule }) => faults.includes(rule)).map(({ rule, message }) => `${rule}: ${message}`),
    ).toEqual([])
  })
})

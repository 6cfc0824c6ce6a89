import { join } from 'node:path'
import { expect } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { gather } from '../../src/gather.ts'
import { generateAll, type WrittenFile } from '../../src/generate/generate.ts'
import { networkPolicies } from '../../src/generate/network-policies/network-policies.ts'
import { stopwatch } from '../../src/io/stopwatch.ts'
import { assess } from '../../src/run.ts'
import { CHOICE } from '../generate/choice.ts'
import { STORES } from '../generate/network-policies/stores.ts'
import { HELM } from '../helm.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

const release = { namespace: 'eso' }
const packaged = (version: string): string => join(SHARED, `charts/external-secrets-${version}.tgz`)

async function made(version: string): Promise<readonly WrittenFile[]> {
  const root = tree({ 'stores.yaml': STORES })
  const options = { root, folder: root, paths: [packaged(version), 'stores.yaml'], helm: HELM, release }
  const { worlds } = await gather(options, await loadConfig(root, undefined), stopwatch())
  return generateAll(
    [networkPolicies],
    worlds.map(({ world }) => world),
    CHOICE,
    id => id,
  ).files
}

async function ruleIds(
  version: string,
  files: Readonly<Record<string, string>>,
  values: readonly string[],
): Promise<string[]> {
  const root = tree({ ...files, 'stores.yaml': STORES })
  const paths = [packaged(version), 'stores.yaml', ...Object.keys(files).filter(file => !values.includes(file))]
  const { findings, failures } = await assess({
    root,
    folder: root,
    paths,
    helm: HELM,
    release: { ...release, values },
  })
  expect(failures).toEqual([])
  return findings.map(({ rule }) => rule)
}

const ABOUT_THE_NETWORK = [
  'eso-without-network-policy',
  'required-traffic-blocked',
  'network-policy-selects-nothing',
  'unprotected-metrics',
  'unrestricted-ingress',
  'metadata-service-reachable',
]
const among = (found: readonly string[]): string[] => ABOUT_THE_NETWORK.filter(id => found.includes(id))

for (const version of ['0.9.20', '2.9.0'])
  testShared(`the policies isolate external-secrets ${version} and cut it off from nothing`, async () => {
    const files = await made(version)
    const manifests = files.filter(({ purpose }) => purpose === 'manifests')
    expect(manifests).toHaveLength(1)
    const texts = Object.fromEntries(manifests.map(({ path, text }) => [path, text]))
    expect(among(await ruleIds(version, texts, []))).toEqual([])
  })

testShared('the values make the chart do the same, from the version on that has them', async () => {
  expect((await made('2.4.1')).map(({ purpose }) => purpose)).toEqual(['manifests'])
  const values = (await made('2.9.0')).filter(({ purpose }) => purpose === 'values')
  expect(values.map(({ path }) => path)).toEqual(['network-policies.external-secrets.values.yaml'])
  const texts = Object.fromEntries(values.map(({ path, text }) => [path, text]))
  expect(among(await ruleIds('2.9.0', texts, Object.keys(texts)))).toEqual([])
})

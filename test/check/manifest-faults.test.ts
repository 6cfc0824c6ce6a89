import { expect, test } from 'vitest'
import { manifestFaults } from '../../src/check/manifest-faults.ts'
import { World } from '../../src/model/world.ts'
import { parseManifests } from '../../src/parse/manifest.ts'
import { manifestsOf } from '../world.ts'

const LACKING = `
apiVersion: external-secrets.io/v1
kind: SecretStore
metadata: { name: aws, namespace: shop }
spec:
  provider:
    aws: { region: eu-west-1 }
`
const EMPTY = `
apiVersion: external-secrets.io/v1
kind: ExternalSecret
metadata: { name: db, namespace: shop }
spec:
  dataFrom:
    - extract: { key: }
`

/** What is said of the first object. */
function said(...files: [yaml: string, file: string][]): string[] {
  const world = new World(files.flatMap(([yaml, file]) => manifestsOf(yaml, file)))
  const [object] = world.manifests
  return object ? [...manifestFaults(object, world)].map(({ path }) => path.join('.')) : []
}

test('what a whole object lacks is said', () => {
  expect(said([LACKING, 'stores/aws.yaml'])).toEqual(['spec.provider.aws'])
})

test.each([
  'patches/aws.yaml',
  'aws-patch.yaml',
  'overlays/prod/aws.yaml',
  'overlay/aws.yaml',
  'components/x/aws.yaml',
])('what a patch lacks stands elsewhere: %s', file => {
  expect(said([LACKING, file])).toEqual([])
})

test('a patch is known by its twin in another file', () => {
  expect(said([LACKING, 'prod/aws.yaml'], [LACKING, 'all/aws.yaml'])).toEqual([])
  expect(said([LACKING, 'prod/aws.yaml'], [LACKING.replace('name: aws', 'name: b'), 'b.yaml'])).toHaveLength(1)
})

test('a wrong value or field of a patch is wrong', () => {
  const wrong = LACKING.replace('region: eu-west-1', 'region: 1, regoin: x')
  expect(said([wrong, 'overlays/prod/aws.yaml'])).toEqual(['spec.provider.aws.region', 'spec.provider.aws.regoin'])
})

test('lists are replaced as a whole, so their items are complete', () => {
  const item = EMPTY.replace('{ key: }', '{ version: x }')
  expect(said([item, 'overlays/prod/db.yaml'])).toEqual(['spec.dataFrom.0.extract'])
})

test('what a base leaves empty, its overlays fill', () => {
  expect(said([EMPTY, 'app/db.yaml'])).toEqual(['spec.dataFrom.0.extract.key'])
  for (const file of ['app/base/db.yaml', 'overlays/prod/db.yaml']) expect(said([EMPTY, file])).toEqual([])
})

test('a provider that older operators have is unknown to the CRDs of the set only', () => {
  const old = LACKING.replace('aws: { region: eu-west-1 }', 'alibaba: { regionID: x }')
  expect(said([old, 'old.yaml'])).toEqual([])
  const crd = `
apiVersion: apiextensions.k8s.io/v1
kind: CustomResourceDefinition
metadata: { name: secretstores.external-secrets.io }
spec:
  group: external-secrets.io
  names: { kind: SecretStore }
  versions:
    - name: v1
      schema:
        openAPIV3Schema: { properties: { spec: { properties: { provider: { properties: { aws: {} } } } } } }
`
  expect(said([old, 'old.yaml'], [crd, 'crd.yaml'])).toEqual(['spec.provider.alibaba'])
})

test('what a chart leaves empty, the values of its user fill', () => {
  const origin = { file: 'c', release: { name: 'c', namespace: 'shop' }, templateFile: (name: string) => name }
  const { manifests } = parseManifests(`# Source: c/templates/db.yaml\n${EMPTY.trim()}\n  target: { name: '' }`, origin)
  const world = new World(manifests)
  expect(manifests.flatMap(manifest => [...manifestFaults(manifest, world)])).toEqual([])
  expect(said([`${EMPTY}  target: { name: '' }`, 'db.yaml'])).toEqual([
    'spec.dataFrom.0.extract.key',
    'spec.target.name',
  ])
})

test('thousands of objects and of faults come to an end', () => {
  const fields = Array.from({ length: 3000 }, (_, i) => `  f${i}: x`).join('\n')
  const wide = `${LACKING}${fields}`
  const many = Array.from({ length: 3000 }, (_, i): [string, string] => [LACKING.replace('aws', `s${i}`), `${i}.yaml`])
  expect(said([wide, 'wide.yaml'], ...many)).toHaveLength(3001)
})

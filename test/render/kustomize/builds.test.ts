import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { parseManifests } from '../../../src/parse/manifest.ts'
import { Kustomizations } from '../../../src/render/kustomize/builds.ts'
import { readPlain } from '../../../src/render/plain.ts'
import { KUBECTL } from '../../kubectl.ts'
import { tree } from '../../tree.ts'

const ALL = `apiVersion: v1
kind: ServiceAccount
metadata: { name: app, namespace: x, annotations: { note: "yes" } }
---
apiVersion: apps/v1
kind: Deployment
metadata: { name: app, namespace: x }
spec:
  replicas: 1
  selector: { matchLabels: { app: app } }
  template:
    metadata: { labels: { app: app } }
    spec:
      serviceAccountName: app
      containers:
        - { name: first, image: first }
        - { name: app, image: "app:1" }
---
apiVersion: v1
kind: List
items:
  - apiVersion: external-secrets.io/v1
    kind: ExternalSecret
    metadata: { name: app }
    spec:
      secretStoreRef: { name: vault }
      data: [{ secretKey: a, remoteRef: { key: b } }]
`
/** Parts of overlays that change objects, one each. */
const FIELDS = {
  namespace: 'namespace: team\n',
  prefix: 'namePrefix: our-\n',
  suffix: 'nameSuffix: -v2\n',
  images: 'images:\n  - { name: app, newName: registry.example.com/app, newTag: "2" }\n',
  replicas: 'replicas:\n  - { name: app, count: 3 }\n',
  labels: 'labels:\n  - { pairs: { team: a }, includeSelectors: true }\n',
  annotations: 'commonAnnotations: { owner: a }\n',
  merge:
    'patches:\n  - patch: |-\n      apiVersion: apps/v1\n      kind: Deployment\n      metadata: { name: app, namespace: x }\n      spec: { template: { spec: { containers: [{ name: app, env: [{ name: A, value: b }] }] } } }\n',
  operation:
    'patchesJson6902:\n  - target: { group: external-secrets.io, version: v1, kind: ExternalSecret, name: app }\n    patch: |-\n      - { op: add, path: /spec/data/-, value: { secretKey: c, remoteRef: { key: d } } }\n',
  secret: 'secretGenerator:\n  - { name: made, literals: [a=b] }\n',
}
const field = fc.subarray(Object.values(FIELDS)).map(texts => texts.join(''))

async function builtIn(files: Readonly<Record<string, string>>) {
  const root = tree(files)
  const paths = Object.keys(files).map(file => join(root, file))
  const options = { root, kustomize: KUBECTL, isExcluded: () => false }
  const { parts, failures } = await (await Kustomizations.among(await readPlain(paths, root), options)).build()
  return { root, failures, manifests: parts.flatMap(({ manifests }) => manifests) }
}

test('objects are those that kubectl kustomize prints, and each value is found where it is written', async () => {
  await fc.assert(
    fc.asyncProperty(field, field, async (outer, inner) => {
      const { root, manifests, failures } = await builtIn({
        'outer/kustomization.yaml': `resources: [../inner]\n${outer}`,
        'inner/kustomization.yaml': `resources: [all.yaml]\n${inner.replace('name: made', 'name: made-inside')}`,
        'inner/all.yaml': ALL,
      })
      expect(failures).toEqual([])
      const printed = execFileSync(KUBECTL, ['kustomize', join(root, 'outer')], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      })
      const wanted = parseManifests(printed, { file: 'built.yaml', release: undefined }).manifests
      expect(manifests.map(({ body }) => body)).toEqual(wanted.map(({ body }) => body))
      for (const manifest of manifests)
        for (const path of pathsIn(manifest.body)) {
          const { file, line } = manifest.writtenAt(path)
          expect(line, `${file} ${path.join('.')}`).toBeGreaterThan(0)
        }
    }),
    { numRuns: 20 },
  )
}, 120_000)

function* pathsIn(value: unknown, path: readonly (string | number)[] = []): Generator<readonly (string | number)[]> {
  yield path
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* pathsIn(item, [...path, i])
  else if (typeof value === 'object' && value !== null)
    for (const [key, item] of Object.entries(value)) yield* pathsIn(item, [...path, key])
}

test.each([
  ['what the base says', ['spec', 'template', 'spec', 'containers', 1, 'name'], 'inner/all.yaml', 17],
  ['the namespace', ['metadata', 'namespace'], 'outer/kustomization.yaml', 2],
  ['a name', ['metadata', 'name'], 'outer/kustomization.yaml', 3],
  ['an image', ['spec', 'template', 'spec', 'containers', 1, 'image'], 'outer/kustomization.yaml', 5],
  ['replicas', ['spec', 'replicas'], 'inner/kustomization.yaml', 2],
  ['an item that a patch adds', ['spec', 'template', 'spec', 'containers', 1, 'env', 0], 'inner/kustomization.yaml', 9],
  ['a list that a patch changes a part of', ['spec', 'template', 'spec', 'containers'], 'inner/all.yaml', 15],
  ['what nobody says', ['spec', 'template', 'spec', 'containers', 1, 'securityContext'], 'inner/all.yaml', 17],
  ['a label that is added', ['metadata', 'labels', 'team'], 'outer/kustomization.yaml', 6],
])('%s has its line', async (_, path, file, line) => {
  const { manifests } = await builtIn({
    'outer/kustomization.yaml': `resources: [../inner]\n${FIELDS.namespace}${FIELDS.prefix}${FIELDS.images}${FIELDS.labels}`,
    'inner/kustomization.yaml': `resources: [all.yaml]\n${FIELDS.replicas}${FIELDS.merge}`,
    'inner/all.yaml': ALL,
  })
  const deployment = manifests.find(({ kind }) => kind === 'Deployment')
  const containers = deployment?.get('spec', 'template', 'spec', 'containers') as readonly { name: string }[]
  const app = containers.findIndex(({ name }) => name === 'app')
  const here = path.map((step, i) => (path[i - 1] === 'containers' ? app : step))
  expect(deployment?.writtenAt(here)).toMatchObject({ file, line })
})

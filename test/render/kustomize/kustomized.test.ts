import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Manifest, parseManifests } from '../../../src/parse/manifest.ts'
import { kustomized } from '../../../src/render/kustomize/kustomized.ts'
import { readPlain } from '../../../src/render/plain.ts'
import { KUBECTL } from '../../kubectl.ts'
import { tree } from '../../tree.ts'

const SECRET = (name: string, namespace?: string) =>
  `apiVersion: v1\nkind: Secret\nmetadata: { name: ${name}${namespace ? `, namespace: ${namespace}` : ''} }\n`
const ALL = `${SECRET('in-none')}---
${SECRET('in-x', 'x')}---
apiVersion: v1
kind: Namespace
metadata: { name: x }
---
apiVersion: v1
kind: ServiceAccount
metadata: { name: app, namespace: x }
---
apiVersion: rbac.authorization.k8s.io/v1
kind: ClusterRoleBinding
metadata: { name: view }
roleRef: { apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view }
subjects:
  - { kind: ServiceAccount, name: app, namespace: x }
  - { kind: ServiceAccount, name: app, namespace: elsewhere }
  - { kind: ServiceAccount, name: other, namespace: x }
  - { kind: ServiceAccount, name: default, namespace: x }
  - { kind: Group, name: team }
`

async function partsOf(files: Readonly<Record<string, string>>) {
  const root = tree(files)
  return kustomized(
    await readPlain(
      Object.keys(files).map(file => join(root, file)),
      root,
    ),
  )
}

const objects = (manifests: readonly Manifest[]) =>
  manifests
    .map(({ kind, name, namespace, body }) =>
      [kind, name, namespace, body.subjects ?? []].map(part => JSON.stringify(part)).join(' '),
    )
    .sort()

/** What kubectl makes of a folder. */
function built(files: Readonly<Record<string, string>>, folder: string): Manifest[] {
  const text = execFileSync(KUBECTL, ['kustomize', folder], { cwd: tree(files), encoding: 'utf8' })
  return parseManifests(text, { file: 'built.yaml', release: undefined }).manifests
}

const namespaceLine = (name: string | undefined): string => (name === undefined ? '' : `namespace: ${name}\n`)

test('namespaces are those that kubectl kustomize gives, however kustomizations take each other in', async () => {
  const name = fc.option(fc.constantFrom('a', 'b', 'x'), { nil: undefined })
  await fc.assert(
    fc.asyncProperty(name, name, name, fc.boolean(), async (outer, middle, inner, isFlat) => {
      const files = {
        'outer/kustomization.yaml': `${namespaceLine(outer)}resources: [../middle/]\n`,
        'middle/kustomization.yaml': `${namespaceLine(middle)}resources: [${isFlat ? 'all.yaml' : '../inner'}]\n`,
        ...(isFlat
          ? { 'middle/all.yaml': ALL }
          : { 'inner/kustomization.yaml': `${namespaceLine(inner)}resources: [all.yaml]\n`, 'inner/all.yaml': ALL }),
      }
      const ours = (await partsOf(files)).flatMap(({ manifests }) => manifests)
      expect(objects(ours)).toEqual(objects(built(files, 'outer')))
    }),
    { numRuns: 25 },
  )
}, 120_000)

test('lines stay those of the file, and patches are no objects', async () => {
  const parts = await partsOf({
    'kustomization.yml': 'namespace: team\nresources: [all.yaml]\npatches: [{ path: patch.yaml }, { patch: "x" }]\n',
    'all.yaml': `# mine\n${SECRET('a', 'x')}`,
    'patch.yaml': SECRET('a'),
  })
  const manifests = parts.flatMap(part => part.manifests)
  expect(manifests.map(manifest => [manifest.file, manifest.namespace, manifest.lineOf(['metadata'])])).toEqual([
    ['all.yaml', 'team', 4],
  ])
})

test('a base of two overlays stays as it is, and so does what takes itself in', async () => {
  const overlay = (namespace: string) => `namespace: ${namespace}\nresources: [../base]\n`
  const files = {
    'east/kustomization.yaml': overlay('east'),
    'west/kustomization.yaml': overlay('west'),
    'base/kustomization.yaml': 'resources: [all.yaml]\n',
    'base/all.yaml': SECRET('a', 'x'),
    'loop/kustomization.yaml': 'namespace: loop\nresources: [../loop, all.yaml]\n',
    'loop/all.yaml': SECRET('b', 'x'),
  }
  const manifests = (await partsOf(files)).flatMap(part => part.manifests)
  expect(manifests.map(({ name, namespace }) => [name, namespace])).toEqual([
    ['a', 'x'],
    ['b', 'x'],
  ])
})

test('the target namespace of a Flux Kustomization stands over all others in its folder', async () => {
  const flux = (path: string, target: string) => `apiVersion: kustomize.toolkit.fluxcd.io/v1
kind: Kustomization
metadata: { name: apps, namespace: flux-system }
spec: { path: ${path}, targetNamespace: ${target}, prune: true }
`
  const parts = await partsOf({
    'cluster/a.yaml': flux('./apps/a', 'target'),
    'cluster/b.yaml': flux('apps/b/', 'plain'),
    'apps/a/kustomization.yaml': 'namespace: own\nresources: [s.yaml]\n',
    'apps/a/s.yaml': SECRET('a'),
    'apps/b/s.yaml': SECRET('b'),
    'apps/b/more/kustomization.yaml': 'namespace: own\nresources: [s.yaml]\n',
    'apps/b/more/s.yaml': SECRET('c'),
    'other/s.yaml': SECRET('d'),
  })
  const secrets = parts.flatMap(part => part.manifests).filter(({ kind }) => kind === 'Secret')
  expect(secrets.map(({ name, namespace }) => [name, namespace])).toEqual([
    ['a', 'target'],
    ['b', 'plain'],
    ['c', 'plain'],
    ['d', undefined],
  ])
})

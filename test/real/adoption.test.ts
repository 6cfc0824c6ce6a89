import { cpSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect } from 'vitest'
import { nameOf } from '../../src/finding.ts'
import { assess, type RunOptions } from '../../src/run.ts'
import { newBaseline } from '../../src/suppress/baseline.ts'
import { HELM } from '../helm.ts'
import { repository } from '../repository.ts'
import { SHARED, testShared } from '../shared.ts'
import { tree } from '../tree.ts'

const run = (root: string, options: Partial<RunOptions> = {}) =>
  assess({ root, folder: root, paths: ['.'], helm: HELM, failOn: 'low', today: '2026-01-01', ...options })

/** Writes a baseline from a first run; a second run with it finds nothing. @returns the number of entries. */
async function adopt(root: string): Promise<number> {
  const first = await run(root, { writeBaseline: 'baseline.txt' })
  const text = newBaseline(first.suppressed)
  writeFileSync(join(root, 'baseline.txt'), text)
  const second = await run(root, { baseline: 'baseline.txt' })
  expect(second.findings).toEqual([])
  expect(second.conclusion).toBe(second.failures.length > 0 ? 'incomplete' : 'success')
  return text.split('\n').filter(line => line !== '' && !line.startsWith('#')).length
}

const WEAK = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: weakened }
spec: { provider: { fake: { data: [{ key: a, value: b }] } } }
`

/** A repository of the corpus, and a file of it with several documents or a list that findings are in. */
const REPOSITORIES = [
  'cheeyeelim__k8s-personal-boilerplate',
  'external-secrets__examples',
  'jonashackt__crossplane-argocd',
  'sholdee__home-ops',
  'sulibot__home-ops',
]

for (const name of REPOSITORIES)
  testShared(`${name}: a baseline, a weakening, a move`, async () => {
    const root = tree({})
    cpSync(join(SHARED, 'corpus', name), root, { recursive: true })
    const { commit } = repository(root)
    const base = commit()
    expect(await adopt(root)).toBeGreaterThan(0)
    writeFileSync(join(root, 'weakened.yaml'), WEAK)
    const weakened = await run(root, { base })
    const fresh = weakened.findings.filter(({ isNew }) => isNew)
    expect(new Set(fresh.map(({ object }) => object && nameOf(object)))).toEqual(
      new Set(['ClusterSecretStore weakened']),
    )
    expect(weakened.fixed).toEqual([])
    const next = commit()
    const file = weakened.findings.find(({ isNew, location }) => !isNew && location?.via === 'manifest')?.location?.file
    if (file === undefined) throw new Error(`${name} has no finding in a plain manifest`)
    move(root, file)
    const moved = await run(root, { base: next })
    expect(moved.findings.filter(({ isNew }) => isNew !== false)).toEqual([])
    expect(moved.fixed).toEqual([])
  })

/** Gives a file another name and the reverse order of its documents. */
function move(root: string, file: string): void {
  const text = readFileSync(join(root, file), 'utf8')
  const documents = text.split(/^---[ \t]*\n/m)
  const target = join(root, dirname(file), 'moved-elsewhere.yaml')
  renameSync(join(root, file), target)
  writeFileSync(
    target,
    documents
      .reverse()
      .map(document => `${document.trimEnd()}\n`)
      .join('---\n'),
  )
}

testShared('the operator chart 2.9.0: a baseline, a weaker value, a moved values file', async () => {
  const config = (values: string) =>
    `releases: [{ chart: external-secrets-2.9.0.tgz, name: eso, values: [${values}] }]\n`
  const root = tree({
    '.eso-hardener.yaml': config('values.yaml'),
    'values.yaml': 'replicaCount: 2\nwebhook: { create: true }\n',
  })
  cpSync(join(SHARED, 'charts/external-secrets-2.9.0.tgz'), join(root, 'external-secrets-2.9.0.tgz'))
  const { commit } = repository(root)
  const base = commit()
  expect(await adopt(root)).toBeGreaterThan(20)
  writeFileSync(join(root, 'values.yaml'), 'webhook: { failurePolicy: Ignore, create: true }\nreplicaCount: 2\n')
  const weakened = await run(root, { base })
  expect(new Set(weakened.findings.filter(({ isNew }) => isNew).map(({ rule }) => rule))).toEqual(
    new Set(['admission-webhook-fails-open']),
  )
  const next = commit()
  renameSync(join(root, 'values.yaml'), join(root, 'production.yaml'))
  writeFileSync(join(root, '.eso-hardener.yaml'), config('production.yaml'))
  const moved = await run(root, { base: next })
  expect(moved.findings.filter(({ isNew }) => isNew !== false)).toEqual([])
  expect(moved.fixed).toEqual([])
})

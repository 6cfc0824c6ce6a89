import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { join, posix } from 'node:path'
import { expect } from 'vitest'
import { isKustomization } from '../../src/discover/declared/kustomize.ts'
import { listTree } from '../../src/io/files.ts'
import { mapConcurrently } from '../../src/io/pool.ts'
import { parseManifests } from '../../src/parse/manifest.ts'
import { Kustomizations } from '../../src/render/kustomize/builds.ts'
import { readPlain } from '../../src/render/plain.ts'
import { KUBECTL } from '../kubectl.ts'
import { SHARED, testShared } from '../shared.ts'

const CORPUS = join(SHARED, 'corpus')

/** What kubectl makes of a folder as it is, and what we make of it; why it cannot be built, in one word. */
async function compared(repository: string, file: string): Promise<string> {
  const root = join(CORPUS, repository)
  const folder = posix.dirname(file)
  const raw = spawnSync(KUBECTL, ['kustomize', join(root, folder)], { encoding: 'utf8', env: { PATH: '' } })
  const options = { root, kustomize: KUBECTL, isExcluded: () => false, jobs: 1 }
  const { parts, failures } = await (
    await Kustomizations.among(await readPlain([join(root, file)], root), options)
  ).build()
  const own = parts.flatMap(({ manifests }) => manifests)
  for (const manifest of own) {
    const { file: place, line } = manifest.writtenAt([])
    expect(existsSync(join(root, place)) && line > 0, place).toBe(true)
  }
  const ownFailures = [...failures, ...parts.flatMap(part => part.failures)]
  if (raw.status !== 0) {
    const reason = reasonOf(raw.stderr)
    // Charts are rendered first.
    if (reason !== CHARTS) expect(ownFailures, file).not.toEqual([])
    return `${reason}${own.length > 0 ? '; the rest is built' : ''}`
  }
  expect(failures, file).toEqual([])
  const wanted = parseManifests(raw.stdout, { file, release: undefined }).manifests
  expect(
    own.map(({ body }) => body),
    file,
  ).toEqual(wanted.map(({ body }) => body))
  return wanted.length > 0 ? 'built' : 'built, and nothing in it is of a known kind'
}

const CHARTS = 'charts are inflated by us'
const REASONS = {
  'a file or base is not in the repository': /no such file|doesn't exist|unable to find one of/,
  'a remote base': /executable file not found/,
  [CHARTS]: /must specify --enable-helm/,
  'files from above, as Flux allows': /security; file/,
  'no YAML, or a template': /yaml: line|MalformedYAML/,
}
const reasonOf = (words: string): string =>
  Object.entries(REASONS).find(([, pattern]) => pattern.test(words))?.[0] ?? words

/** The corpus holds only what has to do with the operator, so that most overlays have lost their base. */
const COUNTS = {
  built: 7,
  [CHARTS]: 3,
  'a file or base is not in the repository': 110,
  'a file or base is not in the repository; the rest is built': 10,
  'a remote base': 3,
  'files from above, as Flux allows': 1,
  'no YAML, or a template': 3,
}

testShared(
  'each kustomization of real repositories is built as kubectl builds it, or its failure is seen',
  async () => {
    const { files } = await listTree(CORPUS)
    const found = [...files].filter(isKustomization).sort()
    const results = await mapConcurrently(found, 2, path => {
      const [repository = '', ...rest] = path.split('/')
      return compared(repository, rest.join('/'))
    })
    const counts = Map.groupBy(results, result => result)
    expect(Object.fromEntries([...counts].map(([reason, all]) => [reason, all.length]))).toEqual(COUNTS)
  },
)

import { execFileSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { KeptEntries } from '../src/io/kept-entries.ts'
import { assessKept } from '../src/kept-run.ts'
import { renderReport } from '../src/report/formats.ts'
import type { Assessment } from '../src/report/report.ts'
import { assess, type RunOptions } from '../src/run.ts'
import { HELM } from './helm.ts'
import { KUBECTL } from './kubectl.ts'
import { repository } from './repository.ts'
import { chart, tree, under } from './tree.ts'

const STORE = (name: string) =>
  `apiVersion: external-secrets.io/v1\nkind: ClusterSecretStore\nmetadata: { name: ${name} }\nspec: { provider: { fake: { data: [] } } }\n`

const SHOP =
  'apiVersion: v2\nname: shop\nversion: 1.2.3\ndependencies: [{ name: base, version: 1.2.3, repository: "file://../../libraries/base" }]\n'

const FILES = {
  ...under(
    'apps/web',
    chart('web', STORE('{{ .Values.name }}'), { 'values.yaml': 'name: web\n', 'ci/a-values.yaml': 'name: ci\n' }),
  ),
  ...under('apps/shop', chart('shop', STORE('shop'), { 'Chart.yaml': SHOP })),
  ...under('libraries/base', chart('base', STORE('base'))),
  'plain/store.yaml': STORE('plain'),
  'plain/notes.txt': 'nothing',
  '.eso-hardener.yaml': 'failOn: never\nreleases: [{ chart: apps/web, values: [values/prod.yaml] }]\n',
  'values/prod.yaml': 'name: prod\n',
}

const optionsFor = (root: string, cache?: string): RunOptions => ({
  ...{ root, folder: root, paths: ['.'], helm: HELM, today: '2026-01-01' },
  cache: cache === undefined ? undefined : new KeptEntries(cache),
})

const kept = (options: RunOptions): Promise<Assessment> => assessKept(options, async () => assess, false)

/** What a report says, without what may differ between runs. */
const said = async (assessment: Assessment): Promise<string> =>
  renderReport('json', {
    ...assessment,
    ...{ timings: {}, fromCache: undefined },
    releases: assessment.releases.map(release => ({ ...release, renderMs: 0 })),
  })

test('a run whose graphs are wanted is run, with kept renders, as a kept one has none', async () => {
  const [root, cache] = [tree(FILES), tree({})]
  const first = await kept(optionsFor(root, cache))
  const second = await assessKept(optionsFor(root, cache), async () => assess, true)
  expect(second.fromCache?.isWhole).toBe(false)
  expect(second.findings).toEqual(first.findings)
  expect(second.graphs?.()).toHaveLength(1)
  expect((await kept(optionsFor(root, cache))).graphs).toBeUndefined()
})

test('a second run says the same in every format, and does nothing for it', async () => {
  const [root, cache] = [tree(FILES), tree({})]
  const first = await kept(optionsFor(root, cache))
  const second = await assessKept(
    optionsFor(root, cache),
    async () => {
      throw new Error('nothing has to be run')
    },
    false,
  )
  expect(first.findings.length).toBeGreaterThan(3)
  expect(second.fromCache).toEqual({ releases: first.releases.length, isWhole: true })
  expect(await said(second)).toBe(await said(first))
  for (const format of ['text', 'sarif'] as const)
    expect(await renderReport(format, second)).toBe(await renderReport(format, first))
})

/** Whether a change makes the next run look anew. */
async function isSeen(change: (root: string) => void, options: Partial<RunOptions> = {}): Promise<boolean> {
  const [root, cache] = [tree(FILES), tree({})]
  await kept(optionsFor(root, cache))
  change(root)
  const { fromCache } = await kept({ ...optionsFor(root, cache), ...options })
  return !fromCache?.isWhole
}

const write = (path: string, text: string) => (root: string) => {
  mkdirSync(dirname(join(root, path)), { recursive: true })
  writeFileSync(join(root, path), text)
}

test.each<[string, (root: string) => void]>([
  ['a plain manifest', write('plain/store.yaml', STORE('other'))],
  ['a template', write('apps/web/templates/all.yaml', STORE('other'))],
  ['the values of a chart', write('apps/web/values.yaml', 'name: other\n')],
  ['the values of a variant', write('apps/web/ci/a-values.yaml', 'name: other\n')],
  ['a named values file', write('values/prod.yaml', 'name: other\n')],
  ['a library', write('libraries/base/templates/all.yaml', STORE('other'))],
  ['the config', write('.eso-hardener.yaml', 'failOn: low\n')],
  ['a new manifest', write('plain/new.yaml', STORE('new'))],
  ['a new chart', write('apps/new/Chart.yaml', 'apiVersion: v2\nname: new\nversion: 1.0.0\n')],
  ['a new file of a chart', write('apps/web/files/x', '')],
  ['a manifest that is gone', root => rmSync(join(root, 'plain/store.yaml'))],
  ['a link', root => symlinkSync('store.yaml', join(root, 'plain/link.yaml'))],
])('%s that changed is seen', async (_, change) => {
  expect(await isSeen(change)).toBe(true)
})

test.each<[string, Partial<RunOptions>]>([
  ['day', { today: '2026-01-02' }],
  ['severity', { minSeverity: 'high' }],
  ['path', { paths: ['plain'] }],
  ['Kubernetes version', { release: { kubeVersion: '1.30.0' } }],
  ['renderer', { renderer: 'traced' }],
  ['belief in comments', { noInlineIgnores: true }],
])('another %s is another run', async (_, options) => {
  expect(await isSeen(() => {}, options)).toBe(true)
})

test('a file that nobody reads changes nothing', async () => {
  expect(await isSeen(write('plain/notes.txt', 'something'))).toBe(false)
})

test('what kustomize builds is kept until a file of it changes', async () => {
  const overlay = {
    'base/kustomization.yaml': 'resources: [store.yaml]\n',
    'base/store.yaml': STORE('base'),
    'prod/kustomization.yaml': 'resources: [../base]\nnamePrefix: prod-\n',
  }
  const [root, cache] = [tree(overlay), tree({})]
  const options = () => ({ ...optionsFor(root, cache), kustomize: KUBECTL })
  const { findings } = await kept(options())
  expect(findings.map(({ object }) => object?.name)).toContain('prod-base')
  expect((await kept(options())).fromCache?.isWhole).toBe(true)
  write('base/store.yaml', STORE('other'))(root)
  const after = await kept(options())
  expect(after.fromCache?.isWhole).toBe(false)
  expect(after.findings.map(({ object }) => object?.name)).toContain('prod-other')
})

test('another program is another run, and a script is no program to rely on', async () => {
  const own = join(tree({}), 'helm')
  copyFileSync(HELM, own)
  expect(await isSeen(() => {}, { helm: own })).toBe(true)
  const [root, cache] = [tree(FILES), tree({})]
  const script = join(tree({ helm: `#!/bin/sh\nexec ${HELM} "$@"\n` }), 'helm')
  execFileSync('chmod', ['755', script])
  await kept({ ...optionsFor(root, cache), helm: script })
  expect(readdirSync(cache)).toEqual([])
})

test('a run in which something could not be checked is not kept', async () => {
  const [root, cache] = [tree({ ...FILES, 'plain/broken.yaml': `${STORE('x')}  - [\n` }), tree({})]
  expect((await kept(optionsFor(root, cache))).failures).toHaveLength(1)
  expect((await kept(optionsFor(root, cache))).fromCache).toMatchObject({ isWhole: false })
})

test('another base is another run, also where the name of it is the same', async () => {
  const [root, cache] = [tree(FILES), tree({})]
  const { commit, git } = repository(root)
  commit()
  write('plain/new.yaml', STORE('new'))(root)
  const options = () => ({ ...optionsFor(root, cache), base: 'main' })
  const before = await kept(options())
  expect((await kept(options())).fromCache?.isWhole).toBe(true)
  commit()
  const after = await kept(options())
  expect(after.fromCache?.isWhole).toBe(false)
  expect(after.base?.commit).toBe(git('rev-parse', 'HEAD').trim())
  expect(before.base?.commit).not.toBe(after.base?.commit)
})

test('only the releases that use an edited file are rendered again', async () => {
  const [root, cache] = [tree(FILES), tree({})]
  await kept(optionsFor(root, cache))
  const keptAfter = async (path: string, text: string) => {
    write(path, text)(root)
    const { releases } = await kept(optionsFor(root, cache))
    return releases.filter(({ isKept }) => isKept).map(({ name, variant }) => `${name} ${variant}`)
  }
  // What is put together from several folders is rendered anew in each run.
  expect(await keptAfter('plain/new.yaml', STORE('new'))).toEqual(['web default', 'base default'])
  expect(await keptAfter('libraries/base/values.yaml', 'a: 1\n')).toEqual(['web default'])
  expect(await keptAfter('values/prod.yaml', 'name: third\n')).toEqual(['base default'])
})

test('after any edit a run with a cache says what one without it says', async () => {
  const [root, cache] = [tree(FILES), tree({})]
  const paths = Object.keys(FILES).filter(path => !path.endsWith('Chart.yaml'))
  const edit = fc.record({
    path: fc.constantFrom(...paths, 'plain/other.yaml', 'apps/web/templates/more.yaml', 'apps/web/files/a'),
    text: fc.constantFrom(
      '',
      'name: x\n',
      STORE('one'),
      STORE('{{ .Values.name }}'),
      'failOn: low\n',
      '- [',
      '# nothing\n',
    ),
  })
  await fc.assert(
    fc.asyncProperty(edit, async ({ path, text }) => {
      write(path, text)(root)
      const results = await Promise.all(
        [optionsFor(root, cache), optionsFor(root)].map(options =>
          kept(options).then(said, (error: Error) => error.message),
        ),
      )
      expect(results[0]).toBe(results[1])
    }),
    { numRuns: 25 },
  )
})

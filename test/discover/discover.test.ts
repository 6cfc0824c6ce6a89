import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Config, type LoadedConfig, loadConfig } from '../../src/config/config.ts'
import { discover, type ReleaseOptions } from '../../src/discover/discover.ts'
import { tarball } from '../tarball.ts'
import { chart, tree, under } from '../tree.ts'

const find = async (root: string, { paths = ['.'], config = {}, options = {} as ReleaseOptions } = {}) => {
  const loaded: LoadedConfig = { ...(await loadConfig(root, undefined)), ...(config as Config) }
  const { releases, manifests, failures, notes } = await discover(root, root, paths, loaded, options)
  return {
    releases,
    notes,
    unread: failures.map(({ location }) => location?.file),
    names: releases.map(({ name }) => name),
    manifests: manifests.map(path => path.slice(root.length + 1)),
  }
}

test('a chart folder is one release, named and placed by its chart', async () => {
  const { releases } = await find(tree(under('deploy/web', chart('shop-web', ''))))
  expect(releases).toMatchObject([
    { name: 'shop-web', namespace: 'shop-web', declaredIn: 'deploy/web/Chart.yaml', chart: { version: '1.2.3' } },
  ])
})

test('charts inside a chart’s charts/ and templates/ are its own business', async () => {
  const files = { ...chart('app', ''), ...under('charts/db', chart('db', '')), 'templates/x/Chart.yaml': 'name: x' }
  expect((await find(tree(files))).names).toEqual(['app'])
})

test('a chart beside another one in a deeper folder is found', async () => {
  const files = { ...chart('app', ''), ...under('examples/small', chart('small', '')) }
  expect((await find(tree(files))).names).toEqual(['app', 'small'])
})

test('YAML outside charts is a plain manifest; a chart’s templates and values are not', async () => {
  const files = {
    ...under('c', chart('c', 'x', { 'crds/y.yaml': '' })),
    'a.yaml': '',
    'b.yml': '',
    'd.txt': '',
    '.git/e.yaml': '',
  }
  expect((await find(tree(files))).manifests).toEqual(['a.yaml', 'b.yml'])
})

test('a library chart is skipped with a word', async () => {
  const { names, notes } = await find(tree({ 'lib/Chart.yaml': 'name: lib\ntype: library\n' }))
  expect(names).toEqual([])
  expect(notes).toEqual(['lib/Chart.yaml: a library chart renders nothing; skipped'])
})

test('a packaged chart is a release; an archive without a chart is skipped with a word, but not when named', async () => {
  const root = tree({})
  await tarball(root, { 'shop/Chart.yaml': 'name: shop\nversion: 3.0.0\n' }, 'shop-3.0.0.tgz')
  await tarball(root, { 'notes.txt': '' }, 'backup.tgz')
  const { releases, notes } = await find(root)
  expect(releases).toMatchObject([
    { name: 'shop', chart: { version: '3.0.0', file: 'shop-3.0.0.tgz', isPackaged: true } },
  ])
  expect(notes).toEqual(['backup.tgz: no chart in this archive; skipped'])
  await expect(find(root, { paths: ['backup.tgz'] })).rejects.toThrow('backup.tgz: this archive holds no chart')
})

test('an archive that cannot be read is left for helm to complain about', async () => {
  const { names, notes } = await find(tree({ 'shop-1.0.0.tgz': 'no archive' }))
  expect({ names, notes }).toEqual({ names: ['shop-1-0-0'], notes: [] })
})

test('beside the templates of a library chart everything is looked at: helm renders nothing of it', async () => {
  const files = { 'files/a.yaml': '', 'charts/b.yaml': '', 'crds/c.yaml': '', 'ci/d.yaml': '', 'templates/e.yaml': '' }
  const inside = { ...files, ...under('charts/db', chart('db', '')) }
  const library = await find(tree({ ...inside, 'Chart.yaml': 'name: lib\ntype: library\n' }))
  expect(library.manifests).toEqual(['charts/b.yaml', 'ci/d.yaml', 'crds/c.yaml', 'files/a.yaml'])
  expect(library.names).toEqual(['db'])
  const twice = 'name: lib\ntype: application\ntype: library\n'
  const unclear = await find(tree({ ...inside, 'Chart.yaml': twice }))
  expect([unclear.names.length, unclear.manifests, unclear.notes], 'helm may say').toEqual([1, [], []])
})

test('two charts of one name become two releases, named by their folders', async () => {
  const root = tree({ ...under('a/app', chart('app', '')), ...under('b/app', chart('app', '')) })
  expect((await find(root)).names).toEqual(['a-app', 'b-app'])
})

test('names are cut to what helm takes', async () => {
  const [name = ''] = (await find(tree(chart(`Very_Long.${'x'.repeat(80)}`, '')))).names
  expect(name).toMatch(/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/)
  expect(name.length).toBeLessThanOrEqual(53)
})

test('the config says how a chart is installed, also twice, and takes it from the defaults', async () => {
  const root = tree({ ...under('eso', chart('eso', '')), 'prod.yaml': '' })
  const releases = [
    { chart: 'eso', name: 'one', values: ['prod.yaml'], set: { a: 1 } },
    { chart: './eso/', name: 'two', namespace: 'elsewhere' },
  ]
  const found = await find(root, { config: { releases, file: '.eso-hardener.yaml' } })
  expect(found.releases).toMatchObject([
    {
      name: 'one',
      namespace: 'one',
      values: [{ path: join(root, 'prod.yaml') }],
      set: { a: 1 },
      declaredIn: '.eso-hardener.yaml',
    },
    { name: 'two', namespace: 'elsewhere' },
  ])
})

test('a release of the config knows its lines there', async () => {
  const config = 'releases:\n  - chart: eso\n    set:\n      a: 1\n  - chart: eso\n    name: two\n'
  const { releases } = await find(tree({ ...under('eso', chart('eso', '')), '.eso-hardener.yaml': config }))
  expect(releases.map(({ lines }) => lines)).toEqual([
    { entry: 2, set: new Map([['a', 4]]) },
    { entry: 5, set: new Map() },
  ])
  const [found] = (await find(tree(under('eso', chart('eso', ''))))).releases
  expect(found?.lines).toBeUndefined()
})

test('a chart of the config must exist', async () => {
  const config = { releases: [{ chart: 'gone' }], file: 'c.yaml' }
  await expect(find(tree({}), { config })).rejects.toThrow("c.yaml: there is no chart 'gone'")
})

test('excluded paths are left out', async () => {
  const root = tree({ ...under('test/c', chart('c', '')), 'test/a.yaml': '', 'deep/test/b.yaml': '', 'keep.yaml': '' })
  const found = await find(root, { config: { exclude: ['test/', '**/b.yaml'] } })
  expect(found).toMatchObject({ names: [], manifests: ['keep.yaml'] })
})

test('a named path that is missing is an error', async () => {
  await expect(find(tree({}), { paths: ['nowhere'] })).rejects.toThrow('nowhere: no such file or folder')
})

test('a link inside the repository is what it leads to, which is found once', async () => {
  const root = tree({
    ...{
      'a/x.yaml': '',
      'a/data.txt': '',
      'left/y.yaml': '',
      'deep/er/z.yaml': '',
      'words.txt': '',
      '.git/a.yaml': '',
    },
    ...under('app', chart('app', '')),
  })
  mkdirSync(join(root, 'links'))
  const links = { again: '../a', loop: '.', up: '..', 'x.yaml': '../a/x.yaml', 'w.yml': '../a/data.txt', app: '../app' }
  const more = { 'git.yaml': '../.git/a.yaml', 'left.yaml': '../left/y.yaml', words: '../words.txt' }
  for (const [name, target] of Object.entries({ ...links, ...more })) symlinkSync(target, join(root, 'links', name))
  const found = await find(root, { config: { exclude: ['left'] }, paths: ['links'] })
  expect(found).toMatchObject({ unread: [], names: ['app'] })
  expect(found.manifests).toEqual(['a/data.txt', 'a/x.yaml', 'deep/er/z.yaml'])
  const all = await find(root)
  expect(all).toMatchObject({
    names: ['app'],
    manifests: ['a/data.txt', 'a/x.yaml', 'deep/er/z.yaml', 'left/y.yaml'],
  })
})

test('a link that leads out or nowhere is not read, and said, where it could be of interest', async () => {
  const root = tree({ 'a.yaml': '' })
  const other = tree({ 'secret.yaml': '', 'words.txt': '' })
  const links = { 'out.yaml': `${other}/secret.yaml`, folder: other, 'gone.yml': 'nowhere', 'gone.tgz': 'nowhere' }
  const dull = { words: `${other}/words.txt`, gone: 'nowhere', 'skipped.yaml': 'nowhere' }
  for (const [name, target] of Object.entries({ ...links, ...dull })) symlinkSync(target, join(root, name))
  const { manifests, unread } = await find(root, { config: { exclude: ['skipped.yaml'] } })
  expect({ manifests, unread }).toEqual({
    manifests: ['a.yaml'],
    unread: ['folder', 'gone.tgz', 'gone.yml', 'out.yaml'],
  })
})

test('a chart whose Chart.yaml is a link is a chart', async () => {
  const root = tree({ ...chart('app', ''), 'real.txt': 'name: real' })
  const { unlinkSync } = await import('node:fs')
  unlinkSync(join(root, 'Chart.yaml'))
  symlinkSync('real.txt', join(root, 'Chart.yaml'))
  expect(await find(root)).toMatchObject({ names: ['real'], manifests: [] })
})

test('options for one chart change that chart, and are refused for several', async () => {
  const root = tree({ ...under('a', chart('a', '')), 'v.yaml': '' })
  const options = { values: ['v.yaml'], set: ['x=1'], namespace: 'ns', releaseName: 'rel' }
  const { releases } = await find(root, { paths: ['a'], options })
  expect(releases).toMatchObject([
    { name: 'rel', namespace: 'ns', values: [{ path: join(root, 'v.yaml') }], setTexts: ['x=1'] },
  ])
  await expect(find(tree({}), { options })).rejects.toThrow('are for one chart, and there are 0 here')
})

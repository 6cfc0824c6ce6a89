import { join } from 'node:path'
import { expect, test } from 'vitest'
import { loadConfig } from '../../../src/config/config.ts'
import { discover } from '../../../src/discover/discover.ts'
import { isRendered, relationOf } from '../../../src/locate/inquiry/subject.ts'
import { chart, tree, under } from '../../tree.ts'

const root = () =>
  tree({
    ...under('shop', chart('shop', '', { 'ci/x-values.yaml': '', 'charts/db/values.yaml': '' })),
    'prod.yaml': '',
    '.eso-hardener.yaml': 'releases: [{ chart: shop, values: [prod.yaml] }]\n',
  })

async function relations(folder: string, config: string | undefined, path: string) {
  const { releases } = await discover(folder, folder, ['.'], await loadConfig(folder, config, ['.']))
  return releases.map(release => relationOf(release, { path: join(folder, path), file: path }))
}

test.each([
  ['prod.yaml', 'values'],
  ['shop/values.yaml', 'values'],
  ['shop/charts/db/values.yaml', 'values'],
  ['shop/templates/all.yaml', 'template'],
  ['shop/charts/db/templates/a.yaml', 'template'],
  ['shop/templates/values.yaml', 'template'],
  ['shop/Chart.yaml', 'other'],
  ['shop/files/templates/a.yaml', 'other'],
  ['shopping/values.yaml', undefined],
  ['other.yaml', undefined],
])('%s', async (path, relation) => {
  expect(await relations(root(), undefined, path)).toEqual([relation])
})

test('values that a chart is tested with are asked about by themselves', async () => {
  const folder = tree(chart('shop', '', { 'ci/x-values.yaml': '' }))
  expect(await relations(folder, undefined, 'ci/x-values.yaml')).toEqual(['other', 'values'])
  expect(await relations(folder, undefined, 'templates/all.yaml')).toEqual(['template', undefined])
})

test('what helm prints is known by its comments', () => {
  expect(isRendered('---\n# Source: shop/templates/a.yaml\nkind: X\n')).toBe(true)
  expect(isRendered('# Source: the book\nkind: X\n')).toBe(false)
})

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readPackagedChartYaml, readPackagedFiles } from '../../src/io/archive.ts'
import { tarball } from '../tarball.ts'
import { tree } from '../tree.ts'

test('the Chart.yaml at the top of a package is read, not one of a subchart', async () => {
  const root = tree({})
  const file = await tarball(root, { 'shop/charts/db/Chart.yaml': 'name: db', 'shop/Chart.yaml': 'name: shop' })
  expect(await readPackagedChartYaml(file)).toBe('name: shop')
})

test('an archive without a chart gives nothing', async () => {
  expect(await readPackagedChartYaml(await tarball(tree({}), { 'a/b.txt': 'hi' }))).toBeUndefined()
})

test.each([
  ['text', Buffer.from('no archive')],
  ['an empty file', Buffer.alloc(0)],
  ['a cut-off gzip', Buffer.from('1f8b0800000000000003', 'hex')],
])('%s in place of an archive is no proof that there is no chart', async (_, bytes) => {
  const root = tree({ 'x.tgz': bytes })
  expect(await readPackagedChartYaml(join(root, 'x.tgz'))).toBe('')
})

test('an archive that unpacks to gigabytes is given up', async () => {
  const root = tree({})
  const file = await tarball(root, { 'a/zeros': '\0'.repeat(80 * 1024 * 1024), 'a/Chart.yaml': 'name: a' })
  expect(await readPackagedChartYaml(file)).toBe('')
})

test.each(['a/./Chart.yaml', 'a/b/../Chart.yaml', 'a\\Chart.yaml', 'a/b\\Chart.yaml', 'a//Chart.yaml'])(
  '%s is a Chart.yaml, as it is for helm',
  async name => {
    expect(await readPackagedChartYaml(await tarball(tree({}), { [name]: 'name: a' }))).toBe('name: a')
  },
)

test.each([
  ['one that is too large', { 'a/Chart.yaml': `name: a\n${'#'.repeat(2 * 1024 * 1024)}` }],
  ['two of them', { 'a/Chart.yaml': 'type: library', 'b/Chart.yaml': 'type: application' }],
])('%s: what helm makes of it is not known', async (_, files) => {
  expect(await readPackagedChartYaml(await tarball(tree({}), files))).toBe('')
})

test.each(['Chart.yaml', 'a/b/Chart.yaml', 'a/Chart.yaml.bak'])('%s makes no chart', async name => {
  expect(await readPackagedChartYaml(await tarball(tree({}), { [name]: 'name: a' }))).toBeUndefined()
})

test('the wanted files of a package come by their path in the chart, and none when it cannot be read to its end', async () => {
  const files = {
    'shop/values.yaml': 'a: 1',
    'shop/templates/a.yaml': 'b',
    'shop/charts/db/values.yaml': 'c',
    'values.yaml': 'd',
  }
  const file = await tarball(tree({}), files)
  const isWanted = (path: string): boolean => !path.startsWith('charts/')
  expect(await readPackagedFiles(file, isWanted)).toEqual(
    new Map([
      ['values.yaml', 'a: 1'],
      ['templates/a.yaml', 'b'],
    ]),
  )
  const bytes = readFileSync(file)
  const root = tree({ 'x.tgz': bytes.subarray(0, bytes.length - 60) })
  expect(await readPackagedFiles(join(root, 'x.tgz'), isWanted)).toBeUndefined()
})

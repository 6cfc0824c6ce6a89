import { symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { Release } from '../../src/discover/discover.ts'
import { sharedRender } from '../../src/render/sharing.ts'
import { chart, tree } from '../tree.ts'

const releaseOf = (path: string, overrides: Partial<Release> = {}): Release => ({
  name: 'c',
  namespace: 'c',
  chart: {
    ...{ path, file: 'Chart.yaml', name: 'c', version: '1.2.3' },
    ...{ isPackaged: false, isLibrary: false, isChart: true },
  },
  values: [],
  set: {},
  setTexts: [],
  kubeVersion: undefined,
  apiVersions: [],
  ...{ claim: undefined, clusters: ['default'], variant: 'default' },
  declaredIn: 'Chart.yaml',
  ...overrides,
})
const HELM_AT_REST = { path: '', env: {}, folder: '', timeoutMs: 1, identity: async () => 'helm' }
const FILES = chart('c', 'a: 1\n', { 'values.yaml': 'b: 1\n', '.helmignore': 'x\n' })

/** How often two releases are rendered. */
async function renderings(first: Release, second: Release, ok = true): Promise<number> {
  const renders = new Map()
  let count = 0
  for (const release of [first, second])
    await sharedRender(renders, { helm: HELM_AT_REST, release, root: release.chart.path }, async () => {
      count += 1
      return { result: { ok, stdout: 'out', stderr: '' }, missing: [], reason: undefined, files: undefined }
    })
  return count
}

test('the same chart in two places is rendered once, unless it failed', async () => {
  const [a, b] = [releaseOf(tree(FILES)), releaseOf(tree(FILES))]
  expect(await renderings(a, b)).toBe(1)
  expect(await renderings(a, b, false)).toBe(2)
})

test.each([
  ['a template', { 'templates/all.yaml': 'a: 2\n' }],
  ['the chart’s values', { 'values.yaml': 'b: 2\n' }],
  ['what helm ignores', { '.helmignore': 'templates\n' }],
  ['one more file', { 'files/x': '' }],
])('%s that changed is rendered again', async (_, change) => {
  expect(await renderings(releaseOf(tree(FILES)), releaseOf(tree({ ...FILES, ...change })))).toBe(2)
})

test('content that moved to another file is rendered again', async () => {
  const { 'templates/all.yaml': text = '', ...others } = FILES
  expect(await renderings(releaseOf(tree(FILES)), releaseOf(tree({ ...others, 'templates/zzz.yaml': text })))).toBe(2)
})

test.each<[string, Partial<Release>]>([
  ['name', { name: 'd' }],
  ['namespace', { namespace: 'd' }],
  ['set', { set: { a: 1 } }],
  ['setTexts', { setTexts: ['a=1'] }],
  ['kubeVersion', { kubeVersion: '1.33' }],
  ['apiVersions', { apiVersions: ['v9'] }],
])('another %s is another release', async (_, overrides) => {
  const path = tree(FILES)
  expect(await renderings(releaseOf(path), releaseOf(path, overrides))).toBe(2)
})

test('values files count by what they hold', async () => {
  const path = tree(FILES)
  const values = ['one', 'one', 'two'].map(text => join(tree({ 'v.yaml': `a: ${text}\n` }), 'v.yaml'))
  const [one, same, other] = values.map(file => releaseOf(path, { values: [{ path: file }] }))
  if (!one || !same || !other) throw new Error('three')
  expect(await renderings(one, same)).toBe(1)
  expect(await renderings(one, other)).toBe(2)
  expect(await renderings(one, releaseOf(path))).toBe(2)
})

test('a chart with links, whose content is elsewhere, is always rendered', async () => {
  const path = tree(FILES)
  writeFileSync(join(path, 'target'), '')
  symlinkSync('target', join(path, 'link'))
  expect(await renderings(releaseOf(path), releaseOf(path))).toBe(2)
})

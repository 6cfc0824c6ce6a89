import { expect, test } from 'vitest'
import type { Release } from '../../src/discover/discover.ts'
import { valuesFilesFor } from '../../src/init/values-files.ts'

/** A release of the chart in a folder. */
function release(folder: string, name: string, isPackaged = false): Release {
  const file = isPackaged ? folder : folder === '.' ? 'Chart.yaml' : `${folder}/Chart.yaml`
  const chart = { path: `/${folder}`, file, name, version: '1', isPackaged, isLibrary: false, isChart: true }
  const rest = { values: [], set: {}, setTexts: [], kubeVersion: undefined, apiVersions: [], declaredIn: file }
  const world = { claim: undefined, clusters: ['default'], variant: 'default' }
  return { name, namespace: name, chart, ...rest, ...world } as Release
}

test.each([
  'charts/web/values-prod.yaml',
  'charts/web/values.prod.yml',
  'charts/web/prod-values.yaml',
  'charts/web/prod.values.yaml',
  'charts/web/ci/all-values.yaml',
  'charts/web/values/prod.yaml',
  'charts/web/environments/eu/prod.yaml',
  'web-values.yaml',
  'clusters/prod/values-web.yaml',
  'values/web.yaml',
  'env/web/prod.yaml',
])('%s is for the chart charts/web', file => {
  expect(valuesFilesFor(release('charts/web', 'web'), [file], new Set(['charts/web']))).toEqual([file])
})

test.each([
  ['its own values, which are always used', 'charts/web/values.yaml'],
  ['another file of it', 'charts/web/policy.yaml'],
  ['a file of ci/ that holds no values', 'charts/web/ci/kind.yaml'],
  ['a file of a chart in it', 'charts/web/charts/db/values-prod.yaml'],
  ['one that is named after nothing here', 'values-prod.yaml'],
  ['one that is named after another chart', 'values/api.yaml'],
  ['a manifest that has the name of the chart', 'apps/web.yaml'],
])('not %s', (_, file) => {
  const charts = new Set(['charts/web', 'charts/web/charts/db'])
  expect(valuesFilesFor(release('charts/web', 'web'), [file], charts)).toEqual([])
})

test('a chart at the top, and a packaged one', () => {
  const files = ['ci/a-values.yaml', 'values-prod.yaml', 'templates/x.yaml', 'values/x.yaml']
  expect(valuesFilesFor(release('.', 'top'), files, new Set(['.']))).toEqual([
    'ci/a-values.yaml',
    'values-prod.yaml',
    'values/x.yaml',
  ])
  const packed = release('vendor/web-1.0.0.tgz', 'web', true)
  expect(valuesFilesFor(packed, ['vendor/web-values.yaml', 'vendor/values-prod.yaml'], new Set())).toEqual([
    'vendor/web-values.yaml',
  ])
})

import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { assess, type RunOptions } from '../src/run.ts'
import { OPERATOR } from './generate/operator.ts'
import { HELM } from './helm.ts'
import { serve } from './io/server.ts'
import { tarball } from './tarball.ts'
import { chart, tree, under } from './tree.ts'

const OLD = `apiVersion: external-secrets.io/v1beta1
kind: ExternalSecret
metadata: { name: a, namespace: shop }
spec:
  secretStoreRef: { name: vault }
  data: [{ secretKey: a, remoteRef: { key: a } }]
`
const OPERATOR_CHART = chart('external-secrets', OPERATOR)

const run = (root: string, chartName?: string, version?: string, more: Partial<RunOptions> = {}) =>
  assess({
    ...{ root, folder: root, paths: ['apps'], helm: HELM },
    operatorChart: { chart: chartName, version, folder: root },
    ...more,
  })

const files = { 'apps/es.yaml': OLD, ...under('eso', OPERATOR_CHART) }
const severities = ({ findings }: Awaited<ReturnType<typeof run>>) =>
  findings.map(({ rule, severity }) => `${rule} ${severity}`)

test('objects are judged by the operator that they will meet, and it is not judged itself', async () => {
  const root = tree(files)
  const alone = await run(root)
  expect(severities(alone)).toEqual(['deprecated-api-version low'])
  const met = await run(root, 'eso')
  expect(severities(met)).toEqual(['deprecated-api-version high'])
  expect(met.releases).toEqual([])
  expect(met.inventory).toEqual(alone.inventory)
  expect(met.coverage.filter(({ status }) => status === 'mitigated')).toEqual(
    alone.coverage.filter(({ status }) => status === 'mitigated'),
  )
})

test('the config names it, relative to itself, and an install of the repository wins', async () => {
  const config = { '.eso-hardener.yaml': 'esoChart: eso\n' }
  expect(severities(await run(tree({ ...files, ...config })))).toEqual(['deprecated-api-version high'])
  const own = await run(tree({ ...files, 'apps/operator.yaml': OPERATOR.replaceAll('v2.9.0', 'v0.9.0') }), 'eso')
  expect(severities(own)).not.toContain('deprecated-api-version high')
  expect(own.inventory.installs.map(({ version }) => version)).toEqual(['0.9.0'])
})

describe('where it comes from', () => {
  async function repository() {
    const packed = readFileSync(await tarball(tree({}), under('external-secrets', OPERATOR_CHART)))
    const entry = '{ apiVersion: v2, name: external-secrets, version: 1.2.3, urls: [e.tgz] }'
    return serve(({ url = '' }, response) => {
      if (url === '/index.yaml') response.end(`apiVersion: v1\nentries:\n  external-secrets: [${entry}]\n`)
      else response.end(packed)
    })
  }

  test('a package, or a chart repository', async () => {
    const root = tree(files)
    await tarball(root, under('external-secrets', OPERATOR_CHART), 'packed.tgz')
    expect(severities(await run(root, 'packed.tgz', '1.2.3'))).toEqual(['deprecated-api-version high'])
    expect(severities(await run(root, await repository(), '~1.2'))).toEqual(['deprecated-api-version high'])
  })

  test('what cannot be had makes the run incomplete', async () => {
    const url = await repository()
    for (const [version, more] of [
      ['9.9.9', {}],
      ['1.2.3', { offline: true }],
    ] as const) {
      const { conclusion, failures } = await run(tree(files), url, version, more)
      expect(conclusion).toBe('incomplete')
      expect(failures.map(({ message }) => message)).toEqual([
        expect.stringContaining(`external-secrets ${version} of ${url}`),
      ])
    }
  })

  test('a version alone is one of the official chart', async () => {
    const { conclusion, failures } = await run(tree(files), undefined, '2.9.0', { offline: true })
    expect(conclusion).toBe('incomplete')
    expect(failures.map(({ message }) => message)).toEqual([
      'the chart external-secrets 2.9.0 of oci://ghcr.io/external-secrets/charts is not in the repository; --offline forbids to fetch it',
    ])
  })

  test.each([
    ['nowhere', undefined, 'nowhere: there is no chart here'],
    ['apps', undefined, 'apps: there is no chart here'],
    ['eso', '9.9.9', 'eso: this is version 1.2.3 of the chart, not 9.9.9'],
  ])('%s %s is an error', async (name, version, message) => {
    await expect(run(tree(files), name, version)).rejects.toThrow(message)
  })
})

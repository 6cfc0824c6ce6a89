import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { loadConfig } from '../../src/config/config.ts'
import { discover } from '../../src/discover/discover.ts'
import { prepareHelm } from '../../src/render/helm.ts'
import { type Rendering, render } from '../../src/render/render.ts'
import { HELMS } from '../helm.ts'
import { serve } from '../io/server.ts'
import { tarball } from '../tarball.ts'
import { chart, tree, under } from '../tree.ts'

const NAMED = (name: string) => `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: ${name} }\n`

const declaring = (name: string, ...dependencies: readonly (readonly [name: string, repository: string])[]): string =>
  `apiVersion: v2\nname: ${name}\nversion: 1.2.3\ndependencies:\n${dependencies
    .map(([name, repository]) => `  - { name: ${name}, version: 1.2.3, repository: "${repository}" }\n`)
    .join('')}`

const web = (...dependencies: readonly (readonly [name: string, repository: string])[]) =>
  under('apps/web', chart('web', NAMED('web'), { 'Chart.yaml': declaring('web', ...dependencies) }))

/** Renders the chart apps/web of a repository. */
async function renderWeb(root: string, helm: string, mayFetch = false): Promise<Rendering> {
  const { releases } = await discover(root, root, ['apps/web'], await loadConfig(root, undefined))
  const [release] = releases
  if (!release) throw new Error('there is no chart')
  return render(release, await prepareHelm(tree({}), helm, 30_000), { root, mayFetch })
}

/** A chart repository with the chart `queue` in it. @returns its address, and what was asked for. */
async function chartServer() {
  const requests: (string | undefined)[] = []
  const archive = await tarball(tree({}), under('queue', chart('queue', NAMED('queue'))), 'queue-1.2.3.tgz')
  const index =
    'apiVersion: v1\nentries:\n  queue:\n    - { apiVersion: v2, name: queue, version: 1.2.3, urls: [queue-1.2.3.tgz] }\n'
  const url = await serve((request, response) => {
    requests.push(request.url)
    if (request.url === '/index.yaml') response.end(index)
    else if (request.url === '/queue-1.2.3.tgz') response.end(readFileSync(archive))
    else response.writeHead(404).end()
  })
  return { url, requests }
}

describe.each(HELMS)('helm $minor', ({ path: helm }) => {
  test('charts of the repository that it depends on are packed from their folders, with what they need', async () => {
    const root = tree({
      ...web(['common', 'file://../../libraries/common']),
      ...under(
        'libraries/common',
        chart('common', NAMED('common'), { 'Chart.yaml': declaring('common', ['base', 'file://../base']) }),
      ),
      ...under('libraries/base', chart('base', NAMED('base'))),
    })
    const { text, failure } = await renderWeb(root, helm)
    expect(failure).toBeUndefined()
    for (const name of ['web', 'common', 'base']) expect(text).toContain(`name: ${name} }`)
  })

  test('what is fetched is asked for only where it may be', async () => {
    const { url, requests } = await chartServer()
    const root = tree({
      ...web(['queue', url], ['common', 'file://../../libraries/common']),
      ...under('libraries/common', chart('common', NAMED('common'))),
    })
    const without = await renderWeb(root, helm)
    expect(requests).toEqual([])
    expect(without.failure?.message).toBe(
      'dependencies are not in charts/: queue (--fetch-dependencies lets helm fetch them); the chart was checked without them',
    )
    expect(without.text).toContain('name: common }')
    const whole = await renderWeb(root, helm, true)
    expect(whole.failure).toBeUndefined()
    for (const name of ['web', 'common', 'queue']) expect(whole.text).toContain(`name: ${name} }`)
    expect(requests).toContain('/queue-1.2.3.tgz')
  })

  test('what cannot be fetched is named with the reason, and the rest is rendered', async () => {
    const { url } = await chartServer()
    const root = tree(web(['nothing', `${url}/elsewhere`]))
    const { text, failure } = await renderWeb(root, helm, true)
    expect(text).toContain('name: web }')
    expect(failure?.message).toMatch(
      /^dependencies are not in charts\/: nothing \(.*404.*\); the chart was checked without them$/s,
    )
    expect(failure?.message).not.toMatch(/eso-hardener-|tree\//)
    expect(failure?.location.file).toBe('apps/web/Chart.yaml')
  })
})

const helm = HELMS[0]?.path ?? ''

test('a dependency outside of the repository, on itself, or on nothing is not there', async () => {
  const outside = tree(chart('secret', NAMED('secret')))
  for (const repository of [`file://${outside}`, 'file://../../..', 'file://.', 'file://../nowhere', 'file://']) {
    const { text, failure } = await renderWeb(tree(web(['secret', repository])), helm, true)
    expect(failure?.message, repository).toMatch(/^dependencies are not in charts\/: secret/)
    expect(text).toContain('name: web }')
    expect(text).not.toContain('name: secret')
  }
})

test('charts that depend on each other do not go on for ever', async () => {
  const root = tree({
    ...web(['a', 'file://../a']),
    ...under('apps/a', chart('a', NAMED('a'), { 'Chart.yaml': declaring('a', ['b', 'file://../b']) })),
    ...under('apps/b', chart('b', NAMED('b'), { 'Chart.yaml': declaring('b', ['a', 'file://../a']) })),
  })
  const { text, failure } = await renderWeb(root, helm)
  expect(failure?.message).toMatch(/^dependencies are not in charts\/: a/)
  expect(text).toContain('name: web }')
})

test('the repository itself is left as it is', async () => {
  const root = tree({
    ...web(['common', 'file://../../libraries/common']),
    ...under('libraries/common', chart('common', NAMED('common'))),
  })
  const before = readFileSync(join(root, 'apps/web/Chart.yaml'), 'utf8')
  await renderWeb(root, helm, true)
  expect(readFileSync(join(root, 'apps/web/Chart.yaml'), 'utf8')).toBe(before)
  expect(() => readFileSync(join(root, 'apps/web/charts'))).toThrow(/ENOENT/)
})

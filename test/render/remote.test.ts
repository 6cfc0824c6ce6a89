import { readFileSync } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { assess, type RunOptions } from '../../src/run.ts'
import { lockOf } from '../chart-lock.ts'
import { HELM, HELMS } from '../helm.ts'
import { serve } from '../io/server.ts'
import { tarball } from '../tarball.ts'
import { tree } from '../tree.ts'

const STORE = 'apiVersion: external-secrets.io/v1\nkind: SecretStore\nmetadata: { name: a }\nspec: {}\n'
const VERSIONS = ['2.0.0-rc.1', '1.3.0', '1.2.3']

/** The line of `chart` is 6. */
const application = (repository: string, version: string, chart = 'demo') => `apiVersion: argoproj.io/v1alpha1
kind: Application
metadata: { name: shop }
spec:
  source:
    chart: ${chart}
    repoURL: ${repository}
    targetRevision: '${version}'
  destination: { namespace: shop }
`

const packed = async (version: string, more: Readonly<Record<string, string>> = {}) =>
  readFileSync(
    await tarball(tree({}), {
      'demo/Chart.yaml': `apiVersion: v2\nname: demo\nversion: ${version}\n`,
      'demo/templates/a.yaml': STORE,
      ...more,
    }),
  )

const index = (urlOf = (version: string) => `demo-${version}.tgz`) =>
  ['apiVersion: v1', 'entries:', '  demo:']
    .concat(VERSIONS.map(v => `    - { apiVersion: v2, name: demo, version: ${v}, urls: ['${urlOf(v)}'] }`))
    .join('\n')

/** A chart repository with three versions of a chart; `answer` may answer otherwise, and says whether it did. */
async function repository(answer: (request: IncomingMessage, response: ServerResponse) => boolean = () => false) {
  const packages = new Map<string, Buffer>(
    await Promise.all(VERSIONS.map(async v => [`/demo-${v}.tgz`, await packed(v)] as const)),
  )
  return serve((request, response) => {
    if (answer(request, response)) return
    const found = packages.get(request.url ?? '')
    if (request.url === '/index.yaml') response.end(index())
    else response.writeHead(found ? 200 : 404).end(found)
  })
}

const check = (files: Readonly<Record<string, string>>, more: Partial<RunOptions> = {}) => {
  const root = tree(files)
  return assess({ root, folder: root, paths: ['.'], helm: HELM, fetchDependencies: true, ...more })
}

/** helm 4 does not say why. */
const UNREADABLE = 'the chart demo 1.2.3 of http://127.0.0.1'

const isIndex = ({ url }: IncomingMessage): boolean => url === '/index.yaml'
const refusing = (status: number) => (_: IncomingMessage, response: ServerResponse) => {
  response.writeHead(status).end('no')
  return true
}
const packageOf = (bytes: Uint8Array) => (request: IncomingMessage, response: ServerResponse) => {
  if (!isIndex(request)) response.end(bytes)
  return !isIndex(request)
}

describe.each(HELMS)('with helm $minor', ({ path: helm }) => {
  test.each([
    ['', '1.3.0'],
    ['*', '1.3.0'],
    ['1.x', '1.3.0'],
    ['~1.2', '1.2.3'],
    ['>=1.0.0, <1.3.0', '1.2.3'],
    ['>=1.0.0-0', '2.0.0-rc.1'],
    ['1.2.3', '1.2.3'],
  ])('of the versions, "%s" means %s', async (range, version) => {
    const { failures, releases } = await check({ 'app.yaml': application(await repository(), range) }, { helm })
    expect(failures).toEqual([])
    expect(releases).toMatchObject([{ name: 'shop', version, manifests: 1 }])
  })

  test('a range that nothing satisfies is one failure on the line that names the chart, and the rest is judged', async () => {
    const url = await repository()
    const { conclusion, failures, releases } = await check(
      { 'app.yaml': application(url, '9.x'), 'other.yaml': application(url, '1.x').replace('shop }', 'other }') },
      { helm },
    )
    expect(conclusion).toBe('incomplete')
    expect(failures).toMatchObject([
      {
        message: expect.stringMatching(`^the chart demo 9.x of ${url} could not be fetched: .*not found`),
        location: { file: 'app.yaml', startLine: 6 },
      },
    ])
    expect(releases.map(({ name, manifests }) => `${name} ${manifests}`)).toEqual(['shop 0', 'other 1'])
  })
})

describe('a chart repository that does not give the chart is one failure with its line', () => {
  test.each([
    ['has none', refusing(404), '404 Not Found'],
    ['is broken', refusing(500), '500 Internal Server Error'],
    ['wants to know who asks', refusing(401), '401 Unauthorized; --registry-config FILE names'],
    ['says hello', (_: IncomingMessage, r: ServerResponse) => Boolean(r.end('<html>hello')), 'not a valid chart repo'],
    ['has the index alone', (q: IncomingMessage, r: ServerResponse) => !isIndex(q) && refusing(404)(q, r), '404 Not'],
  ])('it %s', async (_, answer, words) => {
    const { conclusion, failures } = await check({ 'app.yaml': application(await repository(answer), '1.2.3') })
    expect(conclusion).toBe('incomplete')
    expect(failures).toMatchObject([
      { message: expect.stringContaining(words), location: { file: 'app.yaml', startLine: 6 } },
    ])
  })

  test.each([
    ['a page in place of the package', async () => Buffer.from('<html>'), 'gzip'],
    ['half a package', async () => (await packed('1.2.3')).subarray(0, 100), UNREADABLE],
    ['a package that leads out', () => packed('1.2.3', { 'demo/../../out.yaml': 'a: b' }), UNREADABLE],
  ])('it gives %s', async (_, bytes, words) => {
    const url = await repository(packageOf(await bytes()))
    const { conclusion, failures } = await check({ 'app.yaml': application(url, '1.2.3') })
    expect(conclusion).toBe('incomplete')
    expect(failures).toMatchObject([
      { message: expect.stringContaining(words), location: { file: 'app.yaml', startLine: 6 } },
    ])
  })

  test('it is not there', async () => {
    const { failures } = await check({ 'app.yaml': application('http://127.0.0.1:1', '1.2.3') })
    expect(failures).toMatchObject([{ message: expect.stringMatching('connection refused; is its host reached') }])
  })

  test('it takes too long', async () => {
    const url = await repository(() => true)
    const { failures } = await check({ 'app.yaml': application(url, '1.2.3') }, { timeoutMs: 1500 })
    expect(failures).toMatchObject([{ message: expect.stringContaining('helm was stopped after 1.5 seconds') }])
  })
})

test('--offline asks nobody', async () => {
  const asked: string[] = []
  const url = await repository(({ url }) => asked.push(url ?? '') === 0)
  const { failures } = await check({ 'app.yaml': application(url, '1.2.3') }, { offline: true })
  expect(failures).toHaveLength(1)
  expect(asked).toEqual([])
})

test('what a URL has of a credential stays with its host, and out of what is printed', async () => {
  const seen: [host: string, authorization: string | undefined][] = []
  const other = await repository(({ headers }) => seen.push(['other', headers.authorization]) === 0)
  const url = await repository((request, response) => {
    seen.push(['own', request.headers.authorization])
    if (isIndex(request)) return false
    response.writeHead(302, { location: `${other.replace('127.0.0.1', 'localhost')}${request.url}` }).end()
    return true
  })
  const withUser = url.replace('://', '://ann:long-password@')
  const { failures } = await check({ 'app.yaml': application(withUser, '1.2.3') })
  expect(failures).toEqual([])
  const own = `Basic ${Buffer.from('ann:long-password').toString('base64')}`
  expect(seen).toEqual([
    ['own', own],
    ['own', own],
    ['other', undefined],
  ])
  const refused = await check({ 'app.yaml': application(withUser, '9.x') })
  expect(refused.failures).toHaveLength(1)
  expect(JSON.stringify(refused)).not.toContain('long-password')
})

describe.each(HELMS)('a private chart repository, asked by helm $minor', ({ path: helm }) => {
  const authorization = `Basic ${Buffer.from('ann:long-password').toString('base64')}`
  const credentials = (address: string, password = 'long-password') =>
    join(
      tree({
        'config.json': JSON.stringify({
          auths: { [new URL(address).host]: { auth: Buffer.from(`ann:${password}`).toString('base64') } },
        }),
      }),
      'config.json',
    )
  const asksWho = ({ headers }: IncomingMessage, response: ServerResponse) =>
    headers.authorization !== authorization && refusing(401)({} as IncomingMessage, response)

  test('gives a chart, and a dependency, to whom the file has a credential of its host for', async () => {
    const url = await repository(asksWho)
    const umbrella = (range: string) => ({
      'Chart.yaml': `apiVersion: v2\nname: shop\nversion: 1.0.0\ndependencies:\n  - { name: demo, version: ${range}, repository: '${url}' }\n`,
    })
    const locked = { ...umbrella('1.x'), 'Chart.lock': lockOf(url, '1.x', 'demo') }
    for (const files of [{ 'app.yaml': application(url, '~1.2') }, umbrella('~1.2'), locked]) {
      const admitted = await check(files, { helm, registryConfig: credentials(url) })
      expect(admitted.failures).toEqual([])
      expect(admitted.releases).toMatchObject([{ name: 'shop', manifests: 1 }])
      for (const registryConfig of [
        undefined,
        credentials(url, 'wrong-password'),
        credentials('https://127.0.0.1:1'),
      ]) {
        const refused = await check(files, { helm, registryConfig })
        expect(refused.failures).toMatchObject([
          { message: expect.stringMatching('401 Unauthorized.*; --registry-config') },
        ])
        expect(JSON.stringify(refused)).not.toMatch(/(?:wrong|long)-password/)
      }
    }
  })

  test('may lead to another host, which is told nothing', async () => {
    const seen: (string | undefined)[] = []
    const other = await repository(({ headers }) => seen.push(headers.authorization) === 0)
    const elsewhere = other.replace('127.0.0.1', 'localhost')
    const url = await repository((request, response) => {
      if (asksWho(request, response)) return true
      if (isIndex(request)) response.end(index(version => `${elsewhere}/demo-${version}.tgz`))
      return isIndex(request)
    })
    const files = { 'app.yaml': application(url, '1.2.3') }
    const { failures } = await check(files, { helm, registryConfig: credentials(url) })
    expect(failures).toEqual([])
    expect(seen).toEqual([undefined])
  })
})

test('a file of credentials that is not there is an error', async () => {
  await expect(check({ 'app.yaml': application('oci://x', '') }, { registryConfig: '/none.json' })).rejects.toThrow(
    '/none.json: there is no such file',
  )
})

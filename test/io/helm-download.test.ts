import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { pack } from 'tar-stream'
import { describe, expect, test } from 'vitest'
import { cacheFolder, downloadedHelm } from '../../src/io/helm-download.ts'
import { HELM_RELEASES, platformName } from '../../src/io/helm-releases.ts'
import { tree } from '../tree.ts'
import { serve } from './server.ts'

const PROGRAM = '#!/bin/sh\necho v9.9.9\n'
const sumOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

async function archive(files: Readonly<Record<string, string>>): Promise<Buffer> {
  const packed = pack()
  for (const [name, text] of Object.entries(files)) packed.entry({ name }, text)
  packed.finalize()
  const chunks: Buffer[] = []
  for await (const chunk of packed) chunks.push(chunk as Buffer)
  return gzipSync(Buffer.concat(chunks))
}

/** A server with one archive, and a table with its sum; `served` is what the server says instead. */
async function source(served?: (archive: Buffer) => Buffer | number) {
  const bytes = await archive({ 'linux-amd64/LICENSE': 'x', 'linux-amd64/helm': PROGRAM })
  const requests: string[] = []
  const answer = served?.(bytes) ?? bytes
  const server = await serve(({ url }, response) => {
    requests.push(url ?? '')
    if (typeof answer === 'number') response.writeHead(answer).end()
    else response.end(answer)
  })
  const platform = 'linux-amd64'
  const releases = { '9.9.9': { [platform]: sumOf(bytes) } }
  const options = { server, platform, releases, cache: join(tree({}), 'cache'), maxBytes: 10_000, timeoutMs: 5000 }
  return { options, requests, bytes }
}

describe('helm is downloaded', () => {
  test.each(['9.9.9', 'v9.9.9'])('version %s: verified, unpacked and executable', async version => {
    const { options, requests } = await source()
    const path = await downloadedHelm(version, tree({}), options)
    expect(readFileSync(path, 'utf8')).toBe(PROGRAM)
    expect(statSync(path).mode & 0o777).toBe(0o755)
    expect(requests).toEqual(['/helm-v9.9.9-linux-amd64.tar.gz'])
  })

  test('once: from then on the kept archive is compared again and unpacked', async () => {
    const { options, requests } = await source()
    for (let run = 0; run < 3; run++) {
      const path = await downloadedHelm('9.9.9', tree({}), options)
      expect(readFileSync(path, 'utf8')).toBe(PROGRAM)
    }
    expect(requests).toHaveLength(1)
  })

  test('again, where somebody changed what was kept', async () => {
    const { options, requests, bytes } = await source()
    await downloadedHelm('9.9.9', tree({}), options)
    const [kept = ''] = readdirSync(options.cache)
    writeFileSync(join(options.cache, kept), await archive({ 'linux-amd64/helm': 'evil' }))
    expect(readFileSync(await downloadedHelm('9.9.9', tree({}), options), 'utf8')).toBe(PROGRAM)
    expect(requests).toHaveLength(2)
    expect(readFileSync(join(options.cache, kept))).toEqual(bytes)
  })

  test('also where nothing can be kept', async () => {
    const { options } = await source()
    const cache = join(tree({ file: '' }), 'file', 'cache')
    expect(readFileSync(await downloadedHelm('9.9.9', tree({}), { ...options, cache }), 'utf8')).toBe(PROGRAM)
  })
})

describe('nothing is unpacked or kept of', () => {
  test.each([
    ['another archive', () => gzipSync('evil'), 'this is not the archive that is known: its sha256 is '],
    ['a truncated one', (bytes: Buffer) => bytes.subarray(0, -1), 'this is not the archive that is known'],
    ['a missing one', () => 404, 'the server answered 404'],
    ['one that is too large', () => Buffer.alloc(10_001), 'it has more than the 10000 bytes'],
    ['an empty one', () => Buffer.alloc(0), 'this is not the archive that is known'],
  ])('%s', async (_, served, message) => {
    const { options } = await source(served)
    const folder = tree({})
    await expect(downloadedHelm('9.9.9', folder, options)).rejects.toThrow(message)
    expect(readdirSync(folder)).toEqual([])
    expect(() => readdirSync(options.cache)).toThrow('ENOENT')
  })
})

test.each([
  ['9.9.8', 'linux-amd64', 'helm 9.9.8 is not offered for download'],
  ['toString', 'linux-amd64', 'helm toString is not offered for download'],
  ['../9.9.9', 'linux-amd64', 'helm ../9.9.9 is not offered for download'],
  ['9.9.9', 'win32-amd64', 'helm 9.9.9 is not offered for download for win32-amd64'],
  ['9.9.9', 'constructor', 'helm 9.9.9 is not offered for download for constructor'],
])('%s for %s is not asked for', async (version, platform, message) => {
  const { options, requests } = await source()
  await expect(downloadedHelm(version, tree({}), { ...options, platform })).rejects.toThrow(message)
  expect(requests).toEqual([])
})

test.each([
  [{ RUNNER_TOOL_CACHE: '/opt/tools', XDG_CACHE_HOME: '/x', HOME: '/home/a' }, 'linux', '/opt/tools/eso-hardener/helm'],
  [{ XDG_CACHE_HOME: '/x', HOME: '/home/a' }, 'linux', '/x/eso-hardener/helm'],
  [{ XDG_CACHE_HOME: 'x', HOME: '/home/a' }, 'linux', '/home/a/.cache/eso-hardener/helm'],
  [{ HOME: '/Users/a' }, 'darwin', '/Users/a/Library/Caches/eso-hardener/helm'],
])('with %j on %s archives are kept in %s', (env, platform, folder) => {
  expect(cacheFolder(env, platform)).toBe(folder)
})

test('the name of a platform', () => {
  expect(platformName('linux', 'x64')).toBe('linux-amd64')
  expect(platformName('darwin', 'arm64')).toBe('darwin-arm64')
})

test('every version offered is one that is supported, for four platforms, each with a sum of its own', () => {
  const releases = Object.entries(HELM_RELEASES)
  for (const [version, sums] of releases) {
    expect(version).toMatch(/^(?:3\.(?:1[89]|2\d)|4\.\d+)\.\d+$/)
    expect(Object.keys(sums).sort()).toEqual(['darwin-amd64', 'darwin-arm64', 'linux-amd64', 'linux-arm64'])
    for (const sum of Object.values(sums)) expect(sum).toMatch(/^[0-9a-f]{64}$/)
  }
  const sums = releases.flatMap(([, each]) => Object.values(each))
  expect(new Set(sums).size).toBe(sums.length)
})

test('the README and the decision name the versions that are offered', () => {
  const versions = Object.keys(HELM_RELEASES)
  const [, listed = ''] = /`--helm-version` offers (.+?)\. /s.exec(readFileSync('README.md', 'utf8')) ?? []
  expect(listed.match(/\d+\.\d+\.\d+/g)).toEqual(versions)
  const decision = readFileSync('docs/decisions/0003-helm-download.md', 'utf8')
  expect([...decision.matchAll(/^\| (\d+\.\d+\.\d+) \|/gm)].map(([, version]) => version)).toEqual(versions)
})

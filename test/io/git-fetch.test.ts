import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findRepository } from '../../src/io/git.ts'
import { repository } from '../repository.ts'
import { tree } from '../tree.ts'

/** A repository of three commits, and a clone of it that has the last one only, as actions/checkout makes it. */
function shallowClone() {
  const upstream = tree({ 'a.yaml': 'one\n' })
  const there = repository(upstream)
  const first = there.commit()
  there.git('tag', 'v1')
  writeFileSync(join(upstream, 'a.yaml'), 'two\n')
  there.commit()
  writeFileSync(join(upstream, 'a.yaml'), 'three\n')
  there.commit()
  there.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  const root = tree({})
  const here = repository(root)
  here.git('clone', '--quiet', '--depth=1', `file://${upstream}`, '.')
  return { root, git: here.git, upstream, first }
}

test('a commit that the clone does not have is fetched into a folder of our own', async () => {
  const { root, git, first } = shallowClone()
  const before = [git('count-objects', '-v'), git('status', '--porcelain'), git('for-each-ref')]
  const found = await findRepository(root)
  expect(await found.commitOf(first)).toBeUndefined()
  for (const ref of [first, 'v1', 'origin/v1']) {
    const fetched = await found.fetch(ref, tree({}))
    if (typeof fetched === 'string') throw new Error(fetched)
    expect(fetched.commit).toBe(first)
    const into = tree({})
    await found.extract(first, into, fetched.objects)
    expect(readFileSync(join(into, 'a.yaml'), 'utf8')).toBe('one\n')
  }
  expect([git('count-objects', '-v'), git('status', '--porcelain'), git('for-each-ref')]).toEqual(before)
})

test.each([
  ['HEAD^1', 'only a whole commit id, a branch or a tag can be fetched'],
  ['--upload-pack=touch x', 'only a whole commit id, a branch or a tag can be fetched'],
  ['a..b', 'only a whole commit id, a branch or a tag can be fetched'],
  ['nowhere', 'fetching it failed: '],
  ['0123456789012345678901234567890123456789', 'fetching it failed: '],
])('%s: %s', async (ref, reason) => {
  const found = await findRepository(shallowClone().root)
  expect(await found.fetch(ref, tree({}))).toMatch(reason)
})

test('what a clone is set up to run is not run, and other transports are not used', async () => {
  const { root, git, first } = shallowClone()
  const mark = join(root, 'ran')
  git('config', 'remote.origin.uploadpack', `touch ${mark}; git-upload-pack`)
  git('config', 'core.sshCommand', `touch ${mark}`)
  const found = await findRepository(root)
  expect(await found.fetch(first, tree({}))).toMatchObject({ commit: first })
  for (const url of [`ext::sh -c 'touch ${mark}'`, 'ssh://example.com/a', 'git@example.com:a/b', '-u']) {
    git('config', 'remote.origin.url', url)
    expect(await found.fetch(first, tree({}))).toBe('the clone came from an address that is not fetched from here')
  }
  git('config', '--unset', 'remote.origin.url')
  expect(await found.fetch(first, tree({}))).toBe('the clone does not say where it came from')
  expect(() => readFileSync(mark)).toThrow()
})

test("the clone's credential goes to its own host only, never along with a redirect, and is in no message", async () => {
  const requests: { host: string; credential: string | undefined }[] = []
  const record = (name: string) => (request: IncomingMessage) =>
    requests.push({ host: name, credential: request.headers.authorization })
  const other = createServer((request, response) => {
    record('other')(request)
    response.writeHead(404).end()
  }).listen(0, '127.0.0.1')
  await once(other, 'listening')
  const port = (server: ReturnType<typeof createServer>) => (server.address() as AddressInfo).port
  const origin = createServer((request, response) => {
    record('origin')(request)
    response.writeHead(302, { location: `http://127.0.0.1:${port(other)}${request.url}` }).end()
  }).listen(0, '127.0.0.1')
  await once(origin, 'listening')
  const { root, git, first } = shallowClone()
  git('config', 'remote.origin.url', `http://user:hunter2@127.0.0.1:${port(origin)}/a/b`)
  git('config', `http.http://127.0.0.1:${port(origin)}/.extraheader`, 'Authorization: basic c2VjcmV0')
  const answer = await (await findRepository(root)).fetch(first, tree({}))
  expect(answer).toMatch(/^fetching it failed: /)
  expect(answer).not.toMatch(/hunter2|c2VjcmV0/)
  expect(requests).toEqual([{ host: 'origin', credential: 'basic c2VjcmV0' }])
  origin.close()
  other.close()
})

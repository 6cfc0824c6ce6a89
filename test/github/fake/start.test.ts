import { expect, test } from 'vitest'
import { ask, askAt } from './ask.ts'
import { start } from './start.ts'
import { headOf, type PullFile } from './state.ts'

const PULL = '/repos/team/charts/pulls/7'
const manyFiles = (number: number): PullFile[] =>
  Array.from({ length: number }, (_, index) => ({
    path: `f${index}.yaml`,
    status: 'added',
    patch: '@@ -0,0 +1 @@\n+a',
  }))

test.each(['', '/api/v3'] as const)('lists come in pages, and the links lead on (%j)', async prefix => {
  const github = await start({ files: manyFiles(231), prefix })
  const sizes: number[] = []
  for (let url: string | undefined = `${github.url}${PULL}/files?per_page=100`; url; ) {
    const { body, headers } = await askAt(url, github.state.token, 'GET')
    sizes.push(Array.isArray(body) ? body.length : -1)
    url = /<([^>]+)>; rel="next"/.exec(headers.get('link') ?? '')?.[1]
  }
  expect(sizes).toEqual([100, 100, 31])
  expect(github.requests.map(({ operation }) => operation)).toEqual(new Array(3).fill('pulls/list-files'))
  expect((await ask(github, 'GET', `${PULL}/files`)).body).toHaveLength(30)
})

test('no more than 3,000 files are listed', async () => {
  const github = await start({ files: manyFiles(3050) })
  expect((await ask(github, 'GET', `${PULL}/files?per_page=100&page=30`)).body).toHaveLength(100)
  expect((await ask(github, 'GET', `${PULL}/files?per_page=100&page=31`)).body).toHaveLength(0)
})

test.each([
  ['GET', '/repos/team/charts/issues', 'unknown route'],
  ['GET', '/repos/team/charts/pulls', 'not open'],
  ['GET', `${PULL}/files?per_page=101`, 'more than 100'],
  ['GET', `${PULL}/files?pages=2`, 'unknown query parameter pages'],
  ['GET', `${PULL}/files?page=x`, 'must be integer'],
  ['DELETE', `${PULL}/reviews/1`, 'unknown route'],
])('%s %s fails the test', async (method, path, words) => {
  const github = await start()
  expect((await ask(github, method, path)).status).toBe(400)
  expect(github.takeViolations()).toEqual([expect.stringContaining(words)])
})

test.fails('a violation that nobody asks for fails the test', async () => {
  await ask(await start(), 'GET', '/nowhere')
})

test('on an own server the API is under its prefix alone', async () => {
  const github = await start({ prefix: '/api/v3' })
  expect(github.environment.GITHUB_GRAPHQL_URL).toMatch(/\d\/api\/graphql$/)
  expect((await ask(github, 'GET', PULL)).status).toBe(200)
  await askAt(`${github.url.replace('/api/v3', '')}${PULL}`, github.state.token, 'GET')
  expect(github.takeViolations()).toHaveLength(1)
})

test('who has no token, or another, gets nothing', async () => {
  const github = await start()
  expect(await askAt(`${github.url}${PULL}`, undefined, 'GET')).toMatchObject({
    status: 401,
    body: { message: 'Requires authentication' },
  })
  expect(await askAt(`${github.url}${PULL}`, 'ghs_other', 'GET')).toMatchObject({
    status: 401,
    body: { message: 'Bad credentials' },
  })
  expect((await ask(github, 'GET', '/repos/team/other/pulls/7')).status).toBe(404)
  expect((await ask(github, 'GET', '/repos/team/charts/pulls/8')).status).toBe(404)
})

test('a token that may only read is told which permission it needs', async () => {
  const github = await start({ permissions: { pull_requests: 'read' } })
  const refused = await ask(github, 'POST', '/repos/team/charts/issues/7/comments', { body: 'x' })
  expect(refused).toMatchObject({ status: 403, body: { message: 'Resource not accessible by integration' } })
  expect(refused.headers.get('x-accepted-github-permissions')).toBe('issues=write; pull_requests=write')
  expect((await ask(github, 'GET', `${PULL}/comments`)).status).toBe(200)
})

test('limits say when they end, once', async () => {
  const github = await start()
  github.inject({ kind: 'secondary-limit', retryAfter: 7, on: 'write' })
  github.inject({ kind: 'primary-limit', resetIn: 60, on: 'pulls/get', after: 1 })
  expect((await ask(github, 'GET', PULL)).status).toBe(200)
  const primary = await ask(github, 'GET', PULL)
  expect(primary.status).toBe(403)
  expect(primary.headers.get('x-ratelimit-remaining')).toBe('0')
  expect(Number(primary.headers.get('x-ratelimit-reset'))).toBeGreaterThan(Date.now() / 1000)
  const write = () => ask(github, 'POST', '/repos/team/charts/issues/7/comments', { body: 'x' })
  const secondary = await write()
  expect([secondary.status, secondary.headers.get('retry-after')]).toEqual([403, '7'])
  expect((await write()).status).toBe(201)
})

test('an answer that GitHub would not give fails the test', async () => {
  const github = await start()
  github.state.issueComments.push({ id: 1.5, login: 'a', body: 'x', minimized: undefined })
  expect((await askAt(`${github.url}/repos/team/charts/issues/7/comments`, github.state.token, 'GET')).status).toBe(500)
  expect(github.takeViolations()).toEqual([expect.stringContaining('/0/id must be integer')])
})

test('an answer may be lost when the thing is done', async () => {
  const github = await start()
  const write = () => ask(github, 'POST', '/repos/team/charts/issues/7/comments', { body: 'x' })
  github.inject({ kind: 'bad-gateway' })
  expect((await write()).status).toBe(502)
  expect(github.state.issueComments).toHaveLength(0)
  github.inject({ kind: 'bad-gateway', isApplied: true })
  expect((await write()).status).toBe(502)
  expect(github.state.issueComments).toHaveLength(1)
  github.inject({ kind: 'disconnect', isApplied: true })
  await expect(write()).rejects.toThrow()
  expect(github.state.issueComments).toHaveLength(2)
  expect(github.requests.map(({ status }) => status)).toEqual([502, 502, 0])
})

test('an answer may end in the middle', async () => {
  const github = await start({ files: manyFiles(20) })
  github.inject({ kind: 'cut-off', on: 'pulls/list-files' })
  await expect(ask(github, 'GET', `${PULL}/files`)).rejects.toThrow('terminated')
  expect((await ask(github, 'GET', `${PULL}/files`)).body).toHaveLength(20)
})

test('the author can push in between, and an answer can be any refusal', async () => {
  const github = await start()
  const head = { sha: '2'.repeat(40), files: manyFiles(1) }
  github.inject({ kind: 'head-moved', head, on: 'pulls/list-files' })
  github.inject({ kind: 'refusal', status: 404, message: 'Not Found', on: 'pulls/get' })
  expect((await ask(github, 'GET', `${PULL}/files`)).body).toHaveLength(1)
  expect(headOf(github.state).sha).toBe(head.sha)
  expect((await ask(github, 'GET', PULL)).status).toBe(404)
})

test('writes at the same time are counted', async () => {
  const github = await start()
  const write = () => ask(github, 'POST', '/repos/team/charts/issues/7/comments', { body: 'x' })
  await write()
  await write()
  expect(github.mostConcurrentWrites()).toBe(1)
  const gate = Promise.withResolvers<void>()
  github.inject({ kind: 'slow', until: gate.promise })
  const both = [write(), write()]
  await Promise.race(both)
  gate.resolve()
  await Promise.all(both)
  expect(github.mostConcurrentWrites()).toBe(2)
})

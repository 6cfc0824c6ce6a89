import { expect, test } from 'vitest'
import { askGraphql } from './ask.ts'
import { push, reply } from './people.ts'
import { addComment } from './review-comments.ts'
import { start } from './start.ts'
import { headOf, type State } from './state.ts'

const FILES = [{ path: 'a.yaml', status: 'added', patch: '@@ -0,0 +1,2 @@\n+a\n+b' }] as const
const THREADS = `query ($number: Int!, $after: String) { repository(owner: "team", name: "charts") { pullRequest(number: $number) {
  reviewThreads(first: 2, after: $after) { pageInfo { hasNextPage endCursor } nodes {
    id isResolved isOutdated viewerCanResolve comments(first: 10) { nodes { databaseId isMinimized author { login } } } } } } } }`
const MINIMIZE = `mutation ($id: ID!) { minimizeComment(input: { subjectId: $id, classifier: RESOLVED }) {
  minimizedComment { isMinimized minimizedReason } } }`
const RESOLVE = 'mutation ($id: ID!) { resolveReviewThread(input: { threadId: $id }) { thread { isResolved } } }'

const say = (state: State, line: number) =>
  addComment(state, { path: 'a.yaml', body: 'x', line, startLine: undefined, side: 'RIGHT' }, 1, headOf(state))

test('threads come in pages with their answers; an app is named without [bot] there, but not as the viewer', async () => {
  const github = await start({ files: FILES })
  const [first] = [1, 2, 2].map(line => say(github.state, line))
  reply(github.state, first?.id ?? 0)
  const { body } = await askGraphql(github, THREADS, { number: 7, after: null })
  const threads = { nodes: [{}, {}], pageInfo: { hasNextPage: true, endCursor: '2' } }
  expect(body).toMatchObject({ data: { repository: { pullRequest: { reviewThreads: threads } } } })
  expect(JSON.stringify(body)).toContain(
    `{"databaseId":${first?.id},"isMinimized":false,"author":{"login":"github-actions"}}`,
  )
  const rest = await askGraphql(github, THREADS, { number: 7, after: '2' })
  expect(JSON.stringify(rest.body)).toContain('"hasNextPage":false')
  const viewer = await askGraphql(github, '{ viewer { login } }')
  expect(viewer.body).toEqual({ data: { viewer: { login: 'github-actions[bot]' } } })
  expect(github.requests.at(-1)).toMatchObject({ operation: 'graphql/viewer', isWrite: false })
})

test('a comment is folded with pull-requests: write, a thread resolved only with contents: write as well', async () => {
  const github = await start({ files: FILES })
  const { id } = say(github.state, 1)
  expect((await askGraphql(github, MINIMIZE, { id: `PRRC_${id}` })).body).toEqual({
    data: { minimizeComment: { minimizedComment: { isMinimized: true, minimizedReason: 'resolved' } } },
  })
  expect(await askGraphql(github, RESOLVE, { id: `PRRT_${id}` })).toMatchObject({
    status: 200,
    body: {
      data: { resolveReviewThread: null },
      errors: [{ type: 'FORBIDDEN', path: ['resolveReviewThread'], message: 'Resource not accessible by integration' }],
    },
  })
  github.state.permissions.contents = 'write'
  await askGraphql(github, RESOLVE, { id: `PRRT_${id}` })
  expect(github.state.reviewComments[0]).toMatchObject({ isResolved: true, minimized: 'RESOLVED' })
  github.state.permissions.pull_requests = 'read'
  expect(await askGraphql(github, MINIMIZE, { id: `PRRC_${id}` })).toMatchObject({
    body: { errors: [{ type: 'FORBIDDEN' }] },
  })
  expect(github.writes()).toEqual(
    ['minimizeComment', 'resolveReviewThread', 'resolveReviewThread', 'minimizeComment'].map(it => `graphql/${it}`),
  )
})

test('what is not there is an error of GitHub', async () => {
  const github = await start({ files: FILES })
  const { body } = await askGraphql(github, MINIMIZE, { id: 'PRRC_1' })
  expect(body).toMatchObject({
    errors: [{ type: 'NOT_FOUND', message: "Could not resolve to a node with the global id of 'PRRC_1'." }],
  })
  const other = await askGraphql(github, THREADS, { number: 8 })
  expect(other.body).toMatchObject({ errors: [{ type: 'NOT_FOUND' }] })
})

test('a thread whose line the author changed is outdated', async () => {
  const github = await start({ files: [{ ...FILES[0], text: 'a\nb\n' }] })
  say(github.state, 2)
  push(github.state, { sha: '2'.repeat(40), files: [{ ...FILES[0], text: 'a\nc\n' }] })
  expect(JSON.stringify((await askGraphql(github, THREADS, { number: 7 })).body)).toContain('"isOutdated":true')
})

test.each([
  ['{ viewer { email } }', 'Cannot query field "email"'],
  ['{ viewer {', 'Syntax Error'],
  ['mutation { minimizeComment(input: { subjectId: "x", classifier: FIXED }) { clientMutationId } }', '"FIXED"'],
  [
    '{ repository(owner: "team", name: "charts") { pullRequest(number: 7) { reviewThreads(last: 5) { totalCount } } } }',
    'from the end',
  ],
])('%s fails the test', async (query, words) => {
  const github = await start()
  await askGraphql(github, query)
  expect(github.takeViolations()).toEqual([expect.stringContaining(words)])
})

test('a comment of somebody else is not ours to fold', async () => {
  const github = await start({ files: FILES })
  const answer = reply(github.state, say(github.state, 1).id)
  await askGraphql(github, MINIMIZE, { id: `PRRC_${answer.id}` })
  expect(github.takeViolations()).toEqual([expect.stringContaining('by a-developer')])
})

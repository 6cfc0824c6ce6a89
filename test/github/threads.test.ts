import { expect, test } from 'vitest'
import { connect } from '../../src/github/client.ts'
import { resolveThreads } from '../../src/github/threads.ts'
import { type FakeGitHub, start } from './fake/start.ts'
import type { Start } from './fake/state.ts'

const FILES = [{ path: 'a.yaml', status: 'added' as const, patch: '@@ -0,0 +1,2 @@\n+a\n+b', text: 'a\nb\n' }]
const MAY: NonNullable<Start['permissions']> = { contents: 'write' }

/** A pull request with so many threads of ours. */
async function withThreads(number: number, permissions = MAY) {
  const github = await start({ files: FILES, permissions })
  const client = clientOf(github)
  const drafts = Array.from({ length: number }, (_, i) => ({
    ...{ fingerprint: String(i), path: 'a.yaml', body: 'x', line: 1, startLine: undefined },
  }))
  await client.createReview('1'.repeat(40), 'x', drafts)
  const { reviewComments } = github.state
  return { github, client, ids: reviewComments.map(({ id }) => `PRRC_${id}`), reviewComments }
}

const clientOf = ({ url, state }: FakeGitHub) =>
  connect(
    { url, token: state.token, clock: { now: Date.now, sleep: async () => undefined } },
    { owner: state.owner, repository: state.repository, number: state.number },
  )

test('the threads of some comments are resolved, also behind the first hundred, and others are not', async () => {
  const { client, ids, reviewComments } = await withThreads(130)
  expect(await resolveThreads(client, [ids[0] ?? '', ids[129] ?? ''])).toBe(0)
  expect(reviewComments.flatMap(({ isResolved }, i) => (isResolved ? i : []))).toEqual([0, 129])
})

test('what is resolved, or gone, takes no request', async () => {
  const { github, client, ids, reviewComments } = await withThreads(1)
  for (const comment of reviewComments) comment.isResolved = true
  expect(await resolveThreads(client, [...ids, 'PRRC_of_nobody'])).toBe(0)
  expect(github.writes()).toEqual(['pulls/create-review'])
})

test('after one refusal the others are not tried, and all are counted', async () => {
  const { github, client, ids } = await withThreads(3, { contents: 'read' })
  expect(await resolveThreads(client, ids)).toBe(3)
  expect(github.writes()).toEqual(['pulls/create-review', 'graphql/resolveReviewThread'])
})

test('a refusal by status counts as well, and what is no refusal is thrown', async () => {
  const { github, client, ids } = await withThreads(2)
  const on = 'graphql/resolveReviewThread'
  github.inject({ kind: 'refusal', on, status: 403, message: 'Resource not accessible by integration' })
  expect(await resolveThreads(client, ids)).toBe(2)
  github.inject({ kind: 'refusal', on, status: 400, message: 'no' })
  await expect(resolveThreads(client, ids)).rejects.toMatchObject({ status: 400 })
})

import { expect, test } from 'vitest'
import { carryOut } from '../../src/github/carry-out.ts'
import { connect } from '../../src/github/client.ts'
import type { DraftComment, Plan } from '../../src/github/plan.ts'
import { type FakeGitHub, start } from './fake/start.ts'

const FILES = [{ path: 'a.yaml', status: 'added' as const, patch: '@@ -0,0 +1,3 @@\n+a\n+b\n+c', text: 'a\nb\nc\n' }]
const HEAD = '1'.repeat(40)
const NOTHING: Plan = { create: [], update: [], remove: [], markFixed: [], keep: 0, summary: null, leftovers: [] }
const together = { head: HEAD, key: '', isOneByOne: false }

const draft = (fingerprint: string, line: number | undefined, startLine?: number): DraftComment => ({
  ...{ fingerprint, path: 'a.yaml', body: `on ${line}`, line, startLine },
})
const clientOf = ({ url, state }: FakeGitHub) =>
  connect(
    { url, token: state.token, clock: { now: Date.now, sleep: async () => undefined } },
    { owner: state.owner, repository: state.repository, number: state.number },
  )

test('comments on lines are one review at the head, those on files come by themselves', async () => {
  const github = await start({ files: FILES })
  const create = [draft('1', 1), draft('2', 3, 2), draft('3', undefined)]
  expect(await carryOut(clientOf(github), { ...NOTHING, create }, together)).toEqual({
    ...{ isUnwanted: false, refused: [], hasLost: false, unresolved: 0 },
  })
  expect(github.writes()).toEqual(['pulls/create-review', 'pulls/create-review-comment'])
  expect(github.state.reviewComments.map(({ line, startLine, subjectType }) => [line, startLine, subjectType])).toEqual(
    [
      [1, null, 'line'],
      [3, 2, 'line'],
      [null, null, 'file'],
    ],
  )
})

test('a review holds at most sixty comments', async () => {
  const github = await start({ files: FILES })
  const create = Array.from({ length: 61 }, (_, i) => draft(String(i), 1))
  await carryOut(clientOf(github), { ...NOTHING, create }, together)
  expect(github.state.reviews).toHaveLength(2)
  expect(github.state.reviewComments).toHaveLength(61)
})

test('when GitHub will not have one, nothing else is done; one by one, only that one is missing', async () => {
  const github = await start({ files: FILES })
  const plan = {
    ...NOTHING,
    create: [draft('good', 1), draft('bad', 9), draft('file', undefined)],
    remove: [{ id: 1 }],
  }
  const unwanted = await carryOut(clientOf(github), plan, together)
  expect(unwanted).toMatchObject({ isUnwanted: true })
  expect(github.requests).toHaveLength(1)
  const single = await carryOut(clientOf(github), plan, { ...together, isOneByOne: true })
  expect(single).toEqual({ isUnwanted: false, refused: ['bad'], hasLost: false, unresolved: 0 })
  expect(github.state.reviewComments.map(({ body }) => body)).toEqual(['on 1', 'on undefined'])
})

test('a comment that somebody deleted meanwhile is no failure', async () => {
  const github = await start({ files: FILES })
  const gone = { id: 404, nodeId: 'PRRC_404', body: 'x' }
  const removed = await carryOut(clientOf(github), { ...NOTHING, remove: [gone] }, together)
  expect(removed.hasLost).toBe(false)
  const updated = await carryOut(clientOf(github), { ...NOTHING, update: [gone] }, together)
  expect(updated.hasLost).toBe(true)
})

test('a comment that cannot be folded is edited all the same', async () => {
  const github = await start({ files: FILES })
  await carryOut(clientOf(github), { ...NOTHING, create: [draft('1', 1)] }, together)
  const [comment] = github.state.reviewComments
  if (!comment) throw new Error('there is no comment')
  const markFixed = [{ id: comment.id, nodeId: 'PRRC_of_somebody', body: 'resolved' }]
  github.inject({ kind: 'refusal', on: 'graphql/minimizeComment', status: 403, message: 'no' })
  await carryOut(clientOf(github), { ...NOTHING, markFixed }, together)
  expect(comment.body).toBe('resolved')
})

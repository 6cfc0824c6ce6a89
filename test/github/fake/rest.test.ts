import { expect, test } from 'vitest'
import { ask } from './ask.ts'
import { asObject } from './contract.ts'
import { comment, push, reply } from './people.ts'
import { start } from './start.ts'
import { headOf, type PullFile } from './state.ts'

const PULL = '/repos/team/charts/pulls/7'
/** Lines 1 to 4 and 20 to 23 of the head are in the diff. */
const FILE: PullFile = {
  path: 'values.yaml',
  status: 'modified',
  patch: '@@ -1,3 +1,4 @@\n a\n+b\n c\n d\n@@ -19,4 +20,4 @@ k:\n t\n-u\n+U\n v\n w\n\\ No newline at end of file',
}
const BINARY: PullFile = { path: 'logo.png', status: 'added' }
const files = [FILE, BINARY]
const review = (...comments: { path?: string; line: number; start_line?: number; side?: string }[]) => ({
  body: 'A review.',
  event: 'COMMENT',
  comments: comments.map(it => ({ path: 'values.yaml', body: 'x', side: 'RIGHT', ...it })),
})

test('a review makes its comments, with GitHub’s names for their places', async () => {
  const github = await start({ files })
  const made = await ask(github, 'POST', `${PULL}/reviews`, review({ line: 2 }, { start_line: 20, line: 22 }))
  expect(made.status).toBe(200)
  const { body } = await ask(github, 'GET', `${PULL}/comments`)
  expect(body).toMatchObject([
    { path: 'values.yaml', line: 2, start_line: null, side: 'RIGHT', subject_type: 'line', body: 'x' },
    { line: 22, start_line: 20, start_side: 'RIGHT', user: { login: 'github-actions[bot]', type: 'Bot' } },
  ])
  expect(await ask(github, 'GET', `${PULL}/reviews`)).toMatchObject({
    body: [{ body: 'A review.', state: 'COMMENTED' }],
  })
  expect(github.writes()).toEqual(['pulls/create-review'])
})

const NO_HUNK = "Pull request review thread diff hunk can't be blank"
test.each([
  [{ line: 5 }, `Pull request review thread line must be part of the diff and ${NO_HUNK}`],
  [{ line: 19 }, `Pull request review thread line must be part of the diff and ${NO_HUNK}`],
  [{ line: 24 }, `Pull request review thread line must be part of the diff and ${NO_HUNK}`],
  [{ line: 1, path: 'logo.png' }, `Pull request review thread line must be part of the diff and ${NO_HUNK}`],
  [{ line: 1, path: 'other.yaml' }, `Pull request review thread path is invalid and ${NO_HUNK}`],
  [
    { start_line: 5, line: 6 },
    `Pull request review thread line must be part of the diff, Pull request review thread start line must be part of the same hunk as the line., and ${NO_HUNK}`,
  ],
  [{ start_line: 4, line: 20 }, 'Pull request review thread start line must be part of the same hunk as the line.'],
  [{ start_line: 2, line: 2 }, 'Pull request review thread start line must precede the end line.'],
])('one comment at %j refuses the whole review', async (place, sentence) => {
  const github = await start({ files })
  const refused = await ask(github, 'POST', `${PULL}/reviews`, review({ line: 2 }, place))
  expect(refused).toMatchObject({
    status: 422,
    body: { message: 'Unprocessable Entity', errors: [sentence], status: '422' },
  })
  expect(github.state).toMatchObject({ reviews: [], reviewComments: [] })
})

test('a removed line is on the left side only', async () => {
  const github = await start({ files })
  expect((await ask(github, 'POST', `${PULL}/reviews`, review({ line: 20, side: 'LEFT' }))).status).toBe(200)
  expect((await ask(github, 'POST', `${PULL}/reviews`, review({ line: 4, side: 'LEFT' }))).status).toBe(422)
})

test('a commit that is not of the pull request, and a pending review, stand in the way of every review', async () => {
  const github = await start({ files })
  const merge = await ask(github, 'POST', `${PULL}/reviews`, { ...review({ line: 2 }), commit_id: 'f'.repeat(40) })
  expect(merge).toMatchObject({ status: 422, body: { errors: ['The commitOID is not part of the pull request'] } })
  const { viewer, reviews } = github.state
  reviews.push({ id: 1, login: viewer, body: '', commitId: headOf(github.state).sha, state: 'PENDING' })
  const second = await ask(github, 'POST', `${PULL}/reviews`, review())
  expect(second).toMatchObject({ body: { errors: ['User can only have one pending review per pull request'] } })
})

test('a comment on a file needs no line of the diff, and a single comment is refused by field', async () => {
  const github = await start({ files })
  const commit_id = headOf(github.state).sha
  const onFile = { commit_id, path: 'logo.png', body: 'x', subject_type: 'file' }
  expect(await ask(github, 'POST', `${PULL}/comments`, onFile)).toMatchObject({
    status: 201,
    body: { subject_type: 'file', line: null, path: 'logo.png' },
  })
  const outside = { commit_id, path: 'values.yaml', body: 'x', line: 9, side: 'RIGHT' }
  const resource = 'PullRequestReviewComment'
  const field = 'pull_request_review_thread.line'
  expect(await ask(github, 'POST', `${PULL}/comments`, outside)).toMatchObject({
    status: 422,
    body: {
      message: 'Validation Failed',
      errors: [
        { resource, code: 'custom', field, message: `${field} must be part of the diff` },
        { resource, code: 'missing_field', field: 'pull_request_review_thread.diff_hunk' },
      ],
    },
  })
})

test('a text of more than 65,536 characters is refused', async () => {
  const github = await start({ files })
  const path = '/repos/team/charts/issues/7/comments'
  expect((await ask(github, 'POST', path, { body: '€'.repeat(65_536) })).status).toBe(201)
  expect(await ask(github, 'POST', path, { body: 'x'.repeat(65_537) })).toMatchObject({
    status: 422,
    body: {
      errors: [{ resource: 'IssueComment', field: 'data', message: 'Body is too long (maximum is 65536 characters)' }],
    },
  })
})

test('comments are edited and deleted; what people wrote is not ours to touch', async () => {
  const github = await start({ files })
  await ask(github, 'POST', `${PULL}/reviews`, review({ line: 2 }, { line: 3 }))
  const [first, second] = github.state.reviewComments.map(({ id }) => id)
  const path = '/repos/team/charts/pulls/comments'
  expect(await ask(github, 'PATCH', `${path}/${first}`, { body: 'y' })).toMatchObject({
    status: 200,
    body: { body: 'y' },
  })
  expect((await ask(github, 'DELETE', `${path}/${first}`)).status).toBe(204)
  expect((await ask(github, 'DELETE', `${path}/${first}`)).status).toBe(404)
  const answer = reply(github.state, second ?? 0)
  expect(await ask(github, 'GET', `${path}/${answer.id}`)).toMatchObject({ body: { in_reply_to_id: second } })
  expect(github.takeViolations()).toEqual([])
  await ask(github, 'DELETE', `${path}/${second}`)
  await ask(github, 'PATCH', `/repos/team/charts/issues/comments/${comment(github.state).id}`, { body: 'mine' })
  expect(github.takeViolations()).toEqual([
    expect.stringContaining('the answer of a-developer goes with'),
    expect.stringContaining('by a-developer'),
  ])
})

test('a review that was made without a body cannot get one', async () => {
  const github = await start({ files })
  await ask(github, 'POST', `${PULL}/comments`, {
    ...{ commit_id: headOf(github.state).sha, path: 'logo.png', body: 'x', subject_type: 'file' },
  })
  const [it] = github.state.reviews
  expect((await ask(github, 'PUT', `${PULL}/reviews/${it?.id}`, { body: 'y' })).status).toBe(422)
})

test.each([
  [
    'a field that belongs to single comments',
    { ...review(), comments: [{ path: 'a', body: 'x', subject_type: 'file' }] },
  ],
  ['a line that is text', { ...review(), comments: [{ path: 'a', body: 'x', line: '2' }] }],
  ['a deprecated position', { ...review(), comments: [{ path: 'a', body: 'x', position: 1 }] }],
  ['an event that blocks', { ...review(), event: 'REQUEST_CHANGES' }],
  ['no event', { body: 'x' }],
  ['no body', { ...review(), body: '' }],
])('a review with %s fails the test', async (_name, body) => {
  const github = await start({ files })
  expect((await ask(github, 'POST', `${PULL}/reviews`, body)).status).toBe(400)
  expect(github.takeViolations()).toHaveLength(1)
})

test('the pull request, a file of its head and its blob can be read', async () => {
  const text = 'a: 1\n'
  const github = await start({ files: [{ path: 'charts/a b.yaml', status: 'added', text }], headRepository: null })
  const { sha } = headOf(github.state)
  expect(await ask(github, 'GET', PULL)).toMatchObject({
    body: { number: 7, head: { sha, repo: null }, base: { ref: 'main' } },
  })
  const [file] = (await ask(github, 'GET', `${PULL}/files`)).body as { sha: string }[]
  for (const path of [
    `contents/charts%2Fa%20b.yaml?ref=${sha}`,
    `contents/charts/a%20b.yaml?ref=${sha}`,
    `git/blobs/${file?.sha}`,
  ]) {
    const { content } = asObject((await ask(github, 'GET', `/repos/team/charts/${path}`)).body)
    expect(Buffer.from(String(content), 'base64').toString()).toBe(text)
  }
  expect((await ask(github, 'GET', '/repos/team/charts/contents/none?ref=x')).status).toBe(404)
  expect((await ask(github, 'GET', '/user')).status).toBe(403)
})

test('a review of a commit from before the last push is taken by its diff, until a forced push', async () => {
  const github = await start({ files })
  const old = headOf(github.state).sha
  push(github.state, { sha: '2'.repeat(40), files: [BINARY] })
  expect((await ask(github, 'POST', `${PULL}/reviews`, { ...review({ line: 2 }), commit_id: old })).status).toBe(200)
  expect((await ask(github, 'POST', `${PULL}/reviews`, review({ line: 2 }))).status).toBe(422)
  push(github.state, { sha: '3'.repeat(40), files }, { isForced: true })
  expect((await ask(github, 'POST', `${PULL}/reviews`, { ...review({ line: 2 }), commit_id: old })).status).toBe(422)
})

import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkedKey } from '../../src/github/post.ts'
import { tree } from '../tree.ts'
import { comment, reply } from './fake/people.ts'
import { type Proposal, propose, type Run, run, shown } from './proposal.ts'
import { reportOf, runReported, workflowRunOf } from './reported.ts'
import { scenario, testTable } from './scenario.ts'

/** A store with two findings: it serves every namespace (medium), and it hands out values of its own (high). */
const store = (name: string, spec = ''): string => `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: ${name} }
spec:
  ${spec}
  provider:
    fake:
      data: [{ key: a, value: b }]
`
const CONDITIONS = 'conditions: [{ namespaces: [shop] }]'
const many = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => store(`store-${from + i}`)).join('---\n')

/** A finding is answered, and gone with the next push. */
async function repairedAfterAnAnswer(proposal: Proposal) {
  await run(proposal)
  const [answered] = proposal.github.state.reviewComments.filter(({ line }) => line === 4)
  reply(proposal.github.state, answered?.id ?? 0)
  proposal.push({ 'new.yaml': store('new', CONDITIONS) })
  return [answered, await run(proposal, { resolvesThreads: true })] as const
}

const opened = async (options: Parameters<typeof propose>[2] = {}): Promise<Proposal> =>
  propose({ 'old.yaml': store('old') }, { 'new.yaml': store('new') }, options)

scenario('a pull request is opened with two findings', async () => {
  const proposal = await opened()
  const first = await run(proposal)
  expect(first.posted).toEqual({
    level: 'info',
    message: 'Review: 2 comments made, 0 edited, 0 removed, 0 kept; summary made.',
    isDone: true,
  })
  const { comments, summaries } = shown(proposal.github)
  expect(comments.map(({ path, line }) => [path, line])).toEqual([
    ['new.yaml', 7],
    ['new.yaml', 4],
  ])
  expect(proposal.github.state.reviews.map(({ commitId }) => commitId)).toEqual([proposal.head()])
  expect(summaries[0]).toContain('brings **2 new findings**')
  return [proposal, first]
})

scenario('a second run for the same head', async () => {
  const proposal = await opened()
  await run(proposal)
  const again = await run(proposal)
  expect(again.writes).toEqual([])
  expect(again.requests).toHaveLength(5)
  return [proposal, again]
})

scenario('a push repairs one finding and brings two others', async () => {
  const proposal = await opened()
  await run(proposal)
  const kept = proposal.github.state.reviewComments.find(({ line }) => line === 7)?.id
  proposal.push({ 'new.yaml': store('new', CONDITIONS), 'more.yaml': store('more') })
  const second = await run(proposal)
  const { comments } = shown(proposal.github)
  expect(comments.map(({ path, line }) => `${path}:${line}`).sort()).toEqual([
    'more.yaml:4',
    'more.yaml:7',
    'new.yaml:7',
  ])
  expect(proposal.github.state.reviewComments.some(({ id }) => id === kept)).toBe(true)
  expect((await run(proposal)).writes).toEqual([])
  return [proposal, second]
})

scenario('a push repairs a finding that somebody answered', async () => {
  const proposal = await opened()
  await run(proposal)
  const [answered] = proposal.github.state.reviewComments.filter(({ line }) => line === 4)
  reply(proposal.github.state, answered?.id ?? 0)
  proposal.push({ 'new.yaml': store('new', CONDITIONS) })
  const second = await run(proposal)
  expect(answered?.minimized).toBe('RESOLVED')
  expect(answered?.body).toContain('Resolved')
  expect(proposal.github.state.reviewComments.map(({ login }) => login)).toContain('a-developer')
  expect((await run(proposal)).writes).toEqual([])
  return [proposal, second]
})

scenario('the same with `resolve-threads` and `contents: write`', async () => {
  const proposal = await opened({ permissions: { contents: 'write' } })
  const [answered, second] = await repairedAfterAnAnswer(proposal)
  expect(answered?.isResolved).toBe(true)
  expect(second.posted.level).toBe('info')
  expect((await run(proposal, { resolvesThreads: true })).requests).toHaveLength(5)
  return [proposal, second]
})

scenario('the same without `contents: write`: it says what is missing', async () => {
  const proposal = await opened()
  const [answered, second] = await repairedAfterAnAnswer(proposal)
  expect(answered).toMatchObject({ isResolved: false, minimized: 'RESOLVED' })
  expect(second.posted).toMatchObject({ level: 'warning', isDone: true })
  expect(second.posted.message).toContain('1 thread of findings that are gone stays open')
  expect(second.posted.message).toContain('`contents: write`')
  expect((await run(proposal, { resolvesThreads: true })).posted.level).toBe('info')
  return [proposal, second]
})

scenario('everything is repaired, and nobody answered', async () => {
  const proposal = await opened()
  await run(proposal)
  proposal.push({ 'new.yaml': null })
  const second = await run(proposal)
  expect(shown(proposal.github).comments).toEqual([])
  expect(shown(proposal.github).summaries[0]).toContain('✅')
  expect((await run(proposal)).writes).toEqual([])
  return [proposal, second]
})

scenario('a fork: the token cannot write', async () => {
  const proposal = await opened({ headRepository: 'you/charts', permissions: { pull_requests: 'read' } })
  const result = await run(proposal)
  expect(result.posted).toMatchObject({ level: 'notice', isDone: false })
  expect(result.posted.message).toContain('comes from a fork')
  expect(result.conclusion).toBe('failure')
  return [proposal, result]
})

scenario('`workflow_run` for a fork, with the report of its run', async () => {
  const proposal = await opened({ headRepository: 'you/charts' })
  const reported = await runReported(proposal, await reportOf(proposal))
  expect(reported.posted.message).toBe('Review: 2 comments made, 0 edited, 0 removed, 0 kept; summary made.')
  const { comments, summaries } = shown(proposal.github)
  expect(comments.map(({ path, line }) => [path, line])).toEqual([
    ['new.yaml', 7],
    ['new.yaml', 4],
  ])
  expect(summaries[0]).toContain(
    'by [the run of this pull request](https://github.example/team/charts/actions/runs/4711), whose workflow',
  )
  return [proposal, reported]
})

scenario('the same again', async () => {
  const proposal = await opened({ headRepository: 'you/charts' })
  const report = await reportOf(proposal)
  await runReported(proposal, report)
  const again = await runReported(proposal, report)
  expect(again.writes).toEqual([])
  expect(again.requests).toHaveLength(6)
  return [proposal, again]
})

scenario('`workflow_run` when the author has pushed meanwhile', async () => {
  const proposal = await opened({ headRepository: 'you/charts' })
  const [report, event] = [await reportOf(proposal), workflowRunOf(proposal)]
  proposal.push({ 'other.yaml': store('other') })
  const late = await runReported(proposal, report, { event })
  expect(late.posted).toMatchObject({ level: 'notice', isDone: false })
  expect(late.posted.message).toContain(`newer commit (${proposal.head().slice(0, 7)})`)
  return [proposal, late]
})

scenario('the job’s token may only read', async () => {
  const proposal = await opened({ permissions: { pull_requests: 'read' } })
  const result = await run(proposal)
  expect(result.posted).toMatchObject({ level: 'warning', isDone: false })
  expect(result.posted.message).toContain('add `pull-requests: write` to the job’s `permissions`.')
  return [proposal, result]
})

scenario('the job’s token may not even read (a private repository)', async () => {
  const proposal = await opened({ permissions: { pull_requests: 'none' } })
  const result = await run(proposal, { env: { GITHUB_ACTOR: 'dependabot[bot]' } })
  expect(result.posted.message).toContain('add `pull-requests: write`')
  expect(result.posted.message).toContain('Dependabot')
  return [proposal, result]
})

scenario('GitHub’s secondary limit: wait half a minute', async () => {
  const proposal = await opened()
  proposal.github.inject({ kind: 'secondary-limit', on: 'pulls/create-review', retryAfter: 30 })
  const result = await run(proposal)
  expect(result.waitedMs).toBe(30_000)
  expect(result.posted.isDone).toBe(true)
  return [proposal, result]
})

scenario('the hour’s requests are used up', async () => {
  const proposal = await opened()
  proposal.github.inject({ kind: 'primary-limit', resetIn: 1800, times: 9 })
  const result = await run(proposal)
  expect(result.posted).toMatchObject({ level: 'warning', isDone: false })
  expect(result.posted.message).toContain('API rate limit exceeded')
  expect(result.conclusion).toBe('failure')
  return [proposal, result]
})

scenario('the answer to a review is lost, but GitHub has taken it', async () => {
  const proposal = await opened()
  proposal.github.inject({ kind: 'bad-gateway', on: 'pulls/create-review', isApplied: true })
  const result = await run(proposal)
  expect(shown(proposal.github).comments).toHaveLength(2)
  expect(result.posted.isDone).toBe(true)
  return [proposal, result]
})

scenario('GitHub does not answer at all', async () => {
  const proposal = await opened()
  proposal.github.inject({ kind: 'disconnect', times: 99 })
  const result = await run(proposal)
  expect(result.posted.message).toContain('GitHub does not answer')
  expect(result.conclusion).toBe('failure')
  return [proposal, result]
})

scenario('300 findings', async () => {
  const proposal = await propose({ 'a.yaml': store('old') }, { 'new.yaml': many(0, 150) })
  const result = await run(proposal)
  const { comments, summaries } = shown(proposal.github)
  expect(comments).toHaveLength(20)
  expect(new Set(comments.map(({ title }) => title)).size, 'the most severe first').toBe(1)
  expect(summaries[0]).toContain('280 more could have one')
  expect((await run(proposal)).writes).toEqual([])
  return [proposal, result]
})

scenario('a matrix of two runs with keys of their own, the second of which repairs nothing of the first', async () => {
  const proposal = await opened()
  await run(proposal, { key: 'charts/a' })
  const second = await run(proposal, { key: 'charts/b, --> c' })
  expect(shown(proposal.github).comments).toHaveLength(4)
  expect((await run(proposal, { key: 'charts/a' })).writes).toEqual([])
  return [proposal, second]
})

scenario('a file is renamed and edited', async () => {
  const old = `${many(0, 3)}---\n${store('last', CONDITIONS)}`
  const proposal = await propose({ 'old.yaml': old }, { 'old.yaml': null, 'new.yaml': old.replace(CONDITIONS, '') })
  const result = await run(proposal)
  expect(proposal.github.state.heads[0]?.files).toMatchObject([{ status: 'renamed', previousPath: 'old.yaml' }])
  expect(shown(proposal.github).comments.map(({ path, line }) => [path, line])).toEqual([['new.yaml', 31]])
  return [proposal, result]
})

scenario('the author pushes while the run looks', async () => {
  const proposal = await opened()
  const event = proposal.eventFile()
  proposal.push({ 'other.yaml': store('other') })
  const result = await run(proposal, { env: { GITHUB_EVENT_PATH: event } })
  expect(result.posted).toMatchObject({ level: 'notice', isDone: false })
  expect(result.writes).toEqual([])
  return [proposal, result]
})

scenario('the author pushes by force just before the review is made', async () => {
  const proposal = await opened()
  const event = proposal.eventFile()
  const head = proposal.commit({ 'other.yaml': store('other') })
  proposal.github.inject({ kind: 'head-moved', on: 'pulls/create-review', head, isForced: true })
  const result = await run(proposal, { env: { GITHUB_EVENT_PATH: event } })
  expect(result.posted.message).toContain('newer commit')
  return [proposal, result]
})

scenario('GitHub will not have one of the comments', async () => {
  const proposal = await opened()
  const errors = ['Pull request review thread line must be part of the diff']
  proposal.github.inject({
    kind: 'refusal',
    on: 'pulls/create-review',
    status: 422,
    message: 'Unprocessable Entity',
    errors,
  })
  proposal.github.inject({
    kind: 'refusal',
    on: 'pulls/create-review-comment',
    status: 422,
    message: 'Validation Failed',
  })
  const result = await run(proposal)
  expect(shown(proposal.github).comments).toHaveLength(1)
  expect(shown(proposal.github).summaries[0]).toContain('fake-provider')
  return [proposal, result]
})

scenario('the base has moved: the merge has other lines than the head', async () => {
  const proposal = await propose({ 'a.yaml': `${many(0, 3)}---\n${store('last', CONDITIONS)}` }, {})
  proposal.push({ 'a.yaml': `${many(0, 3)}---\n${store('last')}` })
  proposal.moveBase({ 'a.yaml': `# two\n# lines\n${many(0, 3)}---\n${store('last', CONDITIONS)}` })
  const result = await run(proposal)
  expect(shown(proposal.github).comments.map(({ path, line }) => [path, line])).toEqual([['a.yaml', 31]])
  return [proposal, result]
})

scenario('a file whose changes GitHub does not show', async () => {
  const proposal = await opened()
  const { files } = proposal.github.state.heads[0]
  proposal.github.state.heads = [{ sha: proposal.head(), files: files.map(({ patch: _, ...file }) => file) }]
  const result = await run(proposal)
  expect(shown(proposal.github).comments).toMatchObject([{ isFile: true }, { isFile: true }])
  expect((await run(proposal)).writes).toEqual([])
  return [proposal, result]
})

scenario('250 files and a conversation of 150 comments', async () => {
  const files = Object.fromEntries(Array.from({ length: 250 }, (_, i) => [`docs/${i}.txt`, 'x']))
  const proposal = await propose({ 'a.yaml': '' }, { ...files, 'new.yaml': store('new') })
  for (let i = 0; i < 150; i += 1) comment(proposal.github.state)
  await run(proposal)
  const again = await run(proposal)
  expect(again.writes).toEqual([])
  expect(again.requests).toHaveLength(5 + 2 + 1)
  return [proposal, again]
})

scenario('`review: summary` after `inline`', async () => {
  const proposal = await opened()
  await run(proposal)
  const result = await run(proposal, { mode: 'summary' })
  expect(shown(proposal.github).comments).toEqual([])
  expect((await run(proposal, { mode: 'summary' })).requests).toHaveLength(4)
  return [proposal, result]
})

scenario('`review: off`', async () => {
  const proposal = await opened()
  const result = await run(proposal, { mode: 'off' })
  expect(result.requests).toEqual([])
  return [proposal, result]
})

scenario('no token, as with act', async () => {
  const proposal = await opened()
  const result = await run(proposal, { hasToken: false })
  expect(result.posted).toMatchObject({ level: 'notice', isDone: false })
  expect(result.posted.message).toContain('pull request 7 was not read')
  return [proposal, result]
})

scenario('`push`, `merge_group`, `schedule`, `workflow_dispatch`', async () => {
  const proposal = await opened()
  for (const event of ['merge_group', 'schedule', 'workflow_dispatch']) await expectNoReview(proposal, event)
  return [proposal, await expectNoReview(proposal, 'push')]
})

/** A run for an event without a pull request has a verdict, and asks nothing. */
async function expectNoReview(proposal: Proposal, event: string): Promise<Run> {
  const result = await run(proposal, { event })
  expect(result.posted.message).toBe(`No review: this run is for \`${event}\`, not for a pull request.`)
  expect(result).toMatchObject({ posted: { level: 'info', isDone: true }, conclusion: 'failure', requests: [] })
  return result
}

scenario('GitHub Enterprise Server', async () => {
  const proposal = await opened({ prefix: '/api/v3' })
  await run(proposal)
  return [proposal, await run(proposal)]
})

scenario('a pull request that changes nothing for better or worse', async () => {
  const proposal = await propose({ 'old.yaml': store('old') }, { 'readme.txt': 'hi' })
  const result = await run(proposal)
  expect(result.writes).toEqual([])
  return [proposal, result]
})

testTable()

test('somebody else’s copy of a marker is not ours', async () => {
  const proposal = await opened()
  await run(proposal)
  const { state } = proposal.github
  const [own] = state.issueComments
  const copy = comment(state, 'a-stranger', own?.body)
  proposal.push({ 'new.yaml': null })
  await run(proposal)
  expect(copy.body).not.toBe(own?.body)
  expect(state.issueComments).toHaveLength(2)
})

test('a summary that two runs made at once is one again', async () => {
  const proposal = await opened()
  await run(proposal)
  const { state } = proposal.github
  comment(state, state.viewer, state.issueComments[0]?.body)
  await run(proposal)
  expect(state.issueComments).toHaveLength(1)
})

test('writes come one after another', async () => {
  const proposal = await opened()
  await run(proposal)
  expect(proposal.github.mostConcurrentWrites()).toBe(1)
})

test('an event without a number is not guessed at', async () => {
  const proposal = await opened()
  const event = { pull_request: { base: { sha: proposal.base() }, head: { sha: proposal.head() } } }
  const file = join(tree({ 'event.json': JSON.stringify(event) }), 'event.json')
  const { posted, requests } = await run(proposal, { env: { GITHUB_EVENT_PATH: file } })
  expect(posted.message).toContain('names no pull request by its number')
  expect(requests).toEqual([])
})

test('a key has room for what it marks', () => {
  expect(checkedKey('charts/a', '--key')).toBe('charts/a')
  expect(() => checkedKey('k'.repeat(101), '--key')).toThrow('--key has more than 100')
})

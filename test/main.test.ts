import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { reply } from './github/fake/people.ts'
import { type Change, type Proposal, type ProposalStart, propose, shown } from './github/proposal.ts'
import { reportOf, workflowRunOf } from './github/reported.ts'
import { repository } from './repository.ts'
import { runAction } from './run-action.ts'
import { tree } from './tree.ts'

const store = (name: string): string => `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: ${name} }
spec:
  provider:
    fake:
      data: [{ key: a, value: b }]
`
const NEW: Change = { 'new.yaml': store('new') }
const opened = (options: ProposalStart = {}) => propose({ 'old.yaml': store('old') }, NEW, options)

test('a pull request gets comments, annotations, a summary of the job, outputs and an exit code', async () => {
  const proposal = await opened()
  const { status, log, jobSummary, outputs } = await runAction(proposal)
  expect(status).toBe(1)
  expect(log).toContain('Review: 2 comments made, 0 edited, 0 removed, 0 kept; summary made.')
  expect(log).toContain('::error title=fake-provider (high),file=new.yaml,line=6::')
  expect(jobSummary).not.toContain('No review')
  expect(outputs).toMatch(/^conclusion<<\S+\nfailure\n/)
  expect(shown(proposal.github).comments).toHaveLength(2)
})

test('the HTML report is written where it is asked for, and leads to the lines on GitHub', async () => {
  const proposal = await opened()
  const workspace = proposal.checkout()
  const { outputs } = await runAction(proposal, { workspace, inputs: { 'html-file': 'out/report.html' } })
  const file = join(workspace, 'out/report.html')
  expect(outputs).toMatch(new RegExp(`^html<<\\S+\\n${RegExp.escape(file)}\\n`, 'm'))
  expect(readFileSync(file, 'utf8')).toMatch(/"url":"https?:[^"]*\/blob\/[0-9a-f]{40}\/new\.yaml#L6"/)
})

test('helm renders the charts of a fork, whatever is asked for', async () => {
  const inputs = { renderer: 'traced' }
  const fork = await runAction(await opened({ headRepository: 'you/charts' }), { inputs })
  expect(fork.log).toContain('helm renders the charts of a pull request from a fork')
  expect((await runAction(await opened(), { inputs })).log).not.toContain('from a fork')
})

test('what GitHub refuses changes no verdict, is said, and is annotated even where that is switched off', async () => {
  const proposal = await opened({ permissions: { pull_requests: 'read' } })
  const { status, log, jobSummary } = await runAction(proposal, { inputs: { annotations: 'false' } })
  expect(status).toBe(1)
  expect(log).toContain('::error title=fake-provider (high),file=new.yaml,line=6::')
  expect(log).toMatch(/::warning title=no review::.*add `pull-requests: write` to the job/)
  expect(jobSummary).toContain('No review')
  const passing = await runAction(proposal, { inputs: { 'fail-on': 'never' } })
  expect(passing.status).toBe(0)
})

test('annotations can be switched off where the review is made', async () => {
  const { log } = await runAction(await opened(), { inputs: { annotations: 'false' } })
  expect(log).not.toContain('::error')
  expect(log).toContain('Review: 2 comments made')
})

test('without a token it says what it did not do', async () => {
  const proposal = await opened()
  const { status, log } = await runAction(proposal, { inputs: { 'github-token': '' } })
  expect(status).toBe(1)
  expect(log).toMatch(/::notice title=no review::No review: there is no token.*pull request 7 was not read/)
  expect(proposal.github.requests).toEqual([])
})

test.each([
  [{ review: 'inlin' }, "input review cannot be 'inlin'"],
  [{ 'max-comments': '-1' }, "input max-comments cannot be '-1'"],
  [{ key: 'k'.repeat(101) }, 'input key has more than 100 characters'],
])('the input %j is refused before anything is done', async (inputs: Record<string, string>, words) => {
  const proposal = await opened()
  const { status, log } = await runAction(proposal, { inputs })
  expect(status).toBe(2)
  expect(log).toContain(words)
  expect(proposal.github.requests).toEqual([])
})

test('`pull_request_target` with a proposal in the work tree is refused, unless somebody answers for it', async () => {
  const proposal = await opened()
  const refused = await runAction(proposal, { event: 'pull_request_target' })
  expect(refused.status).toBe(2)
  expect(refused.log).toContain('allow-unsafe-target: true')
  expect(proposal.github.requests).toEqual([])
  const allowed = { event: 'pull_request_target', inputs: { 'allow-unsafe-target': 'true' } }
  expect((await runAction(proposal, allowed)).log).toContain('Review: 2 comments made')
})

test('`pull_request_target` with the default branch in the work tree says that it has not seen the pull request', async () => {
  const proposal = await opened()
  const workspace = proposal.checkout()
  repository(workspace).git('checkout', '--quiet', 'HEAD^1')
  const { log } = await runAction(proposal, { event: 'pull_request_target', workspace })
  expect(log).toContain('No review: `pull_request_target` checks out the default branch')
  expect(proposal.github.requests).toEqual([])
})

test('a thread that the token may not resolve is a warning of a review that was made', async () => {
  const proposal = await opened()
  await runAction(proposal)
  reply(proposal.github.state, proposal.github.state.reviewComments[0]?.id ?? 0)
  proposal.push({ 'new.yaml': null })
  const { log, jobSummary } = await runAction(proposal, { inputs: { 'resolve-threads': 'true' } })
  expect(log).toMatch(/::warning title=review::Review: .*1 thread of findings that are gone stays open/)
  expect(jobSummary).toContain('contents: write')
})

const SAVED = { 'review-from': 'report/report.json' }

/** A run for `workflow_run`, whose checkout is the default branch with the report of another run beside it. */
async function runForReport(proposal: Proposal, report: string, inputs: Record<string, string> = {}) {
  const workspace = tree({ 'report/report.json': report })
  const env = { GITHUB_EVENT_PATH: join(tree({ e: JSON.stringify(workflowRunOf(proposal)) }), 'e') }
  return runAction(proposal, { event: 'workflow_run', workspace, env, inputs: { ...SAVED, ...inputs } })
}

test('a run without a token writes a report, and another one comments by it and judges nothing', async () => {
  const proposal = await opened({ headRepository: 'you/charts' })
  const root = tree({})
  const first = await runAction(proposal, { inputs: { 'github-token': '', report: join(root, 'report.json') } })
  expect(first.status).toBe(1)
  expect(proposal.github.requests).toEqual([])
  const second = await runForReport(proposal, readFileSync(join(root, 'report.json'), 'utf8'))
  expect(second.log).toContain('Review: 2 comments made, 0 edited, 0 removed, 0 kept; summary made.')
  expect(second).toMatchObject({ status: 0, outputs: '' })
  expect(shown(proposal.github).comments.map(({ line }) => line)).toEqual([6, 4])
})

test('a report that is none, or of another commit, is refused; a refusal of GitHub fails the job', async () => {
  const proposal = await opened({ headRepository: 'you/charts' })
  const report = await reportOf(proposal)
  const foreign = await runForReport(proposal, '{"conclusion":"success"}')
  expect(foreign).toMatchObject({ status: 2, log: expect.stringContaining('this is not a report of eso-hardener') })
  const other = await runForReport(proposal, report.replaceAll(proposal.head(), 'f'.repeat(40)))
  expect(other).toMatchObject({ status: 2, log: expect.stringContaining('the report is of fffffff, and the run') })
  expect(proposal.github.requests).toEqual([])
  proposal.github.state.permissions.pull_requests = 'read'
  const reading = await runForReport(proposal, report)
  expect(reading).toMatchObject({ status: 2, log: expect.stringContaining('add `pull-requests: write` to the job') })
})

test('a report is left alone after a run for something else, and where nothing is to be said', async () => {
  const proposal = await opened()
  const workspace = tree({})
  const pushed = {
    GITHUB_EVENT_PATH: join(tree({ e: JSON.stringify(workflowRunOf(proposal, { event: 'push' })) }), 'e'),
  }
  const { status, log } = await runAction(proposal, { event: 'workflow_run', workspace, env: pushed, inputs: SAVED })
  expect(log).toContain('No review: the run before this one was for `push`, not for a pull request.')
  expect(status).toBe(0)
  expect(await runForReport(proposal, '', { review: 'off' })).toMatchObject({ status: 0 })
})

const PUSH = (policy: string): string => `apiVersion: external-secrets.io/v1alpha1
kind: PushSecret
metadata: { name: backup, namespace: shop }
spec:
  deletionPolicy: ${policy}
  secretStoreRefs: [{ name: vault }]
  selector: { secret: { name: database } }
  data: [{ match: { secretKey: a, remoteRef: { remoteKey: a } } }]
`

test('an edit that was tried is offered as a suggestion, with what to think of first', async () => {
  const proposal = await propose({ 'readme.txt': 'shop\n' }, { 'backup.yaml': PUSH('Delete') })
  await runAction(proposal)
  const offered = proposal.github.state.reviewComments
    .map(({ body }) => body)
    .filter(body => body.includes('```suggestion\n  deletionPolicy: None\n```\n'))
  expect(offered).toHaveLength(1)
  expect(offered[0]).toContain('Before you take it: Does anybody count on the secret at the provider')
})

test('in a file that Windows wrote, the suggested lines end as the others do, whichever run offers them', async () => {
  const proposal = await propose({ 'a.txt': '\n' }, { 'backup.yaml': PUSH('Delete').replaceAll('\n', '\r\n') })
  const report = await reportOf(proposal)
  await runAction(proposal)
  const block = '```suggestion\n  deletionPolicy: None\r\n```\n'
  const offered = () => proposal.github.state.reviewComments.filter(({ body }) => body.includes(block))
  expect(offered()).toHaveLength(1)
  // Whether GitHub keeps the line ends of a comment or not, the next run finds nothing to change.
  const before = proposal.github.writes().length
  for (const it of proposal.github.state.reviewComments) it.body = it.body.replaceAll('\r\n', '\n')
  await runAction(proposal)
  expect(proposal.github.writes()).toHaveLength(before)
  proposal.github.state.reviewComments.splice(0)
  await runForReport(proposal, report)
  expect(offered()).toHaveLength(1)
})

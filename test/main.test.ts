import { expect, test } from 'vitest'
import { type Change, type ProposalStart, propose, shown } from './github/proposal.ts'
import { repository } from './repository.ts'
import { runAction } from './run-action.ts'

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
    .filter(body => body.includes('```suggestion'))
  expect(offered).toEqual([expect.stringContaining('```suggestion\n  deletionPolicy: None\n```\n')])
  expect(offered[0]).toContain('Before you take it: Does anybody count on the secret at the provider')
})

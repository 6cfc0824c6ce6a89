import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { reply } from '../github/fake/people.ts'
import { type Change, type Proposal, type ProposalStart, propose, shown } from '../github/proposal.ts'
import { DIST, runAct, testAct } from './act.ts'

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
const NEW: Change = { 'manifests/new.yaml': store('new') }

/** The built Action and a workflow, as files of the repository that the pull request is for. */
function actionFiles(): Record<string, string> {
  const built = readdirSync(DIST, { recursive: true, encoding: 'utf8' }).filter(file => file.endsWith('.js'))
  return {
    'action.yml': readFileSync('action.yml', 'utf8'),
    '.github/workflows/act.yml': readFileSync('fixtures/action/review.yml', 'utf8'),
    'manifests/old.yaml': store('old'),
    ...Object.fromEntries(built.map(file => [`dist/${file}`, readFileSync(join(DIST, file), 'utf8')])),
  }
}

const opened = (options: ProposalStart = {}, change = NEW): Promise<Proposal> => propose(actionFiles(), change, options)

/** Runs the workflow with act, which speaks to the fake GitHub. */
function runReview(
  { github, checkout, eventFile }: Proposal,
  { keys = ['one'], event = 'pull_request', token = '' } = {},
) {
  const { GITHUB_TOKEN: own = '', ...urls } = github.environment
  const environment = { ...urls, GITHUB_REPOSITORY: `${github.state.owner}/${github.state.repository}` }
  return runAct(checkout(), [event, '-e', eventFile()], { KEYS: JSON.stringify(keys) }, [
    ...Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
    ...(token === 'none' ? [] : ['-s', `GITHUB_TOKEN=${own}`]),
  ])
}

const places = ({ github }: Proposal): string[] =>
  shown(github).comments.map(({ path, line, minimized }) => `${path}:${line}${minimized ? ' folded' : ''}`)

testAct('opened, the same again, a push with a fix, an answer', async () => {
  const proposal = await opened()
  const first = await runReview(proposal)
  expect(first.log).toContain('Review: 2 comments made, 0 edited, 0 removed, 0 kept; summary made.')
  expect(first.status).toBe(1)
  expect(places(proposal)).toEqual(['manifests/new.yaml:7', 'manifests/new.yaml:4'])
  const again = await runReview(proposal)
  expect(again.log).toContain('Review: 0 comments made, 0 edited, 0 removed, 2 kept; summary as it should be.')
  const [fake, open] = proposal.github.state.reviewComments
  reply(proposal.github.state, open?.id ?? 0)
  proposal.push({ 'manifests/new.yaml': store('new', CONDITIONS) })
  await runReview(proposal)
  expect(open?.minimized).toBe('RESOLVED')
  expect(fake?.minimized).toBeUndefined()
  expect(shown(proposal.github).summaries).toHaveLength(1)
})

testAct('a fork, and a token that may only read', async () => {
  const fork = await opened({ headRepository: 'you/charts', permissions: { pull_requests: 'read' } })
  const { log, status, events } = await runReview(fork)
  expect(log).toContain('the pull request comes from a fork')
  expect(events.some(({ command, kvPairs }) => command === 'error' && kvPairs?.file === 'manifests/new.yaml')).toBe(
    true,
  )
  expect(status).toBe(1)
  const reading = await opened({ permissions: { pull_requests: 'read' } })
  expect((await runReview(reading)).log).toContain('add `pull-requests: write` to the job’s `permissions`')
})

testAct('a rate limit', async () => {
  const proposal = await opened()
  proposal.github.inject({ kind: 'secondary-limit', on: 'pulls/create-review', retryAfter: 1 })
  expect((await runReview(proposal)).log).toContain('Review: 2 comments made')
  expect(proposal.github.requests.map(({ status }) => status)).toEqual([200, 200, 200, 200, 403, 200, 201])
})

testAct('300 findings', async () => {
  const many = Array.from({ length: 150 }, (_, i) => store(`store-${i}`)).join('---\n')
  const proposal = await opened({}, { 'manifests/new.yaml': many })
  const { log } = await runReview(proposal)
  expect(log).toContain('Review: 20 comments made')
  expect(log).toContain('It holds 280 findings without a comment.')
  expect(places(proposal)).toHaveLength(20)
})

testAct('a matrix with two keys, both at once', async () => {
  const proposal = await opened()
  const keys = ['one', 'two']
  await runReview(proposal, { keys })
  expect(places(proposal)).toHaveLength(4)
  expect(shown(proposal.github).summaries).toHaveLength(2)
  const before = proposal.github.writes().length
  await runReview(proposal, { keys })
  expect(proposal.github.writes()).toHaveLength(before)
})

testAct('a renamed file', async () => {
  const text = `${store('a', CONDITIONS)}---\n${store('b', CONDITIONS)}---\n${store('c', CONDITIONS)}`
  const files = { ...actionFiles(), 'manifests/before.yaml': text }
  const renamed = { 'manifests/before.yaml': null, 'manifests/after.yaml': text.replace(CONDITIONS, '') }
  const proposal = await propose(files, renamed)
  await runReview(proposal)
  expect(places(proposal)).toEqual(['manifests/after.yaml:4'])
})

testAct('the author pushes meanwhile: no comment on lines that are gone', async () => {
  const proposal = await opened()
  const event = proposal.eventFile()
  const head = proposal.commit({ 'manifests/other.yaml': store('other') })
  proposal.github.inject({ kind: 'head-moved', on: 'pulls/list-files', head })
  const { log } = await runReview({ ...proposal, eventFile: () => event })
  expect(log).toContain('the pull request has a newer commit')
  expect(places(proposal)).toEqual([])
})

testAct('no token, and events without a pull request', async () => {
  const proposal = await opened()
  const { log, status } = await runReview(proposal, { token: 'none' })
  expect(log).toContain('there is no token')
  expect(status).toBe(1)
  for (const event of ['push', 'merge_group', 'workflow_dispatch']) {
    const other = await runReview(proposal, { event })
    expect(other.log).toContain(`No review: this run is for \`${event}\`, not for a pull request.`)
    expect(other.status).toBe(1)
  }
  expect(proposal.github.requests).toEqual([])
})

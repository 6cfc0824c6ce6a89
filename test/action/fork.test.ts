import { cpSync, existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'vitest'
import { parse } from 'yaml'
import { type Proposal, propose, shown } from '../github/proposal.ts'
import { workflowRunOf } from '../github/reported.ts'
import { repository } from '../repository.ts'
import { tree } from '../tree.ts'
import { DIST, runAct, testAct } from './act.ts'
import { workflowSnippets } from './snippets.ts'

const STORE = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: new }
spec: { provider: { fake: { data: [{ key: a, value: b }] } } }
`

/** The two workflows that docs/review.md shows for forks. */
function recipe(): { readonly check: string; readonly review: string } {
  const [check = '', review = ''] = workflowSnippets()
    .filter(({ name }) => name.startsWith('docs/review.md:'))
    .map(({ workflow }) => workflow)
  return { check, review }
}

/** GitHub's actions for artifacts, as far as they are needed: a folder for each run's artifacts by name. */
const COPY = (from: string, to: string): string => `name: artifact
inputs: { name: {}, path: {}, run-id: {}, github-token: {} }
runs:
  using: composite
  steps:
    - shell: bash
      run: mkdir -p "${to}" && cp -R ${from} "${to}"
`
const ACTIONS: Readonly<Record<string, string>> = {
  'actions/upload-artifact@v4': COPY('"${{ inputs.path }}"', '$ARTIFACTS/${{ inputs.name }}'),
  'actions/download-artifact@v5': COPY('"$ARTIFACTS/${{ inputs.name }}"/.', '${{ inputs.path }}'),
}

/** Where act finds the actions that the workflows use. */
function localActions(): string[] {
  const own = tree({})
  cpSync('action.yml', join(own, 'action.yml'))
  cpSync(DIST, join(own, 'dist'), { recursive: true })
  const others = Object.entries(ACTIONS).map(([name, text]) => [name, tree({ 'action.yml': text })] as const)
  const folders = [['eso-hardener/eso-hardener@v0', own] as const, ...others]
  return folders.flatMap(([name, folder]) => ['--local-repository', `${name}=${folder}`])
}

async function opened() {
  const { check, review } = recipe()
  const workflows = { '.github/workflows/check.yml': check, '.github/workflows/review.yml': review }
  const proposal = await propose(workflows, { 'new.yaml': STORE }, { headRepository: 'you/charts' })
  const [artifacts, actions] = [tree({}), localActions()]
  const act = ({ github }: Proposal, folder: string, file: string, event: readonly string[]) => {
    const { GITHUB_TOKEN = '', ...urls } = github.environment
    const environment = { ...urls, GITHUB_REPOSITORY: 'team/charts', ARTIFACTS: artifacts }
    const all = Object.entries(environment).flatMap(([name, value]) => ['--env', `${name}=${value}`])
    return runAct(folder, event, {}, [...all, ...actions, '-W', file, '-s', `GITHUB_TOKEN=${GITHUB_TOKEN}`])
  }
  return {
    proposal,
    artifacts,
    /** The run that GitHub gives a token that may only read. */
    check() {
      proposal.github.state.permissions.pull_requests = 'read'
      const file = '.github/workflows/check.yml'
      return act(proposal, proposal.checkout(), file, ['pull_request', '-e', proposal.eventFile()])
    },
    /** The run on the default branch. */
    review(change: object = {}) {
      proposal.github.state.permissions.pull_requests = 'write'
      const folder = proposal.checkout()
      repository(folder).git('checkout', '--quiet', 'HEAD^1')
      const event = { ...workflowRunOf(proposal, change), repository: { full_name: 'team/charts' } }
      const file = join(tree({ 'event.json': JSON.stringify(event) }), 'event.json')
      return act(proposal, folder, '.github/workflows/review.yml', ['workflow_run', '-e', file])
    },
  }
}

testAct('the two workflows of docs/review.md: a fork gets its comments from the run that may write', async () => {
  const { proposal, artifacts, check, review } = await opened()
  const checked = await check()
  expect(checked.log).toContain('the pull request comes from a fork')
  expect(checked.status).toBe(1)
  expect(existsSync(join(artifacts, 'eso-hardener/eso-hardener-report.json'))).toBe(true)
  expect(proposal.github.state.reviewComments).toEqual([])
  const reviewed = await review()
  expect(reviewed.log).toContain('Review: 2 comments made, 0 edited, 0 removed, 0 kept; summary made.')
  expect(reviewed.status).toBe(0)
  expect(shown(proposal.github).comments.map(({ path, line }) => `${path}:${line}`)).toEqual([
    'new.yaml:4',
    'new.yaml:4',
  ])
  const again = await review()
  expect(again.log).toContain('Review: 0 comments made, 0 edited, 0 removed, 2 kept; summary as it should be.')
})

testAct(
  'the second workflow does nothing for a run of our own, and nothing for a head that is not there any more',
  async () => {
    const { proposal, check, review } = await opened()
    await check()
    const before = proposal.github.requests.length
    const own = await review({ head_repository: { full_name: 'team/charts' } })
    expect(own.log).not.toContain('eso-hardener 0.')
    const old = workflowRunOf(proposal)
    proposal.push({ 'more.yaml': STORE.replace('new', 'more') })
    const late = await review((old as { workflow_run: object }).workflow_run)
    expect(late.log).toContain('the pull request has a newer commit')
    expect(late.status).toBe(0)
    expect(proposal.github.requests.slice(before).map(({ operation }) => operation)).toEqual(['pulls/list'])
  },
)

testAct('the second workflow may write comments and nothing else', () => {
  expect(parse(recipe().review).permissions).toEqual({})
  expect(parse(recipe().review).jobs.review.permissions).toEqual({ actions: 'read', 'pull-requests': 'write' })
})

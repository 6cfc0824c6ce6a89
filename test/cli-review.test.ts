import { spawn } from 'node:child_process'
import { join, resolve } from 'node:path'
import { text } from 'node:stream/consumers'
import { expect, test } from 'vitest'
import { cli } from './command-line.ts'
import { type Proposal, propose, shown } from './github/proposal.ts'
import { reportOf, workflowRunOf } from './github/reported.ts'
import { tree } from './tree.ts'

const STORE = `apiVersion: external-secrets.io/v1
kind: ClusterSecretStore
metadata: { name: new }
spec: { provider: { fake: { data: [{ key: a, value: b }] } } }
`

/** `eso-hardener review` with no more of an environment than it says that it needs. */
async function review({ github }: Proposal, files: Record<string, string>, ...args: string[]) {
  const cwd = tree(files)
  const { GITHUB_API_URL = '', GITHUB_TOKEN = '' } = github.environment
  const env = {
    ...{ PATH: '/usr/bin:/bin', HOME: cwd, GITHUB_API_URL, GITHUB_TOKEN, GITHUB_REPOSITORY: 'team/charts' },
    GITHUB_EVENT_PATH: join(cwd, 'event.json'),
  }
  const child = spawn(process.execPath, [resolve('src/cli.ts'), 'review', ...args], { cwd, env })
  const closed = new Promise<number | null>(done => child.on('close', done))
  const [stdout, stderr, status] = await Promise.all([text(child.stdout), text(child.stderr), closed])
  return { stdout, stderr, status }
}

test('a report is posted, by a key of its own, within limits, and once', async () => {
  const proposal = await propose({ 'a.txt': '' }, { 'new.yaml': STORE }, { headRepository: 'you/charts' })
  const files = { 'event.json': JSON.stringify(workflowRunOf(proposal)), 'r.json': await reportOf(proposal) }
  const args = ['--from', 'r.json', '--key', 'a', '--max-comments', '1']
  const first = await review(proposal, files, ...args)
  expect(first.stdout).toContain('Review: 1 comment made, 0 edited, 0 removed, 0 kept; summary made.')
  expect(first).toMatchObject({ status: 0, stderr: '' })
  const again = await review(proposal, files, ...args)
  expect(again.stdout).toContain('Review: 0 comments made, 0 edited, 0 removed, 1 kept; summary as it should be.')
  expect(shown(proposal.github).summaries[0]).toContain('by the run of this pull request, whose')
  expect((await review(proposal, files, ...args, '--review', 'summary')).stdout).toContain('1 removed')
})

test('what cannot be posted is exit code 2, with what to do about it', async () => {
  const proposal = await propose({ 'a.txt': '' }, { 'new.yaml': STORE }, { permissions: { pull_requests: 'read' } })
  const files = { 'event.json': JSON.stringify(workflowRunOf(proposal)), 'r.json': await reportOf(proposal) }
  expect(await review(proposal, files, '--from', 'r.json')).toMatchObject({
    status: 2,
    stdout: expect.stringContaining('add `pull-requests: write`'),
  })
  expect(await review(proposal, files, '--from', 'nowhere.json')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('nowhere.json: no such file or folder'),
  })
})

test('without a report, or without an event, there is nothing to do', () => {
  expect(cli(tree({}), 'review')).toMatchObject({ status: 2, stderr: expect.stringContaining('--from FILE') })
  expect(cli(tree({}), 'review', '--from', 'a', 'b')).toMatchObject({ status: 2 })
  expect(cli(tree({}), 'review', '--from', 'a').stderr).toContain('GITHUB_EVENT_PATH names no event')
  expect(cli(tree({}), 'review', '--from', 'a', '--review', 'inlin').stderr).toContain("did you mean 'inline'?")
})

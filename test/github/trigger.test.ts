import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { OpenPull } from '../../src/github/client.ts'
import { triggerOf } from '../../src/github/trigger.ts'
import { tree } from '../tree.ts'

const HEAD = 'a'.repeat(40)
const RUN = {
  ...{ id: 4711, event: 'pull_request', head_sha: HEAD, head_branch: 'patch-1', pull_requests: [] },
  head_repository: { full_name: 'you/charts' },
}
const PULL: OpenPull = { number: 7, head: HEAD, from: 'you/charts' }
const REPOSITORY = { GITHUB_SERVER_URL: 'https://github.example', GITHUB_REPOSITORY: 'team/charts' }

const envOf = (event: object) => ({
  ...{ ...REPOSITORY, GITHUB_EVENT_NAME: 'workflow_run' },
  GITHUB_EVENT_PATH: join(tree({ 'event.json': JSON.stringify(event) }), 'event.json'),
})

/** What is found for a run among these pull requests, and which branch was asked for. */
async function find(pulls: readonly OpenPull[], change: object = {}) {
  const trigger = await triggerOf(envOf({ workflow_run: { ...RUN, ...change } }))
  if (typeof trigger === 'string') return { trigger }
  const asked: string[] = []
  const pullsFrom = async (head: string) => {
    asked.push(head)
    return [...pulls]
  }
  return { asked, found: await trigger.find({ pullsFrom }) }
}

test('the pull request of a fork is found by the branch that the run was for', async () => {
  const trigger = await triggerOf(envOf({ workflow_run: RUN }))
  expect(trigger).toMatchObject({ head: HEAD, url: 'https://github.example/team/charts/actions/runs/4711' })
  expect(await find([PULL])).toEqual({ asked: ['you:patch-1'], found: { number: 7 } })
})

test('neither the same branch of another repository, nor another commit, is taken for it', async () => {
  expect(await find([{ ...PULL, number: 8, from: 'you/other' }, PULL])).toMatchObject({ found: { number: 7 } })
  for (const from of ['you/other', null])
    expect(await find([{ ...PULL, from }])).toMatchObject({ found: { reason: 'no open pull request has this head' } })
  const { found } = await find([{ ...PULL, head: 'b'.repeat(40) }])
  expect(found).toMatchObject({ reason: expect.stringContaining('newer commit (bbbbbbb)') })
  expect(await find([])).toMatchObject({ found: { reason: 'no open pull request has this head' } })
})

test('of several from one branch the event must name one', async () => {
  const twins = [PULL, { ...PULL, number: 8 }]
  expect(await find(twins)).toMatchObject({ found: { reason: 'several pull requests have this head: 7, 8' } })
  expect(await find(twins, { pull_requests: [{ number: 8 }] })).toMatchObject({ found: { number: 8 } })
  expect(await find(twins, { pull_requests: [{ number: 9 }] })).toMatchObject({ found: { reason: expect.any(String) } })
})

test('a fork that is gone, and a run for something else', async () => {
  expect(await find([PULL], { head_repository: null })).toMatchObject({
    asked: [],
    found: { reason: 'the repository that it comes from is gone' },
  })
  expect(await find([PULL], { event: 'push' })).toEqual({
    trigger: 'the run before this one was for `push`, not for a pull request',
  })
})

test('a job of the same workflow knows its pull request', async () => {
  const env = { ...envOf({ pull_request: { number: 7, head: { sha: HEAD } } }), GITHUB_RUN_ID: '12' }
  const trigger = await triggerOf(env)
  expect(trigger).toMatchObject({ head: HEAD, url: 'https://github.example/team/charts/actions/runs/12' })
  expect(trigger).toMatchObject({ isFromFork: false })
  const [base, head] = [{ repo: { full_name: 'team/charts' } }, { sha: HEAD, repo: { full_name: 'you/charts' } }]
  const ofFork = await triggerOf(envOf({ pull_request: { number: 7, head, base } }))
  expect(ofFork).toMatchObject({ isFromFork: true })
  const pullsFrom = () => Promise.reject(new Error('nobody is to be asked'))
  expect(typeof trigger === 'string' ? trigger : await trigger.find({ pullsFrom })).toEqual({ number: 7 })
})

test('other events have nothing to review, and what is no event is refused', async () => {
  const push = { ...envOf({ after: HEAD }), GITHUB_EVENT_NAME: 'push' }
  expect(await triggerOf(push)).toBe('this run is for `push`, not for a pull request')
  await expect(triggerOf({})).rejects.toThrow('GITHUB_EVENT_PATH')
  const broken = join(tree({ 'event.json': '{ "ghs_secret' }), 'event.json')
  await expect(triggerOf({ GITHUB_EVENT_PATH: broken })).rejects.toThrow('the event of this workflow is not JSON')
  await expect(triggerOf(envOf({ workflow_run: { event: 'pull_request' } }))).rejects.toThrow('names no commit')
})

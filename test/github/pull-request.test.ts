import { join } from 'node:path'
import { expect, test } from 'vitest'
import { baseOf, pullRequestOf } from '../../src/github/pull-request.ts'
import { repository } from '../repository.ts'
import { tree } from '../tree.ts'

const event = (text: string, name = 'pull_request') => ({
  GITHUB_EVENT_NAME: name,
  GITHUB_EVENT_PATH: join(tree({ 'event.json': text }), 'event.json'),
})
const EVENT = '{"pull_request":{"base":{"sha":"b"},"head":{"sha":"h"}}}'

test('the commits come from the event of a pull request only', async () => {
  const bare = { base: 'b', head: 'h', number: undefined, isFromFork: false }
  expect(await pullRequestOf(event(EVENT))).toEqual(bare)
  expect(await pullRequestOf(event(EVENT, 'pull_request_target'))).toBeUndefined()
  expect(await pullRequestOf(event(EVENT, 'pull_request_target'), true), 'somebody checked it out').toEqual(bare)
  expect(await pullRequestOf(event(EVENT, 'push'))).toBeUndefined()
  expect(await pullRequestOf({})).toBeUndefined()
})

test('it has a number, and comes from a fork when its repository is another or gone', async () => {
  const pull = (repo: object | null) =>
    JSON.stringify({
      pull_request: { number: 7, base: { sha: 'b', repo: { full_name: 'team/charts' } }, head: { sha: 'h', repo } },
    })
  expect(await pullRequestOf(event(pull({ full_name: 'team/charts' })))).toMatchObject({ number: 7, isFromFork: false })
  expect(await pullRequestOf(event(pull({ full_name: 'you/charts' })))).toMatchObject({ isFromFork: true })
  expect(await pullRequestOf(event(pull(null)))).toMatchObject({ isFromFork: true })
})

test.each(['{}', 'x', '[]', '{"pull_request":{"base":{"sha":1}}}'])('an event like %s is an error', async text => {
  await expect(pullRequestOf(event(text))).rejects.toThrow('names no pull request')
})

test('the base is the first parent of the merge of the pull request, else the commit of the event', async () => {
  const root = tree({ 'a.yaml': 'a' })
  const { git, commit } = repository(root)
  const base = commit()
  git('switch', '--quiet', '--create', 'change')
  const head = commit()
  expect(await baseOf({ base, head }, root), 'its head is checked out').toBe(base)
  git('switch', '--quiet', 'main')
  git('merge', '--quiet', '--no-ff', '--no-edit', 'change')
  expect(await baseOf({ base, head }, root)).toBe('HEAD^1')
  expect(await baseOf({ base, head: base }, root), 'a merge of something else').toBe(base)
  expect(await baseOf({ base, head }, tree({}))).toBe(base)
})

import { expect, test } from 'vitest'
import { mayUseCache } from '../../src/github/cache-trust.ts'

const pullRequest = (isFromFork: boolean) => ({ base: 'a', head: 'b', number: 1, isFromFork })

test.each([
  ['push', undefined, true],
  ['merge_group', undefined, true],
  ['pull_request', pullRequest(false), true],
  ['pull_request', pullRequest(true), false],
  ['pull_request', undefined, false],
  ['pull_request_target', pullRequest(false), false],
  ['workflow_run', undefined, false],
  ['issue_comment', undefined, false],
  ['', undefined, true],
] as const)('%s of %o: %s', (event, change, expected) => {
  expect(mayUseCache({ GITHUB_EVENT_NAME: event }, change)).toBe(expected)
})

import type { PullRequest } from './pull-request.ts'

/** Events whose work tree is of the repository itself, and whose caches only its own members can have filled. */
const OWN_EVENTS = new Set(['push', 'merge_group', 'schedule', 'workflow_dispatch'])

/**
 * Whether what a cache holds can be believed. GitHub gives a pull request a cache that its earlier runs could write: whoever
 * proposes it from a fork could first change the workflow to fill that cache, and then change it back. Workflows for
 * `pull_request_target` and `workflow_run` share the cache of the default branch with whatever they check out.
 */
export function mayUseCache(env: NodeJS.ProcessEnv, pullRequest: PullRequest | undefined): boolean {
  const event = env.GITHUB_EVENT_NAME ?? ''
  if (event === '') return true
  return OWN_EVENTS.has(event) || (event === 'pull_request' && pullRequest?.isFromFork === false)
}

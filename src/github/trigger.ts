import { UserError } from '../errors.ts'
import { readText } from '../io/files.ts'
import { asList, asMapping, asText, type Mapping, valueAt } from '../parse/untyped.ts'
import type { OpenPull, RepositoryClient } from './client.ts'
import { eventText, movedText } from './posted.ts'

/** The run that has written a report, as GitHub says it. */
export interface Trigger {
  /** The head of the pull request when it ran. */
  readonly head: string
  /** Its web page. */
  readonly url: string | undefined
  /** Whether this run, too, has the token of a fork, which cannot write. */
  readonly isFromFork: boolean
  /** The pull request that it ran for, or why there is none to speak on. @throws what the client throws */
  readonly find: (
    repository: Pick<RepositoryClient, 'pullsFrom'>,
  ) => Promise<{ readonly number: number } | { readonly reason: string }>
}

/**
 * What the event says of the run that has written a report: `workflow_run` names that run, and what names a pull request is
 * of the same workflow.
 * @returns a text where there is nothing to review, as after a run for `push`
 * @throws UserError when the event cannot be read
 */
export async function triggerOf(env: NodeJS.ProcessEnv): Promise<Trigger | string> {
  if (!env.GITHUB_EVENT_PATH) throw new UserError('GITHUB_EVENT_PATH names no event', 'run it in a workflow')
  const event = parsed(await readText(env.GITHUB_EVENT_PATH))
  const run = asMapping(valueAt(event, ['workflow_run']))
  if (run) return ofRun(run, env)
  const pull = valueAt(event, ['pull_request'])
  const [head, number] = [asText(valueAt(pull, ['head', 'sha'])), valueAt(pull, ['number'])]
  if (head === undefined || typeof number !== 'number') return eventText(env.GITHUB_EVENT_NAME)
  const [from, into] = ['head', 'base'].map(side => valueAt(pull, [side, 'repo', 'full_name']))
  const isFromFork = into !== undefined && from !== into
  return { head, isFromFork, url: pageOf(env, env.GITHUB_RUN_ID), find: async () => ({ number }) }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new UserError('the event of this workflow is not JSON', 'see GITHUB_EVENT_PATH')
  }
}

/** For a fork GitHub leaves `pull_requests` empty, so the branch is asked for. */
function ofRun(run: Mapping, env: NodeJS.ProcessEnv): Trigger | string {
  const [event, head] = [asText(run.event), asText(run.head_sha)]
  if (event !== 'pull_request')
    return `the run before this one was for \`${event ?? 'no event'}\`, not for a pull request`
  if (head === undefined) throw new UserError('the event of this workflow names no commit')
  const [from, branch] = [asText(valueAt(run.head_repository, ['full_name'])), asText(run.head_branch)]
  const named = asList(run.pull_requests).map(pull => valueAt(pull, ['number']))
  return {
    ...{ head, isFromFork: false },
    url: pageOf(env, String(run.id)),
    async find(repository) {
      if (from === undefined || branch === undefined) return { reason: 'the repository that it comes from is gone' }
      const pulls = await repository.pullsFrom(`${from.split('/')[0]}:${branch}`)
      return choose(
        pulls.filter(pull => pull.from === from),
        head,
        named,
      )
    },
  }
}

function choose(pulls: readonly OpenPull[], head: string, named: readonly unknown[]) {
  const exact = pulls.filter(pull => pull.head === head)
  const [first, ...others] = exact.length > 1 ? exact.filter(({ number }) => named.includes(number)) : exact
  if (first && others.length === 0) return { number: first.number }
  if (exact.length > 1)
    return { reason: `several pull requests have this head: ${exact.map(({ number }) => number).join(', ')}` }
  const [moved] = pulls
  return { reason: moved ? movedText(moved.head) : 'no open pull request has this head' }
}

function pageOf({ GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository }: NodeJS.ProcessEnv, id = '') {
  return server && repository && /^\d+$/.test(id) ? `${server}/${repository}/actions/runs/${id}` : undefined
}

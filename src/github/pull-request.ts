import { UserError } from '../errors.ts'
import { readText } from '../io/files.ts'
import { findRepository } from '../io/git.ts'
import { asMapping, asText, valueAt } from '../parse/untyped.ts'

/** The commits of the pull request that a workflow runs for. */
export interface PullRequest {
  readonly base: string
  readonly head: string
}

/**
 * The pull request of an event, when that is what the work tree holds: `pull_request_target` and `workflow_run` check
 * out the base itself.
 * @throws UserError when GitHub's event cannot be read.
 */
export async function pullRequestOf(env: NodeJS.ProcessEnv): Promise<PullRequest | undefined> {
  if (env.GITHUB_EVENT_NAME !== 'pull_request' || !env.GITHUB_EVENT_PATH) return undefined
  const event = asMapping(parsed(await readText(env.GITHUB_EVENT_PATH)))
  const base = asText(valueAt(event, ['pull_request', 'base', 'sha']))
  const head = asText(valueAt(event, ['pull_request', 'head', 'sha']))
  if (base === undefined || head === undefined)
    throw new UserError('the event of this workflow names no pull request', 'name the commit to compare with as `base`')
  return { base, head }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/**
 * What a pull request is compared with: the first parent of GitHub's merge commit, which is what the base branch was when
 * it was made; else, when something else is checked out, the base commit that the event names.
 */
export async function baseOf({ base, head }: PullRequest, folder: string): Promise<string> {
  const repository = await findRepository(folder).catch(() => undefined)
  return (await repository?.commitOf('HEAD^2')) === head ? 'HEAD^1' : base
}

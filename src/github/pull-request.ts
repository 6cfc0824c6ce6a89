import { UserError } from '../errors.ts'
import { readText } from '../io/files.ts'
import { findRepository } from '../io/git.ts'
import { asMapping, asText, valueAt } from '../parse/untyped.ts'

/** The pull request that a workflow runs for. */
export interface PullRequest {
  /** Commits. */
  readonly base: string
  readonly head: string
  /** Undefined where the event does not say it, as one that was written by hand for act. */
  readonly number: number | undefined
  /** Whether it comes from another repository, whose runs have a token that cannot write. */
  readonly isFromFork: boolean
}

const EVENTS = ['pull_request', 'pull_request_target']

/**
 * The pull request of an event, when that is what the work tree holds: `workflow_run` checks out the base itself, and
 * `pull_request_target` does where nobody said otherwise (see `proposalAmong`).
 * @throws UserError when GitHub's event cannot be read.
 */
export async function pullRequestOf(env: NodeJS.ProcessEnv, holdsProposal = false): Promise<PullRequest | undefined> {
  if (!EVENTS.includes(env.GITHUB_EVENT_NAME ?? '') || !env.GITHUB_EVENT_PATH) return undefined
  if (env.GITHUB_EVENT_NAME === 'pull_request_target' && !holdsProposal) return undefined
  const event = asMapping(parsed(await readText(env.GITHUB_EVENT_PATH)))
  const pull = valueAt(event, ['pull_request'])
  const base = asText(valueAt(pull, ['base', 'sha']))
  const head = asText(valueAt(pull, ['head', 'sha']))
  if (base === undefined || head === undefined)
    throw new UserError('the event of this workflow names no pull request', 'name the commit to compare with as `base`')
  const number = valueAt(pull, ['number']) ?? valueAt(event, ['number'])
  const [from, into] = ['head', 'base'].map(side => asText(valueAt(pull, [side, 'repo', 'full_name'])))
  return {
    base,
    head,
    number: typeof number === 'number' ? number : undefined,
    isFromFork: into !== undefined && from !== into,
  }
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
export async function baseOf({ base, head }: Pick<PullRequest, 'base' | 'head'>, folder: string): Promise<string> {
  const repository = await findRepository(folder).catch(() => undefined)
  return (await repository?.commitOf('HEAD^2')) === head ? 'HEAD^1' : base
}

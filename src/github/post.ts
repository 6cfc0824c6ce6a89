import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { readText } from '../io/files.ts'
import { findRepository } from '../io/git.ts'
import { fixesOf } from './fixes.ts'
import { linksTo } from './links.ts'
import { ownersIn } from './owners.ts'
import { eventText, notPosted, type Posted, postedBy, refusedBy, unneeded } from './posted.ts'
import type { PullRequest } from './pull-request.ts'
import type { Clock } from './retry.ts'
import { type ReviewRequest, review } from './review.ts'

export interface PostRequest extends Omit<ReviewRequest, 'head' | 'mode' | 'repository' | 'link' | 'ownersOf'> {
  readonly env: NodeJS.ProcessEnv
  /** Undefined where the run is not for a pull request. */
  readonly pullRequest: PullRequest | undefined
  readonly mode: 'inline' | 'summary' | 'off'
  readonly token: string | undefined
  readonly clock?: Clock
}

/**
 * Says on the pull request what was found, or why that was not possible. The verdict does not depend on it: nothing is
 * thrown for what GitHub does, nor for a mistake of our own.
 */
export async function post(request: PostRequest): Promise<Posted> {
  const { env, pullRequest, mode, token, root, clock } = request
  if (mode === 'off') return unneeded('`review` is off')
  if (!pullRequest) return unneeded(eventText(env.GITHUB_EVENT_NAME))
  const { number, head } = pullRequest
  const [owner, repository] = (env.GITHUB_REPOSITORY ?? '').split('/')
  if (number === undefined || !owner || !repository) return notPosted('notice', NO_NUMBER)
  if (token === undefined) return notPosted('notice', `${NO_TOKEN}; pull request ${number} was not read`)
  try {
    // Only here, so that no other run has to load the client.
    const { connect } = await import('./client.ts')
    const url = env.GITHUB_API_URL || 'https://api.github.com'
    const client = connect({ url, token, ...(clock && { clock }) }, { owner, repository, number })
    const clone = await findRepository(root).catch(() => undefined)
    const known = {
      ...request,
      mode,
      head,
      repository: clone,
      link: linksTo(env, head),
      ownersOf: await ownersOf(root),
      fixes: request.fixes ?? fixesOf(request.assessment.findings),
    }
    return postedBy(await review(client, known))
  } catch (error) {
    return refusedBy(error, env, pullRequest)
  }
}

const NO_NUMBER = 'the event names no pull request by its number'
const NO_TOKEN = 'there is no token, as it is with act without `-s GITHUB_TOKEN`'

/** Longer keys would not leave room for what they mark. @throws UserError */
export function checkedKey(key: string): string {
  if (key.length <= MOST_KEY) return key
  throw new UserError(`input key has more than ${MOST_KEY} characters`, 'give a short name, such as that of the chart')
}
const MOST_KEY = 100

/** Where GitHub looks for it; the first one counts. */
const CODEOWNERS = ['.github/CODEOWNERS', 'CODEOWNERS', 'docs/CODEOWNERS']

async function ownersOf(root: string): Promise<ReviewRequest['ownersOf']> {
  for (const path of CODEOWNERS) {
    const text = await readText(join(root, path)).catch(() => undefined)
    if (text !== undefined) return ownersIn(text)
  }
  return undefined
}

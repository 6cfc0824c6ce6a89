import { join } from 'node:path'
import { UserError } from '../errors.ts'
import { readText } from '../io/files.ts'
import { findRepository } from '../io/git.ts'
import type { ReportedAssessment } from '../report/read-json.ts'
import type { Client } from './client.ts'
import { fixesOf } from './fixes.ts'
import { linksTo } from './links.ts'
import { ownersIn } from './owners.ts'
import { eventText, notPosted, type Posted, postedBy, refusedBy, unneeded } from './posted.ts'
import type { PullRequest } from './pull-request.ts'
import type { Clock } from './retry.ts'
import { type ReviewRequest, review } from './review.ts'
import { triggerOf } from './trigger.ts'

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
  const { env, pullRequest, mode, token } = request
  if (mode === 'off') return unneeded('`review` is off')
  if (!pullRequest) return unneeded(eventText(env.GITHUB_EVENT_NAME))
  const { number, head } = pullRequest
  if (number === undefined) return notPosted('notice', NO_NUMBER)
  if (token === undefined) return notPosted('notice', `${NO_TOKEN}; pull request ${number} was not read`)
  try {
    const repository = await opened(request, token)
    return await say({ ...request, mode }, head, repository.pull(number))
  } catch (error) {
    return refusedBy(error, env, pullRequest)
  }
}

export interface ReportPostRequest extends Omit<PostRequest, 'assessment' | 'pullRequest' | 'reporter' | 'fixes'> {
  /** Reads the report, which is foreign text. @throws UserError when it is none */
  readonly read: () => Promise<ReportedAssessment>
}

/**
 * The same for what another run has reported. For which pull request is said by the event and by GitHub, never by the
 * report, which must be of the same commit.
 * @throws UserError when the event or the report cannot be used
 */
export async function postReport(request: ReportPostRequest): Promise<Posted> {
  const { env, mode, token, read } = request
  const trigger = await triggerOf(env)
  if (mode === 'off') return unneeded('`review` is off')
  if (typeof trigger === 'string') return unneeded(trigger)
  const assessment = await read()
  const { head } = trigger
  if (assessment.head.commit !== head)
    throw new UserError(
      `the report is of ${assessment.head.commit.slice(0, 7)}, and the run that is to have written it was for ${head.slice(0, 7)}`,
      'take the report out of the artifact of the very run',
    )
  if (token === undefined) return notPosted('warning', NO_TOKEN)
  try {
    const repository = await opened(request, token)
    const found = await trigger.find(repository)
    if ('reason' in found) return notPosted('notice', found.reason)
    const reporter = { url: trigger.url }
    return await say({ ...request, mode, assessment, reporter }, head, repository.pull(found.number))
  } catch (error) {
    return refusedBy(error, env, trigger)
  }
}

/** The client is loaded here alone, so that no other run has to. */
async function opened({ env, clock }: Pick<PostRequest, 'env' | 'clock'>, token: string) {
  const { openRepository } = await import('./client.ts')
  const [owner, repository] = (env.GITHUB_REPOSITORY ?? '').split('/')
  if (!owner || !repository) throw new UserError('GITHUB_REPOSITORY does not say which repository it is (`owner/name`)')
  const url = env.GITHUB_API_URL || 'https://api.github.com'
  return openRepository({ url, token, ...(clock && { clock }) }, { owner, repository })
}

type Said = Omit<PostRequest, 'mode' | 'token' | 'pullRequest'> & Pick<ReviewRequest, 'mode'>

async function say(request: Said, head: string, client: Client): Promise<Posted> {
  const { root, env, assessment, fixes } = request
  const known = {
    ...{ repository: await findRepository(root).catch(() => undefined), ownersOf: await ownersOf(root) },
    ...{ head, link: linksTo(env, head), fixes: fixes ?? fixesOf(assessment.findings) },
  }
  return postedBy(await review(client, { ...request, ...known }))
}

const NO_NUMBER = 'the event names no pull request by its number'
const NO_TOKEN = 'there is no token, as it is with act without `-s GITHUB_TOKEN`'

/** How a review is made, as somebody wished it. */
export type ReviewOptions = Pick<PostRequest, 'mode' | 'maxComments' | 'key'>

/**
 * The options of a review by their names in the table of options.
 * @param shownBefore what stands before a name where people write it, such as `--`
 * @throws UserError for a key that is too long
 */
export const reviewOptions = (text: (name: string) => string | undefined, shownBefore: string): ReviewOptions => ({
  mode: (text('review') ?? 'inline') as ReviewOptions['mode'],
  maxComments: Number(text('max-comments') ?? 20),
  key: checkedKey(text('key') ?? '', `${shownBefore}key`),
})

/** Longer keys would not leave room for what they mark. @throws UserError */
export function checkedKey(key: string, shownAs: string): string {
  if (key.length <= MOST_KEY) return key
  throw new UserError(`${shownAs} has more than ${MOST_KEY} characters`, 'give a short name, such as that of the chart')
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

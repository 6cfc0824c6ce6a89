import { UserError } from '../errors.ts'
import { count } from '../report/report.ts'
import { printable } from '../report/terminal.ts'
import { type Failure, failureOf, limitOf, permissionOf } from './failure.ts'
import type { PullRequest } from './pull-request.ts'
import type { Outcome } from './review.ts'

/** What became of the review, for the log. */
export interface Posted {
  /** `notice` where nobody did anything wrong, `warning` where somebody can put something right. */
  readonly level: 'info' | 'notice' | 'warning'
  readonly message: string
  /** Whether the pull request says now what was found, as far as that was asked for. */
  readonly isDone: boolean
}

/** The exit code of a run that does nothing but review: 2 where somebody has to put something right. */
export const reviewExitCode = ({ level, isDone }: Posted): number => (level === 'warning' && !isDone ? 2 : 0)

const ELSEWHERE = 'What was found is in the annotations, the summary of the job and the report.'

/** A review that there is no reason for. */
export const unneeded = (reason: string): Posted => ({
  level: 'info',
  message: printable(`No review: ${reason}.`),
  isDone: true,
})

/** A review that could not be made. @param reason foreign text may be in it */
export const notPosted = (level: 'notice' | 'warning', reason: string): Posted => ({
  level,
  message: printable(`No review: ${reason}. ${ELSEWHERE}`),
  isDone: false,
})

/** Why a run for this event has no pull request to speak on. */
export const eventText = (event: string | undefined): string =>
  event === 'pull_request_target'
    ? '`pull_request_target` checks out the default branch, so nothing of the pull request was judged; run it for `pull_request`'
    : `this run is for \`${event ?? 'no event'}\`, not for a pull request`

/** Why nothing is said of a commit that is not the head any more. */
export const movedText = (head: string): string =>
  `the pull request has a newer commit (${head.slice(0, 7)}), and the run for that one will speak`

/** What a review did. */
export function postedBy(outcome: Outcome): Posted {
  if (outcome.kind === 'moved') {
    return notPosted('notice', movedText(outcome.head))
  }
  const { created, updated, removed, kept, summary, leftovers, unresolved } = outcome
  const said = { created: 'made', updated: 'edited', kept: 'as it should be', none: 'not needed' }[summary]
  const rest = leftovers.length > 0 ? ` It holds ${count(leftovers.length, 'finding')} without a comment.` : ''
  const message = `Review: ${count(created, 'comment')} made, ${updated} edited, ${removed} removed, ${kept} kept; summary ${said}.${rest}`
  if (unresolved === 0) return { level: 'info', message, isDone: true }
  return { level: 'warning', message: `${message} ${unresolvedText(unresolved)}`, isDone: true }
}

const unresolvedText = (threads: number): string =>
  `${count(threads, 'thread')} of findings that are gone ${threads === 1 ? 'stays' : 'stay'} open: the token may not resolve them. GitHub asks for \`contents: write\` beside \`pull-requests: write\`; without it, leave \`resolve-threads\` out.`

/** Why GitHub did not take a review, and what to do about it. A mistake of our own shows its stack. */
export function refusedBy(
  error: unknown,
  env: NodeJS.ProcessEnv,
  pullRequest: Pick<PullRequest, 'isFromFork'>,
): Posted {
  const failure = failureOf(error) ?? (error instanceof Error ? failureOf(error.cause) : undefined)
  if (failure) return notPosted(...reasonOf(failure, env, pullRequest))
  if (error instanceof UserError) return notPosted('warning', error.message)
  const words = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return notPosted('warning', `something went wrong that should not (please report it): ${words}`)
}

function reasonOf(
  failure: Failure,
  { GITHUB_ACTOR: actor }: NodeJS.ProcessEnv,
  { isFromFork }: Pick<PullRequest, 'isFromFork'>,
): ['notice' | 'warning', string] {
  const { status, message } = failure
  const words = `GitHub says ${status}: ${message}`
  if (limitOf(failure, Date.now())) return ['warning', `GitHub asks to wait for longer than a job should (${words})`]
  if (status === 401) return ['warning', `GitHub does not know the token of \`github-token\` (${words})`]
  if (status >= 500) return ['warning', `GitHub does not answer (${message})`]
  if (status !== 403 && status !== 404) return ['warning', words]
  if (isFromFork)
    return ['notice', `the pull request comes from a fork, whose runs have a token that cannot write (${words})`]
  const whose = actor === 'dependabot[bot]' ? ' (Dependabot’s runs can write only what is named there)' : ''
  const permission = permissionOf(failure) ?? 'pull-requests: write'
  return ['warning', `the token may not do that (${words}): add \`${permission}\` to the job’s \`permissions\`${whose}`]
}

import { setTimeout as sleep } from 'node:timers/promises'
import { getOctokit } from '@actions/github'
import { UserError } from '../errors.ts'
import { TOOL } from '../tool.ts'
import type { DiffFile, DraftComment } from './plan.ts'
import { type Clock, Patience } from './retry.ts'
import { listThreads, RESOLVE } from './threads.ts'

/** A pull request of a repository. */
export interface PullAddress {
  readonly owner: string
  readonly repository: string
  readonly number: number
}

export interface ListedFile extends DiffFile {
  /** What git calls the head's content; null when the file was removed. */
  readonly sha: string | null
}

/** A review comment of anybody. */
export interface ListedComment {
  readonly id: number
  readonly nodeId: string
  readonly body: string
  /** The author's login; empty when the account is gone. */
  readonly author: string
  readonly path: string
  readonly line: number | null
  readonly startLine: number | null
  readonly isFileLevel: boolean
  /** The comment that it answers. */
  readonly inReplyTo: number | undefined
}

/** A comment on the pull request as a whole, of anybody. */
export type IssueComment = Pick<ListedComment, 'id' | 'body' | 'author'>

/** A comment on lines, not on the file. */
export type InlineDraft = DraftComment & { readonly line: number }

export const isInline = (draft: DraftComment): draft is InlineDraft => draft.line !== undefined

export interface ClientOptions {
  /** Of the API, such as `https://api.github.com` or `https://github.example.com/api/v3`. */
  readonly url: string
  readonly token: string
  readonly clock?: Clock
}

/** GitHub answers in seconds or not at all. */
const TIMEOUT_MS = 30_000
const PER_PAGE = 100
/** GitHub lists at most 3,000 files of a pull request. */
const MOST_FILES = 3000
/** Of a pull request with more nobody could say which are ours. */
const MOST_COMMENTS = 10_000

const CLOCK: Clock = { now: Date.now, sleep: milliseconds => sleep(milliseconds) }

export type Client = ReturnType<typeof connect>

export type RepositoryClient = ReturnType<typeof openRepository>

/** The client of one pull request. */
export const connect = (options: ClientOptions, { owner, repository, number }: PullAddress) =>
  openRepository(options, { owner, repository }).pull(number)

/** An open pull request, and what it proposes. */
export interface OpenPull {
  readonly number: number
  /** The sha of its head. */
  readonly head: string
  /** `owner/name` of the repository that it comes from; null when that is gone. */
  readonly from: string | null
}

/**
 * The requests that a review is made of, and the only place that makes any. One at a time, with patience: what GitHub cannot
 * answer now is asked again. Each throws the client's own error (see `failureOf`), or LostAnswer.
 */
export function openRepository(
  { url, token, clock = CLOCK }: ClientOptions,
  { owner, repository }: Omit<PullAddress, 'number'>,
) {
  const patience = new Patience(clock)
  const octokit = getOctokit(token, { baseUrl: url, userAgent: `${TOOL.name}/${TOOL.version}`, log: SILENT })
  octokit.hook.wrap('request', (request, options) => {
    const send = async () =>
      whole(await request({ ...options, request: { ...options.request, signal: AbortSignal.timeout(TIMEOUT_MS) } }))
    return patience.send(send, kindOf(options))
  })
  const repo = { owner, repo: repository }
  return {
    /** The open pull requests from a branch; at most 100. @param head `owner:branch` */
    async pullsFrom(head: string): Promise<OpenPull[]> {
      const { data } = await octokit.rest.pulls.list({ ...repo, head, state: 'open', per_page: PER_PAGE })
      return data.map(pull => ({
        ...{ number: pull.number, head: pull.head.sha },
        from: (pull.head.repo as typeof pull.head.repo | null)?.full_name ?? null,
      }))
    },
    pull: (number: number) => pullClient(octokit, patience, { owner, repository, number }),
  }
}

function pullClient(
  octokit: ReturnType<typeof getOctokit>,
  patience: Patience,
  { owner, repository, number }: PullAddress,
) {
  const { rest, paginate } = octokit
  const repo = { owner, repo: repository }
  const pull = { ...repo, pull_number: number }
  const issue = { ...repo, issue_number: number }
  return {
    /** Waits, as long as a run may. @returns whether it did */
    wait: (milliseconds: number) => patience.wait(milliseconds),
    head: async () => (await rest.pulls.get(pull)).data.head.sha,
    async files(): Promise<ListedFile[]> {
      const pages = paginate.iterator(rest.pulls.listFiles, { ...pull, per_page: PER_PAGE })
      return (await gathered(pages, MOST_FILES)).map(({ filename, previous_filename, status, patch, sha }) => ({
        ...{ path: filename, previousPath: previous_filename, status, patch, sha },
      }))
    },
    async reviewComments(): Promise<ListedComment[]> {
      const pages = paginate.iterator(rest.pulls.listReviewComments, { ...pull, per_page: PER_PAGE })
      return comments(await gathered(pages, MOST_COMMENTS)).map(comment => ({
        ...{ id: comment.id, nodeId: comment.node_id, body: comment.body, path: comment.path },
        author: loginOf(comment.user),
        line: comment.line ?? null,
        startLine: comment.start_line ?? null,
        isFileLevel: comment.subject_type === 'file',
        inReplyTo: comment.in_reply_to_id,
      }))
    },
    async issueComments(): Promise<IssueComment[]> {
      const pages = paginate.iterator(rest.issues.listComments, { ...issue, per_page: PER_PAGE })
      return comments(await gathered(pages, MOST_COMMENTS)).map(({ id, body, user }) => ({
        ...{ id, body: body ?? '', author: loginOf(user) },
      }))
    },
    /** Whose token it is. REST cannot say it to the token of a workflow. */
    viewer: async () => (await octokit.graphql<{ viewer: { login: string } }>('{ viewer { login } }')).viewer.login,
    async text(sha: string): Promise<string> {
      const { data } = await rest.git.getBlob({ ...repo, file_sha: sha })
      return Buffer.from(data.content, data.encoding === 'base64' ? 'base64' : 'utf8').toString()
    },
    async createReview(head: string, body: string, drafts: readonly InlineDraft[]): Promise<void> {
      const comments = drafts.map(draft => ({ path: draft.path, body: draft.body, ...linesOf(draft) }))
      await rest.pulls.createReview({ ...pull, commit_id: head, event: 'COMMENT', body, comments })
    },
    async createComment(head: string, draft: DraftComment): Promise<void> {
      const where = isInline(draft) ? linesOf(draft) : { subject_type: 'file' as const }
      await rest.pulls.createReviewComment({ ...pull, commit_id: head, path: draft.path, body: draft.body, ...where })
    },
    async updateComment(id: number, body: string): Promise<void> {
      await rest.pulls.updateReviewComment({ ...repo, comment_id: id, body })
    },
    async deleteComment(id: number): Promise<void> {
      await rest.pulls.deleteReviewComment({ ...repo, comment_id: id })
    },
    /** Folds a comment as resolved. */
    async minimize(nodeId: string): Promise<void> {
      await octokit.graphql(MINIMIZE, { id: nodeId })
    },
    threads: () => listThreads(octokit.graphql, { owner, repository, number }),
    async resolve(threadId: string): Promise<void> {
      await octokit.graphql(RESOLVE, { id: threadId })
    },
    async createSummary(body: string): Promise<void> {
      await rest.issues.createComment({ ...issue, body })
    },
    async updateSummary(id: number, body: string): Promise<void> {
      await rest.issues.updateComment({ ...repo, comment_id: id, body })
    },
    async deleteSummary(id: number): Promise<void> {
      await rest.issues.deleteComment({ ...repo, comment_id: id })
    },
  }
}

const MINIMIZE = `mutation ($id: ID!) {
  minimizeComment(input: { subjectId: $id, classifier: RESOLVED }) { minimizedComment { isMinimized } }
}`

const silence = (): void => undefined
const SILENT = { debug: silence, info: silence, warn: silence, error: silence }

/** GraphQL is a POST, too, but none of our operations makes anything. */
function kindOf({ method, url }: { readonly method: string; readonly url: string }): 'read' | 'change' | 'make' {
  if (method === 'GET') return 'read'
  return method === 'POST' && !url.endsWith('/graphql') ? 'make' : 'change'
}

/** The client takes an answer that broke off for an empty one, and an empty list of comments would have them made again. */
function whole<Response extends { readonly status: number; readonly data: unknown }>(response: Response): Response {
  if (response.status === NO_CONTENT || (typeof response.data === 'object' && response.data !== null)) return response
  throw Object.assign(new Error('the answer of GitHub broke off'), { status: 502 })
}
const NO_CONTENT = 204

/** GitHub refuses a range that starts on its last line. */
const linesOf = ({ line, startLine }: InlineDraft) => ({
  line,
  side: 'RIGHT' as const,
  ...(startLine === undefined ? {} : { start_line: startLine, start_side: 'RIGHT' as const }),
})

const loginOf = (user: { readonly login: string } | null | undefined): string => user?.login ?? ''

function comments<Item>(items: readonly Item[]): readonly Item[] {
  if (items.length < MOST_COMMENTS) return items
  throw new UserError(`the pull request has ${MOST_COMMENTS} comments or more`)
}

/** The items of pages, until there are enough. */
async function gathered<Item>(pages: AsyncIterable<{ readonly data: readonly Item[] }>, most: number): Promise<Item[]> {
  const items: Item[] = []
  for await (const { data } of pages) {
    items.push(...data)
    if (items.length >= most) break
  }
  return items
}

import type { Side } from './hunks.ts'

/** A file of the pull request, as GitHub would list it. */
export interface PullFile {
  readonly path: string
  readonly previousPath?: string
  readonly status: 'added' | 'removed' | 'modified' | 'renamed' | 'copied' | 'changed' | 'unchanged'
  /** Absent for what is binary, too large or only renamed. */
  readonly patch?: string
  /** What the head has there; what is not given cannot be fetched. */
  readonly text?: string
}

/** What the pull request is about at one of its commits. */
export interface Head {
  readonly sha: string
  readonly files: readonly PullFile[]
}

export interface Review {
  readonly id: number
  readonly login: string
  readonly commitId: string
  readonly state: 'PENDING' | 'COMMENTED'
  body: string
}

export interface ReviewComment {
  readonly id: number
  readonly login: string
  readonly reviewId: number
  readonly path: string
  readonly side: Side
  readonly subjectType: 'line' | 'file'
  readonly originalCommitId: string
  readonly originalLine: number | null
  readonly originalStartLine: number | null
  readonly diffHunk: string
  /** The comment that began the thread. */
  readonly inReplyTo: number | undefined
  body: string
  /** Null for a comment on the file, and when a push has changed the line. */
  line: number | null
  startLine: number | null
  commitId: string
  isOutdated: boolean
  /** Of the first comment: whether its thread is resolved. */
  isResolved: boolean
  /** Why it is folded; undefined when it is not. */
  minimized: string | undefined
}

export interface IssueComment {
  readonly id: number
  readonly login: string
  body: string
  minimized: string | undefined
}

export type Permission = 'none' | 'read' | 'write'

/** Everything that the fake knows; tests may read all of it and change what they like between requests. */
export interface State {
  readonly owner: string
  readonly repository: string
  readonly number: number
  readonly baseSha: string
  readonly baseRef: string
  /** Null when the fork was deleted. */
  readonly headRepository: string | null
  readonly headRef: string
  isOpen: boolean
  /** Other open pull requests from the same branch into another one; nothing else is known of them. */
  twins: readonly number[]
  /** All heads that the pull request has had since the last forced push; the last is the one now. */
  heads: [Head, ...Head[]]
  /** Whom the token belongs to. */
  viewer: string
  token: string
  permissions: { contents: Permission; pull_requests: Permission; issues: Permission }
  readonly reviews: Review[]
  readonly reviewComments: ReviewComment[]
  readonly issueComments: IssueComment[]
  nextId: number
}

export type Start = Partial<Pick<State, 'owner' | 'repository' | 'number' | 'baseSha' | 'baseRef' | 'headRepository'>> &
  Partial<Pick<State, 'viewer' | 'token'>> & {
    readonly headSha?: string
    readonly files?: readonly PullFile[]
    /** What differs from a workflow's `contents: read` and `pull-requests: write`. */
    readonly permissions?: Partial<State['permissions']>
  }

/** A pull request that nobody has said anything about, and a workflow's token with the permissions that we ask for. */
export function newState({ headSha = '1'.repeat(40), files = [], permissions, ...start }: Start): State {
  const owner = start.owner ?? 'team'
  const repository = start.repository ?? 'charts'
  return {
    number: 7,
    baseSha: '0'.repeat(40),
    baseRef: 'main',
    headRepository: `${owner}/${repository}`,
    headRef: 'change',
    isOpen: true,
    twins: [],
    viewer: 'github-actions[bot]',
    token: 'ghs_faketoken0001',
    ...start,
    owner,
    repository,
    heads: [{ sha: headSha, files }],
    permissions: { contents: 'read', pull_requests: 'write', issues: 'none', ...permissions },
    reviews: [],
    reviewComments: [],
    issueComments: [],
    nextId: 1001,
  }
}

export const headOf = (state: State): Head => state.heads.at(-1) ?? state.heads[0]

/** An id that nothing has yet. Ids grow with time, so lists sorted by them are sorted by time. */
export function newId(state: State): number {
  state.nextId += 1
  return state.nextId - 1
}

/** The first comment of a comment's thread. */
export const rootOf = (state: State, comment: ReviewComment): ReviewComment =>
  state.reviewComments.find(({ id }) => id === comment.inReplyTo) ?? comment

export const threadOf = (state: State, root: ReviewComment): ReviewComment[] =>
  state.reviewComments.filter(it => it === root || it.inReplyTo === root.id)

import { createHash } from 'node:crypto'
import { asObject, blank, type JsonObject } from './contract.ts'
import { headOf, type IssueComment, type PullFile, type Review, type ReviewComment, type State } from './state.ts'

/** Where links point; nothing listens there. */
const SITE = 'https://github.example'

/** The second at which something with this id was made. */
const timeOf = (id: number): string => new Date(Date.UTC(2026, 0, 1) + id * 1000).toISOString().replace('.000', '')

export const userView = (login: string): JsonObject => ({
  ...blank('simple-user'),
  login,
  id: login === 'github-actions[bot]' ? 41_898_282 : 1,
  type: login.endsWith('[bot]') ? 'Bot' : 'User',
})

const fullName = ({ owner, repository }: State): string => `${owner}/${repository}`
const pullUrl = (state: State): string => `${SITE}/${fullName(state)}/pull/${state.number}`

export function pullView(state: State): JsonObject {
  const it = blank('pull-request')
  const repo = { ...blank('repository'), full_name: fullName(state), name: state.repository }
  const { headRepository } = state
  const head = headRepository === null ? null : { ...repo, full_name: headRepository }
  return {
    ...it,
    ...{ number: state.number, state: state.isOpen ? 'open' : 'closed', html_url: pullUrl(state) },
    changed_files: headOf(state).files.length,
    head: { ...asObject(it.head), sha: headOf(state).sha, ref: state.headRef, repo: head },
    base: { ...asObject(it.base), sha: state.baseSha, ref: state.baseRef, repo },
  }
}

/** A pull request in a list, which says less of it. */
export function listedPullView(state: State, number: number): JsonObject {
  const it = blank('pull-request-simple')
  const { head, base, state: open } = pullView(state)
  return { ...it, number, state: open ?? '', head: head ?? null, base: base ?? null }
}

export function fileView(state: State, file: PullFile): JsonObject {
  const lines = (file.patch ?? '').split('\n')
  const additions = lines.filter(line => line.startsWith('+')).length
  const deletions = lines.filter(line => line.startsWith('-')).length
  return {
    ...blank('diff-entry'),
    ...{ filename: file.path, status: file.status, additions, deletions, changes: additions + deletions },
    sha: file.status === 'removed' ? null : blobSha(file.text ?? file.path),
    contents_url: `${SITE}/repos/${fullName(state)}/contents/${encodeURIComponent(file.path)}?ref=${headOf(state).sha}`,
    ...(file.patch === undefined ? {} : { patch: file.patch }),
    ...(file.previousPath === undefined ? {} : { previous_filename: file.previousPath }),
  }
}

/** The name that git gives a file's content. */
export function blobSha(text: string): string {
  return createHash('sha1')
    .update(`blob ${Buffer.byteLength(text)}\0`)
    .update(text)
    .digest('hex')
}

export function reviewView(state: State, review: Review): JsonObject {
  return {
    ...blank('pull-request-review'),
    ...{ id: review.id, node_id: `PRR_${review.id}`, user: userView(review.login), body: review.body },
    ...{ state: review.state, commit_id: review.commitId, author_association: 'NONE' },
    html_url: `${pullUrl(state)}#pullrequestreview-${review.id}`,
    ...(review.state === 'PENDING' ? {} : { submitted_at: timeOf(review.id) }),
  }
}

export function reviewCommentView(state: State, it: ReviewComment): JsonObject {
  const isOnFile = it.subjectType === 'file'
  return {
    ...blank('pull-request-review-comment'),
    ...{ id: it.id, node_id: nodeIdOf(it), pull_request_review_id: it.reviewId, user: userView(it.login) },
    ...{ body: it.body, path: it.path, diff_hunk: it.diffHunk, subject_type: it.subjectType, side: it.side },
    ...{ commit_id: it.commitId, original_commit_id: it.originalCommitId, author_association: 'NONE' },
    ...{ line: it.line, original_line: it.originalLine, start_line: it.startLine },
    ...{ original_start_line: it.originalStartLine, start_side: it.startLine === null ? null : it.side },
    ...{
      position: it.isOutdated ? null : 1,
      original_position: 1,
      created_at: timeOf(it.id),
      updated_at: timeOf(it.id),
    },
    html_url: `${pullUrl(state)}#discussion_r${it.id}`,
    ...(isOnFile ? { line: null, original_line: null } : {}),
    ...(it.inReplyTo === undefined ? {} : { in_reply_to_id: it.inReplyTo }),
  }
}

export function issueCommentView(state: State, it: IssueComment): JsonObject {
  return {
    ...blank('issue-comment'),
    ...{ id: it.id, node_id: nodeIdOf(it), user: userView(it.login), body: it.body, author_association: 'NONE' },
    ...{ html_url: `${pullUrl(state)}#issuecomment-${it.id}`, created_at: timeOf(it.id), updated_at: timeOf(it.id) },
    minimized: it.minimized === undefined ? null : { reason: it.minimized.toLowerCase() },
  }
}

/** The id by which GraphQL knows a comment. */
export const nodeIdOf = (it: ReviewComment | IssueComment): string =>
  'reviewId' in it ? `PRRC_${it.id}` : `IC_${it.id}`

/** A file, as `GET /contents` gives it. */
export function contentView(path: string, text: string): JsonObject {
  const content = Buffer.from(text).toString('base64').replace(/.{60}/g, '$&\n')
  const links = { self: '', git: '', html: '' }
  const urls = { url: '', git_url: '', html_url: '', download_url: '', _links: links }
  const name = path.split('/').pop() ?? ''
  return {
    type: 'file',
    encoding: 'base64',
    size: Buffer.byteLength(text),
    name,
    path,
    content,
    sha: blobSha(text),
    ...urls,
  }
}

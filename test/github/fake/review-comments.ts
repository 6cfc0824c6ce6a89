import { hunkWith, parseHunks, type Side } from './hunks.ts'
import { type Head, headOf, newId, type ReviewComment, type State } from './state.ts'

/** A comment that somebody wants to make on a file of the pull request. */
export interface Draft {
  readonly path: string
  readonly body: string
  /** Undefined for a comment on the file. */
  readonly line: number | undefined
  readonly startLine: number | undefined
  readonly side: Side
}

/** What is wrong with a draft: as a sentence for a review, as a field for a single comment. */
export interface Objection {
  readonly sentence: string
  readonly field: string
  readonly code: string
}

const objection = (name: string, text: string, code = 'custom'): Objection => ({
  sentence: `Pull request review thread ${name.replaceAll('_', ' ')} ${text}`,
  field: `pull_request_review_thread.${name}`,
  code,
})
const NO_HUNK = objection('diff_hunk', "can't be blank", 'missing_field')

/** Why GitHub would not take a draft on a head; evidence.md has a source for each text. */
export function objectionsTo(head: Head, { path, line, startLine, side }: Draft): Objection[] {
  const file = head.files.find(it => it.path === path)
  if (!file) return [objection('path', 'is invalid', 'invalid'), NO_HUNK]
  if (line === undefined) return []
  if (startLine !== undefined && startLine >= line) return [objection('start_line', 'must precede the end line.')]
  const hunk = hunkWith(parseHunks(file.patch), line, side)
  const isStartElsewhere = startLine !== undefined && !(hunk && hunkWith([hunk], startLine, side))
  return [
    ...(hunk ? [] : [objection('line', 'must be part of the diff')]),
    ...(isStartElsewhere ? [objection('start_line', 'must be part of the same hunk as the line.')] : []),
    ...(hunk ? [] : [NO_HUNK]),
  ]
}

/** Adds a comment that there is no objection to. */
export function addComment(state: State, draft: Draft, reviewId: number, head: Head): ReviewComment {
  const { path, line = null, startLine = null, side } = draft
  const file = head.files.find(it => it.path === path)
  const hunk = line === null ? undefined : hunkWith(parseHunks(file?.patch), line, side)
  const comment: ReviewComment = {
    ...{ id: newId(state), login: state.viewer, reviewId, path, side, body: draft.body, line, startLine },
    ...{ commitId: head.sha, originalCommitId: head.sha, originalLine: line, originalStartLine: startLine },
    ...{ diffHunk: hunk?.text ?? '', subjectType: line === null ? 'file' : 'line', inReplyTo: undefined },
    ...{ isOutdated: false, isResolved: false, minimized: undefined },
  }
  state.reviewComments.push(comment)
  return comment
}

/** Adds an answer to the first comment of a thread; like every comment it belongs to a review. */
export function addReply(state: State, root: ReviewComment, login: string, body: string): ReviewComment {
  const reviewId = newId(state)
  state.reviews.push({ id: reviewId, login, body: '', commitId: headOf(state).sha, state: 'COMMENTED' })
  const reply: ReviewComment = {
    ...root,
    ...{ id: newId(state), login, body, reviewId, inReplyTo: root.id, isResolved: false, minimized: undefined },
  }
  state.reviewComments.push(reply)
  return reply
}

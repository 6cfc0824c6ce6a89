import { asObject, type Call, type Json, type JsonObject } from './contract.ts'
import { bodyOf, hasPending, isTooLong, one, own, remove, TOO_LONG } from './lookup.ts'
import { Refusal, Violation } from './refusal.ts'
import { addComment, addReply, type Draft, objectionsTo } from './review-comments.ts'
import { type Head, headOf, newId, type Review, rootOf, type State, threadOf } from './state.ts'
import { reviewCommentView, reviewView } from './views.ts'

export function createReview(state: State, call: Call): JsonObject {
  const { commit_id, body = '', event, comments = [] } = asObject(call.body)
  if (event !== 'COMMENT') throw new Violation(`a review with the event ${event}: it blocks or stays unseen`)
  const head = headBy(state, commit_id)
  const refuse = (sentence: string) => new Refusal(422, 'Unprocessable Entity', [sentence])
  if (!head) throw refuse('The commitOID is not part of the pull request')
  if (hasPending(state)) throw refuse('User can only have one pending review per pull request')
  const drafts = Array.isArray(comments) ? comments.map(it => draftOf(asObject(it))) : []
  if (typeof body !== 'string' || body.trim() === '') throw new Violation('a review without a body cannot be edited')
  if ([body, ...drafts.map(it => it.body)].some(isTooLong)) throw refuse(TOO_LONG)
  const bad = drafts.map(draft => objectionsTo(head, draft)).find(it => it.length > 0)
  if (bad) throw refuse(asList(bad.map(({ sentence }) => sentence)))
  const review: Review = { id: newId(state), login: state.viewer, body, commitId: head.sha, state: 'COMMENTED' }
  state.reviews.push(review)
  for (const draft of drafts) addComment(state, draft, review.id, head)
  return reviewView(state, review)
}

export function updateReview(state: State, { path, body }: Call): JsonObject {
  const review = own(state, one(state.reviews, path.review_id))
  if (review.body === '') throw new Refusal(422, 'Validation Failed', ['Could not edit a review with a missing body'])
  review.body = bodyOf(body, 'PullRequestReview')
  return reviewView(state, review)
}

export function createReviewComment(state: State, { body }: Call): JsonObject {
  const fields = asObject(body)
  const isOnFile = fields.subject_type === 'file'
  if (fields.in_reply_to !== undefined)
    throw new Violation('a reply by create-review-comment: GitHub has an operation for it')
  if (isOnFile && (fields.line !== undefined || fields.start_line !== undefined))
    throw new Violation('a comment on the file with a line')
  const draft = draftOf(fields, isOnFile)
  const error = (field: string, code: string, message: string): Json => ({
    ...{ resource: 'PullRequestReviewComment', code, field },
    ...(code === 'custom' ? { message } : {}),
  })
  const refuse = (errors: readonly Json[]) => new Refusal(422, 'Validation Failed', errors)
  const head = headBy(state, fields.commit_id)
  if (!head) throw refuse([error('commit_id', 'custom', 'commit_id is not part of the pull request')])
  if (hasPending(state))
    throw refuse([error('user_id', 'custom', 'user_id can only have one pending review per pull request')])
  bodyOf(fields, 'PullRequestReviewComment')
  const bad = objectionsTo(head, draft)
  if (bad.length > 0)
    throw refuse(bad.map(it => error(it.field, it.code, `${it.field} ${it.sentence.split(/ (?=must)/)[1] ?? ''}`)))
  const review: Review = { id: newId(state), login: state.viewer, body: '', commitId: head.sha, state: 'COMMENTED' }
  state.reviews.push(review)
  return reviewCommentView(state, addComment(state, draft, review.id, head))
}

export function createReply(state: State, { path, body }: Call): JsonObject {
  const comment = one(state.reviewComments, path.comment_id)
  if (rootOf(state, comment) !== comment) throw new Violation('a reply to a reply')
  return reviewCommentView(state, addReply(state, comment, state.viewer, bodyOf(body, 'PullRequestReviewComment')))
}

export function deleteReviewComment(state: State, { path }: Call): undefined {
  const it = own(state, one(state.reviewComments, path.comment_id))
  const gone = rootOf(state, it) === it ? threadOf(state, it) : [it]
  const lost = gone.find(({ login }) => login !== state.viewer)
  for (const comment of gone) remove(state.reviewComments, comment)
  if (lost) throw new Violation(`the answer of ${lost.login} goes with the comment ${it.id}`)
  return undefined
}

function draftOf(fields: JsonObject, isOnFile = false): Draft {
  const { path, body, line, start_line, side = 'RIGHT', start_side, position } = fields
  if (position !== undefined) throw new Violation('position is deprecated: line is meant')
  if (!isOnFile && typeof line !== 'number') throw new Violation('a comment without a line')
  if (start_side !== undefined && start_side !== side) throw new Violation('a range from one side to the other')
  if (String(body).trim() === '') throw new Violation('a comment without a text')
  return {
    ...{ path: String(path), body: String(body), side: side === 'LEFT' ? 'LEFT' : 'RIGHT' },
    line: typeof line === 'number' ? line : undefined,
    startLine: typeof start_line === 'number' ? start_line : undefined,
  }
}

/** The pull request as it was at a commit; now, where none is named. */
const headBy = (state: State, commit: Json | undefined): Head | undefined =>
  commit === undefined ? headOf(state) : state.heads.find(({ sha }) => sha === commit)

/** As Rails joins a list: `a and b`, `a, b, and c`. */
function asList(parts: readonly string[]): string {
  if (parts.length < 3) return parts.join(' and ')
  return `${parts.slice(0, -1).join(', ')}, and ${parts.at(-1)}`
}

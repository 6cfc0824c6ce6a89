import { asObject, type Call, type Json } from './contract.ts'
import { bodyOf, one, own, published, remove, visible } from './lookup.ts'
import { createReply, createReview, createReviewComment, deleteReviewComment, updateReview } from './make-review.ts'
import { Refusal, Violation } from './refusal.ts'
import { headOf, type IssueComment, newId, type ReviewComment, type State } from './state.ts'
import {
  blobSha,
  contentView,
  fileView,
  issueCommentView,
  listedPullView,
  pullView,
  reviewCommentView,
  reviewView,
} from './views.ts'

/** Does what an operation says, and gives its answer; the server cuts a list into pages. */
type Handler = (state: State, call: Call) => Json | undefined

/** `GET /pulls/{n}/files` ends here, whatever the pull request has. */
const MOST_FILES = 3000

/** One handler for each operation of openapi.json. */
export const HANDLERS: Readonly<Record<string, Handler>> = {
  'pulls/get': state => pullView(state),
  'pulls/list': (state, { query }) => {
    if (query.state !== 'open') throw new Violation('pull requests that are not open: the fake has none')
    const from = `${state.headRepository?.split('/')[0]}:${state.headRef}`
    const isThere = state.isOpen && (query.head === undefined || query.head === from)
    return isThere ? [state.number, ...state.twins].map(number => listedPullView(state, number)) : []
  },
  'pulls/list-files': state => listedFiles(state).map(it => fileView(state, it)),
  'pulls/list-reviews': state => visible(state).map(it => reviewView(state, it)),
  'pulls/get-review': (state, { path }) => reviewView(state, one(state.reviews, path.review_id)),
  'pulls/create-review': createReview,
  'pulls/update-review': updateReview,
  'pulls/list-comments-for-review': (state, { path }) =>
    commentsOf(state, one(state.reviews, path.review_id).id).map(it => reviewCommentView(state, it)),
  'pulls/list-review-comments': state => published(state).map(it => reviewCommentView(state, it)),
  'pulls/create-review-comment': createReviewComment,
  'pulls/get-review-comment': (state, call) => reviewCommentView(state, reviewComment(state, call)),
  'pulls/create-reply-for-review-comment': createReply,
  'pulls/update-review-comment': (state, call) => {
    const it = own(state, reviewComment(state, call))
    it.body = bodyOf(call.body, 'PullRequestReviewComment')
    return reviewCommentView(state, it)
  },
  'pulls/delete-review-comment': deleteReviewComment,
  'issues/list-comments': state => state.issueComments.map(it => issueCommentView(state, it)),
  'issues/get-comment': (state, call) => issueCommentView(state, issueComment(state, call)),
  'issues/create-comment': (state, { body }) => {
    const it = { id: newId(state), login: state.viewer, body: bodyOf(body, 'IssueComment'), minimized: undefined }
    state.issueComments.push(it)
    return issueCommentView(state, it)
  },
  'issues/update-comment': (state, call) => {
    const it = own(state, issueComment(state, call))
    it.body = bodyOf(call.body, 'IssueComment')
    return issueCommentView(state, it)
  },
  'issues/delete-comment': (state, call) => {
    remove(state.issueComments, own(state, issueComment(state, call)))
    return undefined
  },
  'repos/get-content': (state, { path: { path = '' }, query }) => {
    const head = query.ref === undefined ? undefined : state.heads.find(({ sha }) => sha === query.ref)
    return contentView(path, found(head?.files.find(it => it.path === path)?.text))
  },
  'git/get-blob': (state, { path }) => {
    const texts = state.heads.flatMap(({ files }) => files).map(({ text }) => text)
    const text = found(texts.find(it => it !== undefined && blobSha(it) === path.file_sha))
    const { sha = '', content = '', encoding = '', size = 0, url = '' } = asObject(contentView('', text))
    return { sha, content, encoding, size, url, node_id: `B_${path.file_sha}` }
  },
  'users/get-authenticated': () => {
    throw new Refusal(403, 'Resource not accessible by integration')
  },
}

const listedFiles = (state: State) => headOf(state).files.slice(0, MOST_FILES)
const commentsOf = (state: State, review: number) => state.reviewComments.filter(it => it.reviewId === review)
const reviewComment = (state: State, { path }: Call): ReviewComment => one(state.reviewComments, path.comment_id)
const issueComment = (state: State, { path }: Call): IssueComment => one(state.issueComments, path.comment_id)

function found(text: string | undefined): string {
  if (text === undefined) throw new Refusal(404, 'Not Found')
  return text
}

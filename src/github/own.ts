import type { Client, IssueComment, ListedComment } from './client.ts'
import { parseMarker } from './marker.ts'
import type { ExistingComment } from './plan.ts'

/** What earlier runs with the same key have said. */
export interface Own {
  readonly comments: readonly ExistingComment[]
  /** The oldest first. */
  readonly summaries: readonly IssueComment[]
}

/**
 * The comments of the token's own account with our marker and our key. Whose token it is, is asked only when there are
 * comments that could be ours: a marker alone could be anybody's.
 */
export async function ownOf(client: Client, key: string): Promise<Own> {
  const all = await client.reviewComments()
  const issue = await client.issueComments()
  const marked = (comment: IssueComment, kind: 'finding' | 'summary'): boolean => {
    const marker = parseMarker(comment.body)
    return marker?.kind === kind && marker.key === key
  }
  const comments = all.filter(comment => comment.inReplyTo === undefined && marked(comment, 'finding'))
  const summaries = issue.filter(comment => marked(comment, 'summary')).toSorted((a, b) => a.id - b.id)
  if (comments.length + summaries.length === 0) return { comments: [], summaries: [] }
  const isOwn = byAuthor(await client.viewer())
  const answered = new Set(all.flatMap(comment => (isOwn(comment) ? [] : (comment.inReplyTo ?? []))))
  return {
    comments: comments.filter(isOwn).map(comment => existing(comment, answered)),
    summaries: summaries.filter(isOwn),
  }
}

/** GraphQL calls the account of an app `name`, REST `name[bot]`; no person's name has brackets. */
const byAuthor =
  (viewer: string) =>
  ({ author }: IssueComment): boolean =>
    author !== '' && [viewer, `${viewer}[bot]`].includes(author)

const existing = (
  { id, nodeId, body, path, line, startLine, isFileLevel }: ListedComment,
  answered: ReadonlySet<number>,
): ExistingComment => ({ id, nodeId, body, path, line, startLine, isFileLevel, hasReply: answered.has(id) })

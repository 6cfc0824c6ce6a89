import type { Client, PullAddress } from './client.ts'
import { failureOf } from './failure.ts'

/** A conversation that began with a review comment. */
export interface Thread {
  readonly id: string
  readonly isResolved: boolean
  /** The id of its first comment; undefined when that cannot be seen. */
  readonly firstComment: string | undefined
}

interface Page {
  readonly repository: {
    readonly pullRequest: {
      readonly reviewThreads: {
        readonly nodes: readonly {
          readonly id: string
          readonly isResolved: boolean
          readonly comments: { readonly nodes: readonly { readonly id: string }[] }
        }[]
        readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null }
      }
    }
  }
}

const MOST_PAGES = 20

const THREADS = `query ($owner: String!, $repository: String!, $number: Int!, $after: String) {
  repository(owner: $owner, name: $repository) { pullRequest(number: $number) { reviewThreads(first: 100, after: $after) {
    nodes { id isResolved comments(first: 1) { nodes { id } } }
    pageInfo { hasNextPage endCursor }
  } } }
}`

/** Resolves the thread `$id`. */
export const RESOLVE = `mutation ($id: ID!) {
  resolveReviewThread(input: { threadId: $id }) { thread { isResolved } }
}`

type Ask = <Answer>(query: string, variables: Readonly<Record<string, unknown>>) => Promise<Answer>

/** The threads of a pull request; only GraphQL knows of them. Of more than 2,000 the rest is left out. @throws what `ask` throws */
export async function listThreads(ask: Ask, address: PullAddress): Promise<Thread[]> {
  const threads: Thread[] = []
  let after: string | null = null
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const answer: Page = await ask<Page>(THREADS, { ...address, after })
    const { nodes, pageInfo } = answer.repository.pullRequest.reviewThreads
    for (const { id, isResolved, comments } of nodes)
      threads.push({ id, isResolved, firstComment: comments.nodes[0]?.id })
    if (!pageInfo.hasNextPage) break
    after = pageInfo.endCursor
  }
  return threads
}

/**
 * Resolves the threads that some comments began. GitHub allows it to a workflow's token only with `contents: write`, which
 * no field says beforehand: after the first refusal the others are not tried.
 * @param comments GraphQL's ids
 * @returns how many stay open because the token may not
 * @throws what the client throws for other reasons
 */
export async function resolveThreads(client: Client, comments: readonly string[]): Promise<number> {
  const threads = await client.threads()
  const open = threads.filter(it => !it.isResolved && comments.includes(it.firstComment ?? ''))
  for (const [done, { id }] of open.entries()) if (!(await isAllowed(client.resolve(id)))) return open.length - done
  return 0
}

/** @returns false when GitHub says that the token may not; a thread that is gone meanwhile needs nothing. */
async function isAllowed(request: Promise<void>): Promise<boolean> {
  try {
    await request
    return true
  } catch (error) {
    const kinds = graphqlKinds(error)
    if (kinds === undefined && failureOf(error)?.status !== FORBIDDEN) throw error
    return kinds?.includes('NOT_FOUND') === true
  }
}

const FORBIDDEN = 403

/** What GraphQL calls its refusals; undefined for an error that is none of it. */
export function graphqlKinds(error: unknown): string[] | undefined {
  if (!(error instanceof Error) || error.name !== 'GraphqlResponseError') return undefined
  const errors = 'errors' in error && Array.isArray(error.errors) ? error.errors : []
  return errors.map(it => String(it?.type))
}

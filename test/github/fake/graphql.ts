import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { buildSchema, execute, GraphQLError, Kind, type OperationDefinitionNode, parse, validate } from 'graphql'
import { asObject, type Json } from './contract.ts'
import { Violation } from './refusal.ts'
import { headOf, type IssueComment, type ReviewComment, rootOf, type State, threadOf } from './state.ts'
import { nodeIdOf } from './views.ts'

const SCHEMA = buildSchema(readFileSync(join(import.meta.dirname, 'schema.graphql'), 'utf8'))

interface Page {
  readonly first?: number
  readonly after?: string
  readonly last?: number
  readonly before?: string
}
interface Input {
  readonly input: { readonly subjectId: string; readonly classifier: string; readonly threadId: string }
}

/** What a document asks for, as the log of requests names it. */
export interface Asked {
  readonly fields: readonly string[]
  readonly isMutation: boolean
}

/** @throws {Violation} for what is no operation of GitHub's schema, as far as schema.graphql has it */
export function asked(body: Json | undefined): Asked {
  const { query } = asObject(body)
  if (typeof query !== 'string') throw new Violation('graphql without a query')
  const document = parsed(query)
  const faults = validate(SCHEMA, document)
  if (faults.length > 0) throw new Violation(`graphql: ${faults.map(({ message }) => message).join('; ')}`)
  const operations = document.definitions.filter(
    (it): it is OperationDefinitionNode => it.kind === Kind.OPERATION_DEFINITION,
  )
  return {
    fields: operations.flatMap(({ selectionSet }) =>
      selectionSet.selections.flatMap(it => (it.kind === Kind.FIELD ? [it.name.value] : [])),
    ),
    isMutation: operations.some(({ operation }) => operation === 'mutation'),
  }
}

/** GitHub's answer, always with status 200: what went wrong is in `errors`, with GitHub's `type`. */
export async function answerGraphql(state: State, body: Json | undefined): Promise<Json> {
  const { query, variables } = asObject(body)
  const { data, errors } = await execute({
    schema: SCHEMA,
    document: parsed(String(query)),
    variableValues: asObject(variables),
    rootValue: rootValue(state),
  })
  const violation = errors?.find(({ originalError }) => originalError instanceof Violation)
  if (violation) throw new Violation(violation.message)
  const strange = errors?.find(({ originalError, extensions }) => originalError && !extensions.type)
  if (strange) throw new Violation(`graphql: ${strange.message}`)
  const listed = errors?.map(error => ({
    ...error.toJSON(),
    type: error.extensions.type ?? null,
    extensions: { saml_failure: false },
  }))
  return JSON.parse(JSON.stringify({ data, ...(listed ? { errors: listed } : {}) }))
}

function parsed(query: string) {
  try {
    return parse(query)
  } catch (error) {
    throw new Violation(`graphql: ${error instanceof Error ? error.message : error}`)
  }
}

function rootValue(state: State) {
  const mayWrite = state.permissions.pull_requests === 'write'
  const mayResolve = mayWrite && state.permissions.contents === 'write'
  return {
    viewer: { __typename: 'User', id: 'BOT_1', login: state.viewer, databaseId: 41_898_282 },
    repository: ({ owner, name }: { readonly owner: string; readonly name: string }) => {
      if (owner === state.owner && name === state.repository) return repositoryNode(state)
      throw refused('NOT_FOUND', `Could not resolve to a Repository with the name '${owner}/${name}'.`)
    },
    node: ({ id }: { readonly id: string }) => nodeBy(state, id),
    minimizeComment: ({ input: { subjectId, classifier } }: Input) => {
      const it = ownBy(state, subjectId)
      if (!mayWrite) throw forbidden()
      it.minimized = classifier
      return { minimizedComment: commentNode(state, it) }
    },
    unminimizeComment: ({ input: { subjectId } }: Input) => {
      const it = ownBy(state, subjectId)
      if (!mayWrite) throw forbidden()
      it.minimized = undefined
      return { unminimizedComment: commentNode(state, it) }
    },
    resolveReviewThread: ({ input: { threadId } }: Input) => setResolved(state, threadId, mayResolve, true),
    unresolveReviewThread: ({ input: { threadId } }: Input) => setResolved(state, threadId, mayResolve, false),
  }
}

function repositoryNode(state: State) {
  const pullRequest = {
    ...{ __typename: 'PullRequest', id: `PR_${state.number}`, number: state.number, headRefOid: headOf(state).sha },
    reviewThreads: (page: Page) =>
      connection(
        'reviewThreads',
        rootsOf(state).map(it => threadNode(state, it)),
        page,
      ),
  }
  return {
    ...{ __typename: 'Repository', id: 'R_1', nameWithOwner: `${state.owner}/${state.repository}` },
    pullRequest: ({ number }: { readonly number: number }) => {
      if (number === state.number) return pullRequest
      throw refused('NOT_FOUND', `Could not resolve to a PullRequest with the number of ${number}.`)
    },
  }
}

const rootsOf = (state: State): ReviewComment[] => state.reviewComments.filter(it => rootOf(state, it) === it)
const threadIdOf = (root: ReviewComment): string => `PRRT_${root.id}`

function threadNode(state: State, root: ReviewComment) {
  const mayResolve = state.permissions.pull_requests === 'write' && state.permissions.contents === 'write'
  return {
    ...{ __typename: 'PullRequestReviewThread', id: threadIdOf(root), path: root.path, line: root.line },
    ...{ startLine: root.startLine, subjectType: root.subjectType.toUpperCase() },
    ...{ isResolved: root.isResolved, isOutdated: root.isOutdated },
    ...{ viewerCanResolve: mayResolve && !root.isResolved, viewerCanUnresolve: mayResolve && root.isResolved },
    comments: (page: Page) =>
      connection(
        'comments',
        threadOf(state, root).map(it => commentNode(state, it)),
        page,
      ),
  }
}

function commentNode(state: State, it: ReviewComment | IssueComment) {
  const isBot = it.login.endsWith('[bot]')
  return {
    ...{ id: nodeIdOf(it), databaseId: it.id, fullDatabaseId: String(it.id), body: it.body },
    // An app's login ends in [bot] for the viewer and in REST, and does not as an author.
    author: {
      __typename: isBot ? 'Bot' : 'User',
      id: `U_${it.login}`,
      login: it.login.replace(/\[bot\]$/, ''),
      databaseId: 1,
    },
    ...{ isMinimized: it.minimized !== undefined, minimizedReason: it.minimized?.toLowerCase() ?? null },
    ...{ viewerCanMinimize: state.permissions.pull_requests === 'write', viewerDidAuthor: it.login === state.viewer },
    ...('reviewId' in it
      ? { __typename: 'PullRequestReviewComment', outdated: it.isOutdated, path: it.path, line: it.line }
      : { __typename: 'IssueComment' }),
  }
}

function setResolved(state: State, threadId: string, mayResolve: boolean, isResolved: boolean) {
  const root = rootsOf(state).find(it => threadIdOf(it) === threadId)
  if (!root) throw unknownNode(threadId)
  if (root.login !== state.viewer) throw new Violation(`the thread ${threadId} is by ${root.login}`)
  if (!mayResolve) throw forbidden()
  root.isResolved = isResolved
  return { thread: threadNode(state, root) }
}

function nodeBy(state: State, id: string) {
  const thread = rootsOf(state).find(it => threadIdOf(it) === id)
  return thread ? threadNode(state, thread) : commentNode(state, commentBy(state, id))
}

function commentBy(state: State, id: string): ReviewComment | IssueComment {
  const comment = [...state.reviewComments, ...state.issueComments].find(it => nodeIdOf(it) === id)
  if (!comment) throw unknownNode(id)
  return comment
}

function ownBy(state: State, id: string): ReviewComment | IssueComment {
  const comment = commentBy(state, id)
  if (comment.login !== state.viewer) throw new Violation(`${id} is by ${comment.login}`)
  return comment
}

/** A page of a list; as GitHub, only with `first`, and at most 100. */
function connection<Item>(name: string, items: readonly Item[], { first, after, last, before }: Page) {
  if (last !== undefined || before !== undefined) throw new Violation(`${name} from the end: the fake cannot`)
  if (first === undefined)
    throw refused(
      'MISSING_PAGINATION_BOUNDARIES',
      `You must provide a \`first\` or \`last\` value to properly paginate the \`${name}\` connection.`,
    )
  if (first < 1 || first > 100) throw new Violation(`${name}: first is ${first}, and 1 to 100 is allowed`)
  const start = after === undefined || after === null ? 0 : Number(after)
  const nodes = items.slice(start, start + first)
  const end = start + nodes.length
  const pageInfo = {
    ...{ startCursor: String(start), endCursor: String(end) },
    ...{ hasNextPage: end < items.length, hasPreviousPage: start > 0 },
  }
  return { nodes, totalCount: items.length, pageInfo }
}

const refused = (type: string, message: string): GraphQLError => new GraphQLError(message, { extensions: { type } })
const forbidden = (): GraphQLError => refused('FORBIDDEN', 'Resource not accessible by integration')
const unknownNode = (id: string): GraphQLError =>
  refused('NOT_FOUND', `Could not resolve to a node with the global id of '${id}'.`)

import type { IncomingHttpHeaders } from 'node:http'
import { type Call, faultsOfRequest, faultsOfResponse, findOperation, type Json, type JsonObject } from './contract.ts'
import { type Fault, refusalBy } from './faults.ts'
import { answerGraphql, asked } from './graphql.ts'
import { push } from './people.ts'
import { acceptedPermissions, isAllowed } from './permissions.ts'
import { Refusal, Violation } from './refusal.ts'
import { HANDLERS } from './rest.ts'
import type { State } from './state.ts'

/** A request before anybody has judged it. */
export interface Received {
  readonly origin: string
  readonly prefix: string
  readonly method: string
  /** With the prefix, percent-encoded. */
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly headers: IncomingHttpHeaders
  readonly body: JsonObject | undefined
}

export interface Answered {
  /** 0: the connection is cut. */
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: Json | undefined
  /** Why the test fails, whatever the client makes of the answer. */
  readonly violation?: string
}

const DOCUMENTATION = 'https://docs.github.com/rest'
const DEFAULT_PER_PAGE = 30

/** The operations of a request, and whether it changes something. */
export function wordsOf(received: Received): { readonly operations: readonly string[]; readonly isWrite: boolean } {
  if (!isGraphql(received)) {
    const id = findOperation(received.method, restPath(received))?.operation.id
    return { operations: [id ?? 'unknown'], isWrite: received.method !== 'GET' }
  }
  try {
    const { fields, isMutation } = asked(received.body)
    return { operations: fields.map(name => `graphql/${name}`), isWrite: isMutation }
  } catch {
    return { operations: ['graphql'], isWrite: false }
  }
}

/** What GitHub would answer, or what the fault makes of it. */
export async function answer(state: State, received: Received, fault: Fault | undefined): Promise<Answered> {
  if (fault?.kind === 'head-moved') push(state, fault.head, fault)
  const refusal = fault && refusalBy(fault, Date.now())
  const isCut = fault?.kind === 'disconnect'
  if (fault && (refusal || isCut)) {
    const isApplied = (fault.kind === 'bad-gateway' || fault.kind === 'disconnect') && fault.isApplied === true
    const lost = isApplied ? await judged(state, received) : undefined
    const broken = isCut
      ? { status: 0, headers: {}, body: undefined }
      : refusedBy(refusal ?? new Refusal(500, ''), received)
    return { ...broken, ...(lost?.violation ? { violation: lost.violation } : {}) }
  }
  return judged(state, received)
}

async function judged(state: State, received: Received): Promise<Answered> {
  try {
    authenticate(state, received.headers)
    if (!isGraphql(received)) return rest(state, received)
    asked(received.body)
    return { status: 200, headers: headersOf({}), body: await answerGraphql(state, received.body) }
  } catch (error) {
    if (error instanceof Refusal) return refusedBy(error, received)
    if (!(error instanceof Violation)) throw error
    return {
      ...refusedBy(new Refusal(400, `The fake GitHub does not allow ${error.message}`), received),
      violation: error.message,
    }
  }
}

function rest(state: State, received: Received): Answered {
  const found = findOperation(received.method, restPath(received, state))
  if (!found) throw new Violation('an unknown route')
  const call: Call = { ...found, query: received.query, body: received.body }
  const { operation, path } = call
  const accepted = acceptedPermissions(operation)
  const permissions = { 'x-accepted-github-permissions': accepted }
  if (!isHere(state, path)) throw new Refusal(404, 'Not Found')
  if (!isAllowed(state, accepted))
    throw new Refusal(403, 'Resource not accessible by integration', undefined, permissions)
  if (/\.(?:diff|patch)\b/.test(received.headers.accept ?? ''))
    throw new Violation('a diff: GitHub has none above 300 files')
  if (/\.(?:raw|html|text|full)\b/.test(received.headers.accept ?? ''))
    throw new Violation('a media type: the fake cannot')
  const strange = ['sort', 'direction', 'since'].find(name => name in received.query)
  if (strange) throw new Violation(`${strange}: the fake cannot`)
  const faults = faultsOfRequest(call)
  if (faults.length > 0) throw new Violation(faults.join('; '))
  const handler = HANDLERS[operation.id]
  if (!handler) throw new Violation(`${operation.id}: the fake cannot`)
  const result = handler(state, call)
  const { body, link } = Array.isArray(result) ? pageOf(result, received) : { body: result, link: {} }
  const drift = faultsOfResponse(operation, body)
  if (drift.length > 0) throw new Error(`an answer that is not GitHub's: ${drift.join('; ')}`)
  return { status: operation.status, headers: headersOf({ ...permissions, ...link }), body }
}

/** The path without the prefix; in links to further pages GitHub names the repository by its id. */
function restPath({ path, prefix }: Received, state?: State): string {
  if (!path.startsWith(`${prefix}/`)) return ''
  const named = state ? `/repos/${state.owner}/${state.repository}/` : '/repos/a/b/'
  return path.slice(prefix.length).replace(/^\/repositories\/1\//, named)
}

const isGraphql = ({ method, path, prefix }: Received): boolean =>
  method === 'POST' && path === `${prefix.replace('/v3', '')}/graphql`

function isHere(state: State, { owner, repo, pull_number, issue_number }: Call['path']): boolean {
  const number = pull_number ?? issue_number ?? state.number
  if (owner === undefined) return true
  return (
    `${owner}/${repo}`.toLowerCase() === `${state.owner}/${state.repository}`.toLowerCase() &&
    Number(number) === state.number
  )
}

function authenticate(state: State, { authorization, 'user-agent': agent }: IncomingHttpHeaders): void {
  if (!agent) throw new Refusal(403, 'Request forbidden by administrative rules.')
  if (authorization === undefined) throw new Refusal(401, 'Requires authentication')
  if (!/^(?:token|bearer) /i.test(authorization) || authorization.split(' ')[1] !== state.token)
    throw new Refusal(401, 'Bad credentials')
}

function pageOf(list: readonly Json[], { origin, path, query }: Received) {
  const [size, page] = [Number(query.per_page ?? DEFAULT_PER_PAGE), Number(query.page ?? 1)]
  const last = Math.max(1, Math.ceil(list.length / size))
  const byId = path.replace(/\/repos\/[^/]+\/[^/]+\//, '/repositories/1/')
  const to = (number: number, rel: string): string =>
    `<${origin}${byId}?${new URLSearchParams({ ...query, page: String(number) })}>; rel="${rel}"`
  const links = [
    ...(page > 1 ? [to(page - 1, 'prev'), to(1, 'first')] : []),
    ...(page < last ? [to(page + 1, 'next'), to(last, 'last')] : []),
  ]
  const body: Json = list.slice((page - 1) * size, page * size)
  return { body, link: links.length > 0 ? { link: links.join(', ') } : {} }
}

function refusedBy({ status, message, errors, headers }: Refusal, received: Received): Answered {
  const documentation = findOperation(received.method, restPath(received))?.operation.documentation ?? DOCUMENTATION
  const body = {
    message,
    ...(errors === undefined ? {} : { errors }),
    documentation_url: documentation,
    status: String(status),
  }
  return { status, headers: headersOf(headers), body }
}

function headersOf(own: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  return {
    'content-type': 'application/json; charset=utf-8',
    'x-github-request-id': 'FAKE:1',
    ...{ 'x-ratelimit-limit': '1000', 'x-ratelimit-remaining': '900', 'x-ratelimit-used': '100' },
    ...{ 'x-ratelimit-reset': String(Math.ceil(Date.now() / 1000) + 3600), 'x-ratelimit-resource': 'core' },
    ...own,
  }
}

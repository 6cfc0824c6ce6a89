import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { onTestFinished } from 'vitest'
import { type Answered, answer, type Received, wordsOf } from './answer.ts'
import type { JsonObject } from './contract.ts'
import { type Fault, Faults } from './faults.ts'
import { newState, type Start, type State } from './state.ts'

/** A request as it came and what became of it. */
export interface LoggedRequest {
  /** Such as `pulls/create-review`, or `graphql/minimizeComment`. */
  readonly operation: string
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly body: JsonObject | undefined
  /** Whether it is one that changes something, had it gone well. */
  readonly isWrite: boolean
  /** 0 when the connection was cut. */
  readonly status: number
}

/** GitHub with one pull request, on loopback. */
export interface FakeGitHub {
  /** For GITHUB_API_URL, GITHUB_GRAPHQL_URL and GITHUB_TOKEN of a process, or the `baseUrl` of a client. */
  readonly url: string
  readonly environment: Readonly<Record<string, string>>
  readonly state: State
  readonly requests: readonly LoggedRequest[]
  /** The operations of those requests that change something. */
  writes(): string[]
  /** More than one at a time invites GitHub's secondary limit. */
  mostConcurrentWrites(): number
  inject(fault: Fault): void
  /** What was sent that must not be, which otherwise fails the test at its end; asking takes it off the list. */
  takeViolations(): string[]
}

/**
 * Starts a fake GitHub that ends with the test, and fails it when a request was not as GitHub's API has it.
 * A test that starts processes must not block: the server answers from the same one.
 */
export async function start({
  prefix = '',
  ...options
}: Start & { readonly prefix?: '' | '/api/v3' } = {}): Promise<FakeGitHub> {
  const state = newState(options)
  const [faults, requests, violations] = [new Faults(), [] as LoggedRequest[], [] as string[]]
  const writing = { now: 0, most: 0 }
  const handle = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const received = await receive(request, prefix)
    const asked = wordsOf(received)
    if (asked.isWrite) writing.now += 1
    writing.most = Math.max(writing.most, writing.now)
    const fault = faults.take(asked.operations, asked.isWrite)
    if (fault?.kind === 'slow') await fault.until
    const answered = await answer(state, received, fault)
    if (answered.violation) violations.push(`${received.method} ${received.path}: ${answered.violation}`)
    const { method, path, query, body } = received
    const operation = asked.operations.join(' ')
    requests.push({ operation, method, path, query, body, isWrite: asked.isWrite, status: answered.status })
    if (asked.isWrite) writing.now -= 1
    send(response, answered, fault?.kind === 'cut-off')
  }
  const server = createServer((request, response) => {
    handle(request, response).catch(error => {
      violations.push(`the fake itself: ${error instanceof Error ? error.stack : error}`)
      response.writeHead(500).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
    server.closeAllConnections()
    if (violations.length > 0) throw new Error(`GitHub was asked what it must not be:\n${violations.join('\n')}`)
  })
  const address = server.address()
  const origin = `http://127.0.0.1:${typeof address === 'object' ? address?.port : ''}`
  const url = `${origin}${prefix}`
  const graphql = `${origin}${prefix.replace('/v3', '')}/graphql`
  return {
    url,
    environment: { GITHUB_API_URL: url, GITHUB_GRAPHQL_URL: graphql, GITHUB_TOKEN: state.token },
    state,
    requests,
    writes: () => requests.filter(({ isWrite }) => isWrite).map(({ operation }) => operation),
    mostConcurrentWrites: () => writing.most,
    inject: fault => faults.add(fault),
    takeViolations: () => violations.splice(0),
  }
}

async function receive(request: IncomingMessage, prefix: string): Promise<Received> {
  const chunks: Buffer[] = []
  for await (const chunk of request) chunks.push(chunk)
  const origin = `http://${request.headers.host}`
  const { pathname, searchParams } = new URL(request.url ?? '/', origin)
  const text = Buffer.concat(chunks).toString()
  return {
    ...{ origin, prefix, method: request.method ?? '', path: pathname, query: Object.fromEntries(searchParams) },
    ...{ headers: request.headers, body: text === '' ? undefined : JSON.parse(text) },
  }
}

function send(response: ServerResponse, { status, headers, body }: Answered, isCutOff: boolean): void {
  const bytes = Buffer.from(body === undefined ? '' : JSON.stringify(body))
  if (status === 0) response.destroy()
  else if (isCutOff) {
    response.writeHead(status, { ...headers, 'content-length': bytes.length })
    response.write(bytes.subarray(0, bytes.length / 2), () => response.destroy())
  } else response.writeHead(status, headers).end(bytes)
}

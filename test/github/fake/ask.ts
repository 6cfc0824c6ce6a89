import type { Json, JsonObject } from './contract.ts'
import type { FakeGitHub } from './start.ts'

export interface Told {
  readonly status: number
  readonly headers: Headers
  readonly body: Json | undefined
}

/** Sends a request without a client's help. */
export async function ask(github: FakeGitHub, method: string, path: string, body?: JsonObject): Promise<Told> {
  return askAt(`${github.url}${path}`, github.state.token, method, body)
}

export async function askGraphql(github: FakeGitHub, query: string, variables: JsonObject = {}): Promise<Told> {
  return askAt(github.environment.GITHUB_GRAPHQL_URL ?? '', github.state.token, 'POST', { query, variables })
}

export async function askAt(url: string, token: string | undefined, method: string, body?: Json): Promise<Told> {
  const headers = { 'user-agent': 'test', ...(token === undefined ? {} : { authorization: `token ${token}` }) }
  const response = await fetch(url, { method, headers, ...(body === undefined ? {} : { body: JSON.stringify(body) }) })
  const text = await response.text()
  return { status: response.status, headers: response.headers, body: text === '' ? undefined : JSON.parse(text) }
}

import { asList, asMapping, asText, valueAt } from '../parse/untyped.ts'

/** What GitHub said instead of doing what it was asked; `status` is 500 and more when it said nothing at all. */
export interface Failure {
  readonly status: number
  /** GitHub's words, with those on the single faults. */
  readonly message: string
  readonly headers: Readonly<Record<string, unknown>>
}

/** What an error of the API's client says; undefined for any other error. */
export function failureOf(error: unknown): Failure | undefined {
  if (!(error instanceof Error) || !('status' in error) || typeof error.status !== 'number') return undefined
  const response = 'response' in error ? error.response : undefined
  const said = asText(valueAt(response, ['data', 'message'])) ?? error.message
  const faults = asList(valueAt(response, ['data', 'errors'])).flatMap(
    fault => asText(fault) ?? asText(valueAt(fault, ['message'])) ?? [],
  )
  const headers = asMapping(valueAt(response, ['headers'])) ?? {}
  return { status: error.status, message: [said, ...faults].join(': '), headers }
}

/** How long GitHub asks to wait because of a rate limit. */
export interface Limit {
  /** Undefined when it does not say. */
  readonly waitMs: number | undefined
}

/**
 * The rate limit that a request met; undefined when it was refused for another reason.
 * (docs.github.com/rest/using-the-rest-api/rate-limits-for-the-rest-api)
 * @param now milliseconds since 1970
 */
export function limitOf({ status, message, headers }: Failure, now: number): Limit | undefined {
  if (status !== 403 && status !== 429) return undefined
  const after = secondsOf(headers['retry-after'])
  if (after !== undefined) return { waitMs: after * 1000 }
  const reset = secondsOf(headers['x-ratelimit-reset'])
  // GitHub's clock and ours are not quite the same.
  if (headers['x-ratelimit-remaining'] === '0' && reset !== undefined)
    return { waitMs: Math.max(0, reset * 1000 - now) + 1000 }
  return status === 429 || /secondary rate limit|abuse detection/i.test(message) ? { waitMs: undefined } : undefined
}

const secondsOf = (header: unknown): number | undefined => {
  const seconds = Number(asText(header) || Number.NaN)
  return Number.isFinite(seconds) && seconds >= 0 ? seconds : undefined
}

/**
 * The permission that GitHub's header asks for, as a workflow says it; undefined when it says none. Whoever may not even
 * read a pull request is to be told to allow writing, which comes next.
 */
export function permissionOf({ headers }: Failure): string | undefined {
  const alternatives = (asText(headers['x-accepted-github-permissions']) ?? '').split(';').map(text => text.trim())
  if (alternatives.some(text => text.startsWith('pull_requests='))) return 'pull-requests: write'
  const [, name, level] = /^([a-z_]+)=([a-z]+)$/.exec(alternatives[0] ?? '') ?? []
  return name && level && `${name.replaceAll('_', '-')}: ${level}`
}

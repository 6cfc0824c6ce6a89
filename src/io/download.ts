import { UserError } from '../errors.ts'

const MAX_REDIRECTS = 5

export interface DownloadLimits {
  readonly maxBytes: number
  /** For all of it. */
  readonly timeoutMs: number
  /** For the first address alone: it does not go along with a redirect. */
  readonly authorization?: string
}

/**
 * Fetches a file. Redirects lead to https only. Nothing of the environment is sent; node heeds proxy variables
 * where NODE_USE_ENV_PROXY is set.
 * @throws UserError when it cannot be had whole, within the limits.
 */
export async function download(url: string, { maxBytes, timeoutMs, authorization }: DownloadLimits): Promise<Buffer> {
  try {
    const response = await follow(url, AbortSignal.timeout(timeoutMs), authorization)
    if (response.status !== 200) throw refused(url, `the server answered ${response.status}`)
    return await bodyOf(url, response, maxBytes)
  } catch (error) {
    if (error instanceof UserError) throw error
    throw refused(url, describe(error as Error, timeoutMs))
  }
}

async function follow(start: string, signal: AbortSignal, authorization?: string): Promise<Response> {
  let url = start
  for (let count = 0; count <= MAX_REDIRECTS; count++) {
    const credential = count === 0 && authorization !== undefined ? { authorization } : {}
    const headers = { 'accept-encoding': 'identity', ...credential }
    const response = await fetch(url, { redirect: 'manual', signal, headers })
    const location = response.headers.get('location')
    if (response.status < 300 || response.status > 399 || location === null) return response
    await response.body?.cancel()
    const next = new URL(location, url)
    if (next.protocol !== 'https:') throw refused(start, `it leads to ${next.origin}, which is not https`)
    url = next.href
  }
  throw refused(start, `it leads on more than ${MAX_REDIRECTS} times`)
}

async function bodyOf(url: string, { headers, body }: Response, maxBytes: number): Promise<Buffer> {
  const tooLarge = refused(url, `it has more than the ${maxBytes} bytes that are read`)
  if (Number(headers.get('content-length')) > maxBytes) {
    await body?.cancel()
    throw tooLarge
  }
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > maxBytes) throw tooLarge
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** `fetch failed` says nothing; its cause does. */
function describe(error: Error, timeoutMs: number): string {
  if (error.name === 'TimeoutError') return `it was not there whole after ${timeoutMs / 1000} seconds`
  return error.cause instanceof Error ? error.cause.message : error.message
}

const refused = (url: string, reason: string): UserError =>
  new UserError(`${url}: cannot download: ${reason}`, 'try again, or install helm and name it with --helm PATH')

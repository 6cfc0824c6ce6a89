import { asMapping, asText } from '../parse/untyped.ts'

/** Who asks a chart repository. */
export interface Credential {
  readonly username: string
  readonly password: string
}

/** Addresses of this machine, which nobody listens in on. */
const LOOPBACK = new Set(['127.0.0.1', 'localhost'])

/** Other addresses may be another host to helm than to us. */
const PLAIN = /^https?:\/\/[a-z0-9.-]+(?::\d+)?(?:\/|$)/i

/**
 * The credential that a file of `docker login` has for the host, with its port, of a chart repository. Undefined for other hosts, and
 * for an address without TLS: a declaration must not have a password sent where others can read it.
 * @param config the text of the file; what is no such file has none
 */
export function credentialFor(repository: string, config: string): Credential | undefined {
  const url = PLAIN.test(repository) ? URL.parse(repository) : null
  if (!url || !(url.protocol === 'https:' || LOOPBACK.has(url.hostname))) return undefined
  const entries = Object.entries(asMapping(asMapping(parsed(config))?.auths) ?? {})
  const [, entry] = entries.find(([key]) => hostOf(key) === url.host) ?? []
  const [, username, password] = /^([^:]+):(.+)$/s.exec(decoded(asMapping(entry)?.auth)) ?? []
  return username === undefined || password === undefined ? undefined : { username, password }
}

/** Undefined for an entry of a part of a host only. */
function hostOf(key: string): string | undefined {
  const url = URL.parse(/^https?:\/\//.test(key) ? key : `https://${key}`)
  return url?.pathname === '/' ? url.host : undefined
}

const decoded = (auth: unknown): string => Buffer.from(asText(auth) ?? '', 'base64').toString()

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

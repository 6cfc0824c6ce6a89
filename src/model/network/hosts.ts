import TLDS from 'tlds' with { type: 'json' }
import { AddressSet, PUBLIC } from './addresses.ts'

const PUBLIC_TOP_LEVEL = new Set(TLDS)
const LOCAL_SUFFIXES = ['.svc', '.cluster.local', '.internal', '.local', '.localhost']

/** Scheme, host and port of an address; `scheme` is undefined where the text has none. */
export interface Address {
  readonly scheme: string | undefined
  /** Lower-case, without brackets, credentials and a final dot. */
  readonly host: string
  readonly port: number | undefined
}

const ADDRESS = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(?:[^/?#@]*@)?(\[[^\]]+\]|[^/?#:@]+)(?::(\d{1,5}))?(?=[/?#]|$)/i

/** Reads an address as clients do; undefined for what is none. A path, or a template in it, does not matter. */
export function parseAddress(text: string): Address | undefined {
  const [, scheme, host = '', port] = ADDRESS.exec(text.trim()) ?? []
  const name = host.replace(/^\[|\]$|\.$/g, '').toLowerCase()
  if (!name || /[\s$<>{}%]/.test(name)) return undefined
  return { scheme: scheme?.toLowerCase(), host: name, port: port === undefined ? undefined : Number(port) }
}

/**
 * Whether requests to a host stay inside the cluster or its private network: a Service's name, a single label, a private
 * or loopback address, or `name.namespace` of a namespace that is known or that no public domain ends in.
 */
export function isClusterLocal(host: string, isNamespace: (name: string) => boolean): boolean {
  const address = AddressSet.parse(host.replace(/^::ffff:(?=\d+\.)/i, ''))
  if (address) return !PUBLIC.meets(address)
  const labels = host.split('.')
  if (labels.length === 1 || LOCAL_SUFFIXES.some(suffix => host.endsWith(suffix))) return true
  const last = labels.at(-1) ?? ''
  return labels.length === 2 ? isNamespace(last) || !PUBLIC_TOP_LEVEL.has(last) : !PUBLIC_TOP_LEVEL.has(last)
}

/** Whether a host is one of these; `*.example.com` takes in its subdomains. */
export const isHostIn = (host: string, patterns: readonly string[]): boolean =>
  patterns.some(pattern => {
    const wanted = pattern.toLowerCase()
    return wanted.startsWith('*.') ? host.endsWith(wanted.slice(1)) : host === wanted
  })

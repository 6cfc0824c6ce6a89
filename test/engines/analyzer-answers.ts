import { BlockList } from 'node:net'
import { asMapping, asText } from '../../src/parse/untyped.ts'
import type { Connection, NetworkCase } from './network-worlds.ts'

/** Whether network-config-analyzer's connectivity map has a connection of a pod with an address. */
export function isInMap(lines: readonly string[], { pods }: NetworkCase, connection: Connection): boolean {
  const metadata = asMapping(pods[connection.pod]?.metadata)
  const pod = `${asText(metadata?.namespace)}/${asText(metadata?.name)}`
  return lines.some(line => {
    const [, source, destination, what] = LINE.exec(line) ?? []
    if (source === undefined || destination === undefined || what === undefined) throw new Error(`what is ${line}?`)
    const [own, range] = connection.isIngress ? [destination, source] : [source, destination]
    return own === pod && isWithin(range, connection.address) && takes(what, connection)
  })
}

const LINE = /^(\S+) => (\S+) : (.*)$/

/** `10.0.0.0-10.0.255.255`, a single address; no pod. */
function isWithin(range: string, address: string): boolean {
  if (range.includes('/')) return false
  const [first = '', last = first] = range.split('-')
  const family = (text: string) => (text.includes(':') ? 'ipv6' : 'ipv4')
  if (family(first) !== family(address)) return false
  const block = new BlockList()
  block.addRange(first, last, family(first))
  return block.check(address, family(address))
}

/** `All connections`, `{protocols:TCP,dst_ports:53,80-90}`, `All but {protocols:UDP}`. */
function takes(what: string, { protocol, port }: Connection): boolean {
  if (what === 'All connections') return true
  const parts = [...what.matchAll(PART)]
  if (parts.length === 0) throw new Error(`what is ${what}?`)
  const isNamed = parts.some(
    ([, protocols = '', ports]) =>
      protocols.split(/, ?/).includes(protocol) &&
      (ports === undefined || ports.split(/, ?/).some(span => spans(span, port))),
  )
  return isNamed !== what.startsWith('All but ')
}

const PART = /\{protocols:([A-Z, ]+)(?:,dst_ports:([\d, -]+))?\}/g

function spans(span: string, port: number): boolean {
  const [first = '', last = first] = span.split('-')
  return Number(first) <= port && port <= Number(last)
}

import { asText, isPlaceholder } from '../../parse/untyped.ts'
import type { Answer } from '../answer.ts'

export type Protocol = 'TCP' | 'UDP' | 'SCTP'
const PROTOCOLS: readonly string[] = ['TCP', 'UDP', 'SCTP']
export const LAST_PORT = 65535

/** Ports from the first to the last of one protocol; of all when there is none. */
export interface PortRange {
  readonly protocol: Protocol | undefined
  readonly first: number
  readonly last: number
}

/** What a rule says of ports: those it takes for certain, and others that it may take. */
export interface PortSet {
  readonly certain: readonly PortRange[]
  readonly possible: readonly PortRange[]
}

/** A port that is asked about; undefined when nobody says which. */
export interface PortQuery {
  readonly protocol: Protocol
  readonly port: number | undefined
}

const everyPort = (protocol: Protocol | undefined): PortRange => ({ protocol, first: 0, last: LAST_PORT })
export const EVERY_PORT: PortSet = { certain: [everyPort(undefined)], possible: [] }
export const NO_PORT: PortSet = { certain: [], possible: [] }
/** Ports that are not written in the manifests. */
export const somePort = (protocol: Protocol | undefined): PortSet => ({ certain: [], possible: [everyPort(protocol)] })

export const portRange = (protocol: Protocol | undefined, first: number, last = first): PortSet => ({
  certain: first <= last && first >= 0 && last <= LAST_PORT ? [{ protocol, first, last }] : [],
  possible: [],
})

export const portUnion = (sets: readonly PortSet[]): PortSet => ({
  certain: sets.flatMap(({ certain }) => certain),
  possible: sets.flatMap(({ possible }) => possible),
})

/** Whether a rule about these ports takes the one that is asked for. */
export function takesPort({ certain, possible }: PortSet, query: PortQuery): Answer {
  const { port } = query
  const ofProtocol = certain.filter(range => isOf(range, query))
  if (port !== undefined && ofProtocol.some(({ first, last }) => first <= port && port <= last)) return 'yes'
  if (ofProtocol.some(({ first, last }) => first <= 1 && last === LAST_PORT)) return 'yes'
  const others = port === undefined ? [...ofProtocol, ...possible] : possible
  return others.some(range => isOf(range, query) && (port === undefined || (range.first <= port && port <= range.last)))
    ? 'unknown'
    : 'no'
}

const isOf = (range: PortRange, { protocol }: PortQuery): boolean =>
  range.protocol === undefined || range.protocol === protocol

/** Ports at which what rules say may change, ascending: between two of them nothing does. */
export function portEdges(sets: readonly PortSet[], protocol: Protocol): number[] {
  const ranges = sets.flatMap(({ certain, possible }) => [...certain, ...possible])
  const relevant = ranges.filter(range => isOf(range, { protocol, port: undefined }))
  const edges = relevant.flatMap(({ first, last }) => [first, last + 1])
  return [...new Set([1, ...edges])].filter(port => port >= 1 && port <= LAST_PORT).sort((a, b) => a - b)
}

/** A protocol as the API has it: TCP when it is left out; undefined for one that it does not know. */
export const protocolOf = (value: unknown): Protocol | undefined => {
  const name = asText(value ?? 'TCP')?.toUpperCase() ?? ''
  return PROTOCOLS.includes(name) ? (name as Protocol) : undefined
}

/** A port's number: a whole number, or (where the engine reads texts) its digits. */
export function portNumber(value: unknown): number | undefined {
  const number = typeof value === 'string' && /^\d{1,5}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isInteger(number) && number >= 0 && number <= LAST_PORT
    ? number
    : undefined
}

/** A port by number, by a name that `resolve` knows, or one that is filled in later. */
export function portOf(
  value: unknown,
  protocol: Protocol | undefined,
  resolve: (name: string) => PortSet,
  last?: unknown,
): PortSet {
  if (isPlaceholder(value) || isPlaceholder(last)) return somePort(protocol)
  const first = portNumber(value)
  if (first === undefined) return typeof value === 'string' ? resolve(value) : NO_PORT
  return portRange(protocol, first, last === undefined || last === null ? first : (portNumber(last) ?? -1))
}

import { asList, asMapping, isPlaceholder, type Mapping } from '../../parse/untyped.ts'
import type { Pod } from '../pods/workloads.ts'
import { namedPort } from './network-policy.ts'
import {
  EVERY_PORT,
  LAST_PORT,
  NO_PORT,
  type PortRange,
  type PortSet,
  type Protocol,
  portOf,
  portRange,
  portUnion,
  protocolOf,
  somePort,
} from './ports.ts'

// https://www.iana.org/assignments/protocol-numbers/
const NUMBERS: Readonly<Record<string, Protocol>> = { 6: 'TCP', 17: 'UDP', 132: 'SCTP' }
const EVERY_PROTOCOL: readonly Protocol[] = ['TCP', 'UDP', 'SCTP']

/** The ports of the connection's destination that a rule of Calico is about. */
export function calicoPorts(rule: Mapping, pod: Pod | undefined): PortSet {
  if (isPlaceholder(rule.protocol) || isPlaceholder(rule.notProtocol)) return somePort(undefined)
  if (rule.icmp !== undefined || rule.notICMP !== undefined) return NO_PORT
  const { ports, notPorts } = asMapping(rule.destination) ?? {}
  const protocols = protocolsOf(rule)
  if (protocols.length === EVERY_PROTOCOL.length && isAbsent(ports) && isAbsent(notPorts)) return EVERY_PORT
  return portUnion(
    protocols.map(protocol => {
      const taken = isAbsent(ports) ? portRange(protocol, 0, LAST_PORT) : listed(ports, protocol, pod)
      return isAbsent(notPorts) ? taken : without(taken, listed(notPorts, protocol, pod))
    }),
  )
}

const isAbsent = (value: unknown): boolean => !isPlaceholder(value) && asList(value).length === 0

function protocolsOf({ protocol, notProtocol }: Mapping): readonly Protocol[] {
  const named = protocolNamed(protocol)
  if (protocol !== undefined && protocol !== null) return named ? [named] : []
  const excluded = protocolNamed(notProtocol)
  return EVERY_PROTOCOL.filter(each => each !== excluded)
}

const protocolNamed = (value: unknown): Protocol | undefined =>
  value === undefined || value === null ? undefined : (NUMBERS[String(value)] ?? protocolOf(value))

function listed(value: unknown, protocol: Protocol, pod: Pod | undefined): PortSet {
  if (isPlaceholder(value)) return somePort(protocol)
  return portUnion(
    asList(value).map(item => {
      const [, first, last] = typeof item === 'string' ? (/^(\d+):(\d+)$/.exec(item) ?? []) : []
      return portOf(first ?? item, protocol, name => namedPort(name, protocol, pod), last)
    }),
  )
}

/** Cuts ports out; what may be cut out is only possible. */
function without(taken: PortSet, cut: PortSet): PortSet {
  const certain = cut.certain.reduce((ranges, hole) => ranges.flatMap(range => around(range, hole)), taken.certain)
  const possible = cut.certain.reduce((ranges, hole) => ranges.flatMap(range => around(range, hole)), taken.possible)
  return cut.possible.length > 0 ? { certain: [], possible: [...certain, ...possible] } : { certain, possible }
}

const around = (range: PortRange, hole: PortRange): PortRange[] =>
  [
    { ...range, last: Math.min(range.last, hole.first - 1) },
    { ...range, first: Math.max(range.first, hole.last + 1) },
  ].filter(({ first, last }) => first <= last)

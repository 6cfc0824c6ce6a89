import { describe, expect, test } from 'vitest'
import {
  EVERY_PORT,
  NO_PORT,
  portEdges,
  portOf,
  portRange,
  portUnion,
  protocolOf,
  somePort,
  takesPort,
} from '../../../src/model/network/ports.ts'

const tcp = (port: number | undefined) => ({ protocol: 'TCP', port }) as const

describe('takesPort', () => {
  test.each([
    ['every port', EVERY_PORT, 443, 'yes'],
    ['every port, whichever it is', EVERY_PORT, undefined, 'yes'],
    ['no port', NO_PORT, 443, 'no'],
    ['the first of a range', portRange('TCP', 443, 445), 443, 'yes'],
    ['the last of a range', portRange('TCP', 443, 445), 445, 'yes'],
    ['behind a range', portRange('TCP', 443, 445), 446, 'no'],
    ['another protocol', portRange('UDP', 443), 443, 'no'],
    ['any protocol', portRange(undefined, 443), 443, 'yes'],
    ['one of several, whichever it is', portRange('TCP', 443), undefined, 'unknown'],
    ['all of the protocol, whichever it is', portRange('TCP', 1, 65535), undefined, 'yes'],
    ['all but the last, whichever it is', portRange('TCP', 1, 65534), undefined, 'unknown'],
    ['a port of another protocol, whichever it is', portRange('UDP', 443), undefined, 'no'],
    ['one that is not known', somePort('TCP'), 443, 'unknown'],
    ['one of another protocol that is not known', somePort('UDP'), 443, 'no'],
    ['a range that goes down', portRange('TCP', 445, 443), 444, 'no'],
  ] as const)('%s', (_, set, port, answer) => expect(takesPort(set, tcp(port))).toBe(answer))
})

test.each([
  [443, 'yes'],
  ['443', 'yes'],
  ['web', 'yes'],
  ['other', 'no'],
  ['${PORT}', 'unknown'],
  ['4430', 'no'],
  ['0443', 'yes'],
  ['443x', 'no'],
  [443.5, 'no'],
  [-1, 'no'],
  [true, 'no'],
  [undefined, 'no'],
] as const)('portOf %s', (value, answer) => {
  const resolve = (name: string) => (name === 'web' ? portRange('TCP', 443) : NO_PORT)
  expect(takesPort(portOf(value, 'TCP', resolve), tcp(443))).toBe(answer)
})

test('portOf with a last port', () => {
  const range = portOf(8000, 'TCP', () => NO_PORT, 8100)
  expect([7999, 8000, 8100, 8101].map(port => takesPort(range, tcp(port)))).toEqual(['no', 'yes', 'yes', 'no'])
  expect(
    takesPort(
      portOf(8000, 'TCP', () => NO_PORT, 'x'),
      tcp(8000),
    ),
  ).toBe('no')
  expect(
    takesPort(
      portOf(8000, 'TCP', () => NO_PORT, '${LAST}'),
      tcp(9),
    ),
  ).toBe('unknown')
})

test('a port or range that cannot be takes nothing', () => {
  for (const set of [
    portOf(70_000, 'TCP', () => NO_PORT),
    portOf(443, 'TCP', () => NO_PORT, 70_000),
    portOf(-5, 'TCP', () => NO_PORT, 443),
  ])
    expect(set).toEqual(NO_PORT)
  expect(portOf(443, 'TCP', () => NO_PORT, null)).toEqual(portRange('TCP', 443))
})

test('edges are in order, the last port among them', () => {
  expect(portEdges([portRange('TCP', 9000), portRange('TCP', 80), portRange('TCP', 65535)], 'TCP')).toEqual([
    1, 80, 81, 9000, 9001, 65535,
  ])
})

test('edges are where the answer may change', () => {
  const sets = [portRange('TCP', 443), portUnion([portRange('UDP', 53), portRange(undefined, 8000, 65535)]), EVERY_PORT]
  expect(portEdges(sets, 'TCP')).toEqual([1, 443, 444, 8000])
  expect(portEdges([], 'UDP')).toEqual([1])
})

test.each([
  [undefined, 'TCP'],
  [null, 'TCP'],
  ['udp', 'UDP'],
  ['SCTP', 'SCTP'],
  ['ICMP', undefined],
  [6, undefined],
])('protocolOf %s', (value, protocol) => expect(protocolOf(value)).toBe(protocol))

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  AddressSet,
  EVERY_ADDRESS,
  EVERY_V4,
  EVERY_V6,
  LINK_LOCAL,
  PRIVATE,
  PUBLIC,
} from '../../../src/model/network/addresses.ts'

describe('parse', () => {
  test.each([
    ['10.0.0.0/8', 2n ** 24n],
    ['10.1.2.3/8', 2n ** 24n],
    ['0.0.0.0/0', 2n ** 32n],
    ['192.0.2.1', 1n],
    ['::/0', 2n ** 128n],
    ['2001:db8::/32', 2n ** 96n],
    ['::1', 1n],
    ['1:2:3:4:5:6:7:8/128', 1n],
    ['::ffff:192.0.2.1', 1n],
    ['1::/16', 2n ** 112n],
    ['1:2:3:4:5:6:7::', 1n],
  ])('%s holds %d addresses', (text, size) => expect(AddressSet.parse(text)?.size).toBe(size))

  test.each([
    ...['', '/8', '10.0.0.0/33', '10.0.0/8', '10.0.0.256', '010.0.0.1', '10.0.0.1/08', '10.0.0.1/', '10.0.0.1/-1'],
    ...['::/129', ':::', '1::2::3', '1:2:3:4:5:6:7', '1:2:3:4:5:6:7:8:9', '12345::', 'g::', '::1.2.3', '1.2.3.4:80'],
    ...[
      '1:2:3:4:5:6:7::8:9',
      '12345:1::',
      '1:2:3:4:5:6:7:8::g',
      '1:2:3:4:5:6:7:8::',
      '*',
      'vault.example.com',
      '${CIDR}',
    ],
  ])('%s is none', text => expect(AddressSet.parse(text)).toBeUndefined())

  test('spellings of one address are the same', () => {
    const spellings = ['2001:db8:0:0:0:0:0:1', '2001:DB8::1', '2001:db8::0.0.0.1']
    expect(AddressSet.of(...spellings).size).toBe(1n)
  })

  test('an IPv4 address is no IPv6 address of the same number', () => {
    expect(AddressSet.of('0.0.0.1').meets(AddressSet.of('::1'))).toBe(false)
    expect(AddressSet.of('0.0.0.0').meets(EVERY_V6)).toBe(false)
  })
})

describe('arithmetic, against a set of numbers', () => {
  // Blocks of 10.0.0.0/28 and of the neighbourhood where the families meet.
  const V4 = Array.from({ length: 16 }, (_, i) => `10.0.0.${i}`)
  const EDGES = ['255.255.255.255', '0.0.0.0', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '::']
  const UNIVERSE = [...V4, ...EDGES]
  const block = fc
    .tuple(fc.constantFrom(...UNIVERSE), fc.integer({ min: 28, max: 32 }))
    .map(([address, length]) => (V4.includes(address) ? `${address}/${length}` : address))
  const sets = fc.array(block, { maxLength: 6 }).map(blocks => AddressSet.of(...blocks))
  const holds = (set: AddressSet, address: string): boolean => set.covers(AddressSet.of(address))

  test('union, minus and intersect', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        for (const address of UNIVERSE) {
          const [inA, inB] = [holds(a, address), holds(b, address)]
          expect(holds(AddressSet.union([a, b]), address)).toBe(inA || inB)
          expect(holds(a.minus(b), address)).toBe(inA && !inB)
          expect(holds(a.intersect(b), address)).toBe(inA && inB)
        }
      }),
    )
  })

  test('size, covers and meets', () => {
    fc.assert(
      fc.property(sets, sets, (a, b) => {
        const [inA, inB] = [a, b].map(set => UNIVERSE.filter(address => holds(set, address)))
        expect(a.size).toBe(BigInt(inA?.length ?? 0))
        expect(a.covers(b)).toBe(inB?.every(address => inA?.includes(address)))
        expect(a.meets(b)).toBe(inB?.some(address => inA?.includes(address)))
        expect(a.isEmpty).toBe(inA?.length === 0)
      }),
    )
  })
})

test('every address is public, private or of the link, and of one family', () => {
  expect(EVERY_ADDRESS.size).toBe(2n ** 128n + 2n ** 32n)
  expect(AddressSet.union([PUBLIC, PRIVATE, LINK_LOCAL]).covers(EVERY_ADDRESS)).toBe(true)
  expect(PUBLIC.size + PRIVATE.size + LINK_LOCAL.size).toBe(EVERY_ADDRESS.size)
  expect(EVERY_V4.meets(EVERY_V6)).toBe(false)
  expect(EVERY_ADDRESS.minus(EVERY_V6).size).toBe(EVERY_V4.size)
})

test.each([
  ['8.8.8.8', PUBLIC],
  ['223.255.255.255', PUBLIC],
  ['2606:4700::1111', PUBLIC],
  ['10.0.0.1', PRIVATE],
  ['100.64.0.1', PRIVATE],
  ['fd00::1', PRIVATE],
  ['169.254.169.254', LINK_LOCAL],
])('%s', (address, set) => expect(set.covers(AddressSet.of(address))).toBe(true))

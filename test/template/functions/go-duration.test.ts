import { expect, test } from 'vitest'
import { parseDuration, printDuration, roundDuration } from '../../../src/template/functions/go-duration.ts'

test.each([
  ['1h30m', 5_400_000_000_000n],
  ['-1.5s', -1_500_000_000n],
  ['3µs', 3000n],
  ['0', 0n],
  ['00', undefined],
  ['1d', undefined],
  ['.s', undefined],
  [' 1h', undefined],
  ['9223372036854775808ns', undefined],
  ['-9223372036854775808ns', -9223372036854775808n],
])('%j is %s nanoseconds', (text, expected) => {
  expect(parseDuration(text)).toBe(expected)
})

test.each([
  [0n, '0s'],
  [1500n, '1.5µs'],
  [2_000_000n, '2ms'],
  [3_661_000_000_000n, '1h1m1s'],
  [-61_500_000_000n, '-1m1.5s'],
])('%s nanoseconds print as %j', (nanoseconds, expected) => {
  expect(printDuration(nanoseconds)).toBe(expected)
})

test.each([
  ['24h', '24h'],
  ['24h1s', '1d'],
  ['800h', '1mo'],
  ['8760h', '12mo'],
  ['8761h', '1y'],
  ['-2h', '2h'],
  ['1s', '0s'],
])('%j is about %j', (text, expected) => {
  expect(roundDuration(parseDuration(text) ?? 0n)).toBe(expected)
})

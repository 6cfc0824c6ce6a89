import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Marker, parseMarker, printMarker } from '../../src/github/marker.ts'

const markers: fc.Arbitrary<Marker> = fc.oneof(
  fc.record({
    kind: fc.constant('finding' as const),
    key: fc.string({ unit: 'grapheme' }),
    fingerprint: fc.string({ unit: 'grapheme', minLength: 1 }),
    isResolved: fc.boolean(),
  }),
  fc.record({ kind: fc.constantFrom('summary' as const, 'review' as const), key: fc.string({ unit: 'grapheme' }) }),
)

test('looks like this', () => {
  const marker = { kind: 'finding', key: 'prod', fingerprint: '0123456789abcdef', isResolved: false } as const
  expect(printMarker(marker)).toBe('<!-- eso-hardener:1 key=prod fingerprint=0123456789abcdef -->')
  expect(printMarker({ ...marker, isResolved: true })).toMatch(/ resolved -->$/)
  expect(printMarker({ kind: 'summary', key: 'a-->b' })).toBe('<!-- eso-hardener:1 key=a%2D%2D%3Eb summary -->')
})

test('is read back, whatever the key says, and is one comment of HTML', () => {
  fc.assert(
    fc.property(markers, marker => {
      const text = printMarker(marker)
      expect(parseMarker(`words\n${text}\n`)).toEqual(marker)
      expect(text.slice(4, -3)).not.toMatch(/[<>\n]|--/)
    }),
  )
})

test('keys of half a character do no harm', () => {
  expect(parseMarker(printMarker({ kind: 'summary', key: '\uD800' }))).toEqual({ kind: 'summary', key: '\uFFFD' })
})

describe('is not read', () => {
  const text = printMarker({ kind: 'summary', key: '' })
  test.each([
    ['above the last line', `${text}\nan answer`],
    ['behind other words', `> ${text}`],
    ['in another version', text.replace(':1 ', ':2 ')],
    ['with a key that is none', text.replace('key=', 'key=%')],
    ['of nobody', 'just words'],
    ['of nothing', ''],
  ])('%s', (_, body) => {
    expect(parseMarker(body)).toBeUndefined()
  })

  test('out of a very long line', () => {
    expect(parseMarker(`<!-- eso-hardener:1 key=${'%'.repeat(100_000)}`)).toBeUndefined()
  })
})

test('Windows line ends, as a browser sends them, do not hide it', () => {
  expect(parseMarker(`words\r\n${printMarker({ kind: 'review', key: 'a' })}\r\n`)).toEqual({ kind: 'review', key: 'a' })
})

import { expect, test } from 'vitest'
import { baselineOf, baselineText, goneEntries, isCovered, parseBaseline } from '../../src/suppress/baseline.ts'
import { finding, HOSTILE, hostileFinding, installFinding } from '../report/assessment.ts'

const a = finding({ fingerprint: 'aaaaaaaaaaaaaaaa' })
const b = installFinding({ fingerprint: 'bbbbbbbbbbbbbbbb' })

test('one line a finding, sorted, whatever the order', () => {
  expect(
    baselineText([b, a, a]),
  ).toBe(`# eso-hardener baseline 1: findings that were there when it was written, and do not count.
# fingerprint rule severity object
aaaaaaaaaaaaaaaa cluster-wide-secret-access high ClusterRole eso-controller
bbbbbbbbbbbbbbbb eso-without-network-policy medium (install)
`)
  expect(baselineText([a, b])).toBe(baselineText([b, a]))
})

test('what was written is read, in any order and with any line ends', () => {
  const text = baselineText([a, b])
  expect(parseBaseline('b', text)).toEqual(baselineOf('b', [a, b]))
  expect(parseBaseline('b', text.split('\n').reverse().join('\r\n'))).toMatchObject({ entries: { size: 2 } })
})

test.each(HOSTILE)('a name like %j stays on its line', text => {
  const written = baselineText([hostileFinding(text)])
  expect(written.trimEnd().split('\n')).toHaveLength(3)
  expect(parseBaseline('b', written).entries.size).toBe(1)
})

test.each([
  ['the mark of a conflict', '<<<<<<< HEAD'],
  ['a short fingerprint', 'aaaa mutable-image high X'],
  ['an unknown severity', 'aaaaaaaaaaaaaaaa mutable-image terrible X'],
  ['something else', '{"schemaVersion": 1}'],
])('%s is an error with its line', (_, line) => {
  expect(() => parseBaseline('b.txt', `# head\n${line}\n`)).toThrow('b.txt:2: this is no entry of a baseline')
})

test('a finding is covered at its severity and below, not above', () => {
  const baseline = baselineOf('b', [a])
  expect(isCovered(baseline, a)).toBe(true)
  expect(isCovered(baseline, { ...a, severity: 'low' })).toBe(true)
  expect(isCovered(baseline, { ...a, severity: 'critical' })).toBe(false)
  expect(isCovered(baseline, b)).toBe(false)
})

test('after a merge the higher severity of two entries counts', () => {
  const lines = ['high', 'critical', 'low'].map(severity => `aaaaaaaaaaaaaaaa r ${severity} X`)
  expect(isCovered(parseBaseline('b', lines.join('\n')), { ...a, severity: 'critical' })).toBe(true)
})

test('entries that no finding has any more are named', () => {
  expect(goneEntries(baselineOf('b', [a, b]), [b]).map(({ rule }) => rule)).toEqual(['cluster-wide-secret-access'])
})

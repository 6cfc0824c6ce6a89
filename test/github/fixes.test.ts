import { expect, test } from 'vitest'
import type { ProvenFix } from '../../src/finding.ts'
import { fixesOf } from '../../src/github/fixes.ts'
import { finding } from '../report/assessment.ts'

const proven = (fingerprint: string, given: Partial<ProvenFix> = {}) =>
  finding({
    fingerprint,
    fix: {
      fingerprint,
      file: 'values.yaml',
      startLine: 2,
      endLine: 2,
      replacement: 'a: 1',
      safety: 'safe',
      ...given,
    } as ProvenFix,
  })

test('lines end in a line feed, and lines that go are nothing', () => {
  const fixes = fixesOf([proven('a'), proven('b', { startLine: 4, endLine: 5, replacement: '' })])
  expect([...fixes]).toEqual([
    ['a', { file: 'values.yaml', startLine: 2, endLine: 2, replacement: 'a: 1\n' }],
    ['b', { file: 'values.yaml', startLine: 4, endLine: 5, replacement: '' }],
  ])
})

test('one suggestion for the same lines, and its question goes along', () => {
  const fixes = fixesOf([
    proven('a', { safety: 'unsafe', question: 'does anybody need it?' } as Partial<ProvenFix>),
    proven('b'),
    finding({ fingerprint: 'c' }),
  ])
  expect([...fixes]).toEqual([
    ['a', { file: 'values.yaml', startLine: 2, endLine: 2, replacement: 'a: 1\n', question: 'does anybody need it?' }],
  ])
})

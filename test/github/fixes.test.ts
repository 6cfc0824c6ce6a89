import { expect, test } from 'vitest'
import type { ProvenFix } from '../../src/finding.ts'
import { fixesOf } from '../../src/github/fixes.ts'
import { finding } from '../report/assessment.ts'

const EDIT = { file: 'values.yaml', startLine: 2, endLine: 2, replacement: 'a: 1' }
const GOING = { file: 'values.yaml', startLine: 4, endLine: 5, replacement: '' }

const proven = (fingerprint: string, given: Partial<ProvenFix> = {}) =>
  finding({ fingerprint, fix: { fingerprint, edits: [EDIT], generates: [], safety: 'safe', ...given } as ProvenFix })

test('lines end in a line feed, and lines that go are nothing', () => {
  expect([...fixesOf([proven('a', { edits: [EDIT, GOING] })])]).toEqual([
    ['a', { edits: [{ ...EDIT, replacement: 'a: 1\n' }, GOING] }],
  ])
})

test('how the lines of the file end goes along', () => {
  const edits = [{ ...EDIT, isCrlf: true }]
  expect(fixesOf([proven('a', { edits })]).get('a')).toEqual({
    edits: [{ ...EDIT, replacement: 'a: 1\n', isCrlf: true }],
  })
})

test('one suggestion for the same lines, and its question goes along', () => {
  const fixes = fixesOf([
    proven('a', { safety: 'unsafe', question: 'does anybody need it?' } as Partial<ProvenFix>),
    proven('b', { edits: [GOING, EDIT] }),
    finding({ fingerprint: 'c' }),
  ])
  expect([...fixes]).toEqual([
    ['a', { edits: [{ ...EDIT, replacement: 'a: 1\n' }], question: 'does anybody need it?' }],
  ])
})

test('what takes new files is nothing for a review', () =>
  expect([...fixesOf([proven('a', { generates: ['admission'] })])]).toEqual([]))

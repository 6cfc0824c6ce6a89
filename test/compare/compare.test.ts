import { expect, test } from 'vitest'
import { fixedSince, markNew } from '../../src/compare/compare.ts'
import { finding } from '../report/assessment.ts'

const a = finding({ fingerprint: 'aaaaaaaaaaaaaaaa', severity: 'medium' })
const b = finding({ fingerprint: 'bbbbbbbbbbbbbbbb' })

test('new is what was not there before, by fingerprint alone', () => {
  const moved = { ...a, message: 'in other words', location: { file: 'z', via: 'template' } as const }
  expect(markNew([moved, b], [a]).map(({ isNew }) => isNew)).toEqual([false, true])
})

test('a finding that became more severe is new, one that became less severe is not', () => {
  expect(markNew([{ ...a, severity: 'high' }], [a])[0]?.isNew).toBe(true)
  expect(markNew([{ ...a, severity: 'low' }], [a])[0]?.isNew).toBe(false)
})

test('without a base nothing is new or old', () => {
  expect(markNew([a], null)[0]?.isNew).toBeNull()
  expect(markNew([a], [])[0]?.isNew).toBe(true)
})

test('fixed is what is gone', () => {
  expect(fixedSince([a, b], [b])).toEqual([a])
})

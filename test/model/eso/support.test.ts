import { describe, expect, test } from 'vitest'
import { DATED } from '../../../src/dated.ts'
import { endOfSupport } from '../../../src/model/eso/support.ts'

const newest = DATED.minors[0].minor

describe('endOfSupport', () => {
  test.each([
    ['2.8.0', '2026-08-07'],
    ['2.4.1', '2026-05-15'],
    // As numbers: 2.1 is not 2.10, 0.9 is older than 0.10.
    ['2.1.0', '2026-03-20'],
    ['0.9.20', '2024-12-02'],
    ['0.20.4', '2025-11-07'],
    ['2.4.0-rc1', '2026-05-15'],
  ])('%s has had no fixes since %s', (version, since) => {
    expect(endOfSupport(version)).toEqual({ newest, since })
  })

  test.each(['2.10.0', '0.1.3'])('%s is out of support, nobody knows since when', version => {
    expect(endOfSupport(version)).toEqual({ newest, since: undefined })
  })

  test.each([`${newest}.0`, `${newest}.7`, '2.99.0', '3.0.0', 'main', ''])('nothing is said of %j', version => {
    expect(endOfSupport(version)).toBeUndefined()
  })
})

test('the table runs from the newest minor to the oldest, and so do its dates', () => {
  const keys = DATED.minors.map(({ minor }) => {
    const [a = 0, b = 0] = minor.split('.').map(Number)
    return a * 1000 + b
  })
  expect(keys).toEqual([...new Set(keys)].sort((a, b) => b - a))
  const dates = DATED.minors.flatMap(({ until }) => until ?? [])
  expect(dates).toEqual([...dates].sort().reverse())
  for (const date of dates) expect(date).toMatch(/^\d{4}-\d\d-\d\d$/)
})

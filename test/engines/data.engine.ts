import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { FUNCTIONS } from '../../src/template/functions/index.ts'
import { CALLS } from './data-calls.ts'
import { DATE_CALLS } from './date-calls.ts'
import { isMissing } from './go-templates.ts'
import { compareCalls } from './template-calls.ts'
import { VERSION_CALLS } from './version-calls.ts'

const CASES = Number(process.env.CASES ?? 1000)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)

describe.skipIf(isMissing)(`functions on data against helm, from seed ${SEED}`, () => {
  test.each([
    ['values, lists, dicts and numbers', CALLS, CASES],
    ['dates', DATE_CALLS, 3 * CASES],
    ['versions', VERSION_CALLS, 10 * CASES],
  ])('%s', async (_, calls, numRuns) => {
    const made = Object.values(calls).flatMap(call => fc.sample(call, { numRuns, seed: SEED }))
    const { differences, counts } = await compareCalls(made, FUNCTIONS)
    console.log(`${made.length} calls: ${JSON.stringify(counts)}`)
    expect(differences.slice(0, 10)).toEqual([])
    expect(counts.equal).toBeGreaterThan(made.length / 4)
    expect(counts.refused).toBeGreaterThan(made.length / 10)
    expect(counts.untraced).toBeLessThan(made.length / 20)
  })
})

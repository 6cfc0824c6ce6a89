import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { OracleProgram } from './build-oracle.ts'
import { Oracle } from './oracle.ts'

/** A verdict of our model that Kubernetes itself gives as well. */
export interface Comparison<Case, Answer, Verdict> {
  readonly name: string
  readonly cases: fc.Arbitrary<Case>
  ask(oracle: Oracle, asked: Case): Promise<Answer>
  /** The engine's answer in the form of ours. */
  theirs(answer: Answer, asked: Case): Verdict
  ours(asked: Case, answer: Answer): Verdict
  /** What a verdict comes to. Each of `outcomes` must be met often, or the comparison compares nothing. */
  outcomesOf(verdict: Verdict): readonly string[]
  readonly outcomes: readonly string[]
  /** Versions of ours with a fault each, which must be found. */
  readonly planted: Readonly<Record<string, (asked: Case, answer: Answer) => Verdict>>
}

const CASES = Number(process.env.CASES ?? 1000)
const SEED = Number(process.env.SEED ?? Date.now() % 2 ** 31)
/** An outcome is met often when it is met in one case of so many. */
const RARE = 50

/**
 * Asks both sides about random cases; prints how many, and from which seed.
 * @param source the program that answers for the engine; the oracle of Kubernetes when it is left out.
 */
export function compare<Case, Answer, Verdict>(
  comparison: Comparison<Case, Answer, Verdict>,
  source: OracleProgram = inject('oracle'),
): void {
  const isSkipped = 'missing' in source && !source.isFailure

  describe.skipIf(isSkipped)(comparison.name, () => {
    let oracle: Oracle | undefined
    beforeAll(() => {
      if ('program' in source) oracle = new Oracle(source.program)
    })
    afterAll(() => oracle?.stop())

    const running = (): Oracle => {
      if (oracle) return oracle
      throw new Error('missing' in source ? source.missing : 'the oracle is not running')
    }
    const run = (ours: Comparison<Case, Answer, Verdict>['ours'], met = new Map<string, number>()) =>
      fc.asyncProperty(comparison.cases, async asked => {
        const answer = await comparison.ask(running(), asked)
        const theirs = comparison.theirs(answer, asked)
        for (const outcome of new Set(comparison.outcomesOf(theirs))) met.set(outcome, (met.get(outcome) ?? 0) + 1)
        expect(ours(asked, answer)).toEqual(theirs)
      })

    test('agrees', async () => {
      const met = new Map<string, number>()
      await fc.assert(run(comparison.ours, met), { numRuns: CASES, seed: SEED })
      console.log(`${comparison.name}: ${CASES} cases from seed ${SEED}, no difference`, Object.fromEntries(met))
      expect(comparison.outcomes.filter(outcome => (met.get(outcome) ?? 0) < CASES / RARE)).toEqual([])
    })

    test.each(Object.entries(comparison.planted))('notices a planted fault: %s', async (_, faulty) => {
      // It ends with the first difference; a rare fault needs more cases than a comparison that finds none.
      const { errorInstance } = await fc.check(run(faulty), { numRuns: 30 * CASES, seed: SEED, endOnFailure: true })
      // Not any failure, but a difference.
      expect(errorInstance).toHaveProperty('name', 'AssertionError')
    })
  })
}

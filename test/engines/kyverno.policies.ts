import { beforeAll, describe, expect, test } from 'vitest'
import { testShared } from '../shared.ts'
import { oracleProgram } from './build-oracle.ts'
import {
  expectedOf,
  named,
  OWN,
  printedBy,
  type Refusals,
  refusalsOf,
  type SampleSet,
  withFiles,
} from './policy-files.ts'
import { commonNames, SHARED_CONFIG, sharedSamples } from './shared-policy-samples.ts'

/** It takes a quarter of an hour to build, and 10 GB for Go's caches. */
const isAsked = process.env.KYVERNO === 'yes'
const source = isAsked ? oracleProgram('kyverno') : { missing: 'KYVERNO=yes asks for it', isFailure: false }
if (!isAsked) console.log('Kyverno is not asked: building it takes long. KYVERNO=yes does.')

describe.skipIf('missing' in source && !source.isFailure)('generated policies in Kyverno', () => {
  let program = ''
  beforeAll(() => {
    if ('missing' in source) throw new Error(source.missing)
    program = source.program
  })

  const refusalsIn = (set: SampleSet, leftOut?: string): Refusals =>
    withFiles('kyverno', set, (folder, manifests) =>
      failures(
        program,
        folder,
        manifests.filter(path => path !== leftOut),
      ),
    )

  test('samples are refused by exactly the policies that they are written for', () => {
    expect(refusalsIn(OWN)).toEqual(expectedOf(OWN))
    console.log(`Kyverno: ${OWN.samples.length} samples, no difference`)
  })

  testShared('36 samples, as the real API server judged them', () => {
    const set = { config: SHARED_CONFIG, samples: named(sharedSamples()) }
    const common = (refusals: Refusals) => Object.entries(refusals).map(([name, ids]) => [name, commonNames(ids)])
    expect(common(refusalsIn(set))).toEqual(common(expectedOf(set)))
  })

  test('a planted fault is noticed: a policy is left out', () => {
    const samples = OWN.samples.filter(({ refusedBy }) => refusedBy.includes('eso-creation-policy'))
    const few = { ...OWN, samples }
    expect(refusalsIn(few, 'eso-creation-policy.yaml')).not.toEqual(expectedOf(few))
  })

  test('the test beside the policies passes', () => {
    withFiles('kyverno', OWN, folder => {
      expect(printedBy(program, folder, 'test', '.')).toMatch(/Test Summary: \d+ tests passed and 0 tests failed/)
    })
  })
})

function failures(program: string, folder: string, manifests: readonly string[]): Refusals {
  const printed = printedBy(
    program,
    folder,
    'apply',
    ...manifests,
    '--resource',
    'samples.yml',
    '-p',
    '--output-format',
    'json',
  )
  const { results } = JSON.parse(printed.slice(printed.indexOf('{'))) as { results: Result[] }
  return refusalsOf(
    results
      .filter(({ result }) => result !== 'pass')
      .flatMap(({ policy, result, message, resources }) =>
        resources.map(({ name }) => ({ name, policy: result === 'fail' ? policy : `${policy}: ${message}` })),
      ),
  )
}

interface Result {
  readonly policy: string
  readonly result: string
  readonly message: string
  readonly resources: readonly { readonly name: string }[]
}

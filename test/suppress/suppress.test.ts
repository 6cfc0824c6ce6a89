import { expect, test } from 'vitest'
import { applyIgnores } from '../../src/suppress/suppress.ts'
import type { Ignore } from '../../src/suppress/suppression.ts'
import { finding, installFinding } from '../report/assessment.ts'

const placeIn = (file: string) => ({ file, startLine: 1, via: 'manifest' }) as const
const ignoreIn = (file: string | null, overrides: Partial<Ignore> = {}): Ignore => ({
  kind: 'inline',
  rule: 'r',
  reason: 'why',
  location: { file: file ?? 'c.yaml', startLine: 9 },
  covers: (_, place) => place?.file === (file ?? undefined),
  ...overrides,
})
const inAB = finding({ location: placeIn('a'), places: [placeIn('a'), placeIn('b')] })

test('a finding in several places is suppressed when each of them is ignored', () => {
  const both = applyIgnores([inAB], [ignoreIn('a'), ignoreIn('b')])
  expect(both).toMatchObject({ findings: [], suppressed: [{ kind: 'inline', reason: 'why' }], warnings: [] })
  const one = applyIgnores([inAB], [ignoreIn('b')])
  expect(one).toMatchObject({ findings: [inAB], suppressed: [] })
  expect(one.warnings).toEqual([
    { message: expect.stringContaining('stands in a too'), location: { file: 'b', startLine: 9 } },
  ])
})

test('a finding without a place can be ignored', () => {
  expect(applyIgnores([installFinding()], [ignoreIn(null)]).suppressed).toHaveLength(1)
})

test('an ignore that meets nothing is reported, unless that means nothing', () => {
  const idle = ignoreIn('c')
  expect(applyIgnores([inAB], [idle]).warnings).toEqual([
    { message: expect.stringContaining('there is no such finding here'), location: idle.location },
  ])
  expect(applyIgnores([inAB], [idle], () => false).warnings).toEqual([])
})

test('the second ignore of a finding is no idle one', () => {
  const all = [ignoreIn('a'), ignoreIn('b'), ignoreIn('a', { kind: 'config' })]
  expect(applyIgnores([inAB], all).warnings).toEqual([])
})

import { describe, expect, test } from 'vitest'
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
    { message: expect.stringContaining('stands in a:1 too'), location: { file: 'b', startLine: 9 } },
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

describe('a comment that meets nothing', () => {
  const values = { file: 'values.yaml', startLine: 7, via: 'values', template: 'templates/a.yaml' } as const
  const inValues = finding({ rule: 'r', location: values, places: [values] })
  const idleIn = (file: string, found = inValues, mayBeUnused = true) =>
    applyIgnores([found], [ignoreIn(file, { covers: () => false })], () => mayBeUnused).warnings.map(
      ({ message }) => message,
    )

  test.each([
    ['in the same file', 'values.yaml', 'there is no such finding here, but one in values.yaml:7'],
    ['set elsewhere than on the line of the template', 'templates/a.yaml', 'but one in values.yaml:7'],
    ['in none of its files', 'other.yaml', 'there is no such finding here, remove it'],
  ])('names the finding that it may have meant: %s', (_, file, message) => {
    expect(idleIn(file)).toEqual([expect.stringContaining(message)])
    expect(idleIn(file, inValues, false)).toEqual([])
  })

  test('says so, even when something could not be checked, where nobody knows the line of the finding', () => {
    const template = { file: 'templates/a.yaml', via: 'template' } as const
    const inTemplate = finding({ rule: 'r', location: template, places: [template] })
    const message = expect.stringContaining('has no line that is known, so a comment cannot mean it')
    expect(idleIn('templates/a.yaml', inTemplate, false)).toEqual([message])
    expect(idleIn('templates/b.yaml', inTemplate, false)).toEqual([])
    const annotation = ignoreIn('templates/a.yaml', { kind: 'annotation', covers: () => false })
    expect(applyIgnores([inTemplate], [annotation]).warnings).toMatchObject([
      { message: expect.stringContaining('remove it') },
    ])
    const other = finding({ ...inTemplate, rule: 'other' })
    expect(idleIn('templates/a.yaml', other)).toEqual([expect.stringContaining('remove it')])
  })
})

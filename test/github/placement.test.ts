import { describe, expect, test } from 'vitest'
import type { Finding, PhysicalLocation } from '../../src/finding.ts'
import { type Hunk, hunksOf } from '../../src/github/diff.ts'
import { type Fix, placementOf } from '../../src/github/placement.ts'
import { finding } from '../report/assessment.ts'

const HUNKS = new Map<string, readonly Hunk[]>([
  ['values.yaml', hunksOf('@@ -10,4 +10,5 @@\n a\n+b\n+c\n d\n-e\n f')],
  ['role.yaml', hunksOf('@@ -1,2 +1,2 @@\n-a\n+b\n c')],
  ['large.yaml', []],
])
const diff = { hunks: HUNKS, headLine: (_: string, line: number): number | undefined => line }

const at = (file: string, startLine?: number, endLine?: number): PhysicalLocation => ({
  ...{ file, via: 'manifest' },
  ...(startLine !== undefined && { startLine }),
  ...(endLine !== undefined && { endLine }),
})

const found = (places: PhysicalLocation[], overrides: Partial<Finding> = {}): Finding =>
  finding({ location: places[0] ?? null, places, isNew: true, ...overrides })

const related = (location: PhysicalLocation | null) => ({
  message: 'bound here',
  object: { apiVersion: 'v1', kind: 'Role', namespace: undefined, name: 'a' },
  location,
})

const fix = (startLine: number, endLine = startLine): Fix => ({
  edits: [{ file: 'values.yaml', startLine, endLine, replacement: 'x: 1\n' }],
})

describe('a new finding', () => {
  test.each([
    ['on a line of the diff', [at('values.yaml', 13)], 'place values.yaml 13'],
    ['on several lines', [at('values.yaml', 11, 13)], 'place values.yaml 11-13'],
    ['that leaves the hunk', [at('values.yaml', 14, 30)], 'place values.yaml 14'],
    ['whose second place is in the diff', [at('other.yaml', 1), at('role.yaml', 1)], 'place role.yaml 1'],
    ['beside the hunks', [at('values.yaml', 40)], 'file values.yaml'],
    ['in a file without a patch', [at('large.yaml', 40)], 'file large.yaml'],
    ['in a template, of which no line is known', [at('role.yaml')], 'file role.yaml'],
    ['in a file that the change does not touch', [at('other.yaml', 11)], undefined],
    ['without a place', [], undefined],
  ])('%s', (_, places, expected) => {
    expect(said(found(places))).toBe(expected)
  })

  test('stands on its own line rather than on that of another object, and there rather than on a file', () => {
    const story = [related(null), related(at('role.yaml', 2))]
    expect(said(found([at('values.yaml', 11)], { related: story }))).toBe('place values.yaml 11')
    expect(said(found([at('values.yaml', 90)], { related: story }))).toBe('related role.yaml 2')
    expect(said(found([], { related: story }))).toBe('related role.yaml 2')
  })

  test('stands on what its fix replaces', () => {
    expect(said(found([at('other.yaml', 3)]), fix(12, 13))).toBe('fix values.yaml 12-13')
    expect(said(found([at('values.yaml', 11)]), fix(14, 15))).toBe('place values.yaml 11')
    expect(said(found([at('values.yaml', 11)]), fix(13, 12))).toBe('place values.yaml 11')
  })
})

describe('a finding that nobody can call new', () => {
  test('is commented on only where the change added a line', () => {
    expect(said(found([at('values.yaml', 11)], { isNew: null }))).toBe('place values.yaml 11')
    expect(said(found([at('values.yaml', 10)], { isNew: null }))).toBeUndefined()
    expect(said(found([at('values.yaml', 10)], { isNew: null }), fix(13))).toBeUndefined()
    expect(said(found([at('large.yaml')], { isNew: null, related: [related(at('role.yaml', 1))] }))).toBeUndefined()
  })
})

describe('when the base moved', () => {
  const headLine = (_: string, line: number): number | undefined => (line === 8 ? undefined : line + 5)

  test('a comment stands on the line that the head has', () => {
    expect(said(found([at('values.yaml', 6)]), undefined, headLine)).toBe('place values.yaml 11')
  })

  test('a line that the head does not have takes no comment, and no suggestion runs over it', () => {
    expect(said(found([at('values.yaml', 8)]), undefined, headLine)).toBe('file values.yaml')
    expect(said(found([at('values.yaml', 6)]), fix(7, 9), headLine)).toBe('place values.yaml 11')
    const gap = (_: string, line: number): number => (line > 6 ? line + 6 : line + 5)
    expect(said(found([at('values.yaml', 6)]), fix(6, 7), gap)).toBe('place values.yaml 11')
  })
})

function said(finding: Finding, fix?: Fix, headLine = diff.headLine): string | undefined {
  const placement = placementOf(finding, fix, { ...diff, headLine })
  if (!placement) return undefined
  const { at, path, startLine, line } = placement
  return [at, path, startLine === undefined ? line : `${startLine}-${line}`].filter(it => it !== undefined).join(' ')
}

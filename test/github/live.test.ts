import { describe, expect, test } from 'vitest'
import { bestOf, isSameText, liveComments, standsAt } from '../../src/github/live.ts'
import { printMarker } from '../../src/github/marker.ts'
import type { Placement } from '../../src/github/placement.ts'
import type { ExistingComment } from '../../src/github/plan.ts'

const body = (fingerprint: string, key = '', isResolved = false): string =>
  `words\n\n${printMarker({ kind: 'finding', key, fingerprint, isResolved })}`

const comment = (overrides: Partial<ExistingComment> = {}): ExistingComment => ({
  ...{ id: 1, nodeId: 'PRRC_1', body: body('a'), path: 'values.yaml', line: 12, startLine: null },
  ...{ isFileLevel: false, hasReply: false },
  ...overrides,
})

const placement = (overrides: Partial<Placement> = {}): Placement => ({
  ...{ path: 'values.yaml', line: 12, startLine: undefined, at: 'place' },
  ...overrides,
})

test('of all comments, those of this key that are not resolved', () => {
  const live = liveComments(
    [
      comment({ id: 1, body: body('a') }),
      comment({ id: 2, body: body('a') }),
      comment({ id: 3, body: body('b', 'prod') }),
      comment({ id: 4, body: body('c', '', true) }),
      comment({ id: 5, body: 'somebody’s words' }),
      comment({ id: 6, body: printMarker({ kind: 'summary', key: '' }) }),
    ],
    '',
  )
  expect([...live].map(([fingerprint, comments]) => [fingerprint, comments.map(({ id }) => id)])).toEqual([
    ['a', [1, 2]],
  ])
})

describe('of several comments on one finding', () => {
  const best = (...overrides: Partial<ExistingComment>[]): number | undefined =>
    bestOf(liveComments(overrides.map(comment), '').get('a') ?? [], placement())?.id

  test('the one that was answered stays, else the one that stands right, else the oldest', () => {
    expect(best({ id: 1 }, { id: 2, hasReply: true, line: 3 })).toBe(2)
    expect(best({ id: 1, line: null }, { id: 2 })).toBe(2)
    expect(best({ id: 2, line: null }, { id: 1, line: 3 })).toBe(1)
    expect(best()).toBeUndefined()
  })
})

test.each([
  ['on its line', {}, {}, true],
  ['on another line', { line: 13 }, {}, false],
  ['outdated', { line: null }, {}, false],
  ['in another file', { path: 'other.yaml' }, {}, false],
  ['on the file', { line: null, isFileLevel: true }, { line: undefined, at: 'file' }, true],
  ['on the file, but it could be on a line', { line: null, isFileLevel: true }, {}, false],
  ['on a line, but only the file is left', {}, { line: undefined, at: 'file' }, false],
  ['with another start, which only shows', { startLine: 9 }, { startLine: 10 }, true],
  ['with another start than its suggestion', { startLine: 9 }, { startLine: 10, at: 'fix' }, false],
  ['with the one line of its suggestion', {}, { at: 'fix' }, true],
] as const)('a comment %s', (_, is, shall, expected) => {
  expect(standsAt(comment(is), placement(shall))).toBe(expected)
})

test('what GitHub does to the ends of lines is no difference', () => {
  expect(isSameText('a\r\nb\r\n', 'a\nb')).toBe(true)
  expect(isSameText('a\nb', 'a\nc')).toBe(false)
})

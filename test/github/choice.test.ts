import { expect, test } from 'vitest'
import type { Severity } from '../../src/finding.ts'
import { type Card, choose } from '../../src/github/choice.ts'
import type { LiveComment } from '../../src/github/live.ts'
import { finding } from '../report/assessment.ts'

const placement = (line: number | undefined) =>
  ({ path: 'a.yaml', line, startLine: undefined, at: line === undefined ? 'file' : 'place' }) as const

const comment = (hasReply: boolean): LiveComment => ({
  ...{ id: 1, nodeId: 'n', body: '', path: 'a.yaml', line: 1, startLine: null, isFileLevel: false, hasReply },
  marker: { kind: 'finding', key: '', fingerprint: '', isResolved: false },
})

const card = (severity: Severity, message: string, overrides: Partial<Card> = {}): Card => ({
  ...{ finding: finding({ severity, message }), fix: undefined, placement: placement(1), comment: undefined },
  ...overrides,
})

const chosen = (cards: Card[], comments: number, onFiles = 10): string[] =>
  [...choose(cards, { comments, onFiles })].map(({ finding }) => finding.message)

test('the most severe first', () => {
  const cards = [card('low', 'a'), card('critical', 'b'), card('medium', 'c'), card('critical', 'd')]
  expect(chosen(cards, 3)).toEqual(['b', 'd', 'c'])
  expect(chosen(cards, 0)).toEqual([])
})

test('those that were answered always, and they take places', () => {
  const cards = [card('high', 'a'), card('low', 'b', { comment: comment(true), placement: undefined })]
  expect(chosen(cards, 1)).toEqual(['b'])
  expect(chosen(cards, 0)).toEqual(['b'])
  expect(chosen(cards, 2)).toEqual(['b', 'a'])
})

test('of equal ones those that have a comment, then those on a line', () => {
  const cards = [
    card('high', 'file', { placement: placement(undefined) }),
    card('high', 'line'),
    card('high', 'old', { comment: comment(false) }),
  ]
  expect(chosen(cards, 2)).toEqual(['old', 'line'])
})

test('a limit on files holds up no comment on a line', () => {
  const onFile = { placement: placement(undefined) }
  const cards = [card('high', 'a', onFile), card('high', 'b', onFile), card('low', 'c')]
  expect(chosen(cards, 9, 1)).toEqual(['a', 'c'])
})

test('what has no place in the diff is not among them', () => {
  expect(chosen([card('critical', 'a', { placement: undefined })], 9)).toEqual([])
})

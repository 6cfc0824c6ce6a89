import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { notPosted, postedBy, refusedBy, reviewExitCode, unneeded } from '../../src/github/posted.ts'
import { LostAnswer } from '../../src/github/retry.ts'
import { finding } from '../report/assessment.ts'

const PULL = { base: 'b', head: 'h', number: 7, isFromFork: false }
const refused = (status: number, message = 'no', headers = {}): Error =>
  Object.assign(new Error(message), { status, response: { headers, data: { message } } })

test('a review says what it did, and what has no comment', () => {
  const counts = { created: 1, updated: 2, unresolved: 0, removed: 3, kept: 4, summary: 'updated' as const }
  expect(postedBy({ kind: 'posted', ...counts, leftovers: [finding()] })).toEqual({
    level: 'info',
    message:
      'Review: 1 comment made, 2 edited, 3 removed, 4 kept; summary edited. It holds 1 finding without a comment.',
    isDone: true,
  })
})

test('threads that stay open are a warning of a review that was made', () => {
  const counts = { created: 0, updated: 2, removed: 0, kept: 0, summary: 'kept' as const, leftovers: [] }
  const posted = postedBy({ kind: 'posted', ...counts, unresolved: 2 })
  expect(posted).toMatchObject({ level: 'warning', isDone: true })
  expect(posted.message).toContain('2 threads of findings that are gone stay open: the token may not resolve them.')
  expect(reviewExitCode(posted)).toBe(0)
})

test('a run for the review alone fails where somebody can put something right', () => {
  expect(reviewExitCode(notPosted('warning', 'no permission'))).toBe(2)
  expect(reviewExitCode(notPosted('notice', 'a newer commit'))).toBe(0)
  expect(reviewExitCode(unneeded('nothing to say'))).toBe(0)
})

test.each([
  [refused(401, 'Bad credentials'), 'warning', 'does not know the token'],
  [refused(403, 'Resource not accessible by integration'), 'warning', 'add `pull-requests: write`'],
  [refused(404, 'Not Found'), 'warning', 'add `pull-requests: write`'],
  [refused(403, 'slow down', { 'retry-after': '9999' }), 'warning', 'longer than a job should'],
  [refused(422, 'Validation Failed'), 'warning', 'GitHub says 422: Validation Failed'],
  [refused(502, 'Server Error'), 'warning', 'GitHub does not answer'],
  [new LostAnswer('lost', { cause: refused(502, 'Server Error') }), 'warning', 'GitHub does not answer'],
  [new UserError('too many comments'), 'warning', 'No review: too many comments.'],
  [new TypeError('a mistake of ours'), 'warning', 'please report it'],
])('%s is a %s that says: %s', (error, level, words) => {
  const posted = refusedBy(error, {}, PULL)
  expect(posted).toMatchObject({ level, isDone: false })
  expect(posted.message).toContain(words)
  expect(posted.message).toContain('What was found is in the annotations')
})

test('a fork can do nothing about it, Dependabot can', () => {
  const error = refused(403, 'Resource not accessible by integration')
  expect(refusedBy(error, {}, { ...PULL, isFromFork: true })).toMatchObject({ level: 'notice' })
  expect(refusedBy(error, { GITHUB_ACTOR: 'dependabot[bot]' }, PULL).message).toContain('Dependabot')
})

test('a mistake of ours shows where it was made', () => {
  expect(refusedBy(new TypeError('x'), {}, PULL).message).toContain('posted.test.ts')
})

test('nothing foreign reaches the terminal', () => {
  expect(notPosted('notice', '\u001b[31mred').message).not.toContain('\u001b')
})

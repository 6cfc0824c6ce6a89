import { expect, test } from 'vitest'
import { failureOf, limitOf, permissionOf } from '../../src/github/failure.ts'

const refused = (status: number, data: unknown, headers: Record<string, string> = {}): Error =>
  Object.assign(new Error('what the client makes of it'), { status, response: { status, headers, data } })
const failure = (headers: Record<string, string>, { status = 403, message = 'no' } = {}) => ({
  ...{ status, message, headers },
})

test('a failure says what GitHub said, faults included', () => {
  expect(
    failureOf(refused(422, { message: 'Validation Failed', errors: ['bad line', { message: 'worse' }, 3] })),
  ).toEqual({ status: 422, message: 'Validation Failed: bad line: worse', headers: {} })
  expect(failureOf(refused(500, undefined))).toEqual({
    status: 500,
    message: 'what the client makes of it',
    headers: {},
  })
})

test.each([new Error('x'), Object.assign(new Error('x'), { status: '403' }), 'x', undefined, { status: 403 }])(
  '%j is no failure of the API',
  error => {
    expect(failureOf(error)).toBeUndefined()
  },
)

test.each([
  [{ 'retry-after': '30' }, 30_000],
  [{ 'retry-after': '0' }, 0],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1100' }, 101_000],
  [{ 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '900' }, 1000],
])('a limit with %j is over in %d ms', (headers, waitMs) => {
  expect(limitOf(failure(headers), 1_000_000)).toEqual({ waitMs })
})

test('a limit that names no time is one by its words or its status; a refusal is none', () => {
  expect(limitOf(failure({}, { message: 'You have exceeded a secondary rate limit.' }), 0)).toEqual({
    waitMs: undefined,
  })
  expect(limitOf(failure({}, { status: 429 }), 0)).toEqual({ waitMs: undefined })
  expect(limitOf(failure({ 'retry-after': 'soon' }), 0)).toBeUndefined()
  expect(limitOf(failure({}, { message: 'Resource not accessible by integration' }), 0)).toBeUndefined()
  expect(limitOf(failure({ 'retry-after': '30' }, { status: 422 }), 0)).toBeUndefined()
})

test.each([
  ['pull_requests=write', 'pull-requests: write'],
  ['pull_requests=read', 'pull-requests: write'],
  ['issues=write; pull_requests=write', 'pull-requests: write'],
  ['contents=read', 'contents: read'],
  ['', undefined],
  ['`x`=write', undefined],
])('the header %j asks for %s', (header, words) => {
  expect(permissionOf(failure({ 'x-accepted-github-permissions': header }))).toBe(words)
})

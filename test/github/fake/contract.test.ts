import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { blank, type Call, faultsOfRequest, faultsOfResponse, findOperation, type Json } from './contract.ts'
import { HANDLERS } from './rest.ts'

const cut = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8'))

const call = (method: string, path: string, body?: Json): Call => {
  const found = findOperation(method, path)
  if (!found) throw new Error(`no ${method} ${path}`)
  return { ...found, query: {}, body }
}

test('the fake knows each operation that was cut, and no other', () => {
  expect(Object.keys(HANDLERS).sort()).toEqual(Object.keys(cut.operations).sort())
  expect(cut).toMatchObject({ source: expect.stringMatching(/^@octokit\/openapi@\d+\.\d+\.\d+$/), licence: 'MIT' })
})

test('an operation is found by its path, with what the path names', () => {
  expect(findOperation('GET', '/repos/a/b/contents/x%20y/z.yaml')?.path).toEqual({
    owner: 'a',
    repo: 'b',
    path: 'x y/z.yaml',
  })
  expect(findOperation('GET', '/user')?.operation.id).toBe('users/get-authenticated')
  expect(findOperation('POST', '/user')).toBeUndefined()
  expect(findOperation('GET', '/repos/a/b/pulls/1/files/2')).toBeUndefined()
})

test('a body is judged whole, also where GitHub looks away', () => {
  const path = '/repos/a/b/issues/1/comments'
  expect(faultsOfRequest(call('POST', path, { body: 'x' }))).toEqual([])
  expect(faultsOfRequest(call('POST', path, { body: 'x', extra: 1 }))).toEqual([expect.stringContaining('extra')])
  expect(faultsOfRequest(call('POST', path, { body: 1 }))).toEqual([expect.stringContaining('must be string')])
  expect(faultsOfRequest(call('POST', path))).toEqual(['the body is missing'])
  expect(faultsOfRequest(call('GET', path, {}))).toEqual(['there is a body'])
  expect(faultsOfRequest(call('GET', '/repos/a/b/pulls/x'))).toEqual([expect.stringContaining('must be integer')])
})

test('an answer that GitHub would not give is noticed', () => {
  const { operation } = call('GET', '/repos/a/b/pulls/comments/1')
  const comment = blank('pull-request-review-comment')
  expect(faultsOfResponse(operation, comment)).toEqual([])
  expect(faultsOfResponse(operation, { ...comment, line: null })).toEqual([])
  expect(faultsOfResponse(operation, { ...comment, line: 'x' })).not.toEqual([])
  expect(faultsOfResponse(operation, { ...comment, id: null })).toEqual([
    expect.stringContaining('/id must be integer'),
  ])
  expect(faultsOfResponse(operation, undefined)).not.toEqual([])
})

test('the smallest value of each schema is one of its values', () => {
  const names = ['pull-request', 'diff-entry', 'pull-request-review', 'issue-comment', 'repository', 'simple-user']
  for (const name of names) {
    const operation = {
      ...call('GET', '/user').operation,
      id: name,
      response: { $ref: `#/components/schemas/${name}` },
    }
    expect([name, faultsOfResponse(operation, blank(name))]).toEqual([name, []])
  }
})

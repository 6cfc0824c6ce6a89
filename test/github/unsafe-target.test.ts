import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { holdsProposal, refuseProposal } from '../../src/github/unsafe-target.ts'
import { repository } from '../repository.ts'
import { tree } from '../tree.ts'

const target = (sha: string) => ({ GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_SHA: sha })

test('only `pull_request_target` has something to lose', async () => {
  expect(await holdsProposal({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_SHA: 'a' }, [tree({})])).toBe(false)
  expect(await holdsProposal({}, [tree({})])).toBe(false)
})

test('the commit of the event is safe, any other is not', async () => {
  const root = tree({ 'a.yaml': '' })
  const { commit } = repository(root)
  const base = commit()
  expect(await holdsProposal(target(base), [root, join(root, 'a.yaml/..')])).toBe(false)
  commit('of a stranger')
  expect(await holdsProposal(target(base), [root])).toBe(true)
})

test('a clone beside or below it counts, too', async () => {
  const root = tree({ 'a.yaml': '' })
  const base = repository(root).commit()
  const other = tree({ 'b.yaml': '' })
  repository(other).commit('of a stranger')
  expect(await holdsProposal(target(base), [root, other])).toBe(true)
  const inner = join(root, 'proposal')
  mkdirSync(inner)
  repository(inner).commit('of a stranger')
  expect(await holdsProposal(target(base), [root])).toBe(true)
})

test('what is no clone cannot be told', async () => {
  expect(await holdsProposal(target('a'), [tree({ 'a.yaml': '' })])).toBe(true)
})

test('it is refused unless somebody answers for it', () => {
  expect(() => refuseProposal(false)).toThrow('`pull_request_target`')
  expect(() => refuseProposal(true)).not.toThrow()
})

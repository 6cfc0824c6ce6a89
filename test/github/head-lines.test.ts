import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Finding } from '../../src/finding.ts'
import type { ListedFile } from '../../src/github/client.ts'
import { headLines } from '../../src/github/head-lines.ts'
import { findRepository } from '../../src/io/git.ts'
import { finding } from '../report/assessment.ts'
import { repository } from '../repository.ts'
import { tree } from '../tree.ts'

const blob = (text: string, algorithm = 'sha1'): string =>
  createHash(algorithm)
    .update(`blob ${Buffer.byteLength(text)}\0${text}`)
    .digest('hex')
const listed = (path: string, sha: string | null): ListedFile => ({
  ...{ path, sha, patch: '@@', previousPath: undefined, status: 'modified' },
})
const findingAt = (file: string): Finding => finding({ location: { file, startLine: 1, via: 'manifest' }, places: [] })
const never = (): Promise<string> => Promise.reject(new Error('nothing is to be fetched'))
const source = { repository: undefined, head: 'f'.repeat(40), fetchText: never }

test.each(['sha1', 'sha256'])('a file that is the head’s keeps its numbers (%s)', async algorithm => {
  const root = tree({ 'a.yaml': 'one\ntwo\n' })
  const files = [listed('a.yaml', blob('one\ntwo\n', algorithm))]
  const line = await headLines([findingAt('a.yaml')], { ...source, root, files })
  expect(line('a.yaml', 2)).toBe(2)
})

test('the text of the head comes from GitHub where the clone does not have it', async () => {
  const root = tree({ 'a.yaml': '# merged\r\none\r\ntwo\r\n' })
  const files = [listed('a.yaml', blob('one\ntwo\n'))]
  const fetchText = async (sha: string): Promise<string> => (sha === blob('one\ntwo\n') ? 'one\ntwo\n' : '')
  const line = await headLines([findingAt('a.yaml')], { ...source, root, files, fetchText })
  expect([1, 2, 3].map(it => line('a.yaml', it))).toEqual([undefined, 1, 2])
})

test('lines of files that nobody can compare are unknown', async () => {
  const root = tree({ 'a.yaml': 'one\n', 'b.yaml': 'one\n' })
  const files = [{ ...listed('a.yaml', blob('other')), patch: undefined }, listed('gone.yaml', null)]
  const findings = ['a.yaml', 'b.yaml', 'gone.yaml', '../a.yaml'].map(findingAt)
  const line = await headLines(findings, { ...source, root, files })
  expect(findings.map(({ location }) => line(location?.file ?? '', 1))).toEqual([
    undefined,
    undefined,
    undefined,
    undefined,
  ])
})

test('at most twenty files are fetched', async () => {
  const names = Array.from({ length: 30 }, (_, i) => `${i}.yaml`)
  const root = tree(Object.fromEntries(names.map(name => [name, 'one\n'])))
  let fetched = 0
  const fetchText = async (): Promise<string> => {
    fetched += 1
    return 'one\n'
  }
  const files = names.map(name => listed(name, blob('other')))
  await headLines(names.map(findingAt), { ...source, root, files, fetchText })
  expect(fetched).toBe(20)
})

test('a clone that has the head is asked first, and one whose work tree is the head has nothing to be asked', async () => {
  const root = tree({ 'a.yaml': 'one\ntwo\n' })
  const { git, commit } = repository(root)
  const head = commit()
  const own = {
    ...source,
    root,
    head,
    files: [listed('a.yaml', blob('other'))],
    repository: await findRepository(root),
  }
  const same = await headLines([findingAt('a.yaml')], own)
  expect([same('a.yaml', 2), same('elsewhere.yaml', 9)]).toEqual([2, 9])
  git('mv', 'a.yaml', 'b.yaml')
  commit()
  git('mv', 'b.yaml', 'a.yaml')
  const line = await headLines([findingAt('a.yaml')], own)
  expect(line('a.yaml', 2)).toBe(2)
  expect(line('elsewhere.yaml', 9)).toBeUndefined()
})

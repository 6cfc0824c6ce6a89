import { existsSync, lstatSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { findRepository } from '../../src/io/git.ts'
import { repository } from '../repository.ts'
import { tree } from '../tree.ts'

test('the files of a commit, byte by byte, with the work tree, the index and HEAD left as they are', async () => {
  const bytes = Uint8Array.of(0, 255, 13, 10)
  const root = tree({ 'a/b.yaml': 'one\n', 'c.tgz': bytes, '.gitattributes': 'a export-ignore\n' })
  const { git, commit } = repository(root)
  const first = commit()
  writeFileSync(join(root, 'a/b.yaml'), 'two\n')
  writeFileSync(join(root, 'new.yaml'), 'x\n')
  git('add', 'new.yaml')
  const before = [git('status', '--porcelain'), readFileSync(join(root, '.git/index'), 'hex'), git('rev-parse', 'HEAD')]
  const into = tree({})
  const found = await findRepository(root)
  expect(await found.commitOf('HEAD')).toBe(first)
  await found.extract(first, into)
  expect(readFileSync(join(into, 'a/b.yaml'), 'utf8'), 'git archive would leave it out').toBe('one\n')
  expect(new Uint8Array(readFileSync(join(into, 'c.tgz')))).toEqual(bytes)
  expect(existsSync(join(into, 'new.yaml'))).toBe(false)
  const after = [git('status', '--porcelain'), readFileSync(join(root, '.git/index'), 'hex'), git('rev-parse', 'HEAD')]
  expect(after).toEqual(before)
})

test('nothing that the clone is set up to run is run', async () => {
  const root = tree({ 'a.yaml': 'one\n', '.gitattributes': '*.yaml filter=evil\n' })
  const { git, commit } = repository(root)
  const first = commit()
  const marks = ['smudge', 'hook', 'monitor'].map(name => join(root, `${name}.ran`))
  git('config', 'filter.evil.smudge', `touch ${marks[0]}; cat`)
  git('config', 'core.fsmonitor', `touch ${marks[2]}`)
  writeFileSync(join(root, '.git/hooks/post-checkout'), `#!/bin/sh\ntouch ${marks[1]}\n`, { mode: 0o755 })
  const into = tree({})
  const found = await findRepository(root)
  await found.extract(first, into)
  expect(readFileSync(join(into, 'a.yaml'), 'utf8')).toBe('one\n')
  expect(marks.filter(existsSync)).toEqual([])
})

test('links stay links', async () => {
  const root = tree({ 'a.yaml': 'one\n' })
  const { symlinkSync } = await import('node:fs')
  symlinkSync('/etc/passwd', join(root, 'link.yaml'))
  const first = repository(root).commit()
  const into = tree({})
  await (await findRepository(root)).extract(first, into)
  expect(lstatSync(join(into, 'link.yaml')).isSymbolicLink()).toBe(true)
})

test('a folder inside says where it is; what is no commit is undefined, and no option either', async () => {
  const root = tree({ 'a/b/c.yaml': 'one\n' })
  const { commit } = repository(root)
  commit()
  const found = await findRepository(join(root, 'a/b'))
  expect(found.prefix).toBe('a/b/')
  expect(await found.commitOf('nowhere')).toBeUndefined()
  expect(await found.commitOf('HEAD^1')).toBeUndefined()
  expect(await found.commitOf('--git-dir')).toBeUndefined()
  expect(await found.commitOf('HEAD:a')).toBeUndefined()
})

test('the text of a file at a commit; undefined where there is none', async () => {
  const root = tree({ 'a/b.yaml': 'one\n' })
  const { commit } = repository(root)
  const first = commit()
  writeFileSync(join(root, 'a/b.yaml'), 'two\n')
  const found = await findRepository(root)
  expect(await found.textAt(first, 'a/b.yaml')).toBe('one\n')
  expect(await (await findRepository(join(root, 'a'))).textAt(first, 'b.yaml')).toBe('one\n')
  for (const path of ['a', 'c.yaml', '../a/b.yaml']) expect(await found.textAt(first, path), path).toBeUndefined()
  expect(await found.textAt('f'.repeat(40), 'a/b.yaml')).toBeUndefined()
  expect(await found.textAt('--batch', 'a/b.yaml')).toBeUndefined()
})

test('a folder that is shaped like a bare clone is none', async () => {
  const root = tree({ 'a.yaml': 'one\n' })
  const { git, commit } = repository(root)
  commit()
  git('clone', '--quiet', '--bare', '.', 'charts')
  await expect(findRepository(join(root, 'charts'))).rejects.toThrow('bare')
})

test('a folder in no clone is an error in git’s words', async () => {
  await expect(findRepository(tree({}))).rejects.toThrow('not a git repository')
})

test('what differs from the commit, is new or ignored is not committed, also seen from a folder inside', async () => {
  const root = tree({ 'in/a': '1', 'in/b': '1', 'in/c d': '1', '.gitignore': 'in/ignored\n' })
  repository(root).commit()
  writeFileSync(join(root, 'in/a'), '2')
  writeFileSync(join(root, 'in/new'), '1')
  writeFileSync(join(root, 'in/ignored'), '1')
  const { uncommitted } = await findRepository(join(root, 'in'))
  expect(await uncommitted(['a', 'b', 'c d', 'new', 'ignored'])).toEqual(['a', 'new', 'ignored'])
  expect(await uncommitted(['b', '*'])).toEqual([])
})

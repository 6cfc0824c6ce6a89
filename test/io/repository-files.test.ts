import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { RepositoryFiles } from '../../src/io/repository-files.ts'
import { tree } from '../tree.ts'

test('files are read by their paths in the repository', () => {
  const files = new RepositoryFiles(
    tree({ 'a/b.txt': 'text', 'a/c.bin': new Uint8Array([0xff, 0xfe]), 'a/z/d.txt': '' }),
  )
  expect(['a/b.txt', 'a/c.bin', 'a', 'gone'].map(path => files.read(path))).toEqual([
    'text',
    undefined,
    undefined,
    undefined,
  ])
  expect(['a/b.txt', 'a', 'gone'].map(path => files.kindOf(path))).toEqual(['file', 'folder', 'missing'])
  expect(files.namesIn('a')).toEqual(['b.txt', 'c.bin', 'z'])
  expect(files.namesIn('a/b.txt')).toEqual([])
})

test('what is outside is not there, also behind a link', () => {
  const outside = tree({ 'secret.txt': 'secret' })
  const root = tree({ 'a.txt': 'text' })
  symlinkSync(outside, join(root, 'link'))
  symlinkSync(join(root, 'a.txt'), join(root, 'inner'))
  const files = new RepositoryFiles(root)
  expect([files.read('link/secret.txt'), files.read(`../${outside.split('/').at(-1)}/secret.txt`)]).toEqual([
    undefined,
    undefined,
  ])
  expect([files.kindOf('link'), files.namesIn('..')]).toEqual(['missing', []])
  expect(files.read('inner')).toBe('text')
})

test('a file that is too large is not read', () => {
  const files = new RepositoryFiles(tree({ 'a.txt': 'x'.repeat(4 * 1024 * 1024 + 1) }))
  expect(files.read('a.txt')).toBeUndefined()
})

import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { copyTree } from '../../src/io/copy-tree.ts'
import { listTree } from '../../src/io/files.ts'
import { tree } from '../tree.ts'

const LIMITS = { files: 10, bytes: 100, without: new Set(['.git']) }

function target(): string {
  const folder = mkdtempSync(join(tmpdir(), 'copy-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

test('files and links are copied, without what is left out', async () => {
  const from = tree({ 'a/b.yaml': 'b', 'c.yaml': 'c', '.git/HEAD': 'x' })
  mkdirSync(join(from, 'empty'))
  symlinkSync('/nowhere', join(from, 'a/link'))
  const to = target()
  expect(await copyTree(from, to, LIMITS)).toBe(true)
  expect(await listTree(to)).toEqual({ files: new Set(['a/b.yaml', 'c.yaml']), links: ['a/link'] })
  expect(readlinkSync(join(to, 'a/link'))).toBe('/nowhere')
  expect(readFileSync(join(to, 'a/b.yaml'), 'utf8')).toBe('b')
})

test.each([
  ['files', { ...LIMITS, files: 1 }],
  ['bytes', { ...LIMITS, bytes: 3 }],
])('more %s than allowed are not copied', async (_, limits) => {
  expect(await copyTree(tree({ a: 'aa', b: 'bb' }), target(), limits)).toBe(false)
})

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

test('a link that names its target from the root of the file system leads to the copy of it', async () => {
  const from = tree({ 'a/b.yaml': 'b', '..c.yaml': 'c' })
  const alias = join(target(), 'alias')
  symlinkSync(from, alias)
  symlinkSync(join(from, 'a/b.yaml'), join(from, 'direct'))
  symlinkSync(join(alias, '..c.yaml'), join(from, 'aliased'))
  symlinkSync(`${from}-other`, join(from, 'beside'))
  const [one, two] = [target(), target()]
  expect(await copyTree(from, one, LIMITS)).toBe(true)
  expect(readlinkSync(join(one, 'direct'))).toBe(join(one, 'a/b.yaml'))
  expect(readlinkSync(join(one, 'aliased'))).toBe(join(alias, '..c.yaml'))
  expect(readlinkSync(join(one, 'beside'))).toBe(`${from}-other`)
  expect(await copyTree(alias, two, LIMITS)).toBe(true)
  expect(readFileSync(join(two, 'direct'), 'utf8')).toBe('b')
  expect(readlinkSync(join(two, 'direct'))).toBe(join(two, 'a/b.yaml'))
  expect(readlinkSync(join(two, 'aliased'))).toBe(join(two, '..c.yaml'))
})

test.each([
  ['files', { ...LIMITS, files: 1 }],
  ['bytes', { ...LIMITS, bytes: 3 }],
])('more %s than allowed are not copied', async (_, limits) => {
  expect(await copyTree(tree({ a: 'aa', b: 'bb' }), target(), limits)).toBe(false)
})

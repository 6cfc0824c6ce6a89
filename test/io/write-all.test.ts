import { chmodSync, linkSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { rewriteAll } from '../../src/io/write-all.ts'
import { tree } from '../tree.ts'

const rewrite = (root: string, name: string, before = 'old') => ({ path: join(root, name), name, before, after: 'new' })
const textIn = (root: string, name: string): string => readFileSync(join(root, name), 'utf8')

test('files have their new texts and their old modes', async () => {
  const root = tree({ 'a.sh': 'old', b: 'old' })
  chmodSync(join(root, 'a.sh'), 0o755)
  await rewriteAll([rewrite(root, 'a.sh'), rewrite(root, 'b')])
  expect([textIn(root, 'a.sh'), textIn(root, 'b'), statSync(join(root, 'a.sh')).mode & 0o777]).toEqual([
    'new',
    'new',
    0o755,
  ])
  expect(readdirSync(root).sort()).toEqual(['a.sh', 'b'])
})

test.each([
  ['a link', (root: string) => symlinkSync('a', join(root, 'z')), 'z: this is a link, which is not written through'],
  ['a folder', (root: string) => mkdirSync(join(root, 'z')), 'z: this is no plain file'],
  ['nothing', () => undefined, 'z: cannot write: no such file or folder'],
  [
    'a file that is read-only',
    (root: string) => {
      linkSync(join(root, 'b'), join(root, 'z'))
      chmodSync(join(root, 'z'), 0o444)
    },
    'z: the file is read-only',
  ],
  [
    'a file with another text',
    (root: string) => linkSync(join(root, 'c'), join(root, 'z')),
    'z: the file has changed meanwhile',
  ],
])('with %s among them, none is written and nothing is left behind', async (_, make, message) => {
  const root = tree({ a: 'old', b: 'old', c: 'another' })
  make(root)
  const names = readdirSync(root).sort()
  await expect(rewriteAll([rewrite(root, 'a'), rewrite(root, 'z')])).rejects.toThrow(message)
  expect([textIn(root, 'a'), readdirSync(root).sort()]).toEqual(['old', names])
})

import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { strangerIn } from '../../src/io/compare-trees.ts'
import { tree } from '../tree.ts'

const original = { 'a/x': 'one', 'a/y': 'two', z: 'three' }

test('the same files, or fewer, are no strangers', async () => {
  expect(await strangerIn(tree(original), tree(original))).toBeUndefined()
  const fewer = tree({ 'a/x': 'one' })
  mkdirSync(join(fewer, 'empty'))
  expect(await strangerIn(fewer, tree(original))).toBeUndefined()
  expect(await strangerIn(join(fewer, 'nowhere'), tree(original))).toBeUndefined()
})

test.each([
  ['other bytes', { ...original, 'a/y': 'too' }, 'a/y'],
  ['a longer file', { ...original, z: 'three.' }, 'z'],
  ['one more', { ...original, 'a/w': '' }, 'a/w'],
  ['a folder for a file', { 'z/q': '' }, 'z/q'],
])('%s', async (_, files, path) => {
  const root = tree(files)
  expect(await strangerIn(root, tree(original))).toBe(join(root, path))
  expect(await strangerIn(root, tree(original), join(root, path))).toBeUndefined()
})

test('a link is as the other one, and leads to the same', async () => {
  const [here, there] = [tree(original), tree(original)]
  for (const root of [here, there]) symlinkSync('../z', join(root, 'a/link'))
  for (const root of [here, there]) symlinkSync('.', join(root, 'a/round'))
  expect(await strangerIn(join(here, 'a'), join(there, 'a'))).toBeUndefined()
  for (const root of [here, there]) symlinkSync('/etc', join(root, 'out'))
  expect(await strangerIn(here, there), 'nothing can be told of what is outside').toBe(join(here, 'out'))
})

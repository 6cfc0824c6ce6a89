import { readFileSync, renameSync, symlinkSync, truncateSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { KeptEntries, openEntries } from '../../src/io/kept-entries.ts'
import { tree } from '../tree.ts'

const [A, B] = ['a', 'b'].map(letter => letter.repeat(64)) as [string, string]
const DAY_S = 24 * 60 * 60

async function filled() {
  const folder = tree({})
  const entries = new KeptEntries(folder)
  await entries.write(A, Buffer.from('content'))
  return { folder, entries, path: join(folder, A) }
}

test('what was written is read', async () => {
  const { entries } = await filled()
  expect((await entries.read(A))?.toString()).toBe('content')
  expect(await entries.read(B)).toBeUndefined()
})

test.each<[string, (path: string) => void]>([
  ['a changed byte', path => writeFileSync(path, readFileSync(path, 'latin1').replace('content', 'Content'))],
  ['a cut end', path => truncateSync(path, 80)],
  ['nothing but a beginning', path => truncateSync(path, 3)],
  ['another version', path => writeFileSync(path, readFileSync(path, 'latin1').replace('r 1', 'r 2'))],
  ['another checksum', path => writeFileSync(path, readFileSync(path, 'latin1').replace(/r 1 ./, 'r 1 x'))],
])('an entry with %s is not there', async (_, damage) => {
  const { entries, path } = await filled()
  damage(path)
  expect(await entries.read(A)).toBeUndefined()
})

test('an entry under the name of another is not there, nor is a link to one', async () => {
  const { folder, entries, path } = await filled()
  renameSync(path, join(folder, B))
  expect(await entries.read(B)).toBeUndefined()
  renameSync(join(folder, B), join(folder, 'elsewhere'))
  symlinkSync('elsewhere', path)
  expect(await entries.read(A)).toBeUndefined()
})

test('what is old goes, then the oldest of what is too much', async () => {
  const folder = tree({})
  const entries = new KeptEntries(folder, { bytes: 250, days: 2 })
  const keys = ['1', '2', '3'].map(digit => digit.repeat(64))
  for (const [i, key] of keys.entries()) {
    await entries.write(key, Buffer.from('x'))
    const time = Date.now() / 1000 - ([3 * DAY_S, DAY_S / 2][i] ?? 0)
    utimesSync(join(folder, key), time, time)
  }
  await entries.prune()
  expect(await Promise.all(keys.map(async key => (await entries.read(key)) !== undefined))).toEqual([false, true, true])
  const smaller = new KeptEntries(folder, { bytes: 100, days: 2 })
  await smaller.write(A, Buffer.from('x'))
  await smaller.prune()
  expect((await smaller.read(A)) !== undefined).toBe(true)
  expect(await smaller.read(keys[1] ?? '')).toBeUndefined()
})

test('a folder that a change could bring entries in is refused', async () => {
  const root = tree({ 'repository/a.yaml': '' })
  const repository = join(root, 'repository')
  await expect(openEntries('cache', repository, [repository])).rejects.toThrow('inside of what is checked')
  await expect(openEntries('.', repository, [repository])).rejects.toThrow('inside of what is checked')
  symlinkSync(join(repository, 'cache'), join(root, 'link'))
  await expect(openEntries('../link', repository, [repository])).rejects.toThrow('inside of what is checked')
  await expect(openEntries('../cache', repository, [repository])).resolves.toBeInstanceOf(KeptEntries)
  await expect(openEntries('a.yaml/x', repository, [repository])).rejects.toThrow('cannot be made')
})

import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { UserError } from '../../src/errors.ts'
import { findOnPath, kindOfPath, readText, relativeTo, withTemporaryFolder, writeWhole } from '../../src/io/files.ts'
import { tree } from '../tree.ts'

test('text is read as UTF-8', async () => {
  const root = tree({ 'a.yaml': 'grüß: dich\n' })
  expect(await readText(join(root, 'a.yaml'))).toBe('grüß: dich\n')
})

test.each([
  ['binary', Uint8Array.of(1, 0, 2), 'this is a binary file'],
  ['not UTF-8', Uint8Array.of(0x61, 0xff, 0x61), 'this is not UTF-8 text'],
])('a file that is %s is refused in words', async (_, bytes, words) => {
  const root = tree({ 'a.yaml': bytes })
  await expect(readText(join(root, 'a.yaml'))).rejects.toThrow(words)
})

test('a missing file is named, without node’s own words', async () => {
  const error = await readText('/nowhere/at.yaml').catch(thrown => thrown)
  expect(error).toBeInstanceOf(UserError)
  expect(error.message).toBe('/nowhere/at.yaml: no such file or folder')
})

test('a file is written whole and leaves no draft behind', async () => {
  const root = tree({})
  await writeWhole(join(root, 'new/report.json'), '{}')
  expect(readFileSync(join(root, 'new/report.json'), 'utf8')).toBe('{}')
  expect(readdirSync(join(root, 'new'))).toEqual(['report.json'])
})

test('where a file cannot be written, that is said and nothing is left', async () => {
  const root = tree({ taken: '' })
  await expect(writeWhole(join(root, 'taken/report.json'), '{}')).rejects.toThrow('cannot write')
  expect(readdirSync(root)).toEqual(['taken'])
})

test('a folder that cannot be made is an error, not an endless try', async () => {
  await expect(writeWhole('/proc/nowhere/report.json', '{}')).rejects.toThrow('cannot write')
})

test('a temporary folder is gone afterwards, also after an error', async () => {
  let folder = ''
  const work = withTemporaryFolder(async path => {
    folder = path
    throw new Error('inside')
  })
  await expect(work).rejects.toThrow('inside')
  expect(await kindOfPath(folder)).toBe('missing')
})

test('programs are found on PATH in order; folders and plain files do not count', async () => {
  const root = tree({ 'a/tool': '', 'b/tool/x': '' })
  expect(await findOnPath('tool', `${root}/a:${root}/b`)).toBeUndefined()
  expect(await findOnPath('node', `${root}/a:${join(process.execPath, '..')}`)).toBe(process.execPath)
})

test('paths in reports are relative, and the root is a dot', () => {
  expect(relativeTo('/repo', '/repo/a/b.yaml')).toBe('a/b.yaml')
  expect(relativeTo('/repo', '/repo')).toBe('.')
})

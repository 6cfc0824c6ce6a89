import { truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MOST_BYTES_IN_ALL, readTexts } from '../../src/render/plain.ts'
import { tree } from '../tree.ts'

test('files beyond what is read of one repository are failures, in their order', async () => {
  const root = tree({ 'a.yaml': 'kind: a\n', 'z.yaml': 'kind: z\n' })
  const large = Array.from({ length: MOST_BYTES_IN_ALL / 2 ** 25 }, (_, i) => join(root, `large-${i}.yaml`))
  for (const path of large) {
    writeFileSync(path, '')
    truncateSync(path, 2 ** 25)
  }
  const texts = await readTexts([join(root, 'a.yaml'), ...large, join(root, 'z.yaml')], root)
  const words = texts.map(({ failure }) => failure?.message ?? 'read')
  expect(words.at(0)).toBe('read')
  expect(words.slice(1, -2)).toEqual(large.slice(1).map(() => 'this is a binary file'))
  for (const word of words.slice(-2))
    expect(word).toMatch(/^this file and those before it have more than the \d+ bytes/)
})

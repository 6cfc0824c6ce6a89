import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ListedFile } from '../../src/github/client.ts'
import { judgedHead, reportedLines } from '../../src/github/judged-head.ts'
import { movedLines } from '../../src/github/moved-lines.ts'
import { findRepository } from '../../src/io/git.ts'
import { finding } from '../report/assessment.ts'
import { repository } from '../repository.ts'
import { tree } from '../tree.ts'
import { blobSha } from './fake/views.ts'

const findingAt = (file: string) => finding({ location: { file, startLine: 1, via: 'manifest' }, places: [] })
const listed = (path: string, sha: string | null): ListedFile => ({
  ...{ path, sha, patch: '@@', previousPath: undefined, status: 'modified' },
})

/** What was judged, and the head. */
async function judged(text: string, head: string) {
  const root = tree({ 'a.yaml': head })
  const commit = repository(root).commit()
  writeFileSync(join(root, 'a.yaml'), text)
  const clone = await findRepository(root)
  return judgedHead([findingAt('a.yaml'), findingAt('gone.yaml')], { root, head: commit, repository: clone })
}

test('the lines that the head has, too, come as stretches', async () => {
  const { files } = await judged('# new\r\none\r\ntwo\r\nmine\r\nthree', 'one\ntwo\nthree')
  expect(files).toEqual([
    {
      file: 'a.yaml',
      blob: blobSha('# new\r\none\r\ntwo\r\nmine\r\nthree'),
      stretches: [
        { line: 2, headLine: 1, count: 2 },
        { line: 5, headLine: 3, count: 1 },
      ],
    },
  ])
})

test('without the head in the clone there is only the name of the content', async () => {
  const root = tree({ 'a.yaml': 'one\n' })
  const source = { root, head: 'f'.repeat(40), repository: undefined }
  const head = await judgedHead([findingAt('a.yaml')], source)
  expect(head).toEqual({ commit: source.head, files: [{ file: 'a.yaml', blob: blobSha('one\n') }] })
  expect(reportedLines(head, [listed('a.yaml', blobSha('one\n'))])('a.yaml', 1)).toBe(1)
  expect(reportedLines(head, [listed('a.yaml', blobSha('two\n'))])('a.yaml', 1)).toBeUndefined()
  expect(reportedLines(head, [listed('a.yaml', null)])('a.yaml', 1)).toBeUndefined()
})

test('the numbers that come out of a report are those that went into it', async () => {
  const text = fc.array(fc.constantFrom('a', 'b', 'c', '')).map(lines => lines.join('\n'))
  await fc.assert(
    fc.asyncProperty(text, text, async (from, to) => {
      const expected = movedLines(from, to)
      const head = await judged(from, to)
      const line = reportedLines(head, [])
      for (let i = 1; i <= from.split('\n').length; i += 1) expect(line('a.yaml', i)).toBe(expected(i))
      expect(line('b.yaml', 1)).toBeUndefined()
    }),
    { numRuns: 20 },
  )
})

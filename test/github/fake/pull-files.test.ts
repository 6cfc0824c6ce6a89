import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { repository } from '../../repository.ts'
import { tree } from '../../tree.ts'
import { parseHunks } from './hunks.ts'
import { push } from './people.ts'
import { pullFiles } from './pull-files.ts'
import { addComment } from './review-comments.ts'
import { headOf, newState } from './state.ts'

const lines = (from: number, to: number): string =>
  Array.from({ length: to - from + 1 }, (_, index) => `line ${from + index}\n`).join('')

test('the files of a pull request are what git says since the branches parted', () => {
  const root = tree({ 'a.yaml': lines(1, 30), 'b.yaml': lines(1, 9), 'c.yaml': 'c\n', 'd.png': '\0\x01' })
  const { git, commit } = repository(root)
  commit()
  git('switch', '--quiet', '--create', 'change')
  writeFileSync(join(root, 'a.yaml'), lines(1, 30).replace('line 15\n', 'new\nline 15\n'))
  git('mv', 'b.yaml', 'ü b.yaml')
  rmSync(join(root, 'c.yaml'))
  writeFileSync(join(root, 'd.png'), '\0\x02')
  writeFileSync(join(root, 'e.yaml'), 'e')
  commit()
  git('switch', '--quiet', 'main')
  writeFileSync(join(root, 'z.yaml'), 'only in main')
  commit()
  expect(pullFiles(root, 'main', 'change')).toEqual([
    expect.objectContaining({
      path: 'a.yaml',
      status: 'modified',
      patch: expect.stringMatching(/^@@ -12,6 \+12,7 @@[\s\S]*\+new\n line 15/),
    }),
    { path: 'c.yaml', status: 'removed', patch: '@@ -1 +0,0 @@\n-c' },
    { path: 'd.png', status: 'modified', text: '\0\x02' },
    { path: 'e.yaml', status: 'added', patch: '@@ -0,0 +1 @@\n+e\n\\ No newline at end of file', text: 'e' },
    { path: 'ü b.yaml', previousPath: 'b.yaml', status: 'renamed', text: lines(1, 9) },
  ])
})

test('a line of a file that looks like the head of a hunk is none', () => {
  const [hunk, ...more] = parseHunks('@@ -1,2 +1,2 @@\n @@ -9 +9 @@\n-@@ -1 +1 @@\n+x')
  expect(more).toEqual([])
  expect(hunk?.lines).toEqual([
    { left: 1, right: 1 },
    { left: 2, right: undefined },
    { left: undefined, right: 2 },
  ])
})

test('comments move with their lines at a push, and lose them with their lines', () => {
  const patched = (text: string) => ({
    ...({ path: 'a.yaml', status: 'added', text } as const),
    patch: `@@ -0,0 +1,${text.split('\n').length - 1} @@\n+${text.trimEnd().replaceAll('\n', '\n+')}`,
  })
  const state = newState({ files: [patched('a\nb\nc\nd\n')] })
  const say = (line: number | undefined, startLine?: number) =>
    addComment(state, { path: 'a.yaml', body: 'x', line, startLine, side: 'RIGHT' }, 1, headOf(state))
  const [onB, onC, onFile, onAB, onCD] = [say(2), say(3), say(undefined), say(2, 1), say(4, 3)]
  push(state, { sha: '2', files: [patched('new\na\nb\nC\nd\n')] })
  expect(onB).toMatchObject({ line: 3, isOutdated: false, commitId: '2', originalLine: 2 })
  expect(onAB).toMatchObject({ startLine: 2, line: 3 })
  expect(onC).toMatchObject({ line: null, isOutdated: true, originalLine: 3 })
  expect(onCD).toMatchObject({ line: null, startLine: null, isOutdated: true })
  expect(onFile).toMatchObject({ line: null, isOutdated: false })
  push(state, { sha: '3', files: [] })
  expect([onB.line, onB.isOutdated, onFile.isOutdated]).toEqual([null, true, true])
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { commentableRange, type Hunk, hunksOf, isInOneHunk, isTouched } from '../../src/github/diff.ts'
import { drawnHunks, patchOf } from './patch.ts'

const hunk = (startLine: number, endLine: number, ...added: number[]): Hunk => ({
  startLine,
  endLine,
  added: new Set(added),
})

describe('hunks', () => {
  test('hold added and context lines by the number that they have in the head', () => {
    const patch = '@@ -1,3 +1,4 @@\n one\n-two\n+zwei\n+drei\n three\n@@ -20 +21 @@ spec:\n-a\n+b'
    expect(hunksOf(patch)).toEqual([hunk(1, 4, 2, 3), hunk(21, 21, 21)])
  })

  test.each([
    ['no patch', undefined, []],
    ['nothing', '', []],
    ['something else', 'Binary files differ', []],
    ['a new file', '@@ -0,0 +1,2 @@\n+a\n+b', [hunk(1, 2, 1, 2)]],
    ['lines that only went', '@@ -3,2 +2,0 @@\n-a\n-b', []],
    [
      'no line feed at the end',
      '@@ -1 +1 @@\n-a\n\\ No newline at end of file\n+b\n\\ No newline at end of file',
      [hunk(1, 1, 1)],
    ],
    [
      'lines of a file that look like a header',
      '@@ -1,2 +1,3 @@\n @@ -1 +90 @@\n+@@ -1,9 +50,9 @@\n c',
      [hunk(1, 3, 2)],
    ],
    ['an end that comes too early', '@@ -1,9 +1,9 @@\n a\n+b', [hunk(1, 2, 2)]],
    ['a line that no diff has', '@@ -1,3 +1,3 @@\n a\nxyz\n b\n@@ -9 +9 @@\n c', [hunk(1, 1), hunk(9, 9)]],
    ['Windows line ends', '@@ -1 +1,2 @@\n a\r\n+b\r', [hunk(1, 2, 2)]],
  ])('of %s', (_, patch, hunks) => {
    expect(hunksOf(patch)).toEqual(hunks)
  })

  test('are read back from any patch', () => {
    fc.assert(
      fc.property(drawnHunks, hunks => {
        expect(hunksOf(patchOf(hunks))).toEqual(hunks.map(({ lines: _, ...hunk }) => hunk))
      }),
    )
  })

  test('of any text never throw', () => {
    const texts = fc
      .array(fc.constantFrom('@@ -1,2 +3,4 @@', '+', '-', ' ', '\\', 'x', '', '@@'))
      .map(it => it.join('\n'))
    fc.assert(fc.property(texts, text => hunksOf(text).every(({ startLine, endLine }) => startLine <= endLine)))
  })
})

describe('a range', () => {
  const hunks = [hunk(10, 20, 12), hunk(30, 60, 40)]

  test.each([
    ['inside a hunk', { startLine: 11, endLine: 13 }, { startLine: 11, endLine: 13 }],
    ['that leaves its hunk', { startLine: 18, endLine: 25 }, { startLine: 18, endLine: 20 }],
    ['that begins before a hunk', { startLine: 5, endLine: 12 }, { startLine: 10, endLine: 12 }],
    ['over two hunks', { startLine: 19, endLine: 31 }, { startLine: 19, endLine: 20 }],
    ['that is long', { startLine: 35, endLine: 50 }, { startLine: 35, endLine: 35 }],
    ['between hunks', { startLine: 21, endLine: 29 }, undefined],
  ])('%s', (_, range, expected) => {
    expect(commentableRange(hunks, range)).toEqual(expected)
  })

  test('is in one hunk as a whole or not', () => {
    expect(isInOneHunk(hunks, { startLine: 10, endLine: 20 })).toBe(true)
    expect(isInOneHunk(hunks, { startLine: 10, endLine: 21 })).toBe(false)
    expect(isInOneHunk(hunks, { startLine: 12, endLine: 11 })).toBe(false)
  })

  test('was touched or not', () => {
    expect(isTouched(hunks, { startLine: 10, endLine: 12 })).toBe(true)
    expect(isTouched(hunks, { startLine: 13, endLine: 39 })).toBe(false)
  })
})

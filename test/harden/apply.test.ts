import { describe, expect, test } from 'vitest'
import { applyAll, applyChange, editsOf } from '../../src/harden/apply.ts'
import type { FileChange } from '../../src/harden/file-change.ts'

const at = (path: FileChange['path'], value: FileChange['value'], document?: number): FileChange => ({
  ...{ file: 'a.yaml', document, path, value },
})
const without = (text: string, document: number): string => {
  const edited = applyChange(text, at([], undefined, document))
  return 'refusal' in edited ? `refused: ${edited.refusal}` : edited.text
}

describe('a document goes with the separator that nobody needs any more', () => {
  test.each([
    ['the first', 'a: 1\n---\nb: 2\n', 1, 'b: 2\n'],
    ['one between', 'a: 1\n---\n# mine\nb: 2\n---\nc: 3\n', 3, 'a: 1\n---\nc: 3\n'],
    ['the last', 'a: 1\n---\nb: 2\n', 3, 'a: 1\n'],
    ['the last without a line break', 'a: 1\n---\nb: 2', 3, 'a: 1'],
    ['the first behind a separator', '---\na: 1\n---\nb: 2\n', 2, '---\nb: 2\n'],
    ['of Windows', 'a: 1\r\n---\r\nb: 2\r\n', 3, 'a: 1\r\n'],
  ])('%s', (_, text, line, expected) => expect(without(text, line)).toBe(expected))

  test('but not the only one', () => expect(without('---\na: 1\n', 2)).toContain('delete the file'))
  test('nor one that is not there', () => expect(without('a: 1\n---\nb: 2\n', 2)).toContain('not where it was'))
})

describe('several changes of one file', () => {
  const text = 'a: 1\n---\nb:\n  - x\n  - y\n  - z\nc: 3 # why\n'
  test('are made from the end, so that each is where it was', () => {
    const changes = [at(['a'], 2, 1), at(['b', 0], undefined, 3), at(['b', 2], undefined, 3), at(['d'], [4], 3)]
    expect(applyAll(text, changes)).toEqual({
      text: 'a: 2\n---\nb:\n  - y\nc: 3 # why\nd:\n  - 4\n',
      refused: [],
    })
  })
  test('below a key that the first of them adds', () => {
    const changes = [at(['rbac', 'edit'], false), at(['rbac', 'admin'], false), at(['x'], 1)]
    expect(applyAll('# mine\n', changes).text).toBe('# mine\nrbac:\n  edit: false\n  admin: false\nx: 1\n')
  })
  test('of which one cannot be made leave it out', () => {
    const change = at(['a'], 2, 1)
    expect(applyAll(text, [change, change])).toMatchObject({ refused: [change] })
  })
  test('are edits apart from each other where they are', () => {
    expect(editsOf('a.yaml', text, [at(['c'], 4, 3), at(['a'], 2, 1)])).toEqual([
      { file: 'a.yaml', startLine: 1, endLine: 1, replacement: 'a: 2', before: ['a: 1'] },
      { file: 'a.yaml', startLine: 7, endLine: 7, replacement: 'c: 4 # why', before: ['c: 3 # why'] },
    ])
  })
  test('and one edit where they meet', () => {
    expect(editsOf('a.yaml', 'x: 1\n', [at(['r', 'a'], 1), at(['r', 'b'], 2)])).toEqual([
      { file: 'a.yaml', startLine: 1, endLine: 1, replacement: 'x: 1\nr:\n  a: 1\n  b: 2', before: ['x: 1'] },
    ])
  })
  test('but none where the lines between hold what may be a secret', () => {
    const meeting = [at(['r', 'a'], 1), at(['r', 'b'], 2), at(['x'], 5)]
    expect(editsOf('a.yaml', 'x: 1\npassword: hunter2hunter2\nz: 1\n', meeting)).toBeUndefined()
  })
  test('with the lines of a document that goes, masked', () => {
    const secret = `a: 1\n---\napiVersion: v1\nkind: Secret\nmetadata: { name: a }\nstringData: { a: hunter2hunter2 }\n`
    const [edit] = editsOf('a.yaml', secret, [{ ...at([], undefined, 3) }]) ?? []
    expect(edit).toMatchObject({ replacement: '' })
    expect(edit?.before).toContain('***')
    expect(JSON.stringify(edit)).not.toContain('hunter2')
  })
})

test('lines that may hold a secret are not shown', () => {
  const text = 'a: { password: hunter2hunter2, b: 1 }\nc: 1\n'
  expect(applyChange(text, at(['a', 'b'], 2))).toEqual({ refusal: 'the lines hold what may be a secret' })
  expect(applyChange(text, at(['c'], 2))).toMatchObject({ edit: { startLine: 2 } })
  expect(applyChange('b: 1\na: { password: hunter2hunter2 }\n', at(['c'], 2))).toMatchObject({
    edit: { startLine: 1, endLine: 1, replacement: 'b: 1\nc: 2' },
  })
})

test('a byte-order mark stays before the first document', () =>
  expect(applyChange('\uFEFFa: 1\n---\nb: 2\n', at(['a'], 2, 1))).toMatchObject({ text: '\uFEFFa: 2\n---\nb: 2\n' }))

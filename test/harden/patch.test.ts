import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PatchedFile, patchOf } from '../../src/harden/patch.ts'
import { repository } from '../repository.ts'
import { tree } from '../tree.ts'

const patchText = (files: readonly PatchedFile[]): string => patchOf(files).text

test('a file of DOS lines without an end, a new file and one that stays', () => {
  const patch = patchText([
    { file: 'a.yaml', before: 'a: 1\r\nb: 2', after: 'a: 1\r\nb: 3\r\nc: 4' },
    { file: 'new.yaml', before: undefined, after: 'x: 1\n' },
    { file: 'same.yaml', before: 'y', after: 'y' },
  ])
  expect(patch).toBe(
    [
      ...['--- a/a.yaml', '+++ b/a.yaml', '@@ -1,2 +1,3 @@', ' a: 1\r', '-b: 2', '\\ No newline at end of file'],
      ...['+b: 3\r', '+c: 4', '\\ No newline at end of file'],
      ...['--- /dev/null', '+++ b/new.yaml', '@@ -0,0 +1,1 @@', '+x: 1', ''],
    ].join('\n'),
  )
  expect(patchText([])).toBe('')
})

const line = fc.constantFrom('a', 'b: 1', '', '-- x', '\\ y', '@@ -1 +1 @@', ' ')
const text = fc
  .tuple(fc.array(line, { maxLength: 12 }), fc.constantFrom('\n', '\r\n'), fc.boolean())
  .map(([lines, end, isEnded]) => lines.join(end) + (isEnded && lines.length > 0 ? end : ''))

test('git applies what it prints, whatever the texts and names are', () => {
  const root = tree({})
  const { git } = repository(root)
  git('init', '--quiet')
  const name = fc.constantFrom('a.yaml', 'a b.yaml', 'a"b.yaml', 'a\\b.yaml', 'é\tx.yaml')
  fc.assert(
    fc.property(text, text, name, (before, after, file) => {
      fc.pre(before !== after && before !== '' && after !== '')
      writeFileSync(join(root, file), before)
      writeFileSync(join(root, 'p.patch'), patchText([{ file, before, after }]))
      git('apply', '--whitespace=nowarn', 'p.patch')
      expect(readFileSync(join(root, file), 'utf8')).toBe(after)
    }),
    { numRuns: 40 },
  )
})

test('a text that differs everywhere is replaced as a whole', () => {
  const many = (word: string): string => Array.from({ length: 20_000 }, (_, i) => `${word}${i}\n`).join('')
  const root = tree({
    'a.yaml': many('a'),
    'p.patch': patchText([{ file: 'a.yaml', before: many('a'), after: many('b') }]),
  })
  repository(root).git('apply', '--whitespace=nowarn', 'p.patch')
  expect(readFileSync(join(root, 'a.yaml'), 'utf8')).toBe(many('b'))
})

test('a line that may hold a secret is no context: there is less of it, or no patch of the file', () => {
  const lines = ['a: 1', 'b: 2', 'c: 3', 'd: 4', 'e: 5', 'password: hunter2hunter2', 'f: 6']
  const change = (from: string, to: string) => {
    const before = `${lines.join('\n')}\n`
    return patchOf([{ file: 'values.yaml', before, after: before.replace(from, to) }])
  }
  const far = change('c: 3', 'c: 4')
  expect(far.text).toContain(' d: 4')
  expect(far.text + change('d: 4', 'd: 5').text).not.toContain('hunter2')
  expect(change('e: 5', 'e: 6')).toEqual({ text: '', hidden: ['values.yaml'] })
})

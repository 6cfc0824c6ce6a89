import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitDocuments } from '../../src/parse/documents.ts'

const starts = (stream: string): [number, string][] =>
  splitDocuments(stream).map(({ startLine, text }) => [startLine, text.trim()])

test('a stream is cut at its separators, and each document knows its first line', () => {
  expect(starts('a: 1\n---\nb: 2\n--- # next\nc: 3\n')).toEqual([
    [1, 'a: 1'],
    [3, 'b: 2'],
    [5, 'c: 3'],
  ])
})

test('empty documents are left out', () => {
  expect(starts('---\n---\n\n---\na: 1\n---\n')).toEqual([[5, 'a: 1']])
  expect(splitDocuments('')).toEqual([])
  expect(splitDocuments('---')).toEqual([])
})

test('what stands behind a separator on its line belongs to the document', () => {
  expect(starts('a: 1\n--- {b: 2}\n--- !!map\nc: 3')).toEqual([
    [1, 'a: 1'],
    [2, '--- {b: 2}'],
    [3, '--- !!map\nc: 3'],
  ])
})

test('a document may end before the next one begins', () => {
  expect(starts('a: 1\n...\n---\nb: 2\n... # end\nc: 3')).toEqual([
    [1, 'a: 1'],
    [4, 'b: 2'],
    [6, 'c: 3'],
  ])
})

test('CRLF separates as LF does, and leaves no CR behind', () => {
  expect(splitDocuments('a: 1\r\n---\r\nb: 2\r\n').map(({ startLine, text }) => [startLine, text])).toEqual([
    [1, 'a: 1'],
    [3, 'b: 2\r\n'],
  ])
})

test.each(['----', '---a', ' ---', 'a: ---', '  ---\n', '....'])('%j is no separator', line => {
  expect(splitDocuments(`a: |\n  b\n${line}\nc: 1`)).toHaveLength(1)
})

test('helm names the template of each document', () => {
  const stream = '---\n# Source: eso/templates/a.yaml\na: 1\n---\r\n# Source: eso/templates/b.yaml\r\nb: 2\r\n'
  expect(splitDocuments(stream).map(({ source }) => source)).toEqual(['eso/templates/a.yaml', 'eso/templates/b.yaml'])
})

test('a document without the comment comes from the template named last', () => {
  const stream = 'a: 1\n---\n# Source: eso/templates/b.yaml\nb: 2\n...\nc: 3'
  expect(splitDocuments(stream).map(({ source }) => source)).toEqual([
    undefined,
    'eso/templates/b.yaml',
    'eso/templates/b.yaml',
  ])
})

test('nothing but separators is lost, and every document stands where it says', () => {
  const line = fc.constantFrom('---', '--- # x', '--- a', '...', 'a: 1', '', ' b', '# Source: c/d.yaml', 'e\r')
  const content = (lines: readonly string[]): string[] =>
    lines.map(one => one.trimEnd()).filter(one => one !== '' && one !== '---' && one !== '--- # x' && one !== '...')
  fc.assert(
    fc.property(fc.array(line), lines => {
      const documents = splitDocuments(lines.join('\n'))
      expect(content(documents.flatMap(({ text }) => text.split('\n')))).toEqual(content(lines))
      for (const { text, startLine } of documents)
        expect(
          lines
            .slice(startLine - 1, startLine - 1 + text.split('\n').length)
            .join('\n')
            .trimEnd(),
        ).toBe(text.trimEnd())
    }),
  )
})

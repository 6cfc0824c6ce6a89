import { expect, test } from 'vitest'
import { branchExtents } from '../../../src/locate/inquiry/branches.ts'

/** The text of each extent, to read. */
const extents = (text: string): string[] => branchExtents(text).map(({ start, end }) => text.slice(start, end))

test('inner branches stand before those around them', () => {
  expect(extents('{{ if .a }}x{{ range .b }}y{{ end }}z{{ end }}')).toEqual([
    '{{ range .b }}y',
    '{{ if .a }}x{{ range .b }}y{{ end }}z',
  ])
})

test('else if is a branch of its own that shares the end', () => {
  expect(extents('{{ if .a }}x{{ else if .b }}y{{ else }}z{{ end }}')).toEqual([
    '{{ else if .b }}y{{ else }}z',
    '{{ if .a }}x{{ else if .b }}y{{ else }}z',
  ])
})

test('defines, comments, and words in texts are no branches', () => {
  expect(extents('{{ define "if" }}{{/* if */}}if {{ "end" }}{{ with .a }}x{{ end }}{{ end }}')).toEqual([
    '{{ with .a }}x',
  ])
})

test('a text that does not parse gives what was closed', () => {
  expect(extents('{{ if .a }}{{ end }}{{ if .b }}{{ end }}{{ end }}{{ if "')).toEqual(['{{ if .a }}', '{{ if .b }}'])
})

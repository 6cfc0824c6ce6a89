import { expect, test } from 'vitest'
import { spotOnLine, textSpots } from '../../../src/locate/inquiry/template-spots.ts'

const TEXT = `a: 1
{{- if .Values.b }}
b: {{ .Values.b }}
---
{{ else }}
{{ .Values.c }}
c: 1
{{- end }}
{{- define "d" }}d: 1{{ end }}
`

test('the texts of a template that say something', () => {
  const texts = textSpots('c/templates/a.yaml', TEXT).map(({ offset }) => TEXT.slice(offset, offset + 5).trim())
  expect(texts).toEqual(['a: 1', 'b: {', 'c: 1'])
})

test.each([
  [1, 'a: '],
  [2, undefined],
  [3, 'b: '],
  [4, '---'],
  [6, '{{ '],
  [7, 'c: '],
  [8, undefined],
  [10, undefined],
  [99, undefined],
])('what line %i prints', (line, expected) => {
  const spot = spotOnLine('c/templates/a.yaml', TEXT, line)
  expect(spot && TEXT.slice(spot.offset).trim().slice(0, 3)).toBe(expected)
})

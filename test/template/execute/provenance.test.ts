import { expect, test } from 'vitest'
import { flatten } from '../../../src/template/value/provenance.ts'
import type { Condition } from '../../../src/template/value/site.ts'
import { dependenciesOfConditions } from '../../../src/template/value/text.ts'
import { nameOf, type Piece, piecesOf, run } from './run.ts'

const pieces = (template: string, values: object = {}, others: Readonly<Record<string, string>> = {}): Piece[] =>
  piecesOf(run(template, values, others))

test('text and values each have their line', () => {
  expect(pieces('a: 1\nb: {{ .Values.b }}\n{{- /* gone */}}\nc: {{ "d" }}', { b: 'B' })).toEqual([
    { text: 'a: 1\nb: ', line: 1 },
    { text: 'B', line: 2, is: 'b' },
    { text: '\nc: ', line: 3 },
    { text: 'd', line: 4 },
  ])
})

test('a text begins where it begins after trimming', () => {
  expect(pieces('{{ "a" -}}\n\n  b\n')).toEqual([
    { text: 'a', line: 1 },
    { text: 'b\n', line: 3 },
  ])
})

test('what prints nothing leaves an empty piece, with the key that is not there', () => {
  expect(pieces('{{ .Values.a.b }}{{ .Values.a.c }}{{ .Values.d }}', { a: { c: '' } })).toEqual([
    { text: '', line: 1, is: 'a.b' },
    { text: '', line: 1, is: 'a.c' },
    { text: '', line: 1, is: 'd' },
  ])
})

test('a key below a missing one is missing too', () => {
  expect(pieces('{{ (.Values.a).b.c }}')).toEqual([{ text: '', line: 1, is: 'a.b.c' }])
})

test('a branch that is not taken leaves an empty piece with its condition', () => {
  const { segments } = run('{{ if .Values.on }}text{{ end }}')
  expect(segments).toMatchObject([{ text: '', site: { condition: { isTrue: false, iteration: undefined } } }])
  expect(gates(segments[0]?.site?.condition)).toEqual(['on'])
})

test('conditions hold inside of what is included', () => {
  const { segments } = run(
    '{{ if .Values.a }}{{ include "h" . }}{{ end }}',
    { a: 1 },
    {
      h: '{{ if .Values.b }}{{ else }}x{{ end }}',
    },
  )
  const inner = segments.find(({ text }) => text === 'x')?.site
  expect([inner?.condition?.isTrue, inner?.condition?.parent?.isTrue]).toEqual([false, true])
  expect(gates(inner?.condition)).toEqual(['b', 'a'])
  expect([inner?.source.name, inner?.frame?.name, inner?.frame?.parent]).toEqual(['h', 'h', undefined])
})

test('items of a range have their own path, and their iteration', () => {
  const { segments } = run('{{ range $i, $v := .Values.list }}{{ $i }}{{ $v.name }}{{ end }}', {
    list: [{ name: 'a' }, { name: 'b' }],
  })
  expect(
    piecesOf(run('{{ range $i, $v := .Values.list }}{{ $i }}{{ $v.name }}{{ end }}', { list: [{ name: 'a' }] })),
  ).toEqual([
    { text: '0', line: 1, depends: ['list'] },
    { text: 'a', line: 1, is: 'list.0.name' },
  ])
  expect(segments.map(({ site }) => site?.condition?.iteration)).toEqual([0, 0, 1, 1])
  expect(pieces('{{ range $k, $v := .Values.map }}{{ $k }}{{ $v }}{{ end }}', { map: { a: 'x' } })).toEqual([
    { text: 'a', line: 1, depends: ['map.a', 'map'] },
    { text: 'x', line: 1, is: 'map.a' },
  ])
})

test('an assigned variable depends on the conditions between it and its declaration', () => {
  const template = '{{ $x := "" }}{{ if .Values.out }}{{ $x = .Values.b }}{{ end }}{{ $x }}'
  expect(pieces(template, { out: true, b: 'B' }).at(-1)).toEqual({ text: 'B', line: 1, is: 'b', depends: ['out'] })
  // It would be another one if the branch had been taken.
  expect(pieces(template, { out: false, b: 'B' }).at(-1)).toEqual({ text: '', line: 1, depends: ['out'] })
})

test('what set puts into a dict depends on the conditions around it', () => {
  const template = '{{ $d := dict }}{{ if .Values.on }}{{ $_ := set $d "a" .Values.b }}{{ end }}{{ $d.a }}'
  expect(pieces(template, { on: true, b: 'B' }).at(-1)).toMatchObject({ is: 'b', depends: ['on'] })
})

test('or and and keep what they choose, and depend on what they looked at', () => {
  expect(pieces('{{ or .Values.a .Values.b .Values.c }}', { a: '', b: 'B', c: 'C' })).toEqual([
    { text: 'B', line: 1, is: 'b', depends: ['a'] },
  ])
})

test('a text given to tpl keeps what its pieces are', () => {
  const text = run('x\n{{ tpl .Values.t . }}', { t: 'one\ntwo {{ .Values.a }}', a: 'A' })
  expect(piecesOf(text)).toEqual([
    { text: 'x\n', line: 1 },
    { text: 'one\ntwo ', line: 1, is: 't' },
    { text: 'A', line: 2, is: 'a', depends: ['t'] },
  ])
  const [, own, value] = text.segments
  expect(own?.site?.source.given?.string).toBe('one\ntwo {{ .Values.a }}')
  expect(value?.site?.frame?.name).toBe('tpl')
  expect(value?.site?.frame?.source.lineOf(value.site.frame.offset)).toBe(2)
})

const gates = (condition: Condition | undefined): string[] =>
  [...flatten(dependenciesOfConditions(condition))].map(nameOf)

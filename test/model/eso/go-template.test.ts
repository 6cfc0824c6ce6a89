import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { actionsOf } from '../../../src/model/eso/go-template.ts'

const functionsIn = (text: string): string[] => actionsOf(text).flatMap(({ functions }) => functions)

describe('functions', () => {
  test.each([
    ['{{ upper .a }}', ['upper']],
    ['{{ .a | upper | quote }}', ['upper', 'quote']],
    ['{{-upper .a-}}', ['upper']],
    ['{{- upper .a -}}', ['upper']],
    ['{{upper(lower .a)}}', ['upper', 'lower']],
    ['{{ if eq .a "x" }}{{ fail "y" }}{{ else }}z{{ end }}', ['eq', 'fail']],
    ['{{ (index . "a").fail }}', ['index']],
    ['{{ $fail := .fail.env }}{{ $fail.env }}', []],
    ['{{ range $i, $fail := .a }}{{ break }}{{ end }}', []],
    ['{{ "fail }} upper" }}', []],
    ['{{ `fail }} upper` }}{{ lower `a` }}', ['lower']],
    [`{{ print "a\\"fail" 'f' '\\'' }}`, ['print']],
    ['{{/* fail }} */}}{{ upper .a }}', ['upper']],
    ['{{- /* fail\n */ -}}{{ upper .a }}', ['upper']],
    ['{{ add 1.5e3 .5 0x1f }}', ['add']],
    ['{{ define "fail" }}a{{ end }}', []],
    ['{{ add1 -1 }}\n{{ mod\n 3 2 }}', ['add1', 'mod']],
    ['upper lower }} {{', []],
    ['{{ upper .a', []],
    ['{{ upper "a }}{{ lower .b }}', []],
    ['{{ lower .b }}{{ upper "a\n" }}', ['lower']],
    ['${HOST} {{ upper "${HOST}" }}', ['upper']],
  ])('%j calls %j', (text, functions) => {
    expect(functionsIn(text)).toEqual(functions)
  })
})

describe('data', () => {
  test.each([
    ['{{ .a }}', true],
    ['{{ . | toJson }}', true],
    ['{{ $x }}', true],
    ['{{ fail (printf "%s" .a) }}', true],
    ['{{ fail "a.b $c" }}', false],
    ['{{ add .5 1.5 }}', false],
  ])('%j: %j', (text, readsData) => {
    expect(actionsOf(text).map(action => action.readsData)).toEqual([readsData])
  })
})

test('reads any text, and a long one in no time', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: fc.constantFrom('{{', '}}', '"', '`', "'", '\\', '/*', '*/', '-', '.', 'a', ' ', '\n') }),
      text => Array.isArray(actionsOf(text)),
    ),
  )
  for (const part of ['{{', '{{"', '{{ "\\"', '{{/*', '{{`', "{{ '", '{{ a ', '{{- ']) {
    expect(Array.isArray(actionsOf(part.repeat(50_000))), part).toBe(true)
  }
})

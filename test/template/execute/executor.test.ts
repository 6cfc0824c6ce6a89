import { describe, expect, test } from 'vitest'
import { TemplateError, Untraced } from '../../../src/template/errors.ts'
import { LIMITS } from '../../../src/template/execute/budget.ts'
import { MAIN, run } from './run.ts'

const printed = (template: string, values: object = {}, others: Readonly<Record<string, string>> = {}): string =>
  run(template, values, others).string

const VALUES = {
  none: null,
  list: ['a', null, { b: 1 }],
  map: { x: null, y: { z: 1 } },
  text: 'str',
  whole: 3,
  part: 2.5,
}

// All of these were measured with helm 4.1.4 and 3.18.0.
test.each([
  ['{{ range 3 }}{{ . }},{{ end }}', '0,1,2,'],
  ['{{ range $i := 3 }}{{ $i }},{{ end }}', '0,1,2,'],
  ['{{ range -3 }}{{ . }}{{ else }}none{{ end }}', 'none'],
  ['{{ range (int64 3) }}{{ kindOf . }},{{ end }}', 'int64,int64,int64,'],
  ['{{ range $k, $v := dict "b" 1 "a" 2 }}{{ $k }}{{ $v }}{{ end }}', 'a2b1'],
  ['{{ range $i, $v := .Values.nothing }}{{ else }}[{{ $i }}{{ $v }}]{{ end }}', '[]'],
  ['{{ range $i, $v := list }}{{ else }}[{{ $i }}{{ $v }}]{{ end }}', '[[][]]'],
  ['{{ $i := 7 }}{{ range $i = list }}{{ else }}[{{ $i }}]{{ end }}{{ $i }}', '[[]][]'],
  ['{{ $i := 7 }}{{ range $i = list 1 2 }}{{ end }}{{ $i }}', '2'],
  ['{{ $i := 7 }}{{ $j := 7 }}{{ range $i, $j = list 5 6 }}{{ end }}{{ $i }}{{ $j }}', '16'],
  [
    '{{ range $i, $e := until 5 }}{{ if eq $i 2 }}{{ continue }}{{ end }}{{ if eq $i 4 }}{{ break }}{{ end }}{{ $e }}{{ end }}',
    '013',
  ],
  [
    '{{ $d := dict "a" 1 "b" 2 }}{{ range $k, $v := $d }}{{ $_ := set $d "c" 3 }}{{ $_ := unset $d "b" }}{{ $k }}{{ $v }}{{ end }}',
    'a1b2',
  ],
  ['{{ $y := 1 }}{{ if true }}{{ $y = 2 }}{{ $y := 3 }}{{ $y = 4 }}{{ end }}{{ $y }}', '2'],
  ['{{ with $x := 3 }}{{ $x }}{{ end }}', '3'],
  ['{{ if $x := 0 }}{{ else }}{{ $x }}{{ end }}', '0'],
  ['{{ with .Values.map }}{{ .y.z }}{{ $.Values.text }}{{ end }}', '1str'],
  ['{{ with .Values.none }}a{{ else with .Values.text }}{{ . }}{{ end }}', 'str'],
  ['{{ "a" | and }}{{ "a" | and "b" "" }}{{ or nil "x" }}{{ and 1 nil }}', 'ax'],
  ['{{ or "x" (fail "not reached") }}{{ and "" (fail "not reached") }}', 'x'],
  ['{{ (.Values.none).y.z }}{{ $x := .Values.none }}{{ $x.y.z }}{{ (index .Values "nothing").foo }}', ''],
  ['{{ (.Values.nothing).foo "x" }}', ''],
  ['{{ range $v := list nil }}{{ $w := $v }}[{{ $w.x }}{{ (.).x }}]{{ end }}', '[]'],
  ['{{ "<no value>" }}<no value>{{ "<no" }} value>{{ .Values.none }}', ''],
  [
    '{{ .Values.part }} {{ .Values.whole }} {{ .Values.map }} {{ .Values.list }}',
    '2.5 3 map[x:<nil> y:map[z:1]] [a <nil> map[b:1]]',
  ],
  ['{{ trunc 3.0 "abcdef" }}{{ trunc 3e0 "abcdef" }}', 'abcabc'],
  ['{{ required "m" 0 }}{{ required "m" false }}{{ required "m" list }}', '0false[]'],
  ['{{ lookup "v1" "Pod" "" "" }}', 'map[]'],
  ['{{ block "b" .Values.text }}{{ . }}{{ end }}{{ template "b" 3 }}', 'str3'],
  [
    '{{ define "x" }}[{{ .a.b }}]{{ end }}{{ include "x" nil }}{{ template "x" }}{{ range list nil }}{{ include "x" . }}{{ end }}',
    '[][][]',
  ],
  ['{{ define "x" }}1{{ end }}{{ define "x" }} {{ end }}{{ include "x" . }}', '1'],
  ['{{ define "x" }} {{ end }}[{{ include "x" . }}]', '[ ]'],
])('%s prints %s', (template, output) => {
  expect(printed(template, VALUES)).toBe(output)
})

test.each([
  ['{{ range $i, $v := 3 }}{{ end }}', "can't use 3 to iterate over more than one variable"],
  ['{{ range .Values.whole }}{{ end }}', "range can't iterate over 3"],
  ['{{ range "abc" }}{{ end }}', "range can't iterate over abc"],
  ['{{ range list nil }}{{ .x }}{{ end }}', 'nil pointer evaluating interface {}.x'],
  ['{{ range $v := list nil }}{{ $v.x }}{{ end }}', 'nil pointer evaluating interface {}.x'],
  ['{{ .Values.none.y }}', 'nil pointer evaluating interface {}.y'],
  ['{{ (lookup "v1" "Pod" "" "").a.b }}', 'nil pointer evaluating interface {}.b'],
  ['{{ .Values.text.foo }}', "can't evaluate field foo in type string"],
  ['{{ .Values.none "a" }}', 'none is not a method but has arguments'],
  ['{{ "a" | .Values.nothing }}', 'nothing is not a method but has arguments'],
  ['{{ and }}', 'wrong number of args for and: want at least 1 got 0'],
  ['{{ nil }}', 'nil is not a command'],
  ['{{ (1) 2 }}', "can't give argument to non-function"],
  ['{{ include "nobody" . }}', 'no template "nobody"'],
  ['{{ template "nobody" . }}', 'no template "nobody"'],
  ['{{ required "please" "" }}', 'please'],
  ['{{ fail "stop" }}', 'stop'],
  ['{{ call .Values.text }}', 'non-function'],
  ['{{ tpl (list "a") . }}', 'wrong type for value'],
])('%s fails: %s', (template, message) => {
  expect(() => printed(template, VALUES)).toThrow(TemplateError)
  expect(() => printed(template, VALUES)).toThrow(message)
})

describe('tpl', () => {
  test('defines for itself and for what it calls', () => {
    const template = `{{ define "y" }}1{{ end }}{{ define "z" }}{{ include "y" . }}{{ end }}
{{- tpl "{{ define \`y\` }}Y{{ end }}{{ include \`z\` . }}" . }}{{ include "z" . }}`
    expect(printed(template)).toBe('Y1')
  })

  test('removes what Go prints for nil before others see it', () => {
    expect(printed('{{ tpl "a{{ .Values.none }}b" . | len }}{{ tpl "<no value>" . | len }}')).toBe('20')
  })

  test('runs templates in templates', () => {
    expect(printed('{{ tpl .Values.a . }}', { a: '{{ tpl .Values.b . }}!', b: '{{ $.Values.c }}', c: 'deep' })).toBe(
      'deep!',
    )
  })
})

describe('definitions', () => {
  test('of several files: the last one wins, but not an empty one', () => {
    const others = { '1.tpl': '{{ define "x" }}first{{ end }}', '2.tpl': '{{ define "x" }}second{{ end }}' }
    expect(printed('{{ include "x" . }}', {}, others)).toBe('second')
    expect(printed('{{ include "x" . }}', {}, { ...others, '3.tpl': '{{ define "x" }}{{/* no */}} {{ end }}' })).toBe(
      'second',
    )
  })

  test('are all there before the first template runs', () => {
    expect(printed('{{ include "x" . }}', {}, { 'z.tpl': '{{ define "x" }}found{{ end }}' })).toBe('found')
  })

  test('files are called by their path', () => {
    expect(printed('{{ include "other.yaml" . }}', { a: 1 }, { 'other.yaml': '{{ .Values.a }}' })).toBe('1')
  })
})

test('an error has the place of the innermost call', () => {
  const others = { 'c/templates/_h.tpl': '{{ define "h" }}\n  {{ fail "stop" }}{{ end }}' }
  const error = errorOf(() => run('a: 1\n{{ include "h" . }}', {}, others))
  expect(error).toMatchObject({ place: { template: 'c/templates/_h.tpl', line: 2, column: 6 } })
  expect(errorOf(() => run('é {{ .Values.a.b }}'))).toMatchObject({ place: { template: MAIN, line: 1, column: 6 } })
})

describe('limits', () => {
  const endless = '{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}'

  test('endless recursion, loops and output end', () => {
    expect(() => run(endless)).toThrow(Untraced)
    expect(() =>
      run('{{ range until 1000 }}{{ range until 1000 }}a{{ end }}{{ end }}', {}, {}, { ...LIMITS, steps: 10_000 }),
    ).toThrow(Untraced)
    expect(() => run('{{ range until 1000 }}0123456789{{ end }}', {}, {}, { ...LIMITS, characters: 5000 })).toThrow(
      Untraced,
    )
  })
})

function errorOf(body: () => unknown): unknown {
  try {
    body()
  } catch (error) {
    return error
  }
  return undefined
}

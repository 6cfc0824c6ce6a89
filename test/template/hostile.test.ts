import { describe, expect, test } from 'vitest'
import { loadChart } from '../../src/template/chart/chart.ts'
import { TemplateError, Untraced } from '../../src/template/errors.ts'
import { LIMITS } from '../../src/template/execute/budget.ts'
import { TracedText } from '../../src/template/origin.ts'
import { type Trace, traceChart } from '../../src/template/trace.ts'
import { Dict } from '../../src/template/value/value.ts'
import { bytes, capabilitiesOf, chartYaml } from './chart/charts.ts'

type Files = Readonly<Record<string, string | Uint8Array>>

function trace(files: Files): Trace {
  const all = Object.entries({ 'Chart.yaml': chartYaml('c'), ...files })
  const contents = new Map(all.map(([path, text]) => [path, typeof text === 'string' ? bytes(text) : text]))
  const chart = loadChart(contents, { isPackaged: false, helm: '4.1.4' })
  const release = { name: 'rel', namespace: 'shop' }
  return traceChart({ chart, values: new Dict(), release, capabilities: capabilitiesOf() })
}

/** What becomes of a chart: `fails` as helm does, or why it is not traced. */
function fate(files: Files): string {
  try {
    const { failure, reason, untraced, steps } = trace(files)
    expect(steps).toBeLessThanOrEqual(LIMITS.steps)
    return failure ? 'fails' : (reason ?? untraced.values().next().value ?? 'traced')
  } catch (error) {
    if (error instanceof TemplateError) return 'fails'
    if (error instanceof Untraced) return error.message
    throw error
  }
}

const template = (text: string, values = ''): Files => ({ 'templates/a.yaml': text, 'values.yaml': values })
/** `{{ $x := … }}` and then, often, `{{ $x = … }}`. */
const again = (times: number, first: string, next: string, end = ''): Files =>
  template(`{{ $x := ${first} }}{{ range $i := until ${times} }}{{ $x = ${next} }}{{ end }}${end}`)
const often = (times: number, action: string, values = ''): Files =>
  template(`{{ range $i := until ${times} }}{{ $y := ${action} }}{{ end }}`, values)
const keys = (count: number): string => Array.from({ length: count }, (_, i) => `a${i}: value${i}\n`).join('')
const STEPS = 'the templates take too many steps'

describe('texts that are no templates', () => {
  test.each<[string, Files, string]>([
    ['an action that does not end', template('{{ if'), 'fails'],
    ['half a million braces', template('{{'.repeat(500_000)), 'fails'],
    ['a comment that does not end', template('{{/*'.repeat(250_000)), 'fails'],
    [
      'bytes',
      { 'templates/a.yaml': Uint8Array.from({ length: 1_000_000 }, (_, i) => i * 7919) },
      'the template is not UTF-8',
    ],
    ['a megabyte without an action', template('a: b\n'.repeat(200_000)), 'traced'],
    ['a megabyte of actions', template('{{ .Values.a }}\n'.repeat(65_000), 'a: b\n'), 'traced'],
    [
      'conditions in conditions',
      template(`${'{{ if 1 }}'.repeat(50_000)}${'{{ end }}'.repeat(50_000)}`),
      'the template is nested too deeply',
    ],
    [
      'else if, and again',
      template(`{{ if 0 }}${'{{ else if 0 }}a'.repeat(30_000)}{{ end }}`),
      'the template is nested too deeply',
    ],
    [
      'parentheses',
      template(`{{ ${'('.repeat(100_000)}1${')'.repeat(100_000)} }}`),
      'the template is nested too deeply',
    ],
  ])('%s', (_, files, expected) => {
    expect(fate(files)).toBe(expected)
  })
})

describe('templates without an end', () => {
  const DEEP = 'the templates call each other too deeply'
  test.each<[string, Files, string]>([
    ['include itself', template('{{ define "x" }}{{ include "x" . }}{{ end }}{{ include "x" . }}'), DEEP],
    ['template itself', template('{{ define "x" }}{{ template "x" . }}{{ end }}{{ template "x" . }}'), DEEP],
    ['tpl itself', template('{{ tpl .Values.a . }}', 'a: "{{ tpl .Values.a . }}"\n'), DEEP],
    ['a billion turns', template('{{ range until 1000000000 }}x{{ end }}'), STEPS],
    ['a billion turns without a list', template('{{ range 1000000000 }}{{ end }}'), STEPS],
    ['loops in loops', template('{{ range until 10000 }}{{ range until 10000 }}{{ end }}{{ end }}'), STEPS],
    ['a sequence', template('{{ seq 1 1 1000000000 }}'), STEPS],
    [
      'each calls the next one twice',
      template(
        `${Array.from({ length: 60 }, (_, i) => `{{ define "d${i}" }}{{ include "d${i + 1}" . }}{{ include "d${i + 1}" . }}{{ end }}`).join('')}{{ define "d60" }}x{{ end }}{{ include "d0" . }}`,
      ),
      STEPS,
    ],
  ])('%s', (_, files, expected) => {
    expect(fate(files)).toBe(expected)
  })
})

describe('little that makes much', () => {
  const LONG = 'the templates make too much text'
  test.each<[string, Files, string]>([
    ['repeat', template('{{ repeat 1000000000 "x" }}'), LONG],
    ['indent', template('{{ indent 1000000000 "a" }}'), LONG],
    ['twice as long, and again', again(40, '"x"', 'print $x $x'), STEPS],
    ['twice as long by tpl', again(40, '"x"', 'tpl (print $x $x) $'), STEPS],
    ['quotes of quotes', template(`{{ "x"${' | quote'.repeat(1000)} }}`), STEPS],
    ['many texts given to tpl', often(1_000_000, 'tpl (printf "{{ %d }}" $i) $'), STEPS],
    [
      'lists that hold a list twice',
      again(100, 'list 1', 'list $x $x', '{{ toJson $x }}'),
      'a value of too many parts',
    ],
    ['the same, compared', again(100, 'list 1', 'list $x $x', '{{ has $x (list (deepCopy $x)) }}'), STEPS],
    ['lists in lists', again(100_000, 'list 1', 'list $x', '{{ toYaml $x }}'), 'a value that is nested too deeply'],
    [
      'a dict that holds itself',
      template('{{ $x := dict "a" 1 }}{{ $_ := set $x "a" $x }}{{ toJson $x }}'),
      'a value that is nested too deeply',
    ],
  ])('%s', (_, files, expected) => {
    expect(fate(files)).toBe(expected)
  })
})

describe('much that is looked at often', () => {
  const big = (action: string): Files =>
    template(`{{ $x := repeat 1000000 "a" }}{{ range until 10000 }}${action}{{ end }}`)
  const file = (action: string): Files => ({ ...often(10_000, action), big: 'x\n'.repeat(500_000) })
  test.each<[string, Files]>([
    ['a text of a million pieces in capitals', big('{{ $y := upper $x }}')],
    ['searched', big('{{ $y := contains "b" $x }}')],
    ['measured', big('{{ $y := len $x }}')],
    ['compared', big('{{ $y := eq $x "b" }}')],
    ['cut and joined', again(50, 'join "," (until 100000)', 'join "," (splitList "," $x)')],
    ['all values printed', often(10_000, 'toYaml $.Values', keys(2000))],
    ['their keys', often(100_000, 'keys $.Values', keys(2000))],
    ['a file', file('$.Files.Get "big"')],
    ['its lines', file('$.Files.Lines "big"')],
    ['all files', file('$.Files.AsConfig')],
  ])('%s', (_, files) => {
    expect(fate(files)).toBe(STEPS)
  })
})

describe('regular expressions', () => {
  test.each<[string, Files, string]>([
    ['take no more than linear time', template('{{ regexMatch "(a*)*b" (repeat 10000 "a") }}'), 'traced'],
    ['find a million times', template('{{ regexFindAll "a" (repeat 1000000 "a") -1 | len }}'), STEPS],
    ['look at the rest from each place', template('{{ regexFindAll "a.*b|a" (repeat 100000 "a") -1 | len }}'), STEPS],
    ['are compiled thousands of times', often(20_000, 'regexMatch (printf "((a{30}){30})%d" $i) "aaa"'), STEPS],
    [
      'are very long',
      template('{{ regexMatch (repeat 20000 "(a|b)?") "a" }}'),
      'a regular expression that is too long',
    ],
  ])('%s', (_, files, expected) => {
    expect(fate(files)).toBe(expected)
  })
})

describe('values', () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[...'bcdefghi'].map((name, i) => `${name}: &${name} [${`*${'abcdefgh'[i]},`.repeat(9)}]\n`).join('')}`
  test.each<[string, Files, string]>([
    ['a bomb of aliases', template('{{ toYaml .Values }}', bomb), 'the YAML has too many aliases'],
    [
      'a bomb for fromYaml',
      template('{{ .Values.b | fromYaml }}', `b: |\n${bomb.replaceAll(/^/gm, '  ')}\n`),
      'the YAML has too many aliases',
    ],
    ['ten megabytes', template('{{ .Values.a0 }}', keys(600_000)), 'a values file that is too long'],
    [
      'names that JavaScript knows',
      template('{{ .Values.constructor }}{{ .Values.toString }}', '__proto__: {toString: 1}\n'),
      'traced',
    ],
  ])('%s', (_, files, expected) => {
    expect(fate(files)).toBe(expected)
  })

  test.each([`a: ${'['.repeat(100_000)}${']'.repeat(100_000)}\n`, `a:\n${'- '.repeat(100_000)}1\n`])(
    'deep values are not traced: %#',
    values => {
      expect(fate(template('{{ .Values.a }}', values))).not.toBe('traced')
    },
  )
})

describe('charts', () => {
  test('aliases of charts in aliases of charts', () => {
    const files: Record<string, string> = {}
    for (let depth = 0, folder = ''; depth < 12; depth++, folder += `charts/c${depth}/`)
      files[`${folder}Chart.yaml`] = chartYaml(
        `c${depth}`,
        `dependencies:\n${['a', 'b', 'c'].map(alias => `- {name: c${depth + 1}, version: 1.0.0, repository: "", alias: ${alias}}\n`).join('')}`,
      )
    expect(fate(files)).toBe('too many charts in charts')
  })

  test('thousands of rules for thousands of files', () => {
    const files = Array.from({ length: 2000 }, (_, i) => [`f/${'a'.repeat(100)}${i}`, 'x'])
    expect(fate({ '.helmignore': 'a*b*c*d*\n'.repeat(2000), ...Object.fromEntries(files) })).toBe(
      'a .helmignore that is too long for so many files',
    )
  })
})

test('a file beyond the limits does not take those before it along', () => {
  const { files, untraced } = trace({ 'templates/z.yaml': 'z', ...template('{{ range until 1000000000 }}{{ end }}') })
  expect([...files.keys()]).toEqual(['c/templates/z.yaml'])
  expect(untraced).toEqual(new Map([['c/templates/a.yaml', STEPS]]))
})

test('a hundred thousand pieces are asked for like few', () => {
  const { files } = trace(template('{{ range until 100000 }}{{ . }}\n{{ end }}'))
  const [text] = files.values()
  if (!text) throw new Error('nothing was printed')
  const traced = new TracedText(text)
  const end = traced.text.length
  const places = Array.from({ length: 1000 }, (_, i) => traced.originOf(end - 2 - i, end - 1 - i).definition?.line)
  expect(new Set(places)).toEqual(new Set([1]))
})

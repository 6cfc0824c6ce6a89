import { describe, expect, test } from 'vitest'
import { isBlank, parseTemplate } from '../../../src/template/syntax/parser.ts'

const shape = (text: string): unknown =>
  JSON.parse(JSON.stringify(parseTemplate(text).nodes, (key, value) => (key === 'pipeline' ? '…' : value)))

describe('a branch', () => {
  test('has what else is done', () => {
    expect(shape('{{ if .a }}b{{ else }}c{{ end }}')).toEqual([
      {
        kind: 'if',
        offset: 0,
        pipeline: '…',
        body: [{ kind: 'text', offset: 11, text: 'b' }],
        otherwise: [{ kind: 'text', offset: 22, text: 'c' }],
      },
    ])
  })

  test('may go on with another of its kind', () => {
    const inner = { kind: 'with', offset: 12, pipeline: '…', body: [] }
    expect(shape('{{with .a}} {{else with .b}}{{end}}')).toMatchObject([{ kind: 'with', otherwise: [inner] }])
  })

  test.each([
    '{{ range . }}{{ break }}{{ if . }}{{ continue }}{{ end }}{{ end }}',
    '{{ range $i, $x := . }}{{ $i }}{{ $x }}{{ else }}none{{ end }}',
    '{{ range $i, $x = . }}{{ end }}',
    '{{ if $x := .a }}{{ $x }}{{ else }}{{ $x }}{{ end }}',
    '{{ if . }}{{ $x := 1 }}{{ else }}{{ $x }}{{ end }}',
    '{{ range . }}{{ with . }}{{ break }}{{ end }}{{ end }}',
  ])('%s is taken', text => {
    expect(() => parseTemplate(text)).not.toThrow()
  })

  test.each([
    ['{{ if . }}', 'unexpected EOF'],
    ['{{ end }}', 'unexpected {{end}}'],
    ['{{ else }}', 'unexpected {{else}}'],
    ['{{ if . }}{{ else }}{{ else }}{{ end }}', 'expected end; found {{else}}'],
    ['{{ if . }}{{ else with . }}{{ end }}', 'unexpected <with> in input'],
    ['{{ range . }}{{ else range . }}{{ end }}', 'unexpected <range> in else'],
    ['{{ break }}', '{{break}} outside {{range}}'],
    ['{{ range . }}{{ else }}{{ continue }}{{ end }}', '{{continue}} outside {{range}}'],
    ['{{ range . }}{{ break 1 }}{{ end }}', 'unexpected "1" in {{break}}'],
    ['{{ if $x := . }}{{ end }}{{ $x }}', 'undefined variable "$x"'],
    ['{{ if . }}{{ define "x" }}{{ end }}{{ end }}', 'unexpected <define> in command'],
  ])('%s is refused', (text, error) => {
    expect(() => parseTemplate(text)).toThrow(error)
  })
})

describe('defines', () => {
  test('are apart from what is rendered', () => {
    const { nodes, defines, isEmpty } = parseTemplate('{{ define "x" }}a{{ end }} \n{{ define `y` }}{{ end }}')
    expect(isEmpty).toBe(true)
    expect(nodes).toEqual([{ kind: 'text', offset: 26, text: ' \n' }])
    expect([...defines]).toEqual([
      ['x', [{ kind: 'text', offset: 16, text: 'a' }]],
      ['y', []],
    ])
  })

  test('of a block are called where they stand', () => {
    const { nodes, defines, isEmpty } = parseTemplate('{{ block "x" .a }}b{{ end }}')
    expect(nodes).toMatchObject([{ kind: 'call', offset: 0, name: 'x', pipeline: { offset: 13 } }])
    expect([...defines.keys()]).toEqual(['x'])
    expect(isEmpty).toBe(false)
  })

  test('are filled only once', () => {
    const { defines } = parseTemplate('{{define "x"}} {{end}}{{define "x"}}a{{end}}{{define "x"}}\n{{end}}')
    expect(defines.get('x')).toMatchObject([{ text: 'a' }])
    expect(() => parseTemplate('{{define "x"}}a{{end}}{{block "x" .}}b{{end}}')).toThrow('multiple definition')
  })

  test('of the name of the file are the file', () => {
    const text = '{{ define "a.yaml" }}a{{ end }}'
    expect(parseTemplate(text, 'a.yaml')).toMatchObject({ nodes: [{ text: 'a' }], isEmpty: false })
    expect(parseTemplate(text, 'b.yaml')).toMatchObject({ nodes: [], isEmpty: true })
    expect(() => parseTemplate(`${text}b`, 'a.yaml')).toThrow('multiple definition')
  })

  test.each([
    ['{{ $x := 1 }}{{ define "x" }}{{ $x }}{{ end }}', 'undefined variable "$x"'],
    ['{{ range . }}{{ block "x" . }}{{ break }}{{ end }}{{ end }}', '{{break}} outside {{range}}'],
    ['{{ define x }}{{ end }}', 'unexpected "x" in define clause'],
    ['{{ define "x" . }}{{ end }}', 'unexpected <.> in define clause'],
    ['{{ block "x" }}{{ end }}', 'missing value for block clause'],
    ['{{ template .x }}', 'unexpected ".x" in template clause'],
    ['{{ define "x" }}{{ else }}{{ end }}', 'unexpected {{else}} in define clause'],
    ['{{ block "x" . }}{{ else }}{{ end }}', 'unexpected {{else}} in block clause'],
  ])('%s is refused', (text, error) => {
    expect(() => parseTemplate(text)).toThrow(error)
  })
})

test('white space is that of Go', () => {
  expect(isBlank(parseTemplate(' \u0085\u00a0\u2028{{/* nothing */}}\n').nodes)).toBe(true)
  expect(isBlank(parseTemplate('\ufeff').nodes)).toBe(false)
  expect(isBlank(parseTemplate('{{ "" }}').nodes)).toBe(false)
})

test('an error has its place', () => {
  expect(() => parseTemplate('a: 1\nb: {{ .c | }\n', 'c/templates/a.yaml')).toThrow(
    expect.objectContaining({ place: { template: 'c/templates/a.yaml', line: 2, column: 12 } }),
  )
})

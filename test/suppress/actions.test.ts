import { expect, test } from 'vitest'
import { actionsIn } from '../../src/suppress/actions.ts'

const texts = (text: string) => actionsIn(text).map(({ start, end }) => text.slice(start, end))

test.each([
  ['several', 'a {{ .b }} {{- .c -}} d', ['{{ .b }}', '{{- .c -}}']],
  ['with a quoted end', '{{ "}}" }} {{ `}}"` }} {{ \'"\' }}', ['{{ "}}" }}', '{{ `}}"` }}', "{{ '\"' }}"]],
  ['with an escaped quote', '{{ "\\"}}" }}x', ['{{ "\\"}}" }}']],
  ['over lines', '{{ a\n  "b" }}c', ['{{ a\n  "b" }}']],
  ['a raw text over lines', '{{ `a\n}}` }}c', ['{{ `a\n}}` }}']],
  ['comments', '{{/* " }} */}}{{- /* a */ -}}', ['{{/* " }} */}}', '{{- /* a */ -}}']],
  ['none', 'a } b }} {c}', []],
  ['up to one that is not closed', '{{ a }}{{ b', ['{{ a }}']],
  ['up to a text that is not closed', '{{ a }}{{ "b }}\n{{ c }}', ['{{ a }}']],
  ['up to a raw text that is not closed', '{{ a }}{{ `b }}', ['{{ a }}']],
  ['up to a comment that is not closed', '{{ a }}{{/* b }}', ['{{ a }}']],
])('%s', (_, text, expected) => {
  expect(texts(text)).toEqual(expected)
})

test('each has its line, and comments are known', () => {
  expect(actionsIn('{{ a }}\n\n{{/* b\n */}}{{ c }}')).toMatchObject([
    { line: 0, isComment: false },
    { line: 2, isComment: true },
    { line: 3, isComment: false },
  ])
})

test.each([
  ['opened', '{{'],
  ['opened and quoted', '{{"'],
  ['opened comments', '{{/*'],
  ['closed', '{{}}'],
  ['quotes', '{{ "\\"'],
])('a million characters: %s', (_, piece) => {
  const text = piece.repeat(1_000_000 / piece.length)
  expect(actionsIn(text).length).toBeLessThanOrEqual(text.length / 4)
})

import fc from 'fast-check'

/** The parts of the language, each a text. */
interface Grammar {
  readonly field: string
  readonly call: string
  readonly piped: string
  readonly operand: string
  readonly pipeline: string
  readonly node: string
  readonly nodes: string
}

const key = fc.constantFrom('a', 'b', 'none', 'list', 'map', 'nothing', 'text', 'zero')
const variable = fc.constantFrom('$a', '$b', '$c')
const constant = fc.constantFrom(...'"" "x" "a" `b` 0 1 3 -2 2.5 3.0 1e3 \'a\' 0x1F true false'.split(' '))

/** What stands before its arguments, and how many of them follow. */
const FUNCTIONS: Readonly<Record<string, number>> = {
  and: 2,
  or: 3,
  not: 1,
  eq: 2,
  ne: 2,
  list: 2,
  'dict "a"': 1,
  default: 2,
  index: 2,
  len: 1,
  print: 2,
  quote: 1,
  kindOf: 1,
  empty: 1,
  toString: 1,
  until: 1,
  int: 1,
  int64: 1,
  'required "m"': 1,
  'lookup "v1" "Pod" ""': 1,
  'include "one"': 1,
  'include "two"': 1,
  'tpl "{{ . }}<no value>{{ $.a }}"': 1,
  'tpl "{{ define `one` }}T{{ . }}{{ end }}{{ include `two` . }}"': 1,
  'tpl "{{ define `one` }} {{ end }}{{ template `two` . }}"': 1,
  tpl: 2,
  trunc: 2,
  // Only a text, so that no dict comes to hold itself.
  'set $.Values.map "a" (print': 1,
  'get $.Values.map': 1,
  'hasKey .Values': 1,
  'len (keys': 1,
  first: 1,
}
const AFTER_BAR = [
  'not',
  'quote',
  'default "d"',
  'and 1',
  'or ""',
  'print',
  'len',
  'include "one"',
  '.Values.map',
  'list',
]
const CALLS = fc.constantFrom(...Object.entries(FUNCTIONS))

/** One of several texts, each with how often; the first where they are nested deeply. */
const choice = (...choices: readonly [weight: number, arbitrary: fc.Arbitrary<string>][]): fc.Arbitrary<string> =>
  fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    ...choices.map(([weight, arbitrary]) => ({ weight, arbitrary })),
  )

const grammar = fc.letrec(tie => partsOf(name => tie(name) as fc.Arbitrary<string>))

function partsOf(tie: (name: keyof Grammar) => fc.Arbitrary<string>): Record<keyof Grammar, fc.Arbitrary<string>> {
  return {
    field: fc
      .tuple(
        fc.constantFrom('', '', '$', '.Values', '$.Values', '$a', '$b', '$c'),
        fc.array(key, { maxLength: 2, size: '-1' }),
      )
      .map(([base, keys]): string => (base === '' && keys.length === 0 ? '.' : [base, ...keys].join('.'))),
    call: CALLS.chain(([name, arity]) =>
      fc
        .array(tie('operand'), { minLength: arity, maxLength: arity })
        .map(args => [name, ...args].join(' ') + (name.includes('(') ? ')' : '')),
    ),
    piped: fc
      .tuple(tie('pipeline'), fc.constantFrom(...AFTER_BAR))
      .map(([left, right]): string => `${left} | ${right}`),
    operand: choice(
      [4, tie('field')],
      [2, constant],
      [1, fc.constantFrom('list', 'dict', '$.Values.map', '.Values.list')],
      [1, tie('pipeline').map(inner => `(${inner})`)],
      [1, fc.tuple(tie('pipeline'), key).map(([inner, name]): string => `(${inner}).${name}`)],
    ),
    pipeline: choice([4, tie('operand')], [3, tie('call')], [1, tie('piped')]),
    node: choice(
      [3, tie('pipeline').map(inner => `{{ ${inner} }}`)],
      [3, fc.constantFrom('x', ' y\n', '\n  ', '<no value>', '{{- 1 -}}', 'é')],
      [2, fc.tuple(variable, tie('pipeline')).map(([name, inner]): string => `{{ ${name} := ${inner} }}`)],
      [2, fc.tuple(variable, tie('pipeline')).map(([name, inner]): string => `{{ ${name} = ${inner} }}`)],
      [1, fc.constant('{{ template "one" }}')],
      [1, tie('pipeline').map(inner => `{{ template "two" ${inner} }}`)],
      [
        2,
        fc
          .tuple(fc.constantFrom('if', 'if $b :=', 'with', 'with $a :='), tie('pipeline'), tie('nodes'), tie('nodes'))
          .map(
            ([word, inner, body, otherwise]): string => `{{ ${word} ${inner} }}${body}{{ else }}${otherwise}{{ end }}`,
          ),
      ],
      [
        2,
        fc
          .tuple(
            fc.constantFrom('range', 'range $a :=', 'range $a, $b :=', 'range $b =', 'range $a, $c ='),
            fc.oneof(
              tie('pipeline'),
              fc.constantFrom('.Values.list', '.Values.map', '.', 'until 3', '3', 'list nil 1'),
            ),
            fc.constantFrom(
              '',
              '{{ break }}',
              '{{ if $b }}{{ continue }}{{ end }}',
              '{{ with $a }}{{ break }}{{ end }}',
            ),
            tie('nodes'),
            tie('nodes'),
          )
          .map(
            ([word, inner, jump, body, otherwise]): string =>
              `{{ ${word} ${inner} }}${body}${jump}.{{ else }}${otherwise}{{ end }}`,
          ),
      ],
    ),
    nodes: fc.array(tie('node'), { maxLength: 2 }).map(nodes => nodes.join('')),
  }
}

/** What all these templates can call and read. */
export const OTHERS = {
  '_a.tpl':
    '{{ define "one" }}[{{ . }}]{{ end }}{{ define "two" }}{{ include "one" . }}{{ with . }}{{ .b }}{{ end }}{{ end }}',
}
export const VALUES = {
  a: 'A',
  b: { a: 1, b: { a: true } },
  list: ['l', null, { a: 'm' }, 4],
  map: { b: null, a: 'z', list: [] },
  nothing: null,
  text: '{{ .Values.a }}-{{ $.Values.none }}',
  zero: 0,
}

/** The dot is a dict of ours, since helm's own holds pointers, whose addresses Go prints. */
const START = '{{ include "main" (dict "Values" .Values "map" .Values.map "a" "A") }}{{ define "main" }}'

/** Templates of all the language's parts; about half of them run, the others fail on the way. */
export const templateTexts: fc.Arbitrary<string> = fc
  .array(grammar.node, { minLength: 1, maxLength: 4 })
  .map(nodes => `${START}{{ $a := 1 }}{{ $b := .Values.map }}{{ $c := .none }}${nodes.join('')}{{ end }}`)

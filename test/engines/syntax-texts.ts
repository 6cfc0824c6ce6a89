import fc from 'fast-check'

/** Words of the template language, right and wrong ones, to be put together in any order. */
const WORDS = [
  ...'{{ }} {{- -}} {{-}} {{/* */}} {{- /* */ -}} {{/* {{*/}} /* */'.split(' '),
  ...'if else end range with define block template break continue nil true false'.split(' '),
  ...'. .a .a.b ..a .1 .é .a_1 $ $x $y $i $x.a $x.a.b $x:= := = : , | ( ) (.a).b ().c and-b'.split(' '),
  ...'f g.x printf _1 été a٣ 名 no+ iff end1 𝒳 ⅷ'.split(' '),
  ...'0 1 -1 +2 1.5 .5 1. 1e3 1e 0x1F 0xG -0xe 0x1p3 0x1.8p-1 0b101 0b2 0o17 017 08 1_000 1__0 1_ 0x_f - + -. 3.x 1"a"'.split(
    ' ',
  ),
  ...'1e400 1e-400 9007199254740991 99999999999999999999 1+2 1+2i 1i 0x 0_8 00 1.2.3'.split(' '),
  ...`'a' 'é' '😀' '\\n' '\\'' '\\"' '' 'ab' '\\x41' '\\u00e9' '\\101' '\\ud800' '\\q' 'a`.split(' '),
  ...'"" "a" "a b" "\\"" "\\n\\t\\\\" "\\x41\\xc3\\xa9" "\\u00e9" "\\U0001F600" "\\101" "\\400" "\\q" "\\u12" "\\\' "a'.split(
    ' ',
  ),
  ...['`a`', '`a\nb`', '`a\rb`', '`', '"a\nb"', '"{{"', '"}}"', '`}}`'],
  ...[
    ' ',
    ' ',
    ' ',
    '\n',
    '\t',
    '\r\n',
    '  ',
    '\u00a0',
    '\u0000',
    '\ufeff',
    '\u0085',
    '!',
    '%',
    '#',
    '@',
    '-',
    '/',
    '{',
    '}',
    '\\',
  ],
  ...['text', ' text ', '\n', 'a: ', '- ', '{', '}'],
]

const word = fc.constantFrom(...WORDS)
const soup = fc
  .array(fc.oneof({ weight: 2, arbitrary: word }, fc.constant(' ')), { maxLength: 14 })
  .map(words => words.join(''))
const oneAction = fc
  .array(fc.oneof({ weight: 2, arbitrary: word }, fc.constant(' ')), { maxLength: 8 })
  .map(words => `{{ ${words.join('')} }}`)

interface Grammar {
  readonly operand: string
  readonly command: string
  readonly pipeline: string
  readonly action: string
  readonly nodes: string
}

const name = fc.constantFrom('"x"', '"y"', '`x`', '"main.yaml"', '"x\\x79"', '""')
const variable = fc.constantFrom('$x', '$y', '$i')
/** Most are only declared by chance. */
const declared = fc.oneof({ weight: 6, arbitrary: fc.constant('$') }, variable)
const space = fc.constantFrom('', '', ' ', '\n', '\t')
const open = fc.constantFrom('{{', '{{ ', '{{- ', '{{\n')
const close = fc.constantFrom('}}', ' }}', ' -}}', '\n-}}')
const plain = fc.constantFrom('', ' ', '\n', 'a', ' é\n', '\u0085', '{', '{{/* c */}}', '{{- /* c */ -}}', '{{/**/}}')

const joined = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> =>
  fc.tuple(...parts).map(made => made.join(''))
const fixed = (text: string): fc.Arbitrary<string> => fc.constant(text)
const action = (...parts: readonly fc.Arbitrary<string>[]): fc.Arbitrary<string> => joined(open, ...parts, close)

/** Templates that mostly parse. */
const { nodes } = fc.letrec<Grammar>((tie: fc.LetrecTypedTie<Grammar>) => {
  const depthSize = 'small'
  const end = action(fixed('end'))
  const orElse = fc.oneof(
    { weight: 3, arbitrary: fixed('') },
    joined(action(fixed('else')), tie('nodes')),
    joined(action(fc.constantFrom('else if ', 'else  with '), tie('pipeline')), tie('nodes')),
  )
  const declaration = fc.oneof(
    { weight: 4, arbitrary: fixed('') },
    joined(variable, space, fc.constantFrom(':=', ' = '), space),
    joined(variable, space, fixed(','), space, variable, fixed(' := ')),
  )
  return {
    operand: fc.oneof(
      { depthSize },
      fc.constantFrom(
        '.',
        '.a',
        '.a.b',
        '$',
        '$.a',
        '1',
        '"s"',
        '`r`',
        "'c'",
        'true',
        'nil',
        'f',
        'f.a',
        '1.5',
        '-0xe',
      ),
      joined(declared, fc.constantFrom('', '.a')),
      joined(fixed('('), space, tie('pipeline'), space, fc.constantFrom(')', ').a', ').a.b')),
    ),
    command: fc.oneof(
      { depthSize },
      tie('operand'),
      joined(fixed('f '), tie('operand'), fixed(' '), tie('operand')),
      joined(tie('operand'), fixed(' '), tie('operand')),
    ),
    pipeline: fc.oneof(
      { depthSize },
      joined(declaration, tie('command')),
      joined(tie('command'), space, fixed('|'), space, tie('command')),
      joined(tie('command'), fixed(' | f | g')),
    ),
    action: fc.oneof(
      { depthSize },
      action(declaration, tie('pipeline')),
      joined(action(fc.constantFrom('if ', 'with '), tie('pipeline')), tie('nodes'), orElse, end),
      joined(action(fixed('range '), declaration, tie('pipeline')), tie('nodes'), orElse, end),
      action(fc.constantFrom('break', 'continue')),
      action(fixed('template '), name, fc.constantFrom('', ' .', ' $', ' f 1')),
      joined(action(fixed('block '), name, fixed(' '), tie('pipeline')), tie('nodes'), end),
      joined(action(fixed('define '), name), tie('nodes'), end),
    ),
    nodes: fc.oneof(
      { depthSize },
      plain,
      joined(plain, tie('action'), plain),
      joined(tie('action'), plain, tie('action')),
    ),
  }
})
const several = fc.array(nodes, { minLength: 1, maxLength: 4 }).map(parts => parts.join(''))

/** A text with one of its places changed: something left out, put in, or doubled. */
export const mutated = (of: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  fc.tuple(of, fc.nat(), fc.nat(6), fc.oneof(fixed(''), word)).map(([original, place, length, instead]) => {
    const at = place % (original.length + 1)
    return original.slice(0, at) + instead + original.slice(at + length)
  })

/** Templates, most of which Go parses, and many that it does not. */
export const templateTexts: fc.Arbitrary<string> = fc.oneof(
  { weight: 3, arbitrary: several },
  { weight: 2, arbitrary: mutated(several) },
  { weight: 2, arbitrary: oneAction },
  soup,
)

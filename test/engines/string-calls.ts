import fc from 'fast-check'
import type { Expression } from './template-calls.ts'

type Calls = fc.Arbitrary<Expression>

const given = (value: unknown): Expression => ({ given: value })
const constant = (value: number | string | boolean): Expression => ({ constant: value })
const call = (name: string, ...args: readonly Expression[]): Expression => ({ call: name, args })

/** Text that meets every rule of some function: letters of both cases, separators, spaces, other alphabets. */
const letters = fc.constantFrom(
  ...[...'aabBcC19 -_.,:/\\\'"<>&=+%$(){}[]*?@#!|^~`\t\n\r\0\x07\x1b\x7f'],
  ...[
    'é',
    'ß',
    'Ω',
    'ς',
    'İ',
    'ı',
    'ǆ',
    '日',
    '\u00a0',
    '\u0085',
    '\u2003',
    '\u00ad',
    '\ufeff',
    '😀',
    'e\u0301',
    '\ufffd',
  ],
)
const words = fc.constantFrom(
  ...[
    '',
    'a',
    'ab',
    'foo',
    'foo-bar',
    'fooBar',
    'HTTPServer2',
    'foo bar  baz',
    ' padded ',
    'a,b,,c',
    'a\nb\n',
    'key: value',
  ],
  ...[
    '1.27.3-gke.100',
    'sub.domain.example.org',
    'it\'s "quoted"',
    '/etc/ssl/../certs//ca.pem',
    'x86_64',
    'Ünïcödé',
    'µs',
  ],
)
const strings = fc.oneof(words, words, fc.string({ unit: letters, maxLength: 9 }), fc.lorem({ maxCount: 12 }))
const parts = fc.oneof(fc.constantFrom('', 'a', 'b', 'ab', '-', ' ', '\n', ',', '.', 'é', 'foo'), strings)
const numbers = fc.oneof(
  fc.integer({ min: -3, max: 20 }),
  fc.constantFrom(0.5, 2.5, -0.125, 1e6, 123456, 1234567, 1e20, 1e21, 1e-5, 0.0001, 100000, 2.345, 1e100, -1e-9),
  // JSON has no negative zero
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(number => number || 0),
)
const scalars = fc.oneof(strings, strings, numbers, fc.boolean(), fc.constant(null))
const nested = fc.oneof(
  { weight: 6, arbitrary: scalars },
  { weight: 1, arbitrary: fc.array(scalars, { maxLength: 4 }) },
  {
    weight: 1,
    arbitrary: fc.dictionary(
      fc.constantFrom('a', 'b', 'B-1', 'é'),
      fc.oneof(scalars, fc.array(scalars, { maxLength: 2 })),
      { maxKeys: 3 },
    ),
  },
)
const ints = fc.integer({ min: -4, max: 14 })
const made: Calls = fc.constantFrom(
  ...[
    call('list'),
    call('dict'),
    call('int', constant(7)),
    call('int64', constant(-5)),
    call('splitList', constant('.'), constant('a.b.c')),
  ],
  ...[
    call('split', constant('.'), constant('a.b')),
    call('until', constant(3)),
    call('list', constant('a'), given(null), constant(1)),
  ],
)
const any: Calls = fc.oneof(
  { weight: 5, arbitrary: nested.map(given) },
  { weight: 1, arbitrary: ints.map(constant) },
  { weight: 1, arbitrary: made },
)
const wrongAtTimes = (right: Calls): Calls => fc.oneof({ weight: 30, arbitrary: right }, { weight: 1, arbitrary: any })

const text = wrongAtTimes(strings.map(given))
const part = wrongAtTimes(parts.map(given))
const int = wrongAtTimes(ints.map(constant))
const list = wrongAtTimes(
  fc.oneof(
    fc.array(nested, { maxLength: 5 }).map(given),
    fc.array(any, { maxLength: 4 }).map(args => call('list', ...args)),
    made,
  ),
)

const calling = (name: string, ...args: readonly Calls[]): Calls =>
  fc.tuple(fc.tuple(...args), fc.integer({ min: 0, max: 60 }), any).map(([passed, chance, extra]) => {
    if (chance === 0) return call(name, ...passed.slice(0, -1))
    return call(name, ...passed, ...(chance === 1 ? [extra] : []))
  })
const callingWithRest = (name: string, args: readonly Calls[], rest: Calls, maxLength = 4): Calls =>
  fc.tuple(fc.tuple(...args), fc.array(rest, { maxLength })).map(([passed, more]) => call(name, ...passed, ...more))

const each = (names: readonly string[], ...args: readonly Calls[]): Record<string, Calls> =>
  Object.fromEntries(names.map(name => [name, calling(name, ...args)]))

/** Expressions as charts have them, pieces of expressions, and broken ones. */
const patterns = fc.oneof(
  fc.constantFrom(
    ...[
      '^[a-z]+$',
      '[^-A-Za-z0-9]+',
      '(a)(b)?',
      '(?P<first>\\w+)[ -](?P<second>\\w+)',
      '^(\\d+)\\.(\\d+)',
      'a*',
      '',
      '^',
      '$',
      '\\b',
    ],
    ...[
      '(?i)FOO',
      '(?m)^.',
      '(?s).+',
      'a|ab',
      '(a|ab)(c|bcd)*',
      '[[:alpha:]]+',
      '\\pL',
      '\\p{Greek}',
      '[\\x00-\\x1f]',
      '\\s+',
      '(?U)a+',
    ],
    ...[
      '[',
      '(',
      'a**',
      'a{1001}',
      '(?<n>a)',
      '(?=a)',
      '\\Z',
      '\\z',
      'a++',
      '\\1',
      'x{2}{3}',
      '[z-a]',
      '\\Qa.b\\E',
      '(?i)ß',
      '(?i)k',
      '.',
    ],
    ...[
      '(\\w)(\\w)(\\w)',
      '(^|-)a',
      'a??',
      '(|a)*',
      '(|a)+',
      '[^\\n]',
      '(?-s).',
      '\\C',
      '[\\d-z]',
      '[a-\\d]',
      '\\_',
      '\\8',
      '😀+',
      '[é-ü]',
    ],
  ),
  fc
    .array(
      fc.constantFrom(
        'a',
        'b',
        '.',
        '\\w',
        '[ab]',
        '(',
        ')',
        '|',
        '*',
        '+',
        '?',
        '-',
        '^',
        '$',
        '\\b',
        '{2}',
        '(?:',
        '\\s',
        'é',
      ),
      {
        maxLength: 7,
      },
    )
    .map(pieces => pieces.join('')),
)
const pattern = wrongAtTimes(patterns.map(given))
const replacement = wrongAtTimes(
  fc
    .oneof(
      fc.constantFrom(
        '',
        'x',
        '$1',
        '${1}',
        '${1}x',
        '$1x',
        '$first',
        '${second}-$first',
        '$$',
        '$',
        '$0',
        '${0}!',
        '${',
        '${}',
        '$-',
        '\\1',
        '$2$1',
      ),
      fc.constantFrom('$01', '${01}', '$é', '$1é', '${1', '$9', '$99999999999', '${a b}', '$$1', '\n', '$_', '$1_'),
      parts,
    )
    .map(given),
)

const directives = fc
  .tuple(
    fc.array(fc.constantFrom('-', '+', '#', ' ', '0'), { maxLength: 2 }),
    fc.constantFrom('', '', '', '', '[1]', '[2]', '[3]', '[9]'),
    fc.constantFrom('', '', '', '', '1', '3', '5', '12', '*'),
    fc.constantFrom('', '', '', '', '.', '.0', '.2', '.4', '.*'),
    fc.constantFrom(...'sssvvvdddqqtfgexXocbUTEGFO%p!iz\né'),
  )
  .map(([flags, index, width, precision, verb]) => `%${flags.join('')}${width}${precision}${index}${verb}`)
const formats = fc
  .array(
    fc.oneof(
      { weight: 3, arbitrary: directives },
      { weight: 1, arbitrary: fc.constantFrom('%s', '%v', '%d', '%q', '%') },
      { weight: 2, arbitrary: parts },
    ),
    {
      maxLength: 4,
    },
  )
  .map(pieces => pieces.join(''))

const encoded = fc.oneof(
  strings.map(string => Buffer.from(string).toString('base64')),
  fc.string({ unit: fc.constantFrom(...'ABab=27Zz/+\n\r !'), maxLength: 10 }),
  fc.string({ unit: fc.constantFrom(...'AB27ZQ='), maxLength: 18 }),
  strings,
)
const paths = fc.oneof(
  strings,
  fc.string({ unit: fc.constantFrom('a', 'b', '/', '/', '.', '..', 'x.y', ' '), maxLength: 8 }),
)
const urls = fc.oneof(
  fc.constantFrom(
    'https://user:pa@example.org:8443/a%20b/c?x=1&y=2#f',
    'http://[::1]:80/',
    'mailto:a@b.c',
    '//host/p',
    '/p?q',
    'host:80/p',
  ),
  fc
    .array(
      fc.constantFrom(
        'http',
        's',
        ':',
        '/',
        '//',
        'a.b',
        '@',
        '?',
        '#',
        '%20',
        '%',
        ':80',
        '[::1]',
        'x=1',
        '.',
        '-',
        '1',
        '+',
        '&',
      ),
      {
        maxLength: 8,
      },
    )
    .map(pieces => pieces.join('')),
  strings,
)
const urlParts = fc.dictionary(
  fc.constantFrom('scheme', 'host', 'path', 'query', 'opaque', 'fragment', 'userinfo', 'hostname'),
  fc.oneof(
    {
      weight: 9,
      arbitrary: fc.constantFrom('', 'http', 'a.b:80', '/p', 'p', 'a:b', 'x y', 'q=1', 'é', '//x', '.', '?'),
    },
    { weight: 1, arbitrary: nested },
  ),
  { maxKeys: 6 },
)

/** By function, calls of it as a chart may hold them, and some that Go refuses. Volatile ones have no two equal answers. */
export const CALLS: Readonly<Record<string, Calls>> = {
  hello: calling('hello'),
  ...each(['trim', 'upper', 'lower', 'title', 'untitle', 'swapcase', 'nospace', 'initials'], text),
  ...each(['snakecase', 'kebabcase', 'camelcase', 'regexQuoteMeta'], text),
  ...each(['trimAll', 'trimall', 'trimPrefix', 'trimSuffix', 'contains', 'hasPrefix', 'hasSuffix'], part, text),
  ...each(['trunc', 'abbrev', 'indent', 'nindent', 'repeat', 'wrap'], int, text),
  ...each(['substr', 'abbrevboth'], int, int, text),
  wrapWith: calling('wrapWith', int, part, text),
  replace: calling('replace', part, part, text),
  plural: calling('plural', text, text, int),
  ...Object.fromEntries(
    ['cat', 'quote', 'squote', 'print', 'println', 'html', 'js', 'urlquery'].map(name => [
      name,
      callingWithRest(name, [], any),
    ]),
  ),
  printf: callingWithRest('printf', [wrongAtTimes(formats.map(given))], any),
  ...each(['split', 'splitList'], part, text),
  splitn: calling('splitn', part, int, text),
  join: calling('join', part, list),
  ...each(['sortAlpha', 'toString', 'toStrings'], list),
  ...each(['regexMatch', 'mustRegexMatch', 'regexFind', 'mustRegexFind'], pattern, text),
  ...each(['regexFindAll', 'mustRegexFindAll', 'regexSplit', 'mustRegexSplit'], pattern, text, int),
  ...each(['regexReplaceAll', 'mustRegexReplaceAll'], pattern, text, replacement),
  ...each(['regexReplaceAllLiteral', 'mustRegexReplaceAllLiteral'], pattern, text, replacement),
  ...each(['b64enc', 'b32enc', 'sha1sum', 'sha256sum', 'sha512sum', 'adler32sum'], text),
  // what is decoded may be no text
  ...Object.fromEntries(
    ['b64dec', 'b32dec'].map(name => [
      name,
      calling(name, wrongAtTimes(encoded.map(given))).map(made => call('b64enc', made)),
    ]),
  ),
  ...each(
    ['base', 'dir', 'ext', 'clean', 'isAbs', 'osBase', 'osDir', 'osExt', 'osClean', 'osIsAbs'],
    wrongAtTimes(paths.map(given)),
  ),
  urlParse: calling('urlParse', wrongAtTimes(urls.map(given))),
  urlJoin: calling('urlJoin', wrongAtTimes(urlParts.map(given))),
}

import fc from 'fast-check'

/** Pieces of YAML that mean something to its reader, and some that only look so. */
const PIECES = [
  ...['\n', '\n  ', '\n- ', '\n    ', ' ', '  ', '\t', ':', ': ', '- ', '-', '?', '? ', ',', ', ', '[', ']', '{', '}'],
  ...['#', ' #', '&a ', '*a', '*a ', '!', '!!str ', '!x ', '|', '|\n', '>-\n', '|+2\n', '>', "'", '"', '\\', '\\n'],
  ...['\\u00e9', '%', '@', '`', '---', '---\n', '...\n', '\n---\n', '\r\n', '\r', 'a', 'b: ', 'true', 'null', '~', '1'],
  ...['0x1', '1e3', '.5', '<<: ', '<<: *a\n', '&a', 'é', '\u0085', '\u2028', 'a: 1\n', 'yes', "''", '=', '2001-01-01'],
  ...['1:20', 'x y', '0o7', '_1', '😀', '%YAML 1.1\n', '[]', '{}', '[a, b]', '{a: b}', '"q": ', "'s'"],
]

/** Pieces of strings that a printer of YAML has to think about. */
const STRING_PIECES = [
  ...PIECES,
  ...['\0', '\x1b', '\x7f', '\ufffd', '\u00a0', '<', '&', '$(A)', 'some longer words in a row that go on for a while'],
  ...['a'.repeat(83), ' x y z', '9', '10', '08', '中', '0b1', '-.5', '12345678901234567890123'],
]

const KEYS = ['a', 'b', 'a1', 'a10', 'a9', 'a-1', 'name', 'on', '1', '-x', 'x.y/z', 'Ab', 'a_1', 'é', '10', '<<', '']
const NUMBERS = [0, 1, -1, 1.5, 1e6, 1e20, 1e21, 1.5e-7, 123456789.5, 2 ** 53, 1e17, 0.1, 2 ** 63, 2 ** 64, -3.25e10]

/** A text that may be YAML. */
export const yamlText = (): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...PIECES), { minLength: 1, maxLength: 14 }).map(pieces => pieces.join(''))

const nastyString = (): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...STRING_PIECES), { maxLength: 12 }).map(pieces => pieces.join(''))

/** A value as JSON has it, of strings that are hard to print. */
export const nastyValue = (): fc.Arbitrary<unknown> =>
  fc.letrec<{ value: unknown }>(tie => ({
    value: fc.oneof(
      { maxDepth: 4, depthIdentifier: 'value' },
      { weight: 4, arbitrary: nastyString() },
      { weight: 2, arbitrary: fc.constantFrom(...NUMBERS, null, true, false) },
      { weight: 2, arbitrary: fc.array(tie('value'), { maxLength: 4 }) },
      {
        weight: 2,
        arbitrary: fc.dictionary(
          fc.oneof({ weight: 9, arbitrary: fc.constantFrom(...KEYS) }, { weight: 1, arbitrary: nastyString() }),
          tie('value'),
          { maxKeys: 5 },
        ),
      },
    ),
  })).value

/** Text that may be JSON. */
export const jsonText = (): fc.Arbitrary<string> =>
  fc.oneof(
    fc.json(),
    fc
      .array(
        fc.constantFrom('{', '}', '[', ']', ':', ',', '"a"', '"\\u00e9"', '1', '-0.5e3', '01', 'null', ' ', '\n'),
        {
          maxLength: 9,
        },
      )
      .map(pieces => pieces.join('')),
  )

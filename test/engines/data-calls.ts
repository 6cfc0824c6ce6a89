import fc from 'fast-check'
import type { Expression } from './template-calls.ts'

type Calls = fc.Arbitrary<Expression>

const given = (value: unknown): Expression => ({ given: value })
const constant = (value: number | string | boolean): Expression => ({ constant: value })
const call = (name: string, ...args: readonly Expression[]): Expression => ({ call: name, args })

const strings: fc.Arbitrary<string> = fc.constantFrom(
  ...['', 'a', 'b', 'abc', 'ä', '日本', '😀', ' a', 'true', 'nil', 'int', 'string', 'map', 'slice', '[]interface {}'],
)
const numerals: fc.Arbitrary<string> = fc.oneof(
  fc.constantFrom(
    ...['0', '1', '-1', '+7', '007', '08', '-017', '0x1F', '0X1f', '0b101', '0o17', '0o', '0x', '1_000', '0_7', '_1'],
    ...[
      '1_',
      '1__0',
      '1.0',
      '1.00',
      '1.50',
      '12.',
      '.0',
      '.5',
      '5.',
      '1e3',
      '1E-3',
      '1e400',
      'inf',
      '+Inf',
      'NaN',
      '٣',
    ],
    ...['9007199254740991', '9007199254740993', '99999999999999999999', ' 1', '1 ', '', '-0', '-0.0', '0x1p-2', '-'],
  ),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map(String),
  fc.integer().map(String),
)
const numbers: fc.Arbitrary<number> = fc.oneof(
  fc.integer({ min: -5, max: 12 }),
  fc.constantFrom(0.5, -0.5, 1.5, 2.5, 1e6, 1e20, -1e20, 0.1, 0.2, 1e-7, 123456.789, 9007199254740991),
  fc.integer({ min: -1_000_000, max: 1_000_000 }).map(value => value / 1000),
)
const scalars: fc.Arbitrary<unknown> = fc.oneof(strings, numerals, numbers, fc.boolean(), fc.constant(null))
const keys = fc.constantFrom('a', 'b', 'c', 'd', 'ä')

/** Values of a chart: small, so that they are often equal. */
const { anything, lists, dicts } = fc.letrec<{ anything: unknown; lists: unknown[]; dicts: Record<string, unknown> }>(
  tie => ({
    anything: fc.oneof({ weight: 5, arbitrary: scalars }, tie('lists'), tie('dicts')),
    lists: fc.array(tie('anything'), { maxLength: 5, depthIdentifier: 'value' }),
    dicts: fc.dictionary(keys, tie('anything'), { maxKeys: 4, depthIdentifier: 'value' }),
  }),
)

/** Dicts of few keys and many empty values, in which merging meets all its cases. */
const nested: Calls = fc
  .letrec<{ value: unknown; dict: Record<string, unknown> }>(tie => ({
    value: fc.oneof(
      { maxDepth: 3, depthIdentifier: 'nested' },
      fc.constantFrom<unknown>(null, 0, 1, '', 'x', true, false, [], [1], {}, [null], [{ a: 1 }]),
      tie('dict'),
    ),
    dict: fc.dictionary(fc.constantFrom('a', 'b'), tie('value'), { maxKeys: 2, depthIdentifier: 'nested' }),
  }))
  .dict.map(given)

const ints: Calls = fc.oneof(
  fc.integer({ min: -4, max: 9 }).map(constant),
  fc.integer({ min: -4, max: 9 }).map(value => call('int', constant(value))),
)
/** What templates come by other than from values. */
const made: Calls = fc.oneof(
  ints,
  fc.constantFrom(
    ...[call('list'), call('dict'), call('until', constant(3)), call('concat'), call('rest', call('list'))],
    ...[call('index', constant('abc'), constant(1)), call('int64', constant(5)), call('float64', constant(2))],
    ...[
      call('chunk', constant(2), given([1, 2, 3])),
      call('keys', given({ a: 1 })),
      call('index', given({}), constant('x')),
    ],
  ),
  numbers.filter(value => !Number.isInteger(value) || Math.abs(value) < 100).map(constant),
  strings.map(constant),
)
const any: Calls = fc.oneof({ weight: 4, arbitrary: anything.map(given) }, { weight: 2, arbitrary: made })
const wrongAtTimes = (right: Calls): Calls => fc.oneof({ weight: 9, arbitrary: right }, { weight: 1, arbitrary: any })

const text = wrongAtTimes(fc.oneof(strings.map(given), strings.map(constant)))
const key = wrongAtTimes(keys.map(constant))
const int = wrongAtTimes(ints)
const flag = wrongAtTimes(fc.boolean().map(given))
const number = wrongAtTimes(
  fc.oneof(numbers.map(given), numerals.map(given), numbers.map(constant), scalars.map(given), ints),
)
const list = wrongAtTimes(
  fc.oneof(
    lists.map(given),
    fc.array(any, { maxLength: 5 }).map(args => call('list', ...args)),
    made,
  ),
)
const dict = wrongAtTimes(
  fc.oneof(
    { weight: 4, arbitrary: dicts.map(given) },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.tuple(keys.map(constant), any), { maxLength: 4 })
        .map(pairs => call('dict', ...pairs.flat())),
    },
  ),
)

/** Two values of one type more often than not. */
const comparing = (name: string): Calls =>
  fc.oneof(
    ...[
      numbers.map(given),
      strings.map(given),
      fc.oneof(ints, ...[0, 97].map(value => fc.constant(constant(value)))),
      any,
    ].map(of => fc.tuple(of, of).map(args => call(name, ...args))),
    fc.tuple(any, any).map(args => call(name, ...args)),
  )

/** A call with so many arguments; now and then one too many or too few. */
const calling = (name: string, ...args: readonly Calls[]): Calls =>
  fc.tuple(fc.tuple(...args), fc.integer({ min: 0, max: 40 }), any).map(([given, chance, extra]) => {
    if (chance === 0) return call(name, ...given.slice(0, -1))
    return call(name, ...given, ...(chance === 1 ? [extra] : []))
  })
const callingWithRest = (name: string, args: readonly Calls[], rest: Calls, maxLength = 4): Calls =>
  fc.tuple(fc.tuple(...args), fc.array(rest, { maxLength })).map(([given, more]) => call(name, ...given, ...more))

const bothForms = (calls: Readonly<Record<string, Calls>>): Record<string, Calls> => ({
  ...calls,
  ...Object.fromEntries(
    Object.entries(calls).map(([name, arbitrary]) => {
      const must = `must${name[0]?.toUpperCase()}${name.slice(1)}`
      return [must, arbitrary.map(made => ('call' in made ? { ...made, call: must } : made))]
    }),
  ),
})

/** By function, calls of it as a chart may hold them, and some that Go refuses. */
export const CALLS: Readonly<Record<string, Calls>> = {
  ...Object.fromEntries(['ne', 'lt', 'le', 'gt', 'ge'].map(name => [name, comparing(name)])),
  eq: fc.oneof(comparing('eq'), callingWithRest('eq', [any], any)),
  len: calling('len', any),
  index: fc.oneof(
    callingWithRest('index', [fc.oneof(list, dict)], fc.oneof(int, key), 3),
    callingWithRest('index', [text], int, 1),
  ),
  not: calling('not', any),
  default: callingWithRest('default', [any], any, 2),
  empty: calling('empty', any),
  coalesce: callingWithRest('coalesce', [], any),
  all: callingWithRest('all', [], any),
  any: callingWithRest('any', [], any),
  ternary: calling('ternary', any, any, flag),
  kindOf: calling('kindOf', any),
  typeOf: calling('typeOf', any),
  kindIs: calling('kindIs', text, any),
  typeIs: calling('typeIs', text, any),
  typeIsLike: calling('typeIsLike', text, any),
  deepEqual: fc.oneof(
    calling('deepEqual', any, any),
    any.map(value => call('deepEqual', value, value)),
  ),
  list: callingWithRest('list', [], any),
  tuple: callingWithRest('tuple', [], any),
  concat: callingWithRest('concat', [], list),
  ...bothForms({
    first: calling('first', list),
    last: calling('last', list),
    rest: calling('rest', list),
    initial: calling('initial', list),
    append: calling('append', list, any),
    push: calling('push', list, any),
    prepend: calling('prepend', list, any),
    reverse: calling('reverse', list),
    compact: calling('compact', list),
    uniq: calling('uniq', list),
    without: callingWithRest('without', [list], any),
    has: calling('has', any, list),
    slice: callingWithRest('slice', [list], number, 2),
    chunk: calling('chunk', int, list),
  }),
  until: calling('until', int),
  untilStep: calling('untilStep', int, int, int),
  seq: callingWithRest('seq', [], int),
  dict: callingWithRest('dict', [], fc.oneof(key, any), 7),
  get: calling('get', dict, key),
  set: calling('set', dict, key, any),
  unset: calling('unset', dict, key),
  hasKey: calling('hasKey', dict, key),
  pick: callingWithRest('pick', [dict], key),
  omit: callingWithRest('omit', [dict], key),
  pluck: callingWithRest('pluck', [key], dict),
  dig: fc
    .tuple(fc.array(key, { maxLength: 3 }), any, dict)
    .map(([path, fallback, from]) => call('dig', ...path, fallback, from)),
  ...Object.fromEntries(
    ['merge', 'mustMerge', 'mergeOverwrite', 'mustMergeOverwrite'].map(name => [
      name,
      callingWithRest(name, [fc.oneof(nested, dict)], fc.oneof(nested, dict), 3),
    ]),
  ),
  deepCopy: calling('deepCopy', any),
  mustDeepCopy: calling('mustDeepCopy', any),
  ...Object.fromEntries(
    ['int', 'int64', 'float64', 'toDecimal', 'add1', 'add1f', 'floor', 'ceil'].map(name => [
      name,
      calling(name, number),
    ]),
  ),
  ...Object.fromEntries(['sub', 'div', 'mod'].map(name => [name, calling(name, number, number)])),
  ...Object.fromEntries(['add', 'addf'].map(name => [name, callingWithRest(name, [], number)])),
  ...Object.fromEntries(
    ['mul', 'max', 'min', 'biggest', 'maxf', 'minf', 'subf', 'mulf', 'divf'].map(name => [
      name,
      callingWithRest(name, [number], number, 3),
    ]),
  ),
  atoi: calling('atoi', wrongAtTimes(numerals.map(given))),
  round: callingWithRest('round', [number, int], numbers.map(constant), 1),
  getHostByName: calling('getHostByName', text),
}

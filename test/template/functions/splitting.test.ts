import { expect, test } from 'vitest'
import { call, originsOf, resultOf, valueAt } from './call.ts'

test.each([
  ['split', ['.', 'a.b'], { _0: 'a', _1: 'b' }],
  ['splitn', ['.', 2, 'a.b.c'], { _0: 'a', _1: 'b.c' }],
  ['splitn', ['.', 0, 'a.b.c'], {}],
  ['splitList', ['', 'é1'], ['é', '1']],
  ['splitList', [',', ''], ['']],
  ['join', ['-', ['a', null, 1, true]], 'a-1-true'],
  ['join', ['-', 'a'], 'a'],
  ['sortAlpha', [['b', 'a', 1]], ['1', 'a', 'b']],
  ['sortAlpha', [null], ['<nil>']],
  ['toStrings', [[1, 'a']], ['1', 'a']],
  ['toString', [1e6 + 0.5], '1.0000005e+06'],
  ['contains', ['b', 'abc'], true],
  ['hasPrefix', ['b', 'abc'], false],
  ['hasSuffix', ['', 'abc'], true],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toEqual(expected)
})

test('parts and joined texts keep their origin', () => {
  const [first] = resultListOf(call('splitList', '.', valueAt('host', 'a.b')))
  expect(first && originsOf(first)).toEqual(['a: host'])
  const list = call('list', valueAt('a', 'x'), valueAt('b', 'y'))
  expect(originsOf(call('join', ',', list))).toEqual(['x: a', ',:', 'y: b'])
})

const resultListOf = (value: ReturnType<typeof call>) => (value.kind === 'list' ? value.items : [])

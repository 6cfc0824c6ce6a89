import { expect, test } from 'vitest'
import { call, originsOf, resultOf, valueAt } from './call.ts'

test.each([
  ['%s-%v', ['a', 1.5], 'a-1.5'],
  ['%5s|%-5s|%05d|%+d', ['a', 'b', 7, 8], '    a|b    |00007|+8'],
  ['%.2f %e %g %6.1f', [2.345, 1e6 + 0.5, 2.5e-7, 0.25], '2.35 1.000000e+06 2.5e-07    0.2'],
  ['%q %x %X %c %U', ['a"', 'hi', 255, 65, 65], '"a\\"" 6869 FF A U+0041'],
  ['%t %T %T', [true, 'a', null], 'true string <nil>'],
  ['%d', ['a'], '%!d(string=a)'],
  ['%s', [1], '%!s(int=1)'],
  ['%s', [null], '%!s(<nil>)'],
  ['%d %s', [1], '1 %!s(MISSING)'],
  ['%d', [1, 'x', null], '1%!(EXTRA string=x, <nil>)'],
  ['%[2]s %[1]s', ['a', 'b'], 'b a'],
  ['%[3]s', ['a'], '%!s(BADINDEX)'],
  ['%*d%', [4, 2], '   2%!(NOVERB)'],
  ['%*d', ['a', 2], '%!(BADWIDTH)2'],
  [
    '%s %d',
    [
      ['a', null],
      [1, 'b'],
    ],
    '[a <nil>] [1 %!d(string=b)]',
  ],
  ['%.2s', ['日本語'], '日本'],
  ['%z', [1.5], '%!z(float64=1.5)'],
  ['%p', ['a'], 'Untraced'],
  ['%2000000d', [1], 'Untraced'],
])('%j with %j prints %j as in helm', (format, values, expected) => {
  expect(resultOf('printf', format, ...values)).toBe(expected)
})

test('what is printed keeps its origin beside the text of the format', () => {
  const printed = call('printf', '%s-%d', valueAt('name', 'eso'), 3)
  expect(originsOf(printed)).toEqual(['eso: name', '-:', '3:'])
})

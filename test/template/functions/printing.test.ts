import { expect, test } from 'vitest'
import { call, originsOf, resultOf, valueAt } from './call.ts'

test('print puts spaces between neighbours that are no strings, println between all', () => {
  expect(resultOf('print', 1, 2, 'a', 'b', 3, null)).toBe('1 2a b3 <nil>'.replace('a b', 'ab'))
  expect(resultOf('println', 'a', 1)).toBe('a 1\n')
})

test('what is printed keeps its origin', () => {
  expect(originsOf(call('print', valueAt('a', 'x'), '/y'))).toEqual(['x: a', '/y:'])
})

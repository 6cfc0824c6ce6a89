import { expect, test } from 'vitest'
import { jsonValueAt, parseJson } from '../../../src/template/chart/json-value.ts'
import { plain } from './charts.ts'

test.each([
  ['1,b', 1, 1],
  [' "a\\"]",', 'a"]', 7],
  ['{"a":[{"b":"}"}]}x', { a: [{ b: '}' }] }, 17],
  ['truex', true, 4],
  ['01', 0, 1],
  ['-1.5e2.', -150, 6],
])('%s begins with %j', (text, value, end) => {
  const found = jsonValueAt(text, 0)
  expect([plain(found.value), found.end]).toEqual([value, end])
})

test.each(['', '1.', '1e', '11.', 'x', '{', '"a', ']', '[1}', '1e999'])('%s is refused', text => {
  expect(() => jsonValueAt(text, 0)).toThrow(/JSON/)
})

test('JSON that is nested too deeply is refused', () => {
  expect(() => parseJson('['.repeat(300) + ']'.repeat(300))).toThrow('nested too deeply')
})

test('a key called like a property of objects is a key', () => {
  expect(parseJson('{"__proto__":1}')).toMatchObject({ entries: new Map([['__proto__', { value: 1 }]]) })
})

import { expect, test } from 'vitest'
import {
  copyValue,
  lookUp,
  mergeValues,
  readGivenValues,
  readValues,
  tableAt,
} from '../../../src/template/chart/values.ts'
import { dictOf, plain } from './charts.ts'

test('files are laid over each other: maps are merged, all else is replaced, nulls stay', () => {
  const merged = mergeValues(
    dictOf({ a: { b: 1, c: 2 }, l: [1], m: { x: 1 } }),
    dictOf({ a: { b: null }, l: [], m: 1 }),
  )
  expect(plain(merged)).toEqual({ a: { b: null, c: 2 }, l: [], m: 1 })
})

test.each(['', '# nothing\n', '---\n'])('%j is an empty map', text => {
  expect(plain(readValues(text, '4.1.4'))).toEqual({})
  expect(plain(readValues(text, '3.19.0'))).toEqual({})
})

test.each(['4.1.4', '3.18.0', '3.19.0'])('helm %s refuses a list', helm => {
  expect(() => readValues('[1]', helm)).toThrow(/no map/)
})

test('helm 3.18.0 alone keeps how a number is written', () => {
  const read = (helm: string) => readValues('a: 1000000\n', helm).entries.get('a')
  expect(read('3.18.0')).toMatchObject({ goType: 'json.Number', printed: '1000000' })
  expect(read('3.19.0')).toMatchObject({ type: 'float64', value: 1e6 })
  expect(read('4.1.4')).toMatchObject({ type: 'float64', value: 1e6 })
})

test('no helm keeps it of a file that is given', () => {
  const read = (helm: string) => readGivenValues('a: 123456789\n---\nb: 1\n', helm)
  for (const helm of ['3.18.0', '3.19.0', 'v4.1.4'])
    expect(read(helm).entries.get('a')).toMatchObject({ type: 'float64', value: 123456789 })
  expect(plain(read('3.18.0'))).toEqual({ a: 123456789 })
  expect(plain(read('4.1.4'))).toEqual({ a: 123456789, b: 1 })
  expect(() => readGivenValues('[1]', '3.18.0')).toThrow(/no map/)
})

test('paths lead through maps alone', () => {
  const values = dictOf({ a: { b: 1 } })
  expect(plain(lookUp(values, ['a', 'b']))).toBe(1)
  expect(lookUp(values, ['a', 'b', 'c'])).toBeUndefined()
  expect(tableAt(values, ['a', 'b'])).toBeUndefined()
})

test('a copy shares no map', () => {
  const values = dictOf({ a: { b: 1 }, l: [{ c: 1 }] })
  const copy = copyValue(values)
  tableAt(copy, ['a'])?.entries.set('b', dictOf({}))
  expect(plain(values)).toEqual({ a: { b: 1 }, l: [{ c: 1 }] })
})

import { expect, test } from 'vitest'
import { itemsOf, kindOf } from '../../../src/template/value/kind.ts'
import { List, Num, Opaque, Text } from '../../../src/template/value/value.ts'

test.each([
  ['json.Number', 'string'],
  ['time.Month', 'int'],
  ['time.Time', 'struct'],
  ['*semver.Version', 'ptr'],
])('a %s is a %s', (goType, kind) => {
  expect(kindOf(new Opaque({ goType, printed: '' }))).toBe(kind)
})

test('bytes are a slice of numbers', () => {
  const items = itemsOf(new Text('ÿ', undefined, { bytes: new Uint8Array([255]), isBytes: true }))
  expect(items?.map(item => item instanceof Num && [item.value, item.type])).toEqual([[255, 'uint8']])
  expect(itemsOf(new Text('a'))).toBe(undefined)
  expect(itemsOf(new List([]))).toEqual([])
})

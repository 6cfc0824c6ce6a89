import { expect, test } from 'vitest'
import { type Import, importedFrom } from '../../src/locate/imports.ts'
import { dotted } from '../../src/locate/layers.ts'

const link = (from: string, to: string): Import => ({ from: from.split('.'), to: to === '' ? [] : to.split('.') })
const ways = (key: string, ...imports: Import[]): string[] => importedFrom(imports, key.split('.')).map(dotted)

test('a key is taken from the subcharts that have its table, and from theirs', () => {
  expect(ways('a.b.c', link('sub.x', 'a'), link('sub.y', 'a.b'), link('sub.z', 'b'))).toEqual(['sub.x.b.c', 'sub.y.c'])
  expect(ways('a.b', link('sub.x', 'a'), link('sub.low.y', 'sub.x'))).toEqual(['sub.x.b', 'sub.low.y.b'])
  expect(ways('a', link('sub.exports.data', ''))).toEqual(['sub.exports.data.a'])
})

test('the table itself is none of its keys', () => {
  expect(ways('a', link('sub.x', 'a'))).toEqual([])
})

test('no chart can make the ways too many', () => {
  const all = Array.from({ length: 40 }, (_, i) => link(`sub${i}`, ''))
  expect(ways('a', ...all)).toHaveLength(50)
})

import { expect, test } from 'vitest'
import { Untraced } from '../../../src/template/errors.ts'
import { printValue } from '../../../src/template/value/print.ts'
import { flatten } from '../../../src/template/value/provenance.ts'
import { Bool, Dict, List, Nil, Num, Opaque, Text } from '../../../src/template/value/value.ts'

test('values print as Go prints them', () => {
  const dict = new Dict(
    new Map<string, ConstructorParameters<typeof List>[0][number]>([
      ['b', new List([new Num(1e6, 'float64'), new Num(1, 'int'), new Nil()])],
      ['a', new Bool(true)],
      ['c', new Text('ab', undefined, { isBytes: true })],
    ]),
  )
  expect(printValue(dict).string).toBe('map[a:true b:[1e+06 1 <nil>] c:[97 98]]')
  expect(printValue(new Opaque({ goType: '*semver.Version', printed: '1.2.3' })).string).toBe('1.2.3')
})

test('what holds itself is not printed', () => {
  const dict = new Dict()
  dict.entries.set('self', dict)
  expect(() => printValue(dict)).toThrow(Untraced)
})

test('a list prints the address of a struct, which is volatile', () => {
  const printed = printValue(new List([new Opaque({ goType: '*a.B', printed: '&{1}' })]))
  expect([...flatten(printed.depends)].map(({ source }) => source)).toEqual(['volatile'])
})

test('lists that share their items print to an end', () => {
  let list = new List([new Text('x')])
  for (let i = 0; i < 40; i++) list = new List([list, list])
  expect(() => printValue(list)).toThrow(Untraced)
})

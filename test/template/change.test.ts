import { expect, test } from 'vitest'
import { valuesFor } from '../../src/template/change.ts'
import { Dict, List, Nil, Num, Text, type Value } from '../../src/template/value/value.ts'

const text = (string: string): Text => new Text(string)
const VALUES = new Dict(
  new Map<string, Value>([
    ['a', new Dict(new Map([['b', text('B')]]))],
    [
      'list',
      new List([
        new Dict(
          new Map([
            ['name', text('x')],
            ['port', text('1')],
          ]),
        ),
        text('y'),
      ]),
    ],
  ]),
)

test('only the key that changes is given', () => {
  expect(valuesFor({ path: ['a', 'b'], value: new Nil() }, VALUES)).toEqual(
    new Dict(new Map([['a', new Dict(new Map([['b', new Nil()]]))]])),
  )
})

test('a list is given with all its items', () => {
  const { entries } = valuesFor({ path: ['list', 0, 'name'], value: text('z') }, VALUES)
  const item = new Dict(
    new Map([
      ['name', text('z')],
      ['port', text('1')],
    ]),
  )
  expect([...entries]).toEqual([['list', new List([item, text('y')])]])
})

test('what is not there on the way is made', () => {
  const given = valuesFor({ path: ['new', 1, 'x', 'y'], value: new Num(1, 'int') }, VALUES)
  const inner = new Dict(new Map([['x', new Dict(new Map([['y', new Num(1, 'int')]]))]]))
  expect(given).toEqual(new Dict(new Map([['new', new List([new Nil(), inner])]])))
})

test('the values stay as they are', () => {
  valuesFor({ path: ['list', 0, 'name'], value: text('z') }, VALUES)
  expect(VALUES.entries.get('list')).toMatchObject({
    items: [
      {
        entries: new Map([
          ['name', text('x')],
          ['port', text('1')],
        ]),
      },
      text('y'),
    ],
  })
})

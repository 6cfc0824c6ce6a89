import { describe, expect, test } from 'vitest'
import { ByNamespace } from '../../src/model/by-namespace.ts'

const ITEMS = ['b:1', ':2', 'a:3', '${NS}:4', 'a:5', 'b:6']
const index = new ByNamespace(ITEMS, item => item.split(':')[0] || undefined)
const numbers = (items: readonly string[]) => items.map(item => item.split(':')[1]).join('')

describe('items by namespace keep their order', () => {
  test.each([
    ['a', '2345', '2345'],
    ['c', '24', '24'],
    [undefined, '24', '123456'],
    ['${NS}', '24', '123456'],
    ['', '24', '123456'],
  ])('in %s', (namespace, inside, maybe) => {
    expect(numbers(index.in(namespace))).toBe(inside)
    expect(numbers(index.maybeIn(namespace))).toBe(maybe)
  })
})

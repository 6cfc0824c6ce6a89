import { expect, test } from 'vitest'
import { SelectorIndex } from '../../src/model/selector-index.ts'
import { selects } from '../../src/model/selectors.ts'

const SELECTORS = [
  {},
  { matchLabels: { a: 'b' } },
  { matchLabels: { a: 'b', c: 'd' } },
  { matchExpressions: [{ key: 'a', operator: 'In', values: ['x', 'b'] }] },
  { matchExpressions: [{ key: 'a', operator: 'NotIn', values: ['b'] }] },
  { matchExpressions: [{ key: 'c', operator: 'Exists' }] },
  { matchExpressions: [{ key: 'a', operator: 'In', values: [] }] },
  'none',
]
const index = new SelectorIndex(SELECTORS, selector => [selector])

test.each([[{}], [{ a: 'b' }], [{ a: 'x' }], [{ a: 'b', c: 'd' }], [{ constructor: 'b' }]])(
  'for %j it answers as asking each selector would',
  labels => {
    expect(index.takersOf(labels)).toEqual(SELECTORS.filter(selector => selects(selector, labels)))
  },
)

test('the selectors of an item are alternatives, and it is found once', () => {
  const both = new SelectorIndex(['item'], () => [{ matchLabels: { a: 'b' } }, { matchLabels: { c: 'd' } }])
  expect([{ a: 'b' }, { c: 'd' }, { a: 'b', c: 'd' }, { e: 'f' }].map(labels => both.takersOf(labels).length)).toEqual([
    1, 1, 1, 0,
  ])
})

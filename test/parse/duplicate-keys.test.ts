import { expect, test } from 'vitest'
import { parseText } from '../../src/parse/yaml.ts'

test.each([
  ['in a block', 'a: 1\nb: 2\n"a": 3\n', 3],
  ['in a flow', 'x:\n  - { a: 1, b: 2,\n      a: 3 }\n', 3],
  ['the first of several', 'x: { b: 1 }\ny:\n  c: 1\n  c: 2\nx: 1\n', 5],
  ['deep in a key', '? { a: 1, a: 2 }\n: x\n', 1],
  ['twice nothing', 'x: {\n ~: 1,\n null: 2 }\n', 3],
])('a key that stands twice is told with its line: %s', (_, text, line) => {
  expect(parseText(text).failure).toEqual({ message: 'Map keys must be unique', line })
})

test.each(['a: 1\nb: { a: 1 }\n', '1: a\n"1": b\n', '? [a]\n: 1\n? [b]\n: 2\n', '- { a: 1 }\n- { a: 1 }\n'])(
  '%j has none',
  text => {
    expect(parseText(text).failure).toBeUndefined()
  },
)

/** Each against all before it would be 5 * 10^9 comparisons. */
test('100 000 keys are looked at in one go', () => {
  const text = Array.from({ length: 100_000 }, (_, i) => `k${i}: 1\n`).join('')
  expect(parseText(text).failure).toBeUndefined()
  expect(parseText(`${text}k0: 2\n`).failure?.line).toBe(100_001)
})

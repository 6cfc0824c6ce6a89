import { expect, test } from 'vitest'
import { parseText } from '../../src/parse/yaml.ts'

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('')

test.each([
  ['30 000 anchors, each used once', lines(30_000, i => `k${i}: &a${i} v\n`) + lines(30_000, i => `j${i}: *a${i}\n`)],
  ['900 merges of 30 000 keys', `a: &a\n${lines(30_000, i => `  k${i}: v\n`)}l:\n${'  - { <<: *a }\n'.repeat(900)}`],
  [
    'merges of merges',
    `a0: &a0\n${lines(20_000, i => `  k${i}: v\n`)}${lines(900, i => `a${i + 1}: &a${i + 1} { <<: *a${i}, n${i}: 1 }\n`)}`,
  ],
])('%s are refused at once', (_, text) => {
  const { body, failure } = parseText(text)
  expect({ body, failure }).toEqual({ body: undefined, failure: { message: 'too many aliases', line: 1 } })
})

test('what people write is read: hundreds of aliases in thousands of lines', () => {
  const { body, failure } = parseText(`a: &a { x: 1 }\n${lines(500, i => `k${i}: { <<: *a, z: ${i} }\n`)}`)
  expect(failure).toBeUndefined()
  expect(body).toMatchObject({ k499: { x: 1, z: 499 } })
})

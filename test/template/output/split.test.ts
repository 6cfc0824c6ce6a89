import { expect, test } from 'vitest'
import { splitManifests } from '../../../src/template/output/split.ts'

test.each([
  ['a: 1', ['a: 1']],
  ['---\na: 1\n---\nb: 1\n', ['a: 1', 'b: 1']],
  ['a: 1\n--- # b\nb: 1', ['a: 1', '# b\nb: 1']],
  ['a: 1\n---b: 1', ['a: 1', 'b: 1']],
  ['a: |\n  ---\n  x', ['a: |\n  ---\n  x']],
  ['a: 1\n \t\n---\n\n\n  b: 1', ['a: 1', 'b: 1']],
  // The first mark takes the line break of the second.
  ['---\n---\na: 1', ['---\na: 1']],
  ['', []],
  ['\u00a0a: 1\u0085', ['a: 1']],
])('%j is cut as by helm', (text, documents) => {
  expect(splitManifests(text)).toEqual(documents)
})

test('a long gap costs its length', () => {
  expect(splitManifests(`a: 1${' \n'.repeat(500_000)}x: 1`)).toHaveLength(1)
})

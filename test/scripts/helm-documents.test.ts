import { expect, test } from 'vitest'
import { compareFile, documentsBySource, documentsIn } from '../../scripts/helm-documents.ts'
import { dependingOn, rootDatum } from '../../src/template/value/provenance.ts'
import { concat, Text } from '../../src/template/value/text.ts'

test('finds the documents of each template in what helm prints', () => {
  const output =
    '---\n# Source: c/templates/a.yaml\na: 1\n---\n# Source: c/templates/b.yaml\nb: 1\n---\n# Source: c/templates/a.yaml\n\na: 2\n'
  expect([...documentsBySource(output)]).toEqual([
    ['c/templates/a.yaml', ['a: 1', 'a: 2']],
    ['c/templates/b.yaml', ['b: 1']],
  ])
})

test.each([
  ['a: 1\n---\nb: 1\n', ['a: 1', 'b: 1']],
  ['---\na: 1\n\n---   \nb: 1', ['a: 1', 'b: 1']],
  // The second separator's line break belongs to the first one, so that helm does not see it.
  ['a: 1\n---\n\n---\nb: 1', ['a: 1', '---\nb: 1']],
  ['a: 1\n--- # more\nb: 1', ['a: 1', '# more\nb: 1']],
  ['  \n', []],
  ['a: "---"\nb: ---', ['a: "---"\nb: ---']],
])('cuts %j into documents as helm does', (text, documents) => {
  expect(documentsIn(text).map(({ text }) => text)).toEqual(documents)
  for (const { text: document, start } of documentsIn(text))
    expect(text.slice(start)).toMatch(new RegExp(`^${document}`))
})

test('documents are equal in any order, and different in any other way', () => {
  expect(compareFile(new Text('a: 1\n---\nb: 1\n'), ['b: 1', 'a: 1'])).toBe('equal')
  expect(compareFile(new Text('a: 1\n---\nb: 1\n'), ['a: 1'])).toBe('different')
  expect(compareFile(new Text('a: 1\n'), ['a: 1', 'b: 1'])).toBe('different')
  expect(compareFile(new Text('a: 1\n'), ['a: 2'])).toBe('different')
  expect(compareFile(new Text('\n'), [])).toBe('equal')
})

test('a line may differ where the trace says that it does in each run', () => {
  const random = new Text('x1', dependingOn(rootDatum('volatile')))
  const ours = concat('---\na: ', random, '\nb: 1\n')
  expect(compareFile(ours, ['a: y2\nb: 1'])).toBe('volatile')
  expect(compareFile(ours, ['a: y2\nb: 2'])).toBe('different')
  expect(compareFile(ours, ['a: y2\nb: 1\nc: 1'])).toBe('different')
})

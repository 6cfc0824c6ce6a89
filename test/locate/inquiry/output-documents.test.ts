import { expect, test } from 'vitest'
import { added, documentsOf } from '../../../src/locate/inquiry/output-documents.ts'
import { Text } from '../../../src/template/value/value.ts'

test('the documents of an output are cut and read once', () => {
  const output = new Text('a: 1\n---\nb: 2\n')
  const documents = documentsOf(output)
  expect(documents.map(({ body }) => body)).toEqual([{ a: 1 }, { b: 2 }])
  expect(documentsOf(output)).toBe(documents)
  expect(documents[1]?.body).toBe(documents[1]?.body)
  expect(documentsOf(undefined)).toEqual([])
})

test('those whose text is new', () => {
  const [before, after] = [documentsOf(new Text('a: 1\n---\nb: 2\n')), documentsOf(new Text('b: 2\n---\nb: 3\n'))]
  expect(added(before, after).map(({ text }) => text)).toEqual(['b: 3'])
})

import { expect, test } from 'vitest'
import { readQuestion } from '../../../src/locate/inquiry/question.ts'
import { tree } from '../../tree.ts'

test('a line stands in front, and all else is as for check', async () => {
  expect(await readQuestion('/nowhere', ['a:b.yaml:12', 'c'], ['v.yaml'])).toEqual({
    question: { kind: 'line', file: 'a:b.yaml', line: 12 },
    paths: ['c'],
    valuesFiles: ['v.yaml'],
  })
})

test('without one, what is no file is the key', async () => {
  const folder = tree({ 'v.yaml': '' })
  expect(await readQuestion(folder, ['c'], ['a.b', 'v.yaml'])).toEqual({
    question: { kind: 'key', key: ['a', 'b'] },
    paths: ['c'],
    valuesFiles: ['v.yaml'],
  })
  await expect(readQuestion(folder, [], ['v.yaml'])).rejects.toThrow('trace takes a line or a key')
  await expect(readQuestion(folder, ['c'], ['v.yaml'])).rejects.toThrow('c: no line is named')
})

import { expect, test } from 'vitest'
import { parse } from 'yaml'
import { list, scalar } from '../../src/init/yaml-text.ts'

test.each([
  'a',
  'yes',
  '1.20',
  'a: b',
  'a #b',
  '*',
  '**/x',
  '- a',
  '{a',
  'a,b',
  "it's",
  '"',
  'a\nb',
  'a\rb',
  '\u0085',
  '\u2028',
  '\u0000\u007f',

  '',
  'ü',
  '${{ x }}',
  'a'.repeat(300),
])('the word %j is one line, and the same word again when it is read', word => {
  expect(scalar(word)).not.toMatch(/[\p{C}\u2028]/u)
  expect(parse(`a: ${scalar(word)}`)).toEqual({ a: word })
  expect(parse(`- ${scalar(word)}`)).toEqual([word])
  expect(parse(list('a', [word, word]).join('\n'))).toEqual({ a: [word, word] })
})

test('a long list has one item a line', () => {
  const words = Array.from({ length: 40 }, (_, i) => `word-${i}`)
  const lines = list('key', words)
  expect(lines).toHaveLength(41)
  expect(parse(lines.join('\n'))).toEqual({ key: words })
})

import { expect, test } from 'vitest'
import { parseIgnoreRules, withoutIgnored } from '../../../src/template/chart/ignore.ts'

const PATHS = ['a', 'b.txt', 'd/a', 'd/e/b.txt', '.hidden', 'templates/.x', 'templates/x']

const kept = (text: string): string[] => [
  ...withoutIgnored(new Map(PATHS.map(path => [path, 0])), parseIgnoreRules(text)).keys(),
]
const without = (...gone: string[]): string[] => PATHS.filter(path => ![...gone, 'templates/.x'].includes(path))

test.each([
  ['', without()],
  ['# a\n\n  a  \r\n', without('a', 'd/a')],
  ['/a', without('a')],
  ['*.txt', without('b.txt', 'd/e/b.txt')],
  ['d/', without('d/a', 'd/e/b.txt')],
  ['a/', without()],
  ['e', without('d/e/b.txt')],
  ['d/*', without('d/a', 'd/e/b.txt')],
  ['/*.txt', without('b.txt')],
  ['.*', without('.hidden')],
  ['!a', ['a']],
  ['!*/', []],
])('%j leaves %j', (text, expected) => {
  expect(kept(text)).toEqual(expected)
})

test.each(['a/**', '[', '[]'])('helm refuses %s', text => {
  expect(() => parseIgnoreRules(text)).toThrow(/.helmignore/)
})

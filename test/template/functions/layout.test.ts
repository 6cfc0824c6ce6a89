import { expect, test } from 'vitest'
import { call, originsOf, pieced, resultOf, valueAt } from './call.ts'

test.each([
  ['indent', [2, 'a\n\nb'], '  a\n  \n  b'],
  ['nindent', [2, 'a'], '\n  a'],
  ['nindent', [-1, 'a'], 'TemplateError'],
  ['replace', ['', '-', 'ab'], '-a-b-'],
  ['repeat', [3, 'ab'], 'ababab'],
  ['repeat', [2_000_000_000, 'ab'], 'Untraced'],
  ['nospace', [' a\tb '], 'ab'],
  ['cat', [1, null, '', 'a'], '1  a'],
  ['plural', ['one', 'many', 1], 'one'],
  ['wrap', [5, 'aa bb cc'], 'aa bb\ncc'],
])('%s %j gives %j as in helm', (name, args, expected) => {
  expect(resultOf(name, ...args)).toBe(expected)
})

test('indented text keeps the origin of its pieces', () => {
  expect(originsOf(call('indent', 1, pieced({ a: 'x\n', b: 'y' })))).toEqual([' :', 'x\n : a', 'y: b'])
})

test('what is put in depends on what it replaced', () => {
  const replaced = call('replace', 'b', valueAt('new', 'B'), pieced({ a: 'ab', c: 'bc' }))
  expect(originsOf(replaced)).toEqual(['a: a', 'B: new (a)', 'B: new (c)', 'c: c'])
  expect(originsOf(call('replace', '+', '_', valueAt('tag', '1+2')))).toEqual(['1_2: tag (tag)'])
})

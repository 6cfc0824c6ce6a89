import { expect, test } from 'vitest'
import { wrap } from '../../../src/template/functions/wrap.ts'

test('lines break at spaces; a long word is cut only when asked for', () => {
  expect(wrap('aa bb cc', 5, '\n', false)).toBe('aa bb\ncc')
  expect(wrap('a longword b', 3, '\n', false)).toBe('a\nlongword\nb')
  expect(wrap('a longword b', 3, '|', true)).toBe('a|lon|gwo|rd|b')
})

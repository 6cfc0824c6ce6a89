import { expect, test } from 'vitest'
import { lines, list, literal, optional, text } from '../../../src/generate/admission/cel.ts'

test('a text cannot end its literal early', () => {
  expect(text("it's")).toBe(String.raw`'it\'s'`)
  expect(text("\\' + object")).toBe(String.raw`'\\\' + object'`)
  expect(text('a\nb\u2028c')).toBe(String.raw`'a\U0000000ab\U00002028c'`)
})

test('settings are lists, or lists by name', () => {
  expect(list([])).toBe('[]')
  expect(literal({ name: 'a', value: ['x', 'y'] })).toBe("['x', 'y']")
  expect(literal({ name: 'a', value: { shop: ['x'], web: [] } })).toBe("{'shop': ['x'], 'web': []}")
})

test('every part of a field may be missing', () => {
  expect(optional('object', 'spec.provider.aws')).toBe('object.?spec.?provider.?aws')
  expect(optional('object', 'spec.a-b')).toBe("object.?spec[?'a-b']")
})

test('a literal has an entry a line', () => {
  expect(lines('[', ['a', 'b'], ']')).toBe('[\n  a,\n  b\n]')
  expect(lines('{', [], '}')).toBe('{}')
})

import { expect, test } from 'vitest'
import { visible, visibleData } from '../../../src/report/html/visible.ts'

test('what hides, steers or turns is shown by its code', () => {
  expect(visible('a\u202Eb\u001B[31m\u0007\u200B\uFEFF\u2028\rc')).toBe(
    'a⟨U+202E⟩b⟨U+001B⟩[31m⟨U+0007⟩⟨U+200B⟩⟨U+FEFF⟩⟨U+2028⟩⟨U+000D⟩c',
  )
})

test('lines, tabs and letters of all languages stay', () => {
  expect(visible('a\tb\nc\r\nd Ümläut 日本語 🙈 עברית')).toBe('a\tb\nc\nd Ümläut 日本語 🙈 עברית')
})

test('a text that nobody reads to the end is cut', () => {
  expect(visible('x'.repeat(1_000_000)).length).toBeLessThan(5000)
})

test('all texts of data are made visible, keys and other values stay', () => {
  expect(visibleData({ a: ['\u0000', 1, null, true, { b: '\u202E' }] })).toEqual({
    a: ['⟨U+0000⟩', 1, null, true, { b: '⟨U+202E⟩' }],
  })
})

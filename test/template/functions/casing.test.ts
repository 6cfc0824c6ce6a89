import { expect, test } from 'vitest'
import { call, originsOf, pieced, resultOf } from './call.ts'

test.each([
  ['upper', 'aé', 'AÉ'],
  ['upper', 'ß', 'Untraced'],
  ['lower', 'ΑΣ', 'ας'.replace('ς', 'σ')],
  ['title', "don't x_y", "Don'T X_y"],
  ['untitle', 'Hello World', 'hello world'],
  ['swapcase', 'Hello wOrld', 'hELLO WoRLD'],
  ['initials', 'Hello wide World', 'HwW'],
  ['initials', 'é', 'Untraced'],
  ['snakecase', 'HTTP20xOK', 'http_20x_ok'],
  ['snakecase', 'userIDs', 'user_i_ds'],
  ['kebabcase', 'FirstName2', 'first-name2'],
  ['kebabcase', ':_b', ':_b'],
  ['camelcase', 'HTTPServer', 'Httpserver'],
  ['camelcase', '__foo__', '__Foo__'],
  ['camelcase', '-', '--'],
])('%s %j gives %j as in helm', (name, given, expected) => {
  expect(resultOf(name, given)).toBe(expected)
})

test('each piece keeps its origin, and words go on over the seams', () => {
  expect(originsOf(call('title', pieced({ a: 'on', b: 'e two' })))).toEqual(['On: a', 'e Two: b'])
})

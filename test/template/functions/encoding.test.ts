import { expect, test } from 'vitest'
import { call, originsOf, resultOf, valueAt } from './call.ts'

test.each([
  ['b64enc', 'é', 'w6k='],
  ['b64dec', 'w6k=', 'é'],
  ['b64dec', 'abc\n', 'illegal base64 data at input byte 1'],
  ['b32enc', 'é', 'YOUQ===='],
  ['b32dec', 'YOUQ====', 'é'],
  ['b32dec', 'ab', 'illegal base32 data at input byte 0'],
  ['sha1sum', 'a', '86f7e437faa5a7fce15d1ddcb9eaeaea377667b8'],
  ['adler32sum', 'Wikipedia', '300286872'],
])('%s %j gives %j as in helm', (name, given, expected) => {
  expect(resultOf(name, given)).toBe(expected)
})

test('bytes that are no text come through, and nothing else is done with them', () => {
  const decoded = call('b64dec', '//8A')
  expect(resultOf('b64enc', decoded)).toBe('//8A')
  expect(resultOf('sha256sum', decoded)).toBe('074d99c983072816cbc8d980c4a2fd441f6036aca06f83ee14e05cab5afbed85')
  expect(resultOf('trim', decoded)).toBe('Untraced')
})

test('an encoded value still is that value', () => {
  expect(originsOf(call('b64enc', valueAt('password', 'x')))).toEqual(['eA==: password (password)'])
})

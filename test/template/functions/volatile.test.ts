import { expect, test } from 'vitest'
import { flatten } from '../../../src/template/value/provenance.ts'
import { dependenciesOf } from '../../../src/template/value/value.ts'
import { call, resultOf, valueAt } from './call.ts'

const isVolatile = (...args: Parameters<typeof call>): boolean =>
  [...flatten(dependenciesOf(call(...args)))].some(({ source }) => source === 'volatile')

test.each([
  ['randAlphaNum', [8], 8],
  ['randNumeric', [-1], 0],
  ['randBytes', [5], 8],
  ['uuidv4', [], 36],
  ['shuffle', ['abc'], 3],
  ['bcrypt', ['a'], 60],
  ['htpasswd', ['user', 'a'], 65],
  ['encryptAES', ['key', 'text'], 44],
])('%s %j is volatile and as long as in helm', (name, args, length) => {
  expect(resultOf(name, ...args)).toHaveLength(length)
  expect(isVolatile(name, ...args)).toBe(true)
})

test('what is always the same is not', () => {
  expect(resultOf('htpasswd', 'a:b', 'c')).toBe('invalid username: a:b')
  expect(isVolatile('htpasswd', 'a:b', 'c')).toBe(false)
  expect(resultOf('bcrypt', 'a'.repeat(73))).toContain('exceeds 72 bytes')
})

test('what was encrypted is decrypted', () => {
  expect(resultOf('decryptAES', 'key', call('encryptAES', 'key', 'text'))).toBe('text')
  // made by helm 4.1.4
  expect(resultOf('decryptAES', 'p', 'mWEO/pVZs5YEbSALAfPg1kGJGnBIM/RExu1z7S5n6Bc=')).toBe('abc')
  expect(resultOf('decryptAES', 'p', 'xx')).toBe('TemplateError')
})

test('numbers have a range', () => {
  expect(resultOf('randInt', 3, 5)).toBe(3)
  expect(resultOf('randInt', 3, 3)).toBe('TemplateError')
  expect(resultOf('derivePassword', 1, 'long', 'a', valueAt('user', 'b'), 'c')).toBe('Untraced')
})

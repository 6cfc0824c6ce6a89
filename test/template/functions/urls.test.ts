import { expect, test } from 'vitest'
import { Dict, Text } from '../../../src/template/value/value.ts'
import { call, resultOf } from './call.ts'

test('a URL comes apart as in helm', () => {
  expect(resultOf('urlParse', 'HTTP://u:p@[::1]:80/p%20q?x=1#f')).toEqual({
    scheme: 'http',
    userinfo: 'u:p',
    host: '[::1]:80',
    hostname: '::1',
    path: '/p q',
    query: 'x=1',
    opaque: '',
    fragment: 'f',
  })
  expect(resultOf('urlParse', 'mailto:a@b')).toMatchObject({ scheme: 'mailto', opaque: 'a@b' })
  expect(resultOf('urlParse', '1h:80')).toBe('TemplateError')
  expect(resultOf('urlParse', 'http://a b/')).toBe('Untraced')
})

test('and together again', () => {
  const joined = (parts: Record<string, string>) =>
    resultOf('urlJoin', new Dict(new Map(Object.entries(parts).map(([name, part]) => [name, new Text(part)]))))
  expect(joined({ scheme: 'http', host: 'h:80', path: 'p q', query: 'a b', fragment: 'f g', userinfo: 'u:p' })).toBe(
    'http://u:p@h:80/p%20q?a b#f%20g',
  )
  expect(joined({ path: 'a:b' })).toBe('./a:b')
  expect(resultOf('urlJoin', call('dict', 'scheme', 1))).toBe('TemplateError')
})

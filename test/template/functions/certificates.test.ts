import { expect, test } from 'vitest'
import { call, resultOf } from './call.ts'

test('a certificate and its key look like PEM and are volatile', () => {
  const made = call('genCA', 'ca', 365)
  expect(made.kind === 'opaque' && [...made.fields.keys()]).toEqual(['Cert', 'Key'])
  const certificate = made.kind === 'opaque' ? made.fields.get('Cert') : undefined
  expect(certificate?.kind === 'text' && certificate.string).toMatch(
    /^-----BEGIN CERTIFICATE-----\n(?:.{1,64}\n)+-----END CERTIFICATE-----\n$/,
  )
  expect(resultOf('genSignedCert', 'a', ['10.0.0.1', '::1'], ['a.svc'], 365, made)).toContain('PRIVATE KEY')
})

test.each([
  ['genSelfSignedCert', ['a', ['bad'], null, 1]],
  ['genSelfSignedCert', ['a', null, [1], 1]],
  ['genSelfSignedCert', ['a', null, null, 1.5]],
  ['genSignedCert', ['a', null, null, 1, 'ca']],
  ['buildCustomCert', ['!', '!']],
])('%s %j fails as in helm', (name, args) => {
  expect(resultOf(name, ...args)).toBe('TemplateError')
})

test('keys are made by kind', () => {
  expect(resultOf('genPrivateKey', 'ed25519')).toMatch(
    /^-----BEGIN PRIVATE KEY-----\n.{64}\n-----END PRIVATE KEY-----\n$/,
  )
  expect(resultOf('genPrivateKey', 'x')).toBe('Unknown type x')
})

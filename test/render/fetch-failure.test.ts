import { expect, test } from 'vitest'
import { fetchFailure } from '../../src/render/fetch-failure.ts'

test.each([
  ['GET "https://r.example/v2/a/tags/list": basic credential not found', '--registry-config FILE'],
  ['GET "https://r.example/token": response status code 403: denied: denied', '--registry-config FILE'],
  ['failed to fetch https://charts.example.com/index.yaml : 401 Unauthorized', '--registry-config FILE'],
  ['dial tcp: lookup r.example: no such host', 'is its host reached from here?'],
  ['tls: failed to verify certificate: x509: certificate signed by unknown authority', 'SSL_CERT_FILE'],
])('%s: what would help', (words, advice) => {
  const said = fetchFailure(`level=WARN msg="something else"\nWARNING: and more\nError: ${words}\n`)
  expect(said.startsWith(`${words}; ${advice}`)).toBe(true)
})

test('other words stay as they are, and no page is repeated', () => {
  expect(fetchFailure('Error: chart "a" not found')).toBe('chart "a" not found')
  expect(fetchFailure(`Error: ${'x'.repeat(1_000_000)}`).length).toBeLessThan(2001)
})

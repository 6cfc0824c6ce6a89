import { expect, test } from 'vitest'
import { inlineSecretsIn } from '../../src/check/inline-secrets.ts'
import { manifestsOf } from '../world.ts'

const found = (provider: object): string[] =>
  manifestsOf(
    JSON.stringify({
      apiVersion: 'external-secrets.io/v1',
      kind: 'SecretStore',
      metadata: { name: 'a' },
      spec: { provider },
    }),
  )
    .flatMap(inlineSecretsIn)
    .map(({ path, isCertain, isTestData }) =>
      [path.slice(3).join('.'), isCertain ? 'certain' : 'by its looks', ...(isTestData ? ['test data'] : [])].join(' '),
    )

const webhook = (body: string, headers: object = {}) =>
  found({ webhook: { url: 'https://example.com', body, headers } })

test('a field for a secret is certain, test data are marked', () => {
  expect(found({ scaleway: { secretKey: { value: 'abc' }, accessKey: { secretRef: { name: 'a' } } } })).toEqual([
    'secretKey.value certain',
  ])
  expect(found({ fake: { data: [{ key: 'a', value: 'hunter2' }] } })).toEqual(['data.0.value certain test data'])
})

test('what may hold anything is told by its looks; the name `body` says nothing', () => {
  expect(webhook('{"path": "shop"}', { Accept: 'text/plain', 'X-Api-Key': 'abc' })).toEqual([
    'headers.X-Api-Key by its looks',
  ])
  expect(webhook('{"password": "abc"}')).toEqual(['body by its looks'])
})

test('what is filled in later is no secret, nor is a store without a known provider', () => {
  expect(webhook('{"password": "{{ .auth.password }}"}', { Authorization: '${TOKEN}' })).toEqual([])
  expect([found({ fake: { data: '${DATA}' } }), found({ unheard: { token: 'abc' } }), found({})]).toEqual([[], [], []])
})

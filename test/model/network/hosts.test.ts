import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isClusterLocal, isHostIn, parseAddress } from '../../../src/model/network/hosts.ts'

const isNamespace = (name: string): boolean => name === 'shop'

describe('parseAddress', () => {
  test.each([
    ['https://vault.example.com:8200/v1', 'https', 'vault.example.com', 8200],
    ['HTTP://Vault.Example.COM', 'http', 'vault.example.com', undefined],
    ['vault.example.com', undefined, 'vault.example.com', undefined],
    ['vault:8200', undefined, 'vault', 8200],
    ['https://user:pass@vault.example.com/x', 'https', 'vault.example.com', undefined],
    ['https://[fd00::1]:8200', 'https', 'fd00::1', 8200],
    ['  https://vault.example.com:8200\n', 'https', 'vault.example.com', 8200],
    ['https://vault.example.com./', 'https', 'vault.example.com', undefined],
    ['https://api.example.com/{{ .remoteRef.key }}', 'https', 'api.example.com', undefined],
    ['https://api.example.com?key={{ .k }}', 'https', 'api.example.com', undefined],
  ])('%s', (text, scheme, host, port) => {
    expect(parseAddress(text)).toEqual({ scheme, host, port })
  })

  test.each(['', 'https://', 'https://${VAULT}', 'https://{{ .host }}/x', 'https://<HOST>', '/path', 'https://a b'])(
    'nothing is known of %j',
    text => {
      expect(parseAddress(text)).toBeUndefined()
    },
  )

  test('no text makes it throw or take long', () => {
    fc.assert(fc.property(fc.string(), text => void parseAddress(text)))
    expect(parseAddress(`https://${'a'.repeat(100_000)}@`)).toBeUndefined()
  })
})

describe('isClusterLocal', () => {
  test.each([
    'localhost',
    'vault',
    'vault.shop',
    'vault.vault',
    'vault.vault.svc',
    'vault.vault.svc.cluster.local',
    'db.internal',
    '10.0.0.1',
    '172.16.0.1',
    '172.31.255.255',
    '192.168.1.1',
    '127.0.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '::1',
    'fd00::1',
    'fe80::1',
    '::ffff:10.0.0.1',
    'vault.corp.intranet',
    'dev',
    'a.b.dev.svc',
  ])('%s is', host => {
    expect(isClusterLocal(host, isNamespace)).toBe(true)
  })

  test.each([
    'example.com',
    'vault.example.com',
    'a.io',
    'vault.dev',
    '8.8.8.8',
    '172.15.0.1',
    '172.32.0.1',
    '100.63.0.1',
    '100.128.0.1',
    '2606:4700::1111',
    'svc.example.com',
    'x.internal.example.com',
    'svc.shop.dev',
    '::ffff:8.8.8.8',
  ])('%s is not', host => {
    expect(isClusterLocal(host, isNamespace)).toBe(false)
  })

  test('a public ending is local where it is a namespace', () => {
    expect(isClusterLocal('vault.dev', name => name === 'dev')).toBe(true)
  })
})

test('a pattern with a star takes in subdomains, not the domain and not its namesakes', () => {
  expect(isHostIn('vault.example.com', ['vault.example.com'])).toBe(true)
  expect(isHostIn('a.b.example.com', ['*.example.com'])).toBe(true)
  expect(isHostIn('example.com', ['*.example.com'])).toBe(false)
  expect(isHostIn('evil-example.com', ['*.example.com'])).toBe(false)
  expect(isHostIn('vault.example.com', [])).toBe(false)
})

import { describe, expect, test } from 'vitest'
import { isBelow, type RemoteKey, remoteKeys } from '../../../src/model/eso/remote-keys.ts'
import { manifestsOf } from '../../world.ts'

const keysIn = (kind: string, spec: object): (string | undefined)[][] => {
  const body = { apiVersion: 'external-secrets.io/v1', kind, metadata: { name: 'x' }, spec }
  return manifestsOf(JSON.stringify(body))
    .flatMap(remoteKeys)
    .map(({ path, key, form }) => [path.join('.'), key, form])
}

test('what an ExternalSecret asks for', () => {
  const spec = {
    data: [{ remoteRef: { key: 'a' } }, { remoteRef: { key: '${KEY}' } }, { remoteRef: {} }],
    dataFrom: [
      { extract: { key: 'b' } },
      { find: { path: 'c', name: { regexp: 'x' } } },
      { find: { name: { regexp: '^d' } } },
      { find: { tags: { e: 'f' } } },
      { sourceRef: { generatorRef: { kind: 'Password', name: 'g' } } },
    ],
  }
  const expected = [
    ['data.0.remoteRef.key', 'a', 'key'],
    ['data.1.remoteRef.key', undefined, 'key'],
    ['dataFrom.0.extract.key', 'b', 'key'],
    ['dataFrom.1.find.path', 'c', 'folder'],
    ['dataFrom.2.find.name.regexp', '^d', 'expression'],
    ['dataFrom.3.find', '', 'expression'],
  ]
  const below = (path: string) => expected.map(([at, ...rest]) => [`${path}.${at}`, ...rest])
  expect(keysIn('ExternalSecret', spec)).toEqual(below('spec'))
  expect(keysIn('ClusterExternalSecret', { externalSecretSpec: spec })).toEqual(below('spec.externalSecretSpec'))
})

test('what a PushSecret writes', () => {
  const spec = { data: [{ match: { remoteRef: { remoteKey: 'a' } } }], dataTo: [{ remoteKey: 'b' }, {}] }
  expect(keysIn('PushSecret', spec)).toEqual([
    ['spec.data.0.match.remoteRef.remoteKey', 'a', 'key'],
    ['spec.dataTo.0.remoteKey', 'b', 'key'],
  ])
})

describe('below a prefix', () => {
  test.each<[RemoteKey['form'], string | undefined, boolean]>([
    ['key', 'shop/database', true],
    ['key', 'shop', false],
    ['key', 'shopping', false],
    ['key', 'billing/shop/', false],
    ['key', 'shop/../billing', false],
    ['key', 'shop/a..b', true],
    ['key', undefined, true],
    ['folder', 'shop', true],
    ['folder', 'shop/a', true],
    ['folder', 'sho', false],
    ['expression', '^shop/.*', true],
    ['expression', '^shop\\/.*', true],
    ['expression', 'shop/.*', false],
    ['expression', '^shop/|.*', false],
    ['expression', '', false],
  ])('%s %j: %j', (form, key, expected) => {
    expect(isBelow({ path: [], key, form }, 'shop/')).toBe(expected)
  })

  test('a dot of an expression takes any character, unless it is escaped', () => {
    expect(isBelow({ path: [], key: '^shop\\.x', form: 'expression' }, 'shop.')).toBe(true)
  })
})

import { describe, expect, test } from 'vitest'
import { isMaterial, readableKeys } from '../../../src/model/eso/secret-content.ts'
import { manifestsOf } from '../../world.ts'

function keysOf(yaml: string): string[] {
  const [secret] = manifestsOf(`apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n${yaml}\n`)
  return secret ? readableKeys(secret).map(({ path }) => path.join('.')) : ['no secret']
}

describe('readableKeys', () => {
  test.each([
    ['stringData: { a: t0p, b: "" }', ['stringData.a']],
    ['data: { a: dDBw, b: "", c: "${B64}", d: Y2hhbmdlbWU= }', ['data.a']],
    ['data: { a: dDBw }\nstringData: { a: changeme }', []],
    ['data: { a: not base64! }', []],
    ['data: { a: "ZHVt\\n bXk=" }', []],
    ['stringData: { a: t0p }\nsops: { version: 3 }', []],
    ['data: []\nstringData: text', []],
    ['stringData: { a: { b: c }, d: [e], f: ~ }', []],
    ['stringData: { pin: 4711 }', ['stringData.pin']],
  ])('%s', (yaml, expected) => {
    expect(keysOf(yaml)).toEqual(expected)
  })
})

describe('isMaterial', () => {
  test.each(['t0p', 'password', 'hvs.of-the-example', 'addison', 'setter', 'input-4711', 'null-4711', 'noneSuch'])(
    '%s is',
    text => {
      expect(isMaterial(text)).toBe(true)
    },
  )

  test.each([
    ...['', '  ', '${TOKEN}', '$TOKEN', '<token>', '{{ .token }}', '<path:kv/data/a#b>'],
    ...['ENC[AES256_GCM,data:a]', 'ref+vault://a', 'vault:secret/data/a#b', '$(TOKEN)'],
    ...[
      'changeme',
      'CHANGE_ME',
      'please-change-me',
      'replace-with-token',
      'your-token',
      'my-secret',
      'TODO',
      'xxxxx',
      '****',
    ],
    ...['dummy', 'placeholder', 'example-token', 'fake', 'REDACTED', '...', '__TOKEN__', '%TOKEN%'],
  ])('%s is not', text => {
    expect(isMaterial(text)).toBe(false)
  })
})

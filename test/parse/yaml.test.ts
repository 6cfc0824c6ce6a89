import { describe, expect, test } from 'vitest'
import { MOST_CHARACTERS, parseText } from '../../src/parse/yaml.ts'

const HEAD = 'apiVersion: v1\nkind: Secret\nmetadata: { name: a }\n'
const fill = (line: string): string => line.repeat(Math.ceil(MOST_CHARACTERS / line.length))

describe('a document too large for any cluster is refused before it is parsed', () => {
  test.each([
    ['a quoted text', `stringData: { a: "${fill('x')}" }\n`],
    ['escapes', `stringData: { a: "${fill('\\x41')}" }\n`],
    ['a block', `stringData:\n  a: |\n${fill(`    ${'x'.repeat(99)}\n`)}`],
    ['keys', `stringData:\n${fill('  key: v\n')}`],
    ['a list', `l: [${fill('a,')}]\n`],
    ['comments', fill('# x\n')],
    ['line breaks in quotes', `a: "${fill('\n')}"\n`],
  ])('%s', (_, text) => {
    const { body, failure } = parseText(HEAD + text)
    expect(body).toBeUndefined()
    expect(failure).toEqual({
      message: `a document of more than ${MOST_CHARACTERS} characters is not read: divide it`,
      line: 1,
    })
  })
})

describe('keys that JavaScript knows are keys like any other', () => {
  test.each(['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty'])('%s', key => {
    const { body, failure } = parseText(`${HEAD}spec: &a\n  ${key}: { polluted: true }\nmerged: { <<: *a }\n`)
    expect(failure).toBeUndefined()
    expect(JSON.stringify(body)).toContain(`"spec":{"${key}":{"polluted":true}},"merged":{"${key}":{"polluted":true}}`)
    expect(Object.getPrototypeOf(body)).toBe(Object.prototype)
    expect('polluted' in {}).toBe(false)
  })
})

test.each([
  ['9007199254740993', 9007199254740992],
  ['1e999', Number.POSITIVE_INFINITY],
  ['-.inf', Number.NEGATIVE_INFINITY],
  ['.nan', Number.NaN],
  ['0x1F', 31],
  ['2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z'],
  ['!!str 1', '1'],
])('%s is read as %s, and nothing fails', (text, value) => {
  expect(parseText(`a: ${text}\n`)).toMatchObject({ body: { a: value } })
})

test.each([
  '!!js/function "x"',
  '!!python/object:os.system "id"',
  '!<tag:yaml.org,2002:js/undefined> ""',
  '!own {a: 1}',
])('the tag in %s runs nothing', text => {
  const { body } = parseText(`a: ${text}\n`)
  expect(typeof body === 'object' || body === undefined).toBe(true)
})

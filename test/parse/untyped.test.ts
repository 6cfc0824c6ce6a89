import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  asLabels,
  asList,
  asMapping,
  asText,
  asTexts,
  isPlaceholder,
  type Mapping,
  valueAt,
} from '../../src/parse/untyped.ts'
import { parseText } from '../../src/parse/yaml.ts'

test('a wrong type reads as absent', () => {
  expect([undefined, null, 1, 'a', [], ['a']].map(asMapping)).toEqual(Array(6).fill(undefined))
  expect([undefined, null, 1, 'a', {}].map(asList)).toEqual(Array(5).fill([]))
  expect([undefined, null, 1, true, [], {}].map(asText)).toEqual(Array(6).fill(undefined))
  expect(asTexts(['a', 1, null, ['b'], 'c'])).toEqual(['a', 'c'])
  expect(asTexts('a')).toEqual([])
  expect(asLabels({ a: 'b', c: 1, d: null, e: {} })).toEqual({ a: 'b' })
  expect(asLabels(['a'])).toEqual({})
})

describe('valueAt', () => {
  const value = { a: [{ b: 1 }, null], 'x.y/z': false }

  test('follows keys and indices', () => {
    expect(valueAt(value, [])).toBe(value)
    expect(valueAt(value, ['a', 0, 'b'])).toBe(1)
    expect(valueAt(value, ['a', 1])).toBe(null)
    expect(valueAt(value, ['x.y/z'])).toBe(false)
  })

  test.each([
    [['b']],
    [['a', 2]],
    [['a', -1]],
    [['a', '0']],
    [['a', 'length']],
    [['a', 1, 'b']],
    [[0]],
    [['toString']],
    [['__proto__', 'x']],
  ])('has nothing at %j', path => {
    expect(valueAt(value, path)).toBeUndefined()
  })

  test('reads a key that is called __proto__ as a key', () => {
    const { body } = parseText('__proto__:\n  polluted: yes\na: 1')
    expect(valueAt(body, ['__proto__', 'polluted'])).toBe(true)
    expect(({} as Mapping).polluted).toBeUndefined()
  })

  test('never throws', () => {
    const path = fc.array(fc.oneof(fc.string(), fc.integer(), fc.constantFrom('__proto__', 'constructor', NaN)))
    fc.assert(fc.property(fc.anything(), path, (any, steps) => void valueAt(any, steps)))
  })
})

describe('isPlaceholder', () => {
  test.each([
    '${VAR}',
    'https://${HOST}/v1',
    '${VAR:=default}',
    '$VAR',
    '<TOKEN>',
    '<path:secret/data/shop#token#2>',
    '<password | base64encode>',
    '{{ .Values.token }}',
    'a-{{ printf "%s}" . }}-b',
    '{{\n.x\n}}',
    'ENC[AES256_GCM,data:AbC=,iv:x,tag:y,type:str]',
  ])('%j is filled in later', text => {
    expect(isPlaceholder(text)).toBe(true)
  })

  test.each([
    '',
    'plain',
    '$',
    'US$5',
    '$(VAR)',
    'a < b',
    '1 < 2 > 1',
    '{ }',
    '}} {{',
    '^team-(a|b)$',
    '#{x}',
    'ENC[x]',
  ])('%j is what it is', text => {
    expect(isPlaceholder(text)).toBe(false)
  })

  test('an action without quotes reads as a mapping, and is one too', () => {
    const { body } = parseText('a: {{ .Values.token }}\nb: {{ include "x" . }}\nc: { d: null }\ne: {}\nf: [{{ x }}]')
    const read = ['a', 'b', 'c', 'e', 'f'].map(key => isPlaceholder(valueAt(body, [key])))
    expect(read).toEqual([true, true, false, false, false])
  })

  test('numbers, lists and nothing are not', () => {
    expect([undefined, null, 1, true, [], ['${VAR}']].map(isPlaceholder)).toEqual(Array(6).fill(false))
  })

  test.each(['${', '{{', '<a', '$', '{{ }', '<a<'])('a long run of %j comes to an end', part => {
    expect(isPlaceholder(part.repeat(500_000))).toBe(false)
  })
})

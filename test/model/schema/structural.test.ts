import { describe, expect, test } from 'vitest'
import { type Fault, faultsOf } from '../../../src/model/schema/structural.ts'
import type { Mapping } from '../../../src/parse/untyped.ts'

/** What a schema of `spec` has against a value of it, as `path: words`. */
const said = (spec: unknown, schema: Mapping, parts: readonly unknown[] = []): string[] =>
  faults({ spec }, { spec: schema }, parts).map(({ path, says }) => `${path.join('.')}: ${says}`)

const faults = (object: Mapping, properties: Mapping, parts: readonly unknown[] = []): Fault[] =>
  faultsOf(object, { root: { type: 'object', properties }, parts })

const text = { type: 'string' }
const object = (properties: Mapping, more: Mapping = {}) => ({ type: 'object', properties, ...more })

describe('fields', () => {
  test('a field that the schema does not have is a fault, at any depth', () => {
    expect(said({ a: 'x', b: { c: 1 } }, object({ a: text, b: object({ d: text }) }))).toEqual([
      'spec.b.c: is no field',
    ])
    expect(said([{ b: 1 }], { type: 'array', items: object({ a: text }) })).toEqual(['spec.0.b: is no field'])
    expect(faults({ data: 1 }, { spec: text })).toMatchObject([{ path: ['data'], kind: 'unknown', names: ['spec'] }])
  })

  test('a mapping of which nothing is said has no fields', () => {
    expect(said({}, { type: 'object' })).toEqual([])
    expect(said({ b: 'x' }, { type: 'object' })).toEqual(['spec.b: is no field'])
  })

  test('a field that there is not is one without a value as well', () => {
    expect(said({ a: null, b: null }, object({ a: text }))).toEqual(['spec.b: is no field'])
  })

  test('of a status only the names matter: the server drops it', () => {
    const status = object({ a: text, b: text }, { required: ['b'] })
    expect(faults({ status: { a: 1, c: 1 } }, { status })).toMatchObject([{ path: ['status', 'c'], kind: 'unknown' }])
    expect(faults({ status: 'x' }, { status })).toEqual([])
  })

  test('what the API server judges itself, and what SOPS adds, is left alone', () => {
    expect(faults({ apiVersion: 1, kind: 2, metadata: { x: 1 }, sops: {} }, { metadata: object({}) })).toEqual([])
  })

  test.each([
    ['preserved', object({ a: text }, { 'x-kubernetes-preserve-unknown-fields': true })],
    ['a map', { type: 'object', additionalProperties: text }],
    ['a map of anything', { type: 'object', additionalProperties: true }],
    ['no schema at all', null as unknown as Mapping],
  ])('any field is allowed: %s', (_, schema) => {
    expect(said({ b: 'x' }, schema)).toEqual([])
  })

  test('known fields of an open mapping, and the values of a map, are judged', () => {
    expect(said({ a: 1, b: 1 }, object({ a: text }, { 'x-kubernetes-preserve-unknown-fields': true }))).toEqual([
      'spec.a: must be text, not a number',
    ])
    expect(said({ a: 1 }, { type: 'object', additionalProperties: text })).toEqual([
      'spec.a: must be text, not a number',
    ])
  })

  test('a required field is missing, or empty', () => {
    const schema = object({ key: text, other: text }, { required: ['key'] })
    expect(faults({ spec: {} }, { spec: schema })).toMatchObject([{ path: ['spec'], kind: 'whole' }])
    expect(faults({ spec: { key: null } }, { spec: schema })).toMatchObject([{ path: ['spec', 'key'], kind: 'empty' }])
    expect(said({ key: '' }, schema)).toEqual([])
    const choice = { type: 'string', enum: ['a'] }
    expect(faults({ spec: '' }, { spec: choice })).toMatchObject([{ path: ['spec'], kind: 'empty' }])
    expect(faults({ spec: 'b' }, { spec: choice })).toMatchObject([{ path: ['spec'], kind: 'value' }])
  })

  test('a misspelt required field is said once', () => {
    expect(said({ kee: 'x' }, object({ key: text, zzzzzz: text }, { required: ['key', 'zzzzzz'] }))).toEqual([
      'spec.kee: is no field',
      'spec: lacks its required field `zzzzzz`',
    ])
  })

  test('a default counts as given', () => {
    const schema = object({ key: { type: 'string', default: 'x' } }, { required: ['key'] })
    expect(said({}, schema)).toEqual([])
    expect(said({ key: null }, schema)).toEqual([])
  })

  test('a null counts as absent where it is not allowed, and stays where it is', () => {
    expect(said({ a: null }, object({ a: text }))).toEqual([])
    expect(said({ a: null }, object({ a: { type: 'string', nullable: true } }, { required: ['a'] }))).toEqual([])
    expect(said([null], { type: 'array', items: text })).toEqual(['spec.0: must be text, not null'])
  })
})

describe('values', () => {
  test.each<[unknown, Mapping, string]>([
    ['x', { type: 'integer' }, 'must be a whole number, not text'],
    [1.5, { type: 'integer' }, 'must be a whole number, not a number'],
    [1, { type: 'boolean' }, 'must be true or false, not a number'],
    [{}, { type: 'array' }, 'must be a list, not a mapping'],
    ['x', { type: 'object' }, 'must be a mapping, not text'],
    [-(2 ** 31) - 1, { type: 'integer', format: 'int32' }, 'must be a number of 32 bits'],
    ['TUl', { type: 'string', format: 'byte' }, 'must be base64'],
    ['====', { type: 'string', format: 'byte' }, 'must be base64'],
    [[], { type: 'object' }, 'must be a mapping, not a list'],
    [true, { 'x-kubernetes-int-or-string': true }, 'must be a whole number or text'],
    ['c', { type: 'string', enum: ['a', 'b'] }, 'must be one of a, b'],
    ['', { type: 'string', minLength: 1 }, 'must not be empty'],
    ['ab', { type: 'string', minLength: 3 }, 'must have at least 3 characters'],
    ['äöüß', { type: 'string', maxLength: 3 }, 'must have at most 3 characters'],
    ['A_', { type: 'string', pattern: '^[a-z]+$' }, 'must match ^[a-z]+$'],
    ['a?', { type: 'string', format: 'byte' }, 'must be base64'],
    ['', { type: 'string', format: 'byte' }, 'must be base64'],
    ['TUlJ\n', { type: 'string', format: 'byte' }, 'must be base64 without line breaks'],
    ['2026-02-30T00:00:00Z', { type: 'string', format: 'date-time' }, 'must be a time such as 2026-01-31T09:00:00Z'],
    ['2026-02-28T24:00:00Z', { type: 'string', format: 'date-time' }, 'must be a time such as 2026-01-31T09:00:00Z'],
    ['2026-02-28', { type: 'string', format: 'date-time' }, 'must be a time such as 2026-01-31T09:00:00Z'],
    [0, { type: 'integer', minimum: 1 }, 'must be at least 1'],
    [9, { type: 'number', maximum: 8.5 }, 'must be at most 8.5'],
    [2 ** 31, { type: 'integer', format: 'int32' }, 'must be a number of 32 bits'],
    [[1], { type: 'array', minItems: 2 }, 'must have at least 2 items'],
    [
      { a: 1, b: 1 },
      { type: 'object', additionalProperties: true, minProperties: 1, maxProperties: 1 },
      'must have exactly 1 entry',
    ],
  ])('%j against %j', (value, schema, words) => {
    expect(said(value, schema)).toEqual([`spec: ${words}`])
  })

  test.each<[unknown, Mapping]>([
    [1, { type: 'integer', minimum: 1, maximum: 1, format: 'int32' }],
    [2 ** 31 - 1, { type: 'integer', format: 'int32' }],
    [-(2 ** 31), { type: 'integer', format: 'int32' }],
    [2 ** 31, { type: 'integer', format: 'int64' }],
    ['TQ==', { type: 'string', format: 'byte' }],
    [1.5, { type: 'number' }],
    ['10', { 'x-kubernetes-int-or-string': true, anyOf: [{ type: 'integer' }, { type: 'string' }] }],
    [10, { 'x-kubernetes-int-or-string': true }],
    ['äöü', { type: 'string', minLength: 3, maxLength: 3 }],
    ['x-a-x', { type: 'string', pattern: 'a' }],
    ['x', { type: 'string', pattern: '(?<=a)x' }],
    ['TUlJQw==', { type: 'string', format: 'byte' }],
    ['2026-02-28t23:59:59.5+01:00', { type: 'string', format: 'date-time' }],
    ['x', { type: 'nonsense', enum: 'x', minLength: 'x', pattern: 1 }],
    ['x', { type: 'toString' }],
  ])('%j fits %j', (value, schema) => {
    expect(said(value, schema)).toEqual([])
  })

  test.each([
    '${VAR}',
    '<TOKEN>',
    '{{ .x }}',
    'ENC[AES256_GCM,data:x]',
    'STORE_NAME',
    '__STORE__',
    '@store@',
    '$(STORE)',
  ])('what is filled in later is unknown: %s', value => {
    for (const schema of [{ type: 'integer' }, { type: 'string', enum: ['a'] }, object({ a: text })])
      expect(said(value, schema)).toEqual([])
    expect(said({ [value]: 1 }, object({ a: text }, { required: ['a'] }))).toEqual([])
  })

  test('a placeholder in brackets is no list', () => {
    expect(said(['PROJECT_ID'], text)).toEqual([])
    expect(said(['project'], text)).toEqual(['spec: must be text, not a list'])
    expect(said(['A_B', 'C_D'], text)).toEqual(['spec: must be text, not a list'])
  })

  test('parts are looked up', () => {
    expect(said({ a: 1 }, object({ a: { $ref: 0 } }), [text])).toEqual(['spec.a: must be text, not a number'])
    expect(said({ a: 1 }, object({ a: { $ref: 7 } }), [])).toEqual([])
  })
})

describe('CEL rules', () => {
  const rule = 'has(self.a) != has(self.b)'
  const schema = object(
    { a: text, b: text, c: { type: 'string', default: 'x' } },
    { 'x-kubernetes-validations': [{ rule, message: 'one of\n a and b' }, { rule: 'self.c == "x"' }, { rule: '((' }] },
  )

  test('a broken rule speaks with its own words', () => {
    expect(said({ a: 'x', b: 'x' }, schema)).toEqual(['spec: breaks a rule of its schema: one of a and b'])
    expect(said({ a: 'x', c: 'y' }, schema)).toEqual(['spec: breaks a rule of its schema: self.c == "x"'])
  })

  test('nulls are absent and defaults present', () => {
    expect(said({ a: 'x', b: null }, schema)).toEqual([])
  })

  test('a rule that cannot be asked says nothing', () => {
    const unknown = { 'x-kubernetes-validations': [{ rule: 'self.x.y == oldSelf' }, { rule: 1 }, 'x'] }
    expect(said({ a: 'x' }, object({ a: text }, unknown))).toEqual([])
  })
})

test('nothing throws on a strange schema', () => {
  const strange = [null, 1, 'x', [], [1], {}, { a: 1 }]
  for (const value of strange)
    for (const odd of strange) {
      const schema = { type: odd, properties: odd, items: odd, required: odd, enum: odd, default: odd }
      expect(() => said(value, schema)).not.toThrow()
      expect(() => said(value, { properties: { a: odd }, additionalProperties: odd, $ref: odd })).not.toThrow()
      expect(() => said(value, { 'x-kubernetes-validations': odd, minProperties: odd })).not.toThrow()
    }
})

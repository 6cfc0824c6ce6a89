import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { splitDocuments } from '../../src/parse/documents.ts'
import { valueAt } from '../../src/parse/untyped.ts'
import { PROVIDERS } from '../../src/providers/table/index.ts'
import { SHARED, testShared } from '../shared.ts'

const providers = [...PROVIDERS.values()]

test('every file of the table is in its index, under the name of its provider', () => {
  const folder = join(import.meta.dirname, '../../src/providers/table')
  const files = readdirSync(folder).filter(file => file !== 'index.ts')
  expect([...PROVIDERS.keys()].sort()).toEqual(files.map(file => file.replace(/\.ts$/, '')).sort())
})

describe.each(providers)('$name', ({ stored, keyless }) => {
  test('each stored credential holds its secrets in the block to replace', () => {
    for (const { field, secrets } of stored) {
      expect(secrets.length, field).toBeGreaterThan(0)
      for (const secret of secrets) expect(`${secret}.`.startsWith(`${field}.`), `${secret} in ${field}`).toBe(true)
    }
    expect(new Set(stored.map(({ field }) => field)).size).toBe(stored.length)
  })

  test('what is recommended instead is one of its keyless ways, where it has any', () => {
    const isWay = (words: string): boolean =>
      keyless.some(
        ({ field, values }) =>
          words.startsWith(field) && (!values || values.some(value => words.startsWith(`${field} ${value}`))),
      )
    for (const { field, instead } of stored)
      expect(instead === undefined ? keyless.length === 0 : isWay(instead), `${field}: ${instead}`).toBe(true)
  })
})

/** The lists of one provider in the notes that were taken from the CRDs and the source. */
interface Notes {
  readonly static_secret_refs?: readonly string[]
  readonly client_cert_refs?: readonly string[]
  readonly keyless?: readonly { readonly path: string; readonly values?: readonly string[] }[]
  readonly ambient_when_absent?: string
  readonly other?: readonly string[]
}

testShared('the entries agree with the notes on the fields of ESO 2.9.0', () => {
  const notes: { providers: Record<string, Notes> } = parse(
    readFileSync(join(SHARED, 'eso/provider-fields.yaml'), 'utf8'),
  )
  for (const { name, stored, keyless, ambient } of providers) {
    const note = notes.providers[name]
    const secrets = stored.flatMap(credential => credential.secrets)
    const noted = note?.static_secret_refs ?? []
    expect(new Set(secrets).difference(new Set(note?.client_cert_refs)), name).toEqual(new Set(noted))
    expect(byField(keyless.map(({ field, values }) => ({ path: field, ...(values && { values }) }))), name).toEqual(
      byField(note?.keyless ?? []),
    )
    expect(ambient !== undefined, `${name}: ${note?.ambient_when_absent}`).toBe(note?.ambient_when_absent !== undefined)
  }
})

const byField = <T extends { readonly path: string }>(fields: readonly T[]): T[] =>
  fields.toSorted((a, b) => (a.path < b.path ? -1 : 1))

testShared('every field is one of the CRDs of ESO 2.9.0', () => {
  const text = readFileSync(join(SHARED, 'crds/external-secrets-2.9.0-crds.yaml'), 'utf8')
  const crd = splitDocuments(text).find(document => /^ {2}name: clustersecretstores\./m.test(document.text))
  const schema = valueAt(parse(crd?.text ?? ''), [
    ...['spec', 'versions', 0, 'schema', 'openAPIV3Schema', 'properties', 'spec', 'properties', 'provider'],
  ])
  const isField = (name: string, field: string): boolean =>
    valueAt(
      schema,
      [name, ...field.split('.')].flatMap(step => ['properties', step]),
    ) !== undefined
  const unknown = providers.flatMap(({ name, stored, keyless, foreignNamespace }) =>
    [
      ...stored.flatMap(({ field, secrets, when }) => [field, ...secrets, ...(when ? [when.field] : [])]),
      ...keyless.map(({ field }) => field),
      ...(foreignNamespace === undefined ? [] : [foreignNamespace]),
    ]
      .filter(field => !isField(name, field))
      .map(field => `${name}.${field}`),
  )
  expect(isField('aws', 'region')).toBe(true)
  expect(unknown).toEqual([])
})

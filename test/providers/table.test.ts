import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { DATED } from '../../src/dated.ts'
import { isKnownKind } from '../../src/parse/kinds.ts'
import { valueAt } from '../../src/parse/untyped.ts'
import type { Connection } from '../../src/providers/connection.ts'
import { GENERATORS } from '../../src/providers/generators/index.ts'
import { PROVIDERS } from '../../src/providers/table/index.ts'
import { SHARED, testShared } from '../shared.ts'
import { referenceKind, schemaFields, specSchema } from './crd.ts'
import { fieldsOf, referenceFields } from './entries.ts'

const providers = [...PROVIDERS.values()]
const generators = [...GENERATORS.values()]
const entries: readonly [name: string, connection: Connection][] = [
  ...providers.map((provider): [string, Connection] => [provider.name, provider]),
  ...generators.map((generator): [string, Connection] => [generator.kind, generator]),
]

test.each([
  ['table', PROVIDERS.size],
  ['generators', GENERATORS.size],
])('every file of %s is in its index, under a name of its own', (folder, size) => {
  const files = readdirSync(join(import.meta.dirname, '../../src/providers', folder))
  expect(files.filter(file => file !== 'index.ts')).toHaveLength(size)
})

test('a provider is filed under its name', () => {
  const files = readdirSync(join(import.meta.dirname, '../../src/providers/table'))
  const names = files.filter(file => file !== 'index.ts').map(file => file.replace(/\.ts$/, ''))
  expect([...PROVIDERS.keys()].sort()).toEqual(names.sort())
})

test('the kinds of all generators are read', () => {
  for (const kind of GENERATORS.keys()) expect(isKnownKind(`generators.external-secrets.io/${kind}`), kind).toBe(true)
})

describe.each(entries)('%s', (_name, connection) => {
  const { stored, keyless } = connection

  test('each stored credential holds its secrets in the block to replace', () => {
    for (const { field, secrets } of stored) {
      expect(secrets.length, field).toBeGreaterThan(0)
      for (const secret of secrets)
        expect(`${secret.replace('[]', '')}.`.startsWith(`${field}.`), `${secret} in ${field}`).toBe(true)
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
    for (const { instead } of connection.ambient ?? [])
      expect(instead === undefined || isWay(instead), instead).toBe(true)
  })

  test('what is sent goes to one of its endpoints', () => {
    const fields = (connection.endpoints ?? []).map(({ field }) => field)
    for (const { to } of connection.ownTokens ?? []) expect(fields).toContain(to)
  })
})

interface Schema {
  readonly name: string
  readonly connection: Connection
  readonly schema: unknown
}

/** The schemas of ESO 2.9.0; a provider that is gone is still in the one of v1beta1. */
function schemas(): Schema[] {
  const store = { v1: specSchema('clustersecretstores', 'v1'), v1beta1: specSchema('clustersecretstores', 'v1beta1') }
  const path = (name: string): string[] => ['properties', 'provider', 'properties', name]
  return [
    ...providers.map(provider => ({
      name: provider.name,
      connection: provider,
      schema: valueAt(provider.until === undefined ? store.v1 : store.v1beta1, path(provider.name)),
    })),
    ...generators.map(generator => {
      const schema = specSchema(`${generator.kind.toLowerCase()}s`, 'v1alpha1')
      const { block } = generator
      return {
        name: generator.kind,
        connection: generator,
        schema: block === undefined ? schema : valueAt(schema, ['properties', block]),
      }
    }),
  ]
}

testShared(
  'every field is one of the CRDs of ESO 2.9.0, and every reference and endpoint of these is in the table',
  () => {
    const [unknown, missing]: [string[], string[]] = [[], []]
    for (const { name, connection, schema } of schemas()) {
      expect(schema, name).toBeDefined()
      const fields = new Map(schemaFields(schema))
      unknown.push(...fieldsOf(connection).flatMap(field => (fields.has(field) ? [] : `${name}.${field}`)))
      const references = new Set(referenceFields(connection))
      const known = new Set(fieldsOf(connection))
      for (const [field, node] of fields) {
        const isReference = referenceKind(node) !== undefined
        if (isReference ? !references.has(field) : isLeaf(node) && MUST_BE_KNOWN.test(field) && !known.has(field))
          missing.push(`${name}.${field}`)
      }
    }
    expect(unknown).toEqual([])
    expect(missing).toEqual([])
  },
)

/** Fields by whose name somebody must have looked at them. */
const MUST_BE_KNOWN =
  /(?:^|\.)(?:\w*(?:Bundle|Endpoint|[sS]erver|[hH]ost|hostAPI|URL|[uU]rl|baseUri|insecure|verify\w*|ignoreSsl\w*)|headers\.\*|body|(?:apiKey|clientSecret|secretKey|password|token|certificateKey)\.value|\w*TokenLocation|\w*FilePath)$/

const isLeaf = (schema: unknown): boolean => valueAt(schema, ['properties']) === undefined

/** The lists of one entry in the notes that were taken from the CRDs and the source. */
interface Notes {
  readonly static_secret_refs?: readonly string[]
  readonly identifier_refs?: readonly string[]
  readonly client_cert_refs?: readonly string[]
  readonly service_account_refs?: readonly string[]
  readonly keyless?: readonly { readonly path: string; readonly values?: readonly string[] }[]
  readonly ambient_when_absent?: string
  readonly ca?: readonly string[]
  readonly endpoints?: readonly { readonly path: string }[]
  readonly insecure_flags?: readonly { readonly path: string; readonly unsafe_value: boolean }[]
  readonly inline_secret_values?: readonly string[]
  readonly cross_namespace_refs?: readonly string[]
  readonly pod_file_paths?: readonly string[]
  readonly stability?: string
}

const notes = (): { providers: Record<string, Notes>; generators: Record<string, Notes> } =>
  parse(readFileSync(join(SHARED, 'eso/provider-fields.yaml'), 'utf8'))

testShared('there is an entry for each provider and generator of ESO 2.9.0, and for those that went', () => {
  const { providers: noted, generators: notedGenerators } = notes()
  expect(providers.filter(({ until }) => until === undefined).map(({ name }) => name)).toEqual(Object.keys(noted))
  expect([...GENERATORS.keys()].sort()).toEqual(Object.keys(notedGenerators).sort())
  expect(providers.flatMap(({ name, until }) => (until === undefined ? [] : `${name} ${until}`))).toEqual([
    'alibaba 2.0.0',
    'device42 2.0.0',
  ])
})

testShared('the entries agree with the notes on the fields of ESO 2.9.0', () => {
  const { providers: noted, generators: notedGenerators } = notes()
  for (const provider of providers) {
    const note = noted[provider.name]
    if (!note) continue
    compare(provider.name, provider, note)
    const usesPod = provider.ambient !== undefined || provider.ownTokens !== undefined
    expect(usesPod, `${provider.name}: ${note.ambient_when_absent}`).toBe(note.ambient_when_absent !== undefined)
    expect(DATED.providers[provider.name], provider.name).toBe(STABILITY[provider.name] ?? note.stability)
  }
  for (const generator of generators)
    compare(generator.kind, generator, below(generator.block, notedGenerators[generator.kind]))
})

/** What the support table of ESO says and the notes do not. */
const STABILITY: Readonly<Record<string, string>> = { keepersecurity: 'alpha' }

function compare(name: string, entry: Connection, note: Notes): void {
  const secrets = new Set(entry.stored.flatMap(credential => credential.secrets))
  expect(secrets.difference(new Set(note.client_cert_refs)), name).toEqual(new Set(note.static_secret_refs))
  expect(new Set(entry.identifiers), name).toEqual(new Set(note.identifier_refs))
  expect(new Set(entry.serviceAccounts?.map(({ field }) => field)), name).toEqual(new Set(note.service_account_refs))
  expect(new Set((entry.keyless ?? []).map(({ field, values = [] }) => wayOf(field, values))), name).toEqual(
    new Set((note.keyless ?? []).map(({ path, values = [] }) => wayOf(path, values))),
  )
  expect(new Set(entry.ca), name).toEqual(new Set(note.ca))
  expect(new Set(entry.endpoints?.map(({ field }) => field)), name).toEqual(
    new Set(note.endpoints?.map(({ path }) => path)),
  )
  expect(
    entry.insecure?.map(({ field, value }) => ({ field, value })),
    name,
  ).toEqual(note.insecure_flags?.map(({ path, unsafe_value }) => ({ field: path, value: unsafe_value })))
  expect(new Set(entry.inline?.map(({ field }) => field)), name).toEqual(new Set(note.inline_secret_values))
  expect(new Set(entry.podFiles?.map(({ field }) => field)), name).toEqual(new Set(note.pod_file_paths))
  const references = referenceFields(entry).filter(field => !OWN_NAMESPACE_ONLY.has(`${name}.${field}`))
  expect(new Set(references.map(field => `${field}.namespace`)), name).toEqual(new Set(note.cross_namespace_refs))
}

/** References of generators that have no `namespace`. */
const OWN_NAMESPACE_ONLY = new Set(['Grafana.auth.token', 'Grafana.auth.basic.password', 'Webhook.secrets[].secretRef'])

const wayOf = (field: string, values: readonly string[]): string =>
  `${field.replace(/\.serviceAccountRef$/, '')} ${values}`

/** The notes as seen from one block. */
function below(block: string | undefined, note: Notes | undefined): Notes {
  if (block === undefined || !note) return note ?? {}
  const text = JSON.stringify(note, (key, value) =>
    key === 'inline_secret_values' ? value.filter((field: string) => field.startsWith(`${block}.`)) : value,
  )
  return JSON.parse(text.replaceAll(`"${block}.`, '"'))
}

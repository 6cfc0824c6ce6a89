import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { splitDocuments } from '../../src/parse/documents.ts'
import { asList, asMapping, asText, valueAt } from '../../src/parse/untyped.ts'
import { SHARED } from '../shared.ts'

/** The schema of `spec` of a kind in the CRDs of ESO 2.9.0, in the version that is called so. */
export function specSchema(plural: string, version: string): unknown {
  const text = readFileSync(join(SHARED, 'crds/external-secrets-2.9.0-crds.yaml'), 'utf8')
  const name = new RegExp(`^ {2}name: ${plural}\\.`, 'm')
  const crd = parse(splitDocuments(text).find(document => name.test(document.text))?.text ?? '')
  const schema = asList(valueAt(crd, ['spec', 'versions'])).find(entry => asText(asMapping(entry)?.name) === version)
  return valueAt(schema, ['schema', 'openAPIV3Schema', 'properties', 'spec'])
}

/** Every field below a schema as the table writes it, with its schema. */
export function* schemaFields(schema: unknown, field = ''): Generator<[field: string, schema: unknown]> {
  if (field !== '') yield [field, schema]
  const prefix = field === '' ? '' : `${field}.`
  for (const [key, value] of Object.entries(asMapping(valueAt(schema, ['properties'])) ?? {}))
    yield* schemaFields(value, `${prefix}${key}`)
  const items = valueAt(schema, ['items'])
  if (items) yield* schemaFields(items, `${field}[]`)
  const values = valueAt(schema, ['additionalProperties'])
  if (values) yield* schemaFields(values, `${prefix}*`)
}

/** What kind of reference a schema is, by the keys it allows; undefined when it is none. */
export function referenceKind(schema: unknown): 'key' | 'account' | 'ca' | undefined {
  const keys = Object.keys(asMapping(valueAt(schema, ['properties'])) ?? {})
  if (!keys.includes('name')) return undefined
  if (keys.includes('audiences')) return 'account'
  if (keys.includes('type') && keys.includes('key')) return 'ca'
  return keys.every(key => ['key', 'name', 'namespace'].includes(key)) && keys.includes('key') ? 'key' : undefined
}

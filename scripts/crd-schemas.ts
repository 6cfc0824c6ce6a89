import { readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { parseAllDocuments } from 'yaml'

/*
 * Makes src/model/schema/newest-crds.json, the schemas that an object is judged by when no CRD is in the set:
 *   node scripts/crd-schemas.ts 2.9.0 path/to/external-secrets-2.9.0-crds.yaml
 * The bundle is `deploy/crds/bundle.yaml` of that release of https://github.com/external-secrets/external-secrets,
 * or what `helm template` prints of its chart. Only served versions are kept, without descriptions; equal parts are
 * written once, in `parts`, and `{"$ref": n}` stands for them.
 */

type Json = null | boolean | number | string | Json[] | { [key: string]: Json }

/** What says nothing about which values are allowed. */
const WORDS = new Set(['description', 'example', 'x-kubernetes-list-type', 'x-kubernetes-map-type'])
/** Shorter parts are cheaper written again. */
const SHORTEST = 60

interface Crd {
  readonly kind?: string
  readonly spec: {
    readonly group: string
    readonly names: { readonly kind: string }
    readonly versions: readonly { name: string; served: boolean; schema: { openAPIV3Schema: Json } }[]
  }
}

/** Of a schema, what decides. `properties` holds names, which may be any word. */
function bare(schema: Json, isNames = false): Json {
  if (Array.isArray(schema)) return schema.map(item => bare(item))
  if (typeof schema !== 'object' || schema === null) return schema
  const kept = Object.entries(schema).filter(([key]) => isNames || !WORDS.has(key))
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      key === 'default' && !isNames ? value : bare(value, key === 'properties' && !isNames),
    ]),
  )
}

/** Schemas that occur more than once, outermost first; each becomes a part. */
class Parts {
  readonly list: Json[] = []
  readonly #uses = new Map<string, number>()
  readonly #numbers = new Map<string, number>()

  count(value: Json): void {
    if (typeof value !== 'object' || value === null) return
    const text = JSON.stringify(value)
    const uses = (this.#uses.get(text) ?? 0) + 1
    this.#uses.set(text, uses)
    if (uses === 1) for (const item of Object.values(value)) this.count(item as Json)
  }

  /** A schema with its equal parts replaced. */
  shared(schema: Json): Json {
    if (typeof schema !== 'object' || schema === null || Array.isArray(schema)) return schema
    const text = JSON.stringify(schema)
    const known = this.#numbers.get(text)
    if (known !== undefined) return { $ref: known }
    const copy: Json = Object.fromEntries(Object.entries(schema).map(([key, value]) => [key, this.#inner(key, value)]))
    if (text.length < SHORTEST || (this.#uses.get(text) ?? 0) < 2) return copy
    this.#numbers.set(text, this.list.push(copy) - 1)
    return { $ref: this.list.length - 1 }
  }

  #inner(key: string, value: Json): Json {
    if (key === 'items' || key === 'additionalProperties') return this.shared(value)
    if (key !== 'properties') return value
    const names = Object.entries(value as Record<string, Json>)
    return Object.fromEntries(names.map(([name, schema]) => [name, this.shared(schema)]))
  }
}

const [version, file] = process.argv.slice(2)
if (!version || !file) throw new Error('usage: node scripts/crd-schemas.ts VERSION CRD-BUNDLE')
const crds = parseAllDocuments(readFileSync(file, 'utf8'))
  .map(document => document.toJS() as Crd | null)
  .filter(crd => crd?.kind === 'CustomResourceDefinition') as Crd[]
const schemas = crds
  .flatMap(({ spec }) =>
    spec.versions
      .filter(({ served }) => served)
      .map(({ name, schema }) => [`${spec.group}/${name}/${spec.names.kind}`, bare(schema.openAPIV3Schema)] as const),
  )
  .sort(([a], [b]) => (a < b ? -1 : 1))
const parts = new Parts()
for (const [, schema] of schemas) parts.count(schema)
const kinds = schemas.map(([name, schema]) => [name, parts.shared(schema)] as const)
const lines = (entries: string[]): string => entries.map(entry => `    ${entry}`).join(',\n')
const text = `{
  "version": ${JSON.stringify(version)},
  "source": ${JSON.stringify(`made by scripts/crd-schemas.ts from ${basename(file)}`)},
  "parts": [
${lines(parts.list.map(part => JSON.stringify(part)))}
  ],
  "kinds": {
${lines(kinds.map(([name, schema]) => `${JSON.stringify(name)}: ${JSON.stringify(schema)}`))}
  }
}
`
writeFileSync(join(import.meta.dirname, '../src/model/schema/newest-crds.json'), text)

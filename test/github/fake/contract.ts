import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv, type ValidateFunction } from 'ajv'

/** What JSON can say. */
export type Json = null | boolean | number | string | readonly Json[] | JsonObject
export interface JsonObject {
  readonly [key: string]: Json
}

interface Parameter {
  readonly name: string
  readonly in: string
  readonly required: boolean
  readonly schema: JsonObject
}

/** An operation of GitHub's REST API, as `@octokit/openapi` describes it. */
export interface Operation {
  readonly id: string
  readonly method: string
  /** With `{name}` for its parameters. */
  readonly path: string
  readonly documentation: string
  readonly parameters: readonly Parameter[]
  /** Of an answer without a fault. */
  readonly status: number
  readonly body?: JsonObject
  readonly bodyRequired?: boolean
  readonly response?: JsonObject
}

/** A request that an operation was found for. */
export interface Call {
  readonly operation: Operation
  readonly path: Readonly<Record<string, string>>
  readonly query: Readonly<Record<string, string>>
  readonly body: Json | undefined
}

interface Description {
  readonly operations: Readonly<Record<string, Omit<Operation, 'id'>>>
  readonly components: { readonly schemas: Readonly<Record<string, JsonObject>> }
}

const DESCRIPTION: Description = JSON.parse(readFileSync(join(import.meta.dirname, 'openapi.json'), 'utf8'))
const OPERATIONS = Object.entries(DESCRIPTION.operations).map(([id, operation]) => ({ id, ...operation }))

/**
 * Where GitHub differs from its own description, by schema: an outdated comment has `line: null` and `position: null`
 * (github.com/vitali87/croft/issues/454), and the head of a deleted fork has `repo: null`.
 */
const PLACES = ['line', 'original_line', 'position', 'original_position']
const MAY_BE_NULL: Readonly<Record<string, readonly string[]>> = {
  'pull-request-review-comment': PLACES,
  'review-comment': PLACES,
  'pull-request': ['repo'],
  'pull-request-simple': ['repo'],
}

const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true })
ajv.addSchema({ $id: 'github', components: loosened() })
const compiled = new Map<string, ValidateFunction>()

/** The operation and its path parameters that a method and a path (without prefix and query) name. */
export function findOperation(method: string, path: string): Pick<Call, 'operation' | 'path'> | undefined {
  for (const operation of OPERATIONS) {
    if (operation.method !== method) continue
    const pattern = operation.path.replace(/\{(\w+)\}/g, (_, name) => `(?<${name}>${name === 'path' ? '.+' : '[^/]+'})`)
    const match = new RegExp(`^${pattern}$`).exec(path)
    if (!match) continue
    const groups = match.groups ?? {}
    return { operation, path: Object.fromEntries(Object.entries(groups).map(([k, v]) => [k, decodeURIComponent(v)])) }
  }
  return undefined
}

/** What a request has that the description does not, or not so. GitHub ignores some of it; a test shall not. */
export function faultsOfRequest({ operation, path, query, body }: Call): string[] {
  const faults = Object.keys(query)
    .filter(name => !operation.parameters.some(it => it.in === 'query' && it.name === name))
    .map(name => `unknown query parameter ${name}`)
  for (const { name, in: place, required, schema } of operation.parameters) {
    const text = (place === 'path' ? path : query)[name]
    if (text === undefined) faults.push(...(required ? [`${name} is missing`] : []))
    else faults.push(...faultsBy(`${operation.id} ${name}`, schema, isNumeric(schema) ? Number(text) : text))
  }
  if (Number(query.per_page ?? 1) > 100) faults.push('per_page is more than 100')
  if (body === undefined) return operation.bodyRequired ? [...faults, 'the body is missing'] : faults
  if (!operation.body) return [...faults, 'there is a body']
  return [...faults, ...faultsBy(`${operation.id} body`, asObject(closed(operation.body)), body)]
}

/** What our own answer has that GitHub's would not. */
export function faultsOfResponse(operation: Operation, body: Json | undefined): string[] {
  if (!operation.response) return body === undefined ? [] : ['there is a body']
  return faultsBy(`${operation.id} response`, operation.response, body ?? null)
}

/** The smallest value that a named schema allows: required properties only, numbers 0, the first of an enumeration. */
export const blank = (name: string): JsonObject => asObject(sample({ $ref: `#/components/schemas/${name}` }))

function sample(schema: JsonObject): Json {
  if (typeof schema.$ref === 'string')
    return sample(DESCRIPTION.components.schemas[schema.$ref.split('/').pop() ?? ''] ?? {})
  const types = Array.isArray(schema.type) ? schema.type : [schema.type]
  const choice = schema.anyOf ?? schema.oneOf
  if (types.includes('null')) return null
  if (Array.isArray(schema.enum)) return schema.enum[0] ?? null
  if (Array.isArray(choice)) return sample(asObject(choice[0]))
  if (Array.isArray(schema.allOf)) return Object.assign({}, ...schema.allOf.map(it => sample(asObject(it))))
  if (types.includes('array')) return []
  if (types.includes('boolean')) return false
  if (types.includes('integer') || types.includes('number')) return 0
  if (types.includes('string')) return schema.format === 'date-time' ? '2026-01-01T00:00:00Z' : ''
  const required = Array.isArray(schema.required) ? schema.required.map(String) : []
  const properties = asObject(schema.properties)
  return Object.fromEntries(required.map(key => [key, sample(asObject(properties[key]))]))
}

function faultsBy(name: string, schema: JsonObject, value: Json): string[] {
  const text = JSON.stringify(schema).replaceAll('"#/components', '"github#/components')
  const validate = compiled.get(name) ?? ajv.compile(JSON.parse(text))
  compiled.set(name, validate)
  if (validate(value)) return []
  return (validate.errors ?? []).map(
    it =>
      `${name}${it.instancePath} ${it.message}${it.params.additionalProperty ? `: ${it.params.additionalProperty}` : ''}`,
  )
}

/** The schema of a body with no room for properties that it does not name. */
function closed(value: Json): Json {
  if (Array.isArray(value)) return value.map(closed)
  if (typeof value !== 'object' || value === null) return value
  const inner = Object.fromEntries(Object.entries(value).map(([key, item]) => [key, closed(item)]))
  return 'properties' in value && !('additionalProperties' in value) ? { ...inner, additionalProperties: false } : inner
}

function loosened(): JsonObject {
  const loose = Object.entries(DESCRIPTION.components.schemas).map(([name, schema]) => [
    name,
    withNull(schema, MAY_BE_NULL[name] ?? []),
  ])
  return { schemas: Object.fromEntries(loose) }
}

/** A schema whose properties of these names, at any depth, may be null. */
function withNull(value: Json, names: readonly string[]): Json {
  if (names.length === 0 || typeof value !== 'object' || value === null) return value
  if (Array.isArray(value)) return value.map(it => withNull(it, names))
  const entries = Object.entries(value).map(([key, item]) => {
    const inner = withNull(item, names)
    return [key, names.includes(key) ? { anyOf: [inner, { type: 'null' }] } : inner]
  })
  return Object.fromEntries(entries)
}

const isNumeric = ({ type }: JsonObject): boolean => type === 'integer' || type === 'number'

/** An object as itself, all else as an empty one. */
export function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {}
}

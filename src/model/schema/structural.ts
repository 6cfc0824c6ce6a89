import { nearest } from '../../errors.ts'
import type { Path } from '../../finding.ts'
import { asList, asMapping, asTexts, isPlaceholder, type Mapping } from '../../parse/untyped.ts'
import { brokenRules } from './cel.ts'
import { numberFault, textFault, typeFault } from './schema-values.ts'

/** What a schema has against a value. */
export interface Fault {
  readonly path: Path
  /**
   * `unknown`: a field that the schema does not have; `value`: a wrong value; `whole`: what can only be said of a
   * mapping that is written out, as a missing field is; `empty`: a field that needs a value and has none, or an empty text.
   */
  readonly kind: 'unknown' | 'value' | 'whole' | 'empty'
  /** What is wrong; the field itself is named by the path. */
  readonly says: string
  /** With `unknown`: the fields that there are. */
  readonly names?: readonly string[]
}

/** A schema of a CRD; in the embedded table `{$ref: n}` stands for the n-th part. */
export interface SchemaTable {
  readonly root: unknown
  readonly parts: readonly unknown[]
}

/**
 * Judges an object by its CRD's schema as the API server does: nulls of fields that cannot be null count as absent,
 * defaults count as given, and unknown fields are faults, for strict clients refuse them and others drop them.
 * Values that are filled in later are unknown. Of `allOf`, `anyOf`, `oneOf` and `not` nothing is said.
 * https://kubernetes.io/docs/tasks/extend-kubernetes/custom-resources/custom-resource-definitions/#specifying-a-structural-schema
 */
export function faultsOf(object: Mapping, { root, parts }: SchemaTable): Fault[] {
  const walk = new Walk(parts)
  const properties = asMapping(walk.resolve(root)?.properties) ?? {}
  for (const [key, value] of Object.entries(object)) {
    // The server judges these by itself, and SOPS takes its own key away again.
    if (['apiVersion', 'kind', 'metadata', 'sops'].includes(key) || isUnknown(key)) continue
    if (!Object.hasOwn(properties, key)) walk.unknown([key], properties)
    else if (value !== null) walk.visit(value, properties[key], [key])
  }
  // The server drops a status that is written, so its values do not matter; strict clients look at its names all the same.
  return walk.faults.filter(({ kind, path: [top] }) => kind === 'unknown' || top !== 'status')
}

/** Filled in or decrypted later, or no JSON at all. Without quotes, the placeholder `[STORE_NAME]` is a list. */
function isUnknown(value: unknown): boolean {
  if (Array.isArray(value)) return value.length === 1 && typeof value[0] === 'string' && LATER.test(value[0])
  return isPlaceholder(value) || value instanceof Uint8Array || (typeof value === 'string' && LATER.test(value))
}

/** SOPS' values, and words that people and kustomize replace: `STORE_NAME`, `__STORE__`, `@STORE@`, `%STORE%`, `$(STORE)`, `...`. */
const LATER = /^ENC\[|^(?:[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+|__\w+__|@+\w+@+|%\w+%|\.{2,})$|\$\(\w+\)/

class Walk {
  readonly faults: Fault[] = []
  readonly #parts: readonly unknown[]

  constructor(parts: readonly unknown[]) {
    this.#parts = parts
  }

  resolve(schema: unknown): Mapping | undefined {
    const given = asMapping(schema)
    return typeof given?.$ref === 'number' ? asMapping(this.#parts[given.$ref]) : given
  }

  unknown(path: Path, properties: Mapping): void {
    this.faults.push({ path, kind: 'unknown', says: 'is no field', names: Object.keys(properties) })
  }

  /** Judges a value; gives it back as the server would keep it: without nulls and with defaults. */
  visit(value: unknown, given: unknown, path: Path): unknown {
    const schema = this.resolve(given)
    if (!schema || isUnknown(value) || (value === null && schema.nullable === true)) return value
    const fault = typeFault(value, schema)
    if (fault !== undefined) this.#fault(path, fault)
    else if (Array.isArray(value)) return this.#list(value, schema, path)
    else if (typeof value === 'object' && value !== null) return this.#object(value as Mapping, schema, path)
    else if (typeof value === 'string') this.#fault(path, textFault(value, schema), value === '' ? 'empty' : 'value')
    else if (typeof value === 'number') this.#fault(path, numberFault(value, schema))
    return value
  }

  #list(list: readonly unknown[], schema: Mapping, path: Path): unknown[] {
    this.#fault(path, countFault(list.length, schema.minItems, schema.maxItems, ['item', 'items']))
    const kept = list.map((item, i) => this.visit(item, schema.items, [...path, i]))
    this.#rules(kept, schema, path)
    return kept
  }

  #object(object: Mapping, schema: Mapping, path: Path): Mapping {
    const properties = asMapping(schema.properties) ?? {}
    const before = this.faults.length
    const kept = this.#fields(object, schema, path)
    // A patch's directives, and keys that are filled in later: what the mapping will hold is unknown.
    if (Object.keys(object).some(key => key.startsWith('$') || isUnknown(key))) return kept
    const strangers = this.faults
      .slice(before)
      .filter(fault => fault.path.length === path.length + 1)
      .flatMap(strangerIn)
    for (const [name, field] of Object.entries(properties)) {
      const standard = this.resolve(field)?.default
      if (standard !== undefined && !Object.hasOwn(kept, name)) kept[name] = standard
    }
    for (const name of asTexts(schema.required)) {
      if (Object.hasOwn(kept, name)) continue
      if (Object.hasOwn(object, name)) this.#fault([...path, name], 'is required and has no value', 'empty')
      // A misspelt name is said once.
      else if (!strangers.some(stranger => nearest(stranger, Object.keys(properties)) === name))
        this.#fault(path, `lacks its required field \`${name}\``, 'whole')
    }
    if (strangers.length > 0) return kept
    const { minProperties, maxProperties } = schema
    const count = countFault(Object.keys(kept).length, minProperties, maxProperties, ['entry', 'entries'])
    this.#fault(path, count, 'whole')
    this.#rules(kept, schema, path)
    return kept
  }

  #fields(object: Mapping, schema: Mapping, path: Path): Record<string, unknown> {
    const properties = asMapping(schema.properties) ?? {}
    // A mapping of which nothing more is said has no fields.
    const isOpen =
      schema['x-kubernetes-preserve-unknown-fields'] === true ||
      schema.additionalProperties === true ||
      (schema.type === undefined && !asMapping(schema.properties))
    const others = asMapping(schema.additionalProperties)
    const kept: Record<string, unknown> = {}
    for (const [key, value] of Object.entries(object)) {
      const field = Object.hasOwn(properties, key) ? properties[key] : others
      if (value === null && field !== undefined && this.resolve(field)?.nullable !== true) continue
      if (field !== undefined) kept[key] = this.visit(value, field, [...path, key])
      else if (isOpen || key.startsWith('$') || isUnknown(key)) kept[key] = value
      else this.unknown([...path, key], properties)
    }
    return kept
  }

  #rules(value: unknown, schema: Mapping, path: Path): void {
    for (const says of brokenRules(value, asList(schema['x-kubernetes-validations']))) this.#fault(path, says, 'whole')
  }

  #fault(path: Path, says: string | undefined, kind: Fault['kind'] = 'value'): void {
    if (says !== undefined) this.faults.push({ path, kind, says })
  }
}

type Words = readonly [one: string, several: string]

const strangerIn = ({ kind, path }: Fault): string[] => (kind === 'unknown' ? [String(path.at(-1))] : [])

function countFault(count: number, least: unknown, most: unknown, [one, several]: Words): string | undefined {
  const isTooFew = typeof least === 'number' && count < least
  if (!isTooFew && !(typeof most === 'number' && count > most)) return undefined
  const bound = isTooFew ? least : most
  const how = least === most ? 'exactly' : isTooFew ? 'at least' : 'at most'
  return `must have ${how} ${bound} ${bound === 1 ? one : several}`
}

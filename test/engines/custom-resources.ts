import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { parseAllDocuments } from 'yaml'
import { ESO_KINDS } from '../../src/model/schema/eso-kinds.ts'
import { asList, asMapping, asTexts, type Mapping } from '../../src/parse/untyped.ts'

/** A version of a kind that a CRD serves. */
interface Served {
  readonly apiVersion: string
  readonly kind: string
  readonly schema: Mapping
}

interface Crd {
  readonly spec: {
    readonly group: string
    readonly names: { readonly kind: string }
    readonly versions: readonly { name: string; served: boolean; schema: { openAPIV3Schema: Mapping } }[]
  }
}

/** All that a file of CRDs serves of the kinds that people write. */
const servedIn = (file: string): Served[] =>
  parseAllDocuments(readFileSync(file, 'utf8'))
    .map(document => document.toJS() as Crd)
    .flatMap(({ spec: { group, names, versions } }) =>
      versions
        .filter(({ served }) => served && ESO_KINDS.includes(`${group}/${names.kind}`))
        .map(({ name, schema: { openAPIV3Schema } }) => ({
          apiVersion: `${group}/${name}`,
          kind: names.kind,
          // An object without a spec shows little.
          schema: { ...openAPIV3Schema, required: ['spec'] },
        })),
    )

const propertiesOf = (schema: Mapping): Readonly<Record<string, Mapping>> =>
  (asMapping(schema.properties) ?? {}) as Readonly<Record<string, Mapping>>

const TEXTS = ['a', 'name', '1h', 'A', 'https://a.example', 'aGk=', '2026-01-01T00:00:00Z', 'pk.abc.def', 'é']

function textOf({ enum: choices, pattern, minLength, format }: Mapping): fc.Arbitrary<unknown> {
  const [first, ...others] = asList(choices)
  if (first !== undefined) return fc.constantFrom(first, ...others)
  const fits = (text: string) =>
    (typeof pattern !== 'string' || new RegExp(pattern, 'u').test(text)) &&
    (typeof minLength !== 'number' || text.length >= minLength) &&
    (format !== 'byte' || text === 'aGk=') &&
    (format !== 'date-time' || text.endsWith('Z'))
  const [fit = 'a', ...rest] = TEXTS.filter(fits)
  return fc.constantFrom(fit, ...rest)
}

const made = new Map<Mapping, fc.Arbitrary<unknown>>()

/** Values that a schema takes, but for its CEL rules; small ones. */
function soundValue(schema: Mapping): fc.Arbitrary<unknown> {
  const known = made.get(schema)
  if (known) return known
  const value = make(schema)
  made.set(schema, value)
  return value
}

function make(schema: Mapping): fc.Arbitrary<unknown> {
  const { type, minimum, items, additionalProperties } = schema
  if (schema['x-kubernetes-int-or-string'] === true) return fc.constantFrom(1, 'a')
  if (type === 'string') return textOf(schema)
  if (type === 'boolean') return fc.boolean()
  if (type === 'integer' || type === 'number')
    return fc.nat(9).map(more => (typeof minimum === 'number' ? minimum : 0) + more)
  if (type === 'array') return fc.array(soundValue(asMapping(items) ?? {}), { minLength: 1, maxLength: 2 })
  const others = asMapping(additionalProperties)
  if (others) return soundValue(others).map(value => ({ a: value }))
  return Object.keys(propertiesOf(schema)).length > 0 ? mappingOf(schema) : fc.constantFrom({}, { a: 'x' })
}

function mappingOf(schema: Mapping): fc.Arbitrary<unknown> {
  const properties = propertiesOf(schema)
  const required = asTexts(schema.required)
  const optional = Object.keys(properties).filter(name => !required.includes(name))
  const { minProperties, maxProperties } = schema
  const least = typeof minProperties === 'number' ? Math.max(0, minProperties - required.length) : 0
  const most = typeof maxProperties === 'number' ? maxProperties - required.length : 2
  const more = { minLength: Math.min(least, optional.length), maxLength: Math.min(most, optional.length) }
  return fc.subarray(optional, more).chain(names =>
    fc.record(Object.fromEntries([...required, ...names].map(name => [name, soundValue(properties[name] ?? {})])), {
      noNullPrototype: true,
    }),
  )
}

type Step = string | number

/** A place in an object, and what may stand there. */
interface Place {
  readonly path: readonly Step[]
  readonly value: unknown
  readonly schema: Mapping
}

function placesIn(value: unknown, schema: Mapping, path: readonly Step[] = []): Place[] {
  const here = { path, value, schema }
  if (Array.isArray(value)) {
    const items = asMapping(schema.items) ?? {}
    return [here, ...value.flatMap((item, i) => placesIn(item, items, [...path, i]))]
  }
  const others = asMapping(schema.additionalProperties) ?? {}
  const fields = Object.entries(asMapping(value) ?? {})
  return [
    here,
    ...fields.flatMap(([key, field]) => placesIn(field, propertiesOf(schema)[key] ?? others, [...path, key])),
  ]
}

/** One thing that is done to an object, at any of its places. */
interface Change {
  readonly at: number
  readonly does: 'replace' | 'add' | 'remove' | 'stranger'
  readonly pick: number
}

const randomChange: fc.Arbitrary<Change> = fc.record({
  at: fc.nat(10_000),
  does: fc.constantFrom('replace', 'replace', 'replace', 'add', 'add', 'remove', 'remove', 'stranger'),
  pick: fc.nat(10_000),
})

/** Values that most fields do not take, in any field. */
const STRANGE: readonly unknown[] = [
  null,
  '',
  'Other',
  'with space',
  'x'.repeat(300),
  'é'.repeat(253),
  '10s',
  'not-a-date',
  'a b=',
  'aGk=\n',
  'aGkh\naGkh',
  '====',
  'aGkhaGkh',
  '2026-02-30T00:00:00Z',
  '2026-02-28t23:59:59.5+01:00',
  '2026-02-28T24:00:00Z',
  0,
  -1,
  1.5,
  7,
  2 ** 31,
  2 ** 40,
  true,
  [],
  [null],
  ['x'],
  [{}],
  {},
  { a: 'x' },
  { a: null },
  { name: 'x' },
]

/** The object with a change made; the same where there is nothing to change. */
function changed(object: Mapping, schema: Mapping, { at, does, pick }: Change): Mapping {
  const copy = structuredClone(object)
  const places = placesIn(copy, schema).filter(
    ({ path: [top] }) => top === 'spec' || top === 'status' || top === undefined,
  )
  const mappings = places.filter(({ value }) => asMapping(value))
  if (does === 'replace') {
    const place = places[1 + (at % Math.max(1, places.length - 1))]
    const value = STRANGE[pick % STRANGE.length]
    // With a format, Kubernetes takes lists for texts, and numbers of any size; the operator cannot read either.
    if (place?.schema.format !== undefined && (Array.isArray(value) || Number(value) >= 2 ** 31)) return copy
    // Kubernetes looks at names in the status only: there, what has names where none belong is left out.
    if (place && !(place.path[0] === 'status' && typeof value === 'object')) set(copy, place.path, value)
    return copy
  }
  const place = mappings[at % mappings.length]
  if (!place) return copy
  const present = Object.keys(place.value as Mapping)
  const absent = Object.keys(propertiesOf(place.schema)).filter(name => !present.includes(name))
  const name = does === 'stranger' ? 'stranger' : (does === 'add' ? absent : present).filter(isJudged)[pick % 7]
  if (name === undefined) return copy
  if (does === 'remove') delete (place.value as Record<string, unknown>)[name]
  else set(copy, [...place.path, name], smallest(propertiesOf(place.schema)[name] ?? {}))
  return copy
}

const isJudged = (name: string): boolean => !['apiVersion', 'kind', 'metadata'].includes(name)

function set(object: Mapping, path: readonly Step[], value: unknown): void {
  const holder = path.slice(0, -1).reduce<unknown>((here, step) => (here as Record<Step, unknown>)[step], object)
  const last = path.at(-1)
  if (last !== undefined) (holder as Record<Step, unknown>)[last] = value
}

function smallest(schema: Mapping): unknown {
  return fc.sample(soundValue(schema), { numRuns: 1, seed: 1 })[0]
}

const resourceOf = ({ apiVersion, kind, schema }: Served): fc.Arbitrary<Mapping> =>
  fc
    .record({ written: soundValue(schema), changes: fc.array(randomChange, { maxLength: 3 }) })
    .map(({ written, changes }) => {
      const object = { ...(written as Mapping), apiVersion, kind, metadata: { name: 'a', namespace: 'b' } }
      return changes.reduce<Mapping>((now, change) => changed(now, schema, change), object)
    })

/** Objects of all kinds that a file of CRDs serves and people write: sound ones, and some with up to three faults. */
export const randomCustomResource = (file: string): fc.Arbitrary<Mapping> =>
  fc.constantFrom(...servedIn(file)).chain(resourceOf)

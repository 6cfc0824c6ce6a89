import {
  alsoDepending,
  childDatum,
  type Dependencies,
  dependenciesIn,
  type Provenance,
  union,
  volatileIn,
} from './provenance.ts'
import { Text } from './text.ts'

/** A value as Go's templates see it. Values are not changed after they are made, but for the entries of a Dict (`set`). */
export type Value = Nil | Bool | Num | Text | List | Dict | Opaque

/** Go's names of the number types that templates meet. Every number of the values is a float64. */
export type NumberType = 'int' | 'int64' | 'float64' | 'uint8' | 'int32' | 'uint64'

/** A method that a template may call by name, such as `.Capabilities.APIVersions.Has`. */
export type Method = (args: readonly Value[]) => Value

export class Nil {
  readonly kind = 'nil'
  /** For a missing key: the key that would have to be there. */
  readonly provenance: Provenance | undefined
  /**
   * Whether Go still knows that it is an `interface {}`: a field or an item is, until it is what a pipeline gives.
   * A field of such a nil is an error, and so is passing it for a map or list; of any other nil both are nothing.
   */
  readonly isTyped: boolean

  constructor(provenance?: Provenance, isTyped = false) {
    this.provenance = provenance
    this.isTyped = isTyped
  }
}

export class Bool {
  readonly kind = 'bool'
  readonly value: boolean
  readonly provenance: Provenance | undefined

  constructor(value: boolean, provenance?: Provenance) {
    this.value = value
    this.provenance = provenance
  }
}

export class Num {
  readonly kind = 'number'
  readonly value: number
  readonly type: NumberType
  readonly provenance: Provenance | undefined
  /** A constant that stands as an argument: Go reads `3.0` as an int, or `1` as a float64, where a parameter wants one. */
  readonly isConstant: boolean

  constructor(value: number, type: NumberType, provenance?: Provenance, isConstant = false) {
    this.value = value
    this.type = type
    this.provenance = provenance
    this.isConstant = isConstant
  }
}

export class List {
  readonly kind = 'list'
  readonly items: readonly Value[]
  readonly provenance: Provenance | undefined
  /** As `typeOf` prints it. */
  readonly goType: string
  readonly methods: ReadonlyMap<string, Method> | undefined
  /** Go's nil slice, such as what `concat` of nothing gives: empty, equal to nil, and `null` in JSON and YAML. */
  readonly isNil: boolean

  constructor(
    items: readonly Value[],
    provenance?: Provenance,
    goType = '[]interface {}',
    methods?: ReadonlyMap<string, Method>,
    isNil = false,
  ) {
    this.items = items
    this.provenance = provenance
    this.goType = goType
    this.methods = methods
    this.isNil = isNil
  }
}

export class Dict {
  readonly kind = 'dict'
  /** `set` and `unset` change it, for everybody who holds it, as in Go. */
  readonly entries: Map<string, Value>
  readonly provenance: Provenance | undefined
  readonly goType: string
  readonly methods: ReadonlyMap<string, Method> | undefined
  /** Go's nil map, such as the annotations of a chart without any: empty, and `null` in JSON and YAML. */
  readonly isNil: boolean

  constructor(
    entries: Map<string, Value> = new Map(),
    provenance?: Provenance,
    goType = 'map[string]interface {}',
    methods?: ReadonlyMap<string, Method>,
    isNil = false,
  ) {
    this.entries = entries
    this.provenance = provenance
    this.goType = goType
    this.methods = methods
    this.isNil = isNil
  }
}

/** A Go struct: a version, a time, helm 3's `.Chart`. A field it does not have is an error, not nil. */
export class Opaque {
  readonly kind = 'opaque'
  /** As `typeOf` prints it: `*semver.Version`. */
  readonly goType: string
  readonly fields: ReadonlyMap<string, Value>
  readonly methods: ReadonlyMap<string, Method>
  /** What `{{ . }}` prints. */
  readonly printed: string
  /** What only the functions of its own room know, such as milliseconds since 1970. */
  readonly inner: unknown
  readonly provenance: Provenance | undefined

  constructor(given: {
    readonly goType: string
    readonly printed: string
    readonly fields?: ReadonlyMap<string, Value> | undefined
    readonly methods?: ReadonlyMap<string, Method> | undefined
    readonly inner?: unknown
    readonly provenance?: Provenance | undefined
  }) {
    this.goType = given.goType
    this.printed = given.printed
    this.fields = given.fields ?? new Map()
    this.methods = given.methods ?? new Map()
    this.inner = given.inner
    this.provenance = given.provenance
  }
}

/** Whether `if` takes it for true. */
export function isTrue(value: Value): boolean {
  switch (value.kind) {
    case 'nil':
      return false
    case 'bool':
      return value.value
    case 'number':
      return value.value !== 0
    case 'text':
      return value.string !== ''
    case 'list':
      return value.items.length > 0
    case 'dict':
      return value.entries.size > 0
    case 'opaque':
      return true
  }
}

/** What decided a value as a whole; what is inside lists and dicts has its own. */
export const dependenciesOf = (value: Value): Dependencies | undefined =>
  value.kind === 'text' ? value.depends : dependenciesIn(value.provenance)

/** What decided a value and all that is in it. */
export function deepDependenciesOf(value: Value): Dependencies | undefined {
  let depends: Dependencies | undefined
  const seen = new Set<unknown>()
  const open: Value[] = [value]
  for (let next = open.pop(); next; next = open.pop()) {
    depends = union(depends, dependenciesOf(next))
    if (next.kind !== 'dict' && next.kind !== 'list') continue
    const inside = next.kind === 'dict' ? next.entries : next.items
    if (seen.has(inside)) continue
    seen.add(inside)
    for (const item of inside.values()) open.push(item)
  }
  return depends
}

/** The same value that also depends on something; a Dict shares its entries. */
export function depending(value: Value, depends: Dependencies | undefined): Value {
  if (!depends) return value
  if (value.kind === 'text') return value.depending(depends)
  return withProvenance(value, alsoDepending(value.provenance, depends))
}

/** The same value with another provenance; a Dict shares its entries. */
export function withProvenance(value: Value, provenance: Provenance | undefined): Value {
  switch (value.kind) {
    case 'nil':
      return new Nil(provenance, value.isTyped)
    case 'bool':
      return new Bool(value.value, provenance)
    case 'number':
      return new Num(value.value, value.type, provenance)
    case 'text':
      return new Text(value.hasSegments ? value.segments : value.string, provenance, value)
    case 'list':
      return new List(value.items, provenance, value.goType, value.methods, value.isNil)
    case 'dict':
      return new Dict(value.entries, provenance, value.goType, value.methods, value.isNil)
    case 'opaque':
      return new Opaque({ ...value, provenance })
  }
}

/** What is in a list or dict; where both are data of their own, nothing but chance that chose the whole is kept of what did. */
export const partOf = (part: Value, whole: Provenance | undefined): Value =>
  depending(part, part.provenance?.alias && whole?.alias ? volatileIn(whole.depends) : whole?.depends)

/** The entry of a dict. A missing one is nil that says which key would have to be there. */
export function entryOf(dict: Dict, key: string): Value {
  const entry = dict.entries.get(key)
  const alias = dict.provenance?.alias
  if (entry) return partOf(entry, dict.provenance)
  return new Nil(alias ? { alias: childDatum(alias, key), depends: dict.provenance?.depends } : dict.provenance)
}

/** Keys in the order in which Go ranges over and prints a map: by bytes of UTF-8. */
export const sortedKeys = (dict: Dict): string[] => [...dict.entries.keys()].sort(compareBytes)

/** Go's order of strings: by bytes of UTF-8, which for UTF-16 differs only among surrogates. */
export function compareBytes(a: string, b: string): number {
  if (a === b) return 0
  const length = Math.min(a.length, b.length)
  for (let i = 0; i < length; i++) {
    const difference = rank(a.charCodeAt(i)) - rank(b.charCodeAt(i))
    if (difference !== 0) return difference
  }
  return a.length - b.length
}

/** Surrogates stand for code points beyond U+FFFF, which come after all others. */
const rank = (unit: number): number => (unit >= 0xd800 && unit <= 0xdfff ? unit + 0x10000 : unit)

export { Text } from './text.ts'

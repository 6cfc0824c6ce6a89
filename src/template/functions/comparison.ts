import { TemplateError, Untraced } from '../errors.ts'
import { compareTexts, isSameText } from '../value/equal.ts'
import { kindOf } from '../value/kind.ts'
import { Text, type Value } from '../value/value.ts'
import { any, deriving, rest, type TemplateFunction } from './function.ts'

const INT_KINDS: ReadonlySet<string> = new Set(['int', 'int32', 'int64'])
const UINT_KINDS: ReadonlySet<string> = new Set(['uint8', 'uint64'])

/** Go's classes of values that can be compared; undefined for lists, dicts, structs and nil. */
type BasicKind = 'bool' | 'string' | 'int' | 'uint' | 'float'

/** How text/template compares: never an int with a float64, lists and dicts only with nil. */
export const COMPARISON: Readonly<Record<string, TemplateFunction>> = {
  eq: deriving([any, rest(any)], ([first, others]) => isEqualToAny(spelled(first), others.map(spelled))),
  ne: comparing((a, b) => !isEqualToAny(a, [b])),
  lt: comparing((a, b) => isLess(a, b)),
  le: comparing((a, b) => isLess(a, b) || isEqualToAny(a, [b])),
  gt: comparing((a, b) => !(isLess(a, b) || isEqualToAny(a, [b]))),
  ge: comparing((a, b) => !isLess(a, b)),
}

function comparing(compare: (a: Value, b: Value) => boolean): TemplateFunction {
  return deriving([any, any], ([a, b]) => compare(spelled(a), spelled(b)))
}

/** The numbers of helm 3 are compared as the strings that they are. */
const spelled = (value: Value): Value =>
  value.kind === 'opaque' && value.goType === 'json.Number' ? new Text(value.printed) : value

const incompatible = (): TemplateError => new TemplateError('incompatible types for comparison')

function isEqualToAny(first: Value, others: readonly Value[]): boolean {
  if (others.length === 0) throw new TemplateError('missing argument for comparison')
  return others.some(other => isEqual(first, other))
}

function isEqual(a: Value, b: Value): boolean {
  const kind = basicKindOf(a)
  const other = basicKindOf(b)
  if (kind === undefined && other === undefined) return isEqualToNil(a, b)
  if (kind !== other && !areIntegers(kind, other)) {
    if (a.kind !== 'nil' && b.kind !== 'nil') throw incompatible()
    return false
  }
  if (a.kind === 'text' && b.kind === 'text') return isSameText(a, b)
  if (a.kind === 'opaque' || b.kind === 'opaque') throw new Untraced('a named number of Go is compared')
  return 'value' in a && 'value' in b && a.value === b.value
}

/** Neither has a basic kind: one of them must be nil. */
function isEqualToNil(a: Value, b: Value): boolean {
  if (a.kind !== 'nil' && b.kind !== 'nil' && kindOf(a) !== kindOf(b)) throw new TemplateError('non-comparable types')
  const isNilToo = isNil(b)
  if (isNil(a) || isNilToo) return isNil(a) === isNilToo
  if (a.kind === 'opaque') throw new Untraced(`two values of ${a.goType} are compared`)
  throw new TemplateError('non-comparable type')
}

const isNil = (value: Value): boolean => value.kind === 'nil' || (value.kind === 'list' && value.isNil)

function isLess(a: Value, b: Value): boolean {
  const kind = basicKindOf(a)
  const other = basicKindOf(b)
  if (kind === undefined || other === undefined) throw new TemplateError('invalid type for comparison')
  if (kind !== other && !areIntegers(kind, other)) throw incompatible()
  if (a.kind === 'text' && b.kind === 'text') return compareTexts(a, b) < 0
  if (a.kind === 'number' && b.kind === 'number') return a.value < b.value
  if (a.kind === 'opaque' || b.kind === 'opaque') throw new Untraced('a named number of Go is compared')
  throw new TemplateError('invalid type for comparison')
}

const areIntegers = (a: BasicKind | undefined, b: BasicKind | undefined): boolean =>
  (a === 'int' && b === 'uint') || (a === 'uint' && b === 'int')

function basicKindOf(value: Value): BasicKind | undefined {
  const kind = kindOf(value)
  if (kind === 'bool' || kind === 'string') return kind
  if (kind === 'float64') return 'float'
  if (INT_KINDS.has(kind)) return 'int'
  return UINT_KINDS.has(kind) ? 'uint' : undefined
}
